"""Who was invited to the roster, and files of it that nobody has said yes to yet."""

from sqlalchemy import Index, LargeBinary, Table, Text, UniqueConstraint

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed

invitations = Table(
    "invitations",
    metadata,
    an_id(),
    must("lookup", LargeBinary),
    must("state", Text),
    must("made_by", Id, "members"),
    must("created_at", UtcTime),
    must("expires_at", UtcTime),
    sealed("note"),
    may("former_id", Id, "members"),
    may("address_id", Id, "addresses"),
    may("dialogue_id", Id, "dialogues"),
    may("asked_at", UtcTime),
    may("settled_at", UtcTime),
    may("settled_by", Id, "members"),
    may("leaked_at", UtcTime),
    may("seal", LargeBinary),
    UniqueConstraint("lookup"),
    Index(None, "made_by"),
    Index(None, "former_id"),
    Index(None, "address_id"),
    Index(None, "dialogue_id"),
    Index(None, "settled_by"),
    Index(None, "state"),
)

roster_files = Table(
    "roster_files",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("created_at", UtcTime),
    sealed("text"),
    must("shown", LargeBinary),
    Index(None, "address_id"),
)
