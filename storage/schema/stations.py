"""Rounds of calls to stations, and lists of names from their doors."""

from sqlalchemy import Index, Integer, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

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


door_lists = Table(
    "door_lists",
    metadata,
    an_id(),
    must("state", Text),
    may("member_id", Id, "members"),
    may("reader_id", Id, "members"),
    must("created_at", UtcTime),
    must("updated_at", UtcTime),
    must("at", UtcTime),
    may("place", Text),
    sealed("where"),
    sealed("lines"),
    must("files", Text),
    may("focus", Integer),
    must("found", Integer),
    must("opened", Integer),
    must("denied", Integer),
    may("written_at", UtcTime),
    may("undone_at", UtcTime),
    may("undone_by", Id, "members"),
    Index(None, "member_id", "state"),
    Index(None, "reader_id", "state"),
    Index(None, "undone_by"),
    Index(None, "place", "at"),
    Index(None, "state"),
)
