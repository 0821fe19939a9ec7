"""Something happens, or may: words that begin a report, a question where somebody is, a check-in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec import Struct

from core.casework.claim_kinds import QUIET, SITUATIONS
from core.conversation.forms import AnswerKind
from core.conversation.typed_shortcuts import says_none
from core.incoming import IncomingKind
from core.intake.belonging import ELSEWHERE, Belonging, belonging
from core.intake.home import MANY, Home, home_of
from core.intake.message import ReadMessage
from core.intake.standing import AskingForm, KnownReport, Standing
from core.records.lookups import LookUp
from core.understanding import ahead
from core.understanding.questions import ASKED
from core.understanding.seeking import LOOK_UP
from core.understanding.situations import understand_situation
from core.values import CountKind, Moment, People, Place
from core.vocabulary import MYSELF, CaseState, CheckInState, ReportState

SAME = timedelta(hours=2)  # so long a second SOS is about the case that the first one opened
FEW = 4  # words of a cry that tells nothing else
SITUATION = "situation"
BEGINNING = ("report", "sos")  # commands
REPORT, LATER, LOOKED_FOR, CHECK_IN = "report", "later", "lookup", "checkin"  # forms


class Cry(Struct, frozen=True):
    """``again``: the report that it belongs to, by its number; None where it begins one."""

    again: int | None = None


def cries(message: ReadMessage, standing: Standing) -> Cry | None:
    """ "SOS", "help me Almaty", "көмек": nothing that tells more, and nothing that members write. Another form than a
    report's may hear it itself.
    """
    asking = standing.asking
    if asking is not None and asking.name not in (REPORT, LATER) and asking.hears_cries:
        return None
    if standing.member is not None or not is_cry(message):
        return None
    question = asking.question if asking is not None else None
    is_several = question is not None and question.kind is AnswerKind.CHOICES
    if is_several and says_none(message.text, message.setting.words):
        return None  # "nothing urgent", asked what is
    same = same_emergency(standing.open_reports, standing.now, message.read.place, typed=True)
    if same is not None:
        return Cry(same.id)
    return None if _tells_of_another(asking) else Cry()


def is_cry(message: ReadMessage) -> bool:
    """Whether the message is a call for help and nothing else but perhaps a place."""
    if not message.is_words or message.number_of_words > FEW:
        return False
    heard = message.read
    us = People(kind=CountKind.SEVERAL)
    of_others = heard.people not in (None, us) or heard.link not in (None, "self")
    return heard.happening and heard.situation is None and not heard.alarms and not of_others


def same_emergency(
    mine: Sequence[KnownReport], now: datetime, place: Place | None, *, typed: bool
) -> KnownReport | None:
    """The open report that a second SOS belongs to. Typed it is the newest, by the button one's own."""
    for known in reversed(mine[-MANY:]):
        case, opened_at = known.case, known.report.opened_at
        if case is None or known.answers is None or case.state is CaseState.CLOSED:
            continue
        lately = opened_at is not None and now - opened_at < SAME
        elsewhere = place is not None and place.city and case.city and place.city != case.city
        if lately and not elsewhere and (typed or case.situation == MYSELF):
            return known
    return None


def _tells_of_another(asking: AskingForm | None) -> bool:
    """Whether the report that is open tells already of somebody: then a cry is one more word of it."""
    situation = asking.state.answers.get(SITUATION) if asking is not None and asking.name == REPORT else None
    return situation is not None and situation.value != MYSELF


class AboutLookUp(Enum):
    """What words tell of somebody who is looked for."""

    BEGINS = auto()  # another question
    ANSWERS = auto()  # of the question that is open
    ADDS = auto()  # to one that waits
    HAPPENED = auto()  # to the person looked for: a report of them
    VANISHED = auto()  # no question any more: a report


ADDING = (
    None,
    ASKED,
    "status",
    "howlong",
    "comes",
    "condition",
    "release",
    "nobody",
    "where",
    "other",
)  # intents that are about the question
RECENT = timedelta(days=1)


def asks_where(message: ReadMessage, standing: Standing) -> AboutLookUp | None:
    """A reporter who asks for somebody of their own report asks about that case. In the open form of a report words are
    answers.
    """
    asking, said = standing.asking, message.read
    kinds = (IncomingKind.MESSAGE, IncomingKind.EDITED)
    ours = message.incoming.kind in kinds and message.is_own and message.incoming.file is None
    if not ours or standing.member is not None or not message.text.strip():
        return None
    if asking is not None and asking.name != LOOKED_FOR:
        return None
    if said.seeks is None:
        return _adds(message, standing) if asking is None else _happened(message, standing, asking)
    if said.seeks != LOOK_UP:  # it is read as a report anyhow
        is_report = said.situation is not None or said.happening or standing.open_reports
        return None if is_report else AboutLookUp.VANISHED
    if standing.seeks_own:
        return None
    same = standing.lookups and (not said.sought or standing.lookups[-1].names == said.sought)
    return AboutLookUp.ANSWERS if asking is not None and same else AboutLookUp.BEGINS


