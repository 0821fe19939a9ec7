"""Papers that were made out of cases, and the templates by which they were."""

from sqlalchemy import Column, Index, Integer, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

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
