"""What travels and what happens later, as plain values: one frozen class a table, one field a column.

What Dabyl knows is in core.model; the rules on ids, times and sealed fields are the same.
"""

from datetime import datetime
from enum import IntEnum
from typing import Any

from msgspec import Struct


class Lane(IntEnum):
    """Outbox lanes, first to last."""

    HIDE = -1  # what a chat that is being hidden must not show any more
    ALERT = 0  # alerts and hand-overs
    RECEIPT = 1  # that a report is taken and who is asked: it does not wait behind greetings
    REPLY = 2  # to a person in conversation
    NEWS = 3
    EDIT = 4  # card edits
    REMINDER = 5
    DIGEST = 6

    @property
    def wakes(self) -> bool:
        """Whether a new message in it makes a sound: what only has to be there when somebody looks does not."""
        return self < Lane.EDIT


HANDED_OUT = (
    "extra:"  # how keys of messages begin that stand beside a card: they are known until they are taken back
)
ASIDE = 6  # failed attempts after which a message no longer holds up what follows it in its chat


class Card(Struct, frozen=True):
    """Something shown to one address that follows what is true now: wanted and shown are versions."""

    id: int
    subject: str  # which view draws it: a key of handlers.routes.CARDS
    subject_id: int
    address_id: int
    lane: Lane
    created_at: datetime
    case_id: int = 0  # the case it shows; 0 for overviews
    wanted: int = 1
    shown: int = 0
    message_id: int | None = None
    content: bytes | None = None  # keyed hash of what is shown, so that an equal edit is not sent
    attempts: int = 0
    not_before: datetime | None = None
    lease: str | None = None  # the boot that is sending it
    failed: str | None = None  # why it was given up
    page: int = 0  # of a list, as its reader turned to it
    rang_at: datetime | None = None  # when it last made a sound that its reader had not asked for
    chosen: str = ""  # what its reader wants to see of a list: core.casework.case_list

    @property
    def waits(self) -> bool:
        """Whether it is to be drawn and sent, and nobody is sending it. Says the same as the schema's condition."""
        return self.wanted > self.shown and self.lease is None and self.failed is None

    @property
    def wakes(self) -> bool:
        """Whether it makes a sound as a new message. What came at once because its reader pressed something does not."""
        return self.lane.wakes and (self.lane is Lane.REPLY or self.rang_at is not None)


class Outgoing(Struct, frozen=True):
    """One message or act for the messenger. ``key`` makes "twice" impossible where it is set.

    Of several that wait with one ``topic`` in one chat only the newest is sent: the others are dropped.
    """

    id: int
    address_id: int
    lane: Lane
    kind: str  # message, media, invitation, edit, delete, take-away, menu, leave
    payload: dict[str, Any]  # sealed
    created_at: datetime
    state: str = "waiting"  # waiting, leased, sent, failed, dropped
    key: str | None = None
    topic: str | None = None
    attempts: int = 0
    not_before: datetime | None = None
    lease: str | None = None
    sent_at: datetime | None = None
    message_id: int | None = None
    failed: str | None = None

    @property
    def wakes(self) -> bool:
        """Whether it makes a sound."""
        return self.lane.wakes


class Timer(Struct, frozen=True):
    """Something that will happen. ``key`` is unique: setting it twice moves it."""

    key: str
    kind: str
    due_at: datetime
    subject_id: int = 0
    attempts: int = 0
    parked: bool = False


class Message(Struct, frozen=True):
    """A message in a private chat, so that it can be deleted for some time, and edits find what they correct."""

    id: int
    address_id: int
    message_id: int
    at: datetime
    outgoing: bool
    entry_id: int | None = None
    delivered_at: datetime | None = None  # as the messenger tells, if it does
    read_at: datetime | None = None


class Choice(Struct, frozen=True):
    """What a sign in a chat stands for: core.numbered_choices. ``turn`` counts numbers of cards; of a message it is 0.

    ``label``: a keyed hash of the words on it. ``gone_at``: since when the card has it no more.
    """

    id: int
    address_id: int
    sign: str
    data: str
    label: bytes
    given_at: datetime
    turn: int = 0
    card_id: int | None = None
    outgoing_id: int | None = None
    message_id: int | None = None
    gone_at: datetime | None = None


class InboxUpdate(Struct, frozen=True):
    """A row of the inbox: one raw update. ``raw`` is sealed; ``fingerprint`` is a keyed hash of it."""

    id: int
    messenger: str
    update_id: int
    fingerprint: bytes
    raw: bytes  # sealed
    received_at: datetime
    state: str  # open, done, parked
    attempts: int = 0
    error: str | None = None  # the class of the error only


class Run(Struct, frozen=True):
    """One run of the program. ``alive_at`` and ``heard_at`` tell the next run how long nobody was there, and since when
    nothing that Telegram had for us has reached the database.
    """

    id: int
    started_at: datetime
    alive_at: datetime
    heard_at: datetime | None = None  # None: of an earlier version
    key: str | None = None  # the id of the key with which it seals


class Alarm(Struct, frozen=True):
    """A finding of the audit that administrators were told of and that is not called over yet."""

    kind: str  # a key of core.watch.audit.RULES
    told_at: datetime  # the last time
    count: int  # as told
    names: tuple[str, ...] = ()  # as told: ids and codes
    quiet_since: datetime | None = None  # since when it is not found any more
