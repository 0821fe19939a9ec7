"""What sources say of a case, and which reports feed it."""

from sqlalchemy import Column, Float, Index, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed, where

links = Table(
    "links",
    metadata,
    an_id(),
    must("report_id", Id, "reports"),
    must("case_id", Id, "cases"),
    must("by", Id),
    must("at", UtcTime),
    must("rule", Text),
    may("score", Float),
    may("ended_at", UtcTime),
    Column("persons", Text, nullable=False, server_default="{}"),
    Index(None, "report_id"),
    Index(None, "case_id"),
    Index(None, "at"),
)

# Persons and entries are named without a check: it would walk all claims whenever one of those rows goes.
claims = Table(
    "claims",
    metadata,
    an_id(),
    may("case_id", Id, "cases"),
    may("report_id", Id, "reports"),
    must("kind", Text),
    sealed("value"),
    must("source_kind", Text),
    must("source_id", Id),
    must("noted_at", UtcTime),
    must("certainty", Text),
    may("person_id", Id),
    may("at", UtcTime),
    must("precision", Text),
    may("until", UtcTime),
    may("entry_id", Id),
    may("withdrawn_at", UtcTime),
    may("proceeding_id", Id),
    Index(None, "report_id"),
    Index(None, "noted_at"),
)
Index("ix_claims_case_id", claims.c.case_id, **where(claims.c.case_id.is_not(None)))
Index("ix_claims_withdrawn_at", claims.c.withdrawn_at, **where(claims.c.withdrawn_at.is_not(None)))
