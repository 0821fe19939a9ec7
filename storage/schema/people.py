"""Chats, and who is on the roster."""

from sqlalchemy import Boolean, Column, Index, LargeBinary, Table, Text, UniqueConstraint, false

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

addresses = Table(
    "addresses",
    metadata,
    an_id(),
    must("lookup", LargeBinary),
    must("messenger", Text),
    sealed("chat"),
    must("private", Boolean),
    must("created_at", UtcTime),
    may("language", Text),
    must("language_chosen", Boolean),
    may("silenced_at", UtcTime),
    may("muted_until", UtcTime),
    may("unreachable_since", UtcTime),
    may("returns", Text),
    may("after_closing", Text),
    UniqueConstraint("lookup"),
)

members = Table(
    "members",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("role", Text),
    sealed("name"),
    must("languages", Text),
    must("cities", Text),
    must("on_duty", Boolean),
    sealed("phone"),
    must("escalation", Boolean),
    must("created_at", UtcTime),
    may("suspended_at", UtcTime),
    may("seal", LargeBinary),
    Column("drills", Boolean, nullable=False, server_default=false()),
    Column("specialities", Text, nullable=False, server_default="[]"),
    may("calling", Text),
    may("duty", Text),
    Index(None, "address_id"),
    Index(None, "role"),
)
