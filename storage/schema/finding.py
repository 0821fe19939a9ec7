"""By what people in cases are found without their names being read, who asks for somebody, and cases that may be one."""

from sqlalchemy import Column, Float, ForeignKey, Index, LargeBinary, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed, where

# Gone with the case. Persons are named without a check, as in the claims.
name_blocks = Table(
    "name_blocks",
    metadata,
    an_id(),
    Column(
        "case_id",
        Id,
        ForeignKey("cases.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    may("person_id", Id),
    must("through", Text),
    must("hash", LargeBinary),
    must("key", LargeBinary),
    Index(None, "case_id"),
    Index(None, "hash"),
)

lookups = Table(
    "lookups",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("dialogue_id", Id, "dialogues"),
    must("state", Text),
    must("created_at", UtcTime),
    sealed("names"),
    sealed("words"),
    may("settled_at", UtcTime),
    may("settled_by", Id, "members"),
    may("report_id", Id, "reports"),
    Index(None, "address_id"),
    Index(None, "dialogue_id"),
    Index(None, "settled_by"),
    Index(None, "report_id"),
    Index(None, "state"),
)

pairs = Table(
    "pairs",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    must("other_id", Id, "cases"),
    must("rule", Text),
    must("found_at", UtcTime),
    may("score", Float),
    may("answer", Text),
    may("answered_at", UtcTime),
    may("answered_by", Id, "members"),
    Index(None, "case_id"),
    Index(None, "other_id"),
)
Index("ix_pairs_found_at", pairs.c.found_at, **where(pairs.c.answer.is_(None)))
