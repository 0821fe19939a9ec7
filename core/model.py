"""What Dabyl knows, as plain values: one frozen class a table, one field a column.

Ids are 63-bit integers that grow with time (storage.ids makes them). All times are UTC and aware. Fields marked
*sealed* are encrypted in the database (storage.schema says the same, and a test compares).
"""

from datetime import date, datetime
from typing import Any

from msgspec import Struct, field

from core.qualification import Qualification
from core.rota import Rota
from core.timeline import TimelineKind
from core.values import CountKind, Precision
from core.vocabulary import (
    AfterClosing,
    CaseState,
    DialogueState,
    GuestStanding,
    OfferState,
    RecordKind,
    ReopensFrom,
    ReportState,
    Role,
)

LANGUAGES = ("kk", "ru", "en")


class Address(Struct, frozen=True):
    """A messenger and a chat id in it. ``lookup`` is a keyed hash of both."""

    id: int
    lookup: bytes
    messenger: str
    chat: str  # sealed
    private: bool
    created_at: datetime
    language: str | None = None
    language_chosen: bool = False  # by the person, not guessed
    silenced_at: datetime | None = None
    doubted_at: datetime | None = (
        None  # a phone is being taken, perhaps this one: asked whose, and not answered yet
    )
    muted_until: datetime | None = None
    unreachable_since: datetime | None = None
    returns: ReopensFrom | None = None  # when it is hidden; None where nobody has chosen
    after_closing: AfterClosing | None = None  # None where nobody was asked
    untrusted_since: datetime | None = None  # another phone answers there: nothing is sent
    limited_until: datetime | None = None  # so long its messenger takes nothing from us for it
    quiet_at: datetime | None = None  # its writer asked to be written to without a sound


class Dialogue(Struct, frozen=True):
    """One person's run through one form. ``answers`` (sealed): question → {value, source, at, entry}."""

    id: int
    address_id: int
    form: str
    subject_id: int  # the report, case or alert it is about; 0 for none
    state: DialogueState
    started_at: datetime
    updated_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)  # sealed
    revisiting: str | None = None
    unanswered: int = 0  # messages in a row that answered nothing that was asked


class Report(Struct, frozen=True):
    """What one reporter told us. ``receipt_lookup``: keyed hash of the code by which they come back from another phone."""

    id: int
    address_id: int
    state: ReportState
    created_at: datetime
    language: str
    case_id: int | None = None
    receipt_lookup: bytes | None = None
    consent: str | None = None  # may we write to you here: yes, no, None for unanswered
    opened_at: datetime | None = None
    opened_by_update_at: datetime | None = None  # when the update that opened the case was received
    told_to: int | None = None  # the member whom they told it on the telephone


class Guest(Struct, frozen=True):
    """A chat that adds words to a report that is another chat's; of several reports, to the newest guest row's."""

    id: int
    report_id: int
    address_id: int
    standing: GuestStanding
    since: datetime


class Entry(Struct, frozen=True):
    """One thing said in a report, exactly. Only ever appended; ``corrects`` names the entry that an edit replaces."""

    id: int
    report_id: int
    at: datetime
    kind: str  # words, answer, file, location, contact
    payload: dict[str, Any]  # sealed
    message_id: int | None = None
    corrects: int | None = None
    file_id: int | None = None  # the row of the file that came with it


