"""Lists of names that members bring from a station's door."""

from sqlalchemy import Index, Integer, Table, Text

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

door_lists = Table(
    "door_lists",
    metadata,
    an_id(),
    must("state", Text),
    must("member_id", Id, "members"),
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
