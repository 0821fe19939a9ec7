"""Full exports that somebody asked for, and who allowed them."""

from sqlalchemy import Boolean, Index, Integer, Table, Text, UniqueConstraint

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

export_permits = Table(
    "export_permits",
    metadata,
    an_id(),
    must("number", Integer),
    must("purpose", Text),
    must("opened_from", UtcTime),
    must("opened_before", UtcTime),
    sealed("reason"),
    must("asked_at", UtcTime),
    must("asked_by", Id, "members"),
    may("settled_at", UtcTime),
    may("settled_by", Id, "members"),
    must("allowed", Boolean),
    may("used_at", UtcTime),
    UniqueConstraint("number"),
    Index(None, "asked_by"),
    Index(None, "settled_by"),
)
