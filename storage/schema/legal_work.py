"""The law's clocks and who has checked their rows, legal holds, papers and their templates, and the numbers under which they
leave."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

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
    may("over", Text),
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


papers = Table(
    "papers",
    metadata,
    an_id(),
    must("kind", Text),
    must("language", Text),
    must("state", Text),
    must("member_id", Id, "members"),
    must("address_id", Id, "addresses"),
    must("created_at", UtcTime),
    may("case_id", Id, "cases"),
    may("incident_id", Id, "incidents"),
    may("person_id", Id),  # without a check, as in claims
    may("signer_id", Id, "members"),
    must("office", Text),
    must("ticked", Text),
    must("skipped", Text),
    sealed("answers"),
    must("basis", Text),
    must("version", Integer),
    must("template", Text),
    sealed("facts"),
    must("facts_hash", Text),
    must("file_hash", Text),
    may("made_at", UtcTime),
    may("second_id", Id, "members"),
    may("answered_at", UtcTime),
    may("sent_id", Id),  # without a check, as in claims
    must("number", Text),
    Index(None, "case_id"),
    Index(None, "incident_id"),
    Index(None, "member_id"),
    Index(None, "address_id"),
    Index(None, "signer_id"),
    Index(None, "second_id"),
    Index(None, "created_at"),
)

paper_templates = Table(
    "paper_templates",
    metadata,
    Column("hash", Text, primary_key=True),
    must("since", UtcTime),
    sealed("content"),
)

outgoing_numbers = Table(
    "outgoing_numbers",
    metadata,
    an_id(),
    must("year", Integer),
    must("number", Integer),
    must("given_at", UtcTime),
    must("member_id", Id, "members"),
    must("kind", Text),
    must("language", Text),
    must("office", Text),
    may("paper_id", Id),  # without a check: it outlives its paper
    UniqueConstraint("year", "number"),
    Index(None, "member_id"),
)
