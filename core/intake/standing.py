"""How things stand when a message comes: all that decides about it beside its words.

Loaded by handlers.intake.standing; in core.intake nothing is asked of a database any more. What costs a statement is loaded
only where the words can need it.
"""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.conversation.forms import Answers, Form, FormState, Question, current_question
from core.intake.prompts import Prompt
from core.model import Case, Dialogue, Guest, Member, Report
from core.records.check_ins import CheckIn
from core.records.door_lists import DoorList
from core.records.lookups import LookUp
from core.values import Hearing
from core.vocabulary import CaseState, ConsentUse, ReportState


class CodeSaid(Enum):
    """What a receipt code in the words is, as far as that decides where they go."""

    ALONE = auto()  # nothing but a code, or nearly one
    OF_ANOTHER = auto()  # beside words that are a guest's
    BESIDE = auto()  # beside words that go on without it


class AskingForm(Struct, frozen=True):
    """The form that is open, how far it is, and what it leaves to others: see handlers.forms.form_behaviour.

    ``lets_go``: of words that tell of a happening; ``hears_cries``: itself, as an answer.
    """

    form: Form
    state: FormState
    dialogue: Dialogue
    lets_go: bool = False
    hears_cries: bool = False
    hears_codes: bool = False
    hears_everyday: bool = False

    @property
    def name(self) -> str:
        return self.form.name

    @property
    def question(self) -> Question | None:
        """What it asks now; None where all is answered."""
        return current_question(self.form, self.state)


class KnownReport(Struct, frozen=True):
    """A report, its case, and what was told in it. ``answers``: of its form; None if it never had one.

    Loaded only where the words can need it: ``said``, its messages, oldest first; ``names`` of its people; ``asked_back``,
    when a member asked its reporter something that is not answered (UTC). ``asked_out``: who is out was asked.
    """

    report: Report
    case: Case | None = None
    answers: Answers | None = None
    said: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    asked_back: datetime | None = None
    asked_out: bool = False

    @property
    def id(self) -> int:
        return self.report.id

    @property
    def is_open(self) -> bool:
        return self.report.state is ReportState.OPEN


class GuestOf(Struct, frozen=True):
    """The chat came by the code of this report, which is another chat's."""

    guest: Guest
    known: KnownReport


class WaitingCheckIn(Struct, frozen=True):
    """The latest check-in of the chat; ``is_asked``: whether they are well, which was not answered."""

    checkin: CheckIn
    is_asked: bool = False


class Waiting(Struct, frozen=True):
    """Words of somebody with several reports wait in ``draft`` until they say which of those ``shown`` they are about.

    ``labels``: how each is called, and behind them that they are new.
    """

    draft: int
    shown: tuple[KnownReport, ...]
    labels: tuple[str, ...]


class HeldCase(Struct, frozen=True):
    """A case that the member has, or had last. ``was_inside``: their visit has come so far that they can be out again;
    ``is_open_only``: a coordinator's to whom it was opened, who makes no visit.
    """

    case: Case
    zone: ZoneInfo
    was_inside: bool = False
    is_open_only: bool = False


class WrittenHearing(Struct, frozen=True):
    """The hearing of which the member wrote a moment ago, while nothing has come of it; ``zone``: of its case."""

    hearing: Hearing
    zone: ZoneInfo


class Observed(Struct, frozen=True):
    """What a member was asked of what they saw; ``zone``: of the case."""

    what: str
    zone: ZoneInfo


class Standing(Struct, frozen=True):
    """``member``: unless suspended; ``prompts``: those that these words can answer, in any order; ``now`` is UTC."""

    now: datetime
    is_silent: bool = False
    member: Member | None = None
    is_administrator: bool = False
    asking: AskingForm | None = None
    prompts: tuple[Prompt, ...] = ()
    awaits_roster: bool = False  # its administrator has asked for the file
    names_case: bool = False  # the words are the code of a case, from a member
    code: CodeSaid | None = None
    allowed: frozenset[ConsentUse] = (
        frozenset()
    )  # what the writer has allowed, where they have changed their mind
    reports: tuple[KnownReport, ...] = ()  # the writer's own, oldest first
    form_report: KnownReport | None = None  # what the open form is about, if it is one
    report_question: Question | None = None  # what a report would ask next, with the answers of the open form
    guest: GuestOf | None = None
    checkin: WaitingCheckIn | None = None  # while its case is not closed
    door_list: DoorList | None = None  # that the member brings or reads
    told_list: DoorList | None = None  # that the writer, who is no member, sent just now
    lookups: tuple[LookUp, ...] = ()  # questions that wait for a call back, oldest first
    waiting: Waiting | None = None
    askable: frozenset[int] = frozenset()  # the writer's reports of which it can be asked who is out
    held: tuple[HeldCase, ...] = ()  # where the words may be about a visit
    is_without_case: bool = False  # a lawyer who has none, and had none lately, where the words want a person
    written: WrittenHearing | None = None  # where the words may say more of it
    observed: Observed | None = None
    renamed: Any = None  # whom of their cases a member's words rename
    has_newer_case: bool = (
        False  # a member's, since the open form of their own report has asked, or much later
    )
    writes_notes: bool = False  # what a member writes here is a note, and not about the report that they made
    seeks_own: bool = False  # the words look for somebody of the writer's own reports
    coded: int | None = None  # the writer's own report whose code stood beside the words

    @property
    def meant(self) -> KnownReport | None:
        """What everyday words are about: the report that is open here, else the newest, be it closed."""
        if self.asking is not None:
            return self.form_report
        states = (ReportState.OPEN, ReportState.DRAFT, ReportState.CLOSED)
        newest = (known for state in states for known in self.reports[::-1] if known.report.state is state)
        return next(newest, None)

    @property
    def open_reports(self) -> list[KnownReport]:
        """Those whose cases are not closed, oldest first."""
        return [known for known in self.reports if known.is_open]


CLOSED_LATELY = timedelta(days=14)  # what is written later is about something else


def recently_closed(standing: Standing) -> KnownReport | None:
    """The writer's report that was closed last; None if that is long ago, or another is open."""
    closed = [known for known in standing.reports if known.report.state is ReportState.CLOSED][-1:]
    if not closed or standing.open_reports:
        return None
    case = closed[0].case
    at = case.closed_at if case is not None and case.state is CaseState.CLOSED else None
    return closed[0] if at is not None and standing.now - at <= CLOSED_LATELY else None