class Case(Struct, frozen=True):
    """One deprivation of liberty, prosecution or observation. What is said of it are claims: the columns from ``record`` to
    ``says_false``, ``closed_at``, ``outcome`` and ``wanted`` follow from these (core.casework.case_columns)."""

    id: int
    code: str
    record: RecordKind
    state: CaseState
    opened_at: datetime
    situation: str
    language: str
    act: str | None = None  # the coded kind of act, FIELDS A1
    alerting: bool = False  # lawyers are asked
    region: str | None = None
    city: str | None = None
    district: str | None = None
    elsewhere: str | None = None  # the city or region where people of it may be, too: lawyers there are asked
    started_at: datetime | None = None
    started_precision: Precision = Precision.UNKNOWN
    happened_on: date | None = None  # in the place's zone
    ongoing: str = "unknown"  # yes, no, unknown
    count_kind: CountKind = CountKind.UNKNOWN
    identified: int = 0
    unidentified_min: int = 0
    priority: str = "unknown"  # normal, urgent, unknown
    verification: str = "unknown"  # confirmed, likely, possible, unlikely, unknown (mt 41)
    says_over: bool = False  # a reporter says that it is over; only a member may close
    says_false: bool = False  # a reporter says that it was a false alarm
    owner_id: int | None = None  # the member who accepted
    accepted_at: datetime | None = None
    first_action_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = None  # released, false_alarm, and the other outcomes of closing
    step: int = 0  # of the escalation
    round: int = 0
    loops: int = 0
    found_nobody_at: datetime | None = None  # when the escalation first came to its last step
    wanted: tuple[str, ...] = ()  # what a lawyer should know for it: Speciality
    unheard_at: datetime | None = None  # urgent, and nobody had answered: coordinators ring since
    wants_second: bool = False  # two lawyers are wanted: a member's word, else what is told of it (columns)
    second_id: int | None = None  # the member who has the second place
    forgotten: tuple[
        str, ...
    ] = ()  # which parts of it are gone: core.forgetting.retention_terms.ForgettingStage
    forgotten_at: datetime | None = None  # since when there are no names and words any more

    @property
    def unclaimed_at(self) -> datetime | None:
        """Since when coordinators ring about it, because nobody has taken it."""
        return self.found_nobody_at or self.unheard_at


class Person(Struct, frozen=True):
    """One person in a case, named or not; what is said of them are claims. Who first spoke of them: a report or a member."""

    id: int
    case_id: int | None  # exactly one of the two is set
    report_id: int | None
    created_at: datetime


class Member(Struct, frozen=True):
    """A person on the roster."""

    id: int
    address_id: int
    role: Role
    name: str  # sealed
    languages: tuple[str, ...]
    cities: tuple[str, ...]  # gazetteer ids
    on_duty: bool
    phone: str  # sealed
    escalation: bool  # on the escalation list
    created_at: datetime
    suspended_at: datetime | None = None
    seal: bytes | None = None  # of the row; storage writes and compares it, and shows it to nobody
    drills: bool = False  # agreed to be asked when somebody practises
    specialities: tuple[str, ...] = ()  # Speciality
    calling: Qualification | None = None  # None where nobody has said it
    duty: Rota | None = None  # None where nothing was ever said of it: then on_duty alone counts
    other_id: int | None = None  # where they are reached too, on another messenger


class Offer(Struct, frozen=True):
    """One request to one member to take one case."""

    id: int
    case_id: int
    member_id: int
    step: int
    round: int
    state: OfferState
    offered_at: datetime
    answered_at: datetime | None = None
    reason: str | None = None
    lapsed_at: datetime | None = None  # accepted, and then no first action
    number: int = 0  # in the member's list, for as long as it is offered
    asked_by: int | None = None  # the member who wants to hand the case over to them; None: we asked
    delivered_at: datetime | None = None  # as the messenger tells, if it does
    read_at: datetime | None = None
    undelivered_at: datetime | None = None  # since when others are asked in place of them

    @property
    def is_unheard(self) -> bool:
        """Whether it has not reached the member who was asked, and we have stopped waiting for it."""
        return self.undelivered_at is not None and self.delivered_at is None


class TimelineEntry(Struct, frozen=True):
    """One line of a case's timeline. ``hash`` covers the line and the line before."""

    id: int
    case_id: int
    at: datetime
    actor_id: int  # member; 0 for the bot or a reporter
    kind: TimelineKind
    details: dict[str, Any]  # sealed
    previous: bytes
    hash: bytes
    emptied: bytes | None = None  # its details and who did it are gone; a keyed hash of what stays


class EvidenceLine(Struct, frozen=True):
    """What a transaction wrote of a case, report, file or incident: keyed hashes of its rows (storage.evidence).

    ``hash`` covers the line and the owner's line before.
    """

    id: int
    owner_id: int
    at: datetime
    rows: bytes
    previous: bytes
    hash: bytes


class DayLine(Struct, frozen=True):
    """One line a day that others can keep: a hash of yesterday's and of ``digest``, a keyed hash of the lines of all cases
    since then, up to the id ``upto``.
    """

    day: date
    upto: int
    digest: bytes
    line: bytes

    @property
    def text(self) -> str:
        """As it is posted."""
        return f"{self.day.isoformat()} {self.line.hex()}"


class Digest(Struct, frozen=True):
    """One day's digest. ``figures``: the numbers as posted, so that later corrections can be shown as such."""

    day: date
    covers_from: datetime
    covers_to: datetime
    posted_at: datetime | None = None
    figures: dict[str, Any] = field(default_factory=dict)
