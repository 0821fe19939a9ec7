"""What became of the law's clocks, and who has checked their rows."""

from sqlalchemy import Index, Integer, LargeBinary, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

clock_marks = Table(
    "clock_marks",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    must("clock", Text),
    must("length", Text),
    must("due_at", UtcTime),
    may("person_id", Id, "persons"),
    may("warned_at", UtcTime),
    may("passed_at", UtcTime),
    may("answered_at", UtcTime),
    may("answered_by", Id, "members"),
    may("told_at", UtcTime),
    must("minutes", Integer),
    may("ended_at", UtcTime),
    may("void_at", UtcTime),
    sealed("known"),
    Index(None, "case_id"),
    Index(None, "told_at"),
)

signatures = Table(
    "signatures",
    metadata,
    an_id(),
    must("row", Text),
    must("member_id", Id, "members"),
    sealed("name"),
    must("signed_at", UtcTime),
    must("hash", LargeBinary),
    may("revoked_at", UtcTime),
    may("revoked_by", Id, "members"),
    Index(None, "row"),
)
