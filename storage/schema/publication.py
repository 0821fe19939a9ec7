"""Digests before they are posted and where they were, channels, and full exports that were allowed."""

from sqlalchemy import Boolean, Date, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

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


told_channels = Table(
    "told_channels",
    metadata,
    an_id(),
    sealed("chat"),
    sealed("title"),
    must("told_at", UtcTime),
    may("chosen_at", UtcTime),
    may("seal", LargeBinary),
)


export_permits = Table(
    "export_permits",
    metadata,
    an_id(),
    must("number", Integer),
    must("purpose", Text),
    must("opened_from", UtcTime),
    must("opened_before", UtcTime),
    sealed("reason"),
    must("asked_at", UtcTime),
    must("asked_by", Id, "members"),
    may("settled_at", UtcTime),
    may("settled_by", Id, "members"),
    must("allowed", Boolean),
    may("used_at", UtcTime),
    may("case_id", Id),  # without a check, as entries.file_id
    UniqueConstraint("number"),
    Index(None, "asked_by"),
    Index(None, "settled_by"),
)
