"""What travels and what will happen: inbox, outbox, cards, timers, alarms; emergencies, and which key seals."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    and_,
    literal_column,
)

from storage.schema.columns import Id, UtcTime, an_id, index_condition, may, metadata, must, sealed

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),  # the order of arrival
    must("messenger", Text),
    must("update_id", BigInteger),
    must("fingerprint", LargeBinary),
    sealed("raw"),
    must("received_at", UtcTime),
    must("state", Text),
    must("attempts", Integer),
    may("error", Text),
    UniqueConstraint("messenger", "update_id", "fingerprint"),
    Index(None, "state", "id"),
    sqlite_autoincrement=True,
    # A row gets its id from the database, after it was sealed; the fingerprint names it as well.
    info={"bound_to": "fingerprint"},
)

outbox = Table(
    "outbox",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("lane", Integer),
    must("kind", Text),
    sealed("payload"),
    must("created_at", UtcTime),
    must("state", Text),
    may("key", Text),
    may("topic", Text),
    must("attempts", Integer),
    may("not_before", UtcTime),
    may("lease", Text),
    may("sent_at", UtcTime),
    may("message_id", BigInteger),
    may("failed", Text),
    UniqueConstraint("key"),
    Index(None, "address_id"),
)
message_waits = outbox.c.state == literal_column("'waiting'")
Index("ix_outbox_waiting", outbox.c.lane, outbox.c.id, **index_condition(message_waits))
message_leased = outbox.c.state == literal_column("'leased'")
Index("ix_outbox_leased", outbox.c.lease, **index_condition(message_leased))

cards = Table(
    "cards",
    metadata,
    an_id(),
    must("subject", Text),
    must("subject_id", Id),
    must("address_id", Id, "addresses"),
    must("lane", Integer),
    must("created_at", UtcTime),
    must("case_id", Id),
    must("wanted", Integer),
    must("shown", Integer),
    may("message_id", BigInteger),
    may("content", LargeBinary),
    must("attempts", Integer),
    may("not_before", UtcTime),
    may("lease", Text),
    may("failed", Text),
    Column("page", Integer, nullable=False, server_default="0"),
    may("rang_at", UtcTime),
    Column("chosen", Text, nullable=False, server_default=""),
    UniqueConstraint("subject", "subject_id", "address_id"),
    Index(None, "address_id", "message_id"),
    Index(None, "case_id"),
)
card_waits = and_(cards.c.wanted > cards.c.shown, cards.c.failed.is_(None), cards.c.lease.is_(None))
Index("ix_cards_waiting", cards.c.lane, cards.c.id, **index_condition(card_waits))
Index("ix_cards_leased", cards.c.lease, **index_condition(cards.c.lease.is_not(None)))
card_failed = cards.c.failed.is_not(None)
Index("ix_cards_failed", cards.c.lane, **index_condition(card_failed))

timers = Table(
    "timers",
    metadata,
    Column("key", Text, primary_key=True),
    must("kind", Text),
    must("due_at", UtcTime),
    must("subject_id", Id),
    must("attempts", Integer),
    must("parked", Boolean),
    Index(None, "kind", "subject_id"),
)
timer_waits = timers.c.parked.is_(False)
Index("ix_timers_due", timers.c.due_at, **index_condition(timer_waits))
timer_parked = timers.c.parked.is_(True)
Index("ix_timers_parked", timers.c.due_at, **index_condition(timer_parked))

messages = Table(
    "messages",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("message_id", BigInteger),
    must("at", UtcTime),
    must("outgoing", Boolean),
    may("entry_id", Id, "entries"),
    may("delivered_at", UtcTime),
    may("read_at", UtcTime),
    UniqueConstraint("address_id", "message_id"),
    Index(None, "entry_id"),
    Index(None, "at"),
)

# What may be typed where nothing can be pressed; a row lives as long as somebody may mean it.
choices = Table(
    "choices",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("sign", Text),
    must("data", Text),
    must("label", LargeBinary),
    must("given_at", UtcTime),
    must("turn", Integer),
    may("card_id", Id),
    may("outgoing_id", Id),
    may("message_id", BigInteger),
    may("gone_at", UtcTime),
    Index(None, "address_id"),
)

boots = Table(
    "boots",
    metadata,
    an_id(),
    must("started_at", UtcTime),
    must("alive_at", UtcTime),
    may("heard_at", UtcTime),
    may("key", Text),
)

alarms = Table(
    "alarms",
    metadata,
    Column("kind", Text, primary_key=True),
    must("told_at", UtcTime),
    must("count", Integer),
    must("names", Text),
    may("quiet_since", UtcTime),
)

# What the program made up for itself: the keys of hashes (storage.secret_keys). Not a class of the model.
secrets = Table(
    "secrets",
    metadata,
    Column("name", Text, primary_key=True),
    sealed("secret"),
)


emergency_steps = Table(
    "emergency_steps",
    metadata,
    an_id(),
    must("step", Text),
    must("at", UtcTime),
    may("ended_at", UtcTime),
)
Index(
    "ix_emergency_steps_under_way",
    emergency_steps.c.id,
    **index_condition(emergency_steps.c.ended_at.is_(None)),
)

notices = Table(
    "notices",
    metadata,
    an_id(),
    must("step_id", Id, "emergency_steps"),
    must("address_id", Id, "addresses"),
    must("told_at", UtcTime),
    may("confirmed_at", UtcTime),
    Index(None, "step_id"),
    Index(None, "address_id"),
)

sealing_keys = Table(
    "sealing_keys",
    metadata,
    Column("key", Text, primary_key=True),
    must("since", UtcTime),
    may("alone_since", UtcTime),
)
