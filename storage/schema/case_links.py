"""What sources say of a case, by what cases are found, and which cases are of one incident."""

from sqlalchemy import Column, Float, ForeignKey, Index, LargeBinary, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, index_condition, may, metadata, must, sealed

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
Index("ix_claims_case_id", claims.c.case_id, **index_condition(claims.c.case_id.is_not(None)))
Index("ix_claims_withdrawn_at", claims.c.withdrawn_at, **index_condition(claims.c.withdrawn_at.is_not(None)))


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
Index("ix_pairs_found_at", pairs.c.found_at, **index_condition(pairs.c.answer.is_(None)))


incidents = Table(
    "incidents",
    metadata,
    an_id(),
    sealed("name"),
    must("rule", Text),
    must("made_at", UtcTime),
    must("made_by", Id),
    may("city", Text),
    may("confirmed_at", UtcTime),
    may("confirmed_by", Id),
    may("ended_at", UtcTime),
    may("ended_by", Id),
    may("mass_at", UtcTime),
    may("pattern", Text),
    Index(None, "ended_at"),
)

incident_links = Table(
    "incident_links",
    metadata,
    an_id(),
    must("incident_id", Id, "incidents"),
    must("case_id", Id, "cases"),
    must("by", Id),
    must("at", UtcTime),
    must("rule", Text),
    may("ended_at", UtcTime),
    may("ended_by", Id),
    Index(None, "incident_id"),
    Index(None, "case_id"),
)
