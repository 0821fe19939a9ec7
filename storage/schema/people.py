"""Chats, and who is on the roster."""

from sqlalchemy import Boolean, Column, Index, LargeBinary, Table, Text, UniqueConstraint, false

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed, where

addresses = Table(
    "addresses",
    metadata,
    an_id(),
    must("lookup", LargeBinary),
    must("messenger", Text),
    sealed("chat"),
    must("private", Boolean),
    must("created_at", UtcTime),
    may("language", Text),
    must("language_chosen", Boolean),
    may("silenced_at", UtcTime),
    may("muted_until", UtcTime),
    may("unreachable_since", UtcTime),
    may("returns", Text),
    may("after_closing", Text),
    may("untrusted_since", UtcTime),
    may("limited_until", UtcTime),
    UniqueConstraint("lookup"),
)

members = Table(
    "members",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("role", Text),
    sealed("name"),
    must("languages", Text),
    must("cities", Text),
    must("on_duty", Boolean),
    sealed("phone"),
    must("escalation", Boolean),
    must("created_at", UtcTime),
    may("suspended_at", UtcTime),
    may("seal", LargeBinary),
    Column("drills", Boolean, nullable=False, server_default=false()),
    Column("specialities", Text, nullable=False, server_default="[]"),
    may("calling", Text),
    may("duty", Text),
    may("other_id", Id),  # without a check, as entries.file_id
    Index(None, "address_id"),
    Index(None, "role"),
)
Index("ix_members_other_id", members.c.other_id, **where(members.c.other_id.is_not(None)))

# Words by which a member adds another address of theirs; a row lives for minutes.
bindings = Table(
    "bindings",
    metadata,
    an_id(),
    must("lookup", LargeBinary),
    must("member_id", Id, "members"),
    must("made_at", UtcTime),
    must("expires_at", UtcTime),
    may("address_id", Id, "addresses"),
    may("seal", LargeBinary),
    UniqueConstraint("lookup"),
    Index(None, "member_id"),
    Index(None, "address_id"),
)
