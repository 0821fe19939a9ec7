"""What was done in an emergency, who was told; and which key seals."""

from sqlalchemy import Column, Index, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, where

emergency_steps = Table(
    "emergency_steps",
    metadata,
    an_id(),
    must("step", Text),
    must("at", UtcTime),
    may("ended_at", UtcTime),
)
Index("ix_emergency_steps_under_way", emergency_steps.c.id, **where(emergency_steps.c.ended_at.is_(None)))

notices = Table(
    "notices",
    metadata,
    an_id(),
    must("step_id", Id, "emergency_steps"),
    must("address_id", Id, "addresses"),
    must("told_at", UtcTime),
    may("confirmed_at", UtcTime),
    Index(None, "step_id"),
    Index(None, "address_id"),
)

sealing_keys = Table(
    "sealing_keys",
    metadata,
    Column("key", Text, primary_key=True),
    must("since", UtcTime),
    may("alone_since", UtcTime),
)