def _happened(message: ReadMessage, standing: Standing, asking: AskingForm) -> AboutLookUp | None:
    """An answer tells what happened, and names nobody else."""
    said, waiting = message.read, standing.lookups
    names = said.people is not None and said.people.names
    if not said.happening or names or said.link is not None or standing.open_reports:
        return None
    return AboutLookUp.HAPPENED if waiting and waiting[-1].dialogue_id == asking.dialogue.id else None


def _adds(message: ReadMessage, standing: Standing) -> AboutLookUp | None:
    """Words when the questions are over, from somebody who waits and tells nothing else: a number, a name, "what now?"."""
    said = message.read
    if said.happening or said.summons or said.foreign or said.situation is not None or said.alarms:
        return None
    waits = said.intent in ADDING and _asked_lately(standing)
    alive = any(known.report.state in (ReportState.DRAFT, ReportState.OPEN) for known in standing.reports)
    return AboutLookUp.ADDS if waits and not alive and message.control is None else None


def _asked_lately(standing: Standing) -> LookUp | None:
    newest = standing.lookups[-1] if standing.lookups else None
    return newest if newest is not None and standing.now - newest.created_at <= RECENT else None


LONGEST = 60  # words of a promise; a longer message tells something else


def promises(message: ReadMessage, standing: Standing) -> bool:
    """By when they will write. In a report such words belong to it; while they are waited for, only a time counts."""
    asking, setting = standing.asking, message.setting
    if not message.is_typed or (asking is not None and asking.name != CHECK_IN):
        return False
    if message.number_of_words > LONGEST or not ahead.promises(message.text, setting.heard):
        return False
    if _has_happened(message):
        return False
    waiting = standing.checkin
    if asking is None and waiting is not None and waiting.checkin.state is CheckInState.RUNNING:
        until = ahead.until(message.text, setting.heard, standing.now, setting.zone, message.language)
        return isinstance(until, Moment) and until.at is not None
    return True


def _has_happened(message: ReadMessage) -> bool:
    """Whether something has happened already: a report. What stands behind the promise is feared."""
    before = ahead.said_before(message.text, message.setting.heard)
    return bool(before) and message.read_words(before).happening


HAPPENING = frozenset(SITUATIONS) - QUIET  # somebody is in trouble, no matter what else was said


def happens(message: ReadMessage, standing: Standing) -> Home | None:
    """Something is happening to somebody, with or without a place, in a form that lets such words go."""
    lets_go = standing.asking is not None and standing.asking.lets_go and message.is_own
    is_told = lets_go and understand_situation(message.text, message.setting.heard) in HAPPENING
    return home_of(message, standing) if is_told else None


ABOUT_THE_SAME = "taken"  # the question whose answer may well name another city


def happens_beside_later(message: ReadMessage, standing: Standing) -> Home | None:
    """Something happens elsewhere, while questions without hurry are open."""
    return home_of(message, standing) if _in_form(message, standing, LATER) in ELSEWHERE else None


def is_of_another_report(message: ReadMessage, standing: Standing) -> Belonging | None:
    """Something happens elsewhere, in the open form of a report: no answer of that form."""
    found = _in_form(message, standing, REPORT)
    question = standing.asking.question if standing.asking is not None else None
    if found is Belonging.ANOTHER and question is not None and question.name == ABOUT_THE_SAME:
        return Belonging.DOUBTFUL
    return found if found in ELSEWHERE else None


def is_moved(message: ReadMessage, standing: Standing) -> bool:
    """The person of the report whose form is open is brought to another city."""
    return _in_form(message, standing, REPORT) is Belonging.MOVED


def _in_form(message: ReadMessage, standing: Standing, form: str) -> Belonging | None:
    """What the words are to the report about which this form asks; it may be asking again where it is."""
    asking, known = standing.asking, standing.form_report
    if asking is None or asking.name != form or known is None or not message.is_new:
        return None
    if asking.dialogue.revisiting == "place" and form == REPORT:
        return None
    return belonging(message, known, by_member=standing.member is not None)


def is_commanded(message: ReadMessage, standing: Standing) -> Home | None:
    """A member's words behind a command that begins reports."""
    is_theirs = standing.member is not None and message.commanded in BEGINNING
    return home_of(message, standing) if is_theirs else None
