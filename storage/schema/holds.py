"""Cases that are kept whatever their term."""

from sqlalchemy import Index, Table

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

holds = Table(
    "holds",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    must("by", Id, "members"),
    must("at", UtcTime),
    sealed("reason"),
    may("until", UtcTime),
    may("lifted_at", UtcTime),
    may("lifted_by", Id, "members"),
    Index(None, "case_id"),
    Index(None, "by"),
    Index(None, "lifted_by"),
)
