"""Rounds of calls to stations: who rings which, and what was answered."""

from sqlalchemy import Index, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must

rounds = Table(
    "rounds",
    metadata,
    an_id(),
    must("region", Text),
    must("started_by", Id, "members"),
    must("started_at", UtcTime),
    may("case_id", Id, "cases"),
    may("ended_at", UtcTime),
    Index(None, "region", "started_at"),
    Index(None, "case_id"),
    Index(None, "started_by"),
)

station_calls = Table(
    "station_calls",
    metadata,
    an_id(),
    must("round_id", Id, "rounds"),
    must("station", Text),
    must("member_id", Id, "members"),
    must("began_at", UtcTime),
    may("answer", Text),
    may("answered_at", UtcTime),
    may("again_at", UtcTime),
    Index(None, "round_id"),
    Index(None, "station", "began_at"),
    Index(None, "station", "answer"),
    Index(None, "member_id", "answer"),
)
