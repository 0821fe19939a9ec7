"""What coordinators say of a digest before it is posted, and where which one was."""

from sqlalchemy import Boolean, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

previews = Table(
    "previews",
    metadata,
    an_id(),
    sealed("note"),
    may("noted_by", Id, "members"),
    must("note_agreed", Boolean),
    may("held_at", UtcTime),
    may("held_by", Id, "members"),
    sealed("reason"),
    may("released_at", UtcTime),
    may("released_by", Id, "members"),
    Index(None, "noted_by"),
    Index(None, "held_by"),
    Index(None, "released_by"),
)

postings = Table(
    "postings",
    metadata,
    an_id(),
    must("day", Date),
    must("language", Text),
    must("number", Integer),
    must("weekly", Boolean),
    must("address_id", Id, "addresses"),
    must("made_at", UtcTime),
    may("posted_at", UtcTime),
    may("message_id", Id),
    UniqueConstraint("day", "weekly", "language", "number"),
    Index(None, "address_id"),
    Index(None, "made_at"),
)
