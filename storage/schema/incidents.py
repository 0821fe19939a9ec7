"""Incidents, and which cases are in them."""

from sqlalchemy import Index, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

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
