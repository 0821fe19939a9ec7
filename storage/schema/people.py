"""Chats, who is on the roster, who was invited to it, and drills."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, false

from storage.schema.columns import Id, UtcTime, an_id, index_condition, may, metadata, must, sealed

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
    may("doubted_at", UtcTime),
    may("muted_until", UtcTime),
    may("unreachable_since", UtcTime),
    may("returns", Text),
    may("after_closing", Text),
    may("untrusted_since", UtcTime),
    may("limited_until", UtcTime),
    may("quiet_at", UtcTime),
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
Index("ix_members_other_id", members.c.other_id, **index_condition(members.c.other_id.is_not(None)))

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
