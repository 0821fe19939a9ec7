"""Drills: how long it took, which stays; and who was asked, which goes when it is over."""

from sqlalchemy import Index, Integer, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must

drills = Table(
    "drills",
    metadata,
    an_id(),
    must("began_at", UtcTime),
    may("began_by", Id, "members"),
    must("city", Text),
    must("region", Text),
    must("language", Text),
    must("step", Integer),
    must("round", Integer),
    must("loops", Integer),
    may("first_answer_at", UtcTime),
    may("ended_at", UtcTime),
    must("asked", Integer),
    must("answered", Integer),
    must("unreachable", Integer),
    Index(None, "began_by"),
    Index(None, "ended_at"),
)

drill_offers = Table(
    "drill_offers",
    metadata,
    an_id(),
    must("drill_id", Id, "drills"),
    must("member_id", Id, "members"),
    must("step", Integer),
    must("round", Integer),
    must("state", Text),
    must("offered_at", UtcTime),
    may("answered_at", UtcTime),
    Index(None, "drill_id"),
    Index(None, "member_id"),
)
