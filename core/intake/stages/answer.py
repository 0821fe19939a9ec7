"""Answers to something that was asked: the newest prompt, a check-in, a list from a door, the form that is open."""

from datetime import datetime
from enum import Enum, auto

from msgspec import Struct

from core.casework.visits import VisitQuestion
from core.conversation.typed_shortcuts import TypedControl
from core.incoming import IncomingKind
from core.intake import signs
from core.intake.message import ReadMessage
from core.intake.prompts import Prompt, newest_fitting
from core.intake.signs import Sign
from core.intake.standing import AskingForm, Standing
from core.records.check_ins import BEFORE, CheckIn
from core.records.door_lists import DoorList, line_from_data
from core.understanding import AheadProblem, check_moment, name_list, understand_ahead
from core.understanding.lawyer_words import harm_told, visit_said
from core.understanding.name_list import has_names
from core.vocabulary import CheckInState

A_TIME = 5  # words at most that are a time and nothing else


def prompt_answered(message: ReadMessage, standing: Standing) -> Prompt | None:
    """The newest of those that the words can answer."""
    return newest_fitting(message, standing.prompts)


class AboutCheckIn(Enum):
    """What is typed instead of a press by somebody who is waited for."""

    CONFIRMS = auto()  # what was answered is right
    LONGER = auto()
    TIME = auto()  # another one
    NOT_WELL = auto()  # to the question whether they are
    SIGN = auto()


class CheckInAnswer(Struct, frozen=True):
    """``until``: of TIME (UTC); ``sign``: of SIGN."""

    about: AboutCheckIn
    until: datetime | None = None
    sign: Sign | None = None


def answers_checkin(message: ReadMessage, standing: Standing) -> CheckInAnswer | None:
    """Beside another form, or another report, only what says nothing but that they are fine."""
    waiting, asking, text = standing.checkin, standing.asking, message.text
    if waiting is None or not message.is_own:
        return None
    checkin, fine = waiting.checkin, signs.is_phrase(message, text, signs.FINE)
    if asking is not None and _is_being_set(standing.now, checkin, asking):
        return CheckInAnswer(AboutCheckIn.CONFIRMS) if fine and asking.question is None else None
    if signs.is_phrase(message, text, signs.LONGER):
        return CheckInAnswer(AboutCheckIn.LONGER)
    sign = signs.sign_in(message)
    if asking is None and sign not in (None, Sign.GOOD):
        until = _other_time(message, checkin, standing.now)
        if until is not None:
            return CheckInAnswer(AboutCheckIn.TIME, until)
    if not fine and _is_elsewhere(standing, checkin):
        return None
    if message.control is TypedControl.NO and waiting.is_asked:
        return CheckInAnswer(AboutCheckIn.NOT_WELL)
    return CheckInAnswer(AboutCheckIn.SIGN, sign=sign) if sign is not None else None


def _is_being_set(now: datetime, checkin: CheckIn, asking: AskingForm) -> bool:
    """Whether its own questions are still asked, and no reminder can have come: then nobody says yet that they are back."""
    runs = checkin.state is CheckInState.RUNNING and now < checkin.due - BEFORE
    return runs and asking.dialogue.id == checkin.dialogue_id


def _other_time(message: ReadMessage, checkin: CheckIn, now: datetime) -> datetime | None:
    """Another time, and nothing else."""
    runs, setting = checkin.state is CheckInState.RUNNING, message.setting
    if not runs or not message.text or message.number_of_words > A_TIME:
        return None
    until = understand_ahead(message.text, setting.heard, now, setting.zone, message.language)
    return None if until is None or isinstance(until, AheadProblem) else until.at


def _is_elsewhere(standing: Standing, checkin: CheckIn) -> bool:
    """Whether words may as well be about something else: another form, another report, a member's work."""
    asking = standing.asking
    if standing.member is not None or (asking is not None and asking.dialogue.id != checkin.dialogue_id):
        return True
    return any(known.id != checkin.report_id for known in standing.open_reports)


def is_for_door_list(message: ReadMessage, standing: Standing) -> bool:
    """It belongs to a list that the member brings or reads: of a list and a form that are open, what asked last has the
    words.
    """
    door_list, asking, incoming, words = standing.door_list, standing.asking, message.incoming, message.whole
    if door_list is None or incoming.kind not in (IncomingKind.MESSAGE, IncomingKind.EDITED):
        return False
    if incoming.location is not None or not (words or incoming.file) or words.startswith("/"):
        return False  # behind a command stand words of its own
    if asking is not None and asking.dialogue.updated_at >= door_list.updated_at:
        return False
    if not message.is_new and not _came_in(door_list, incoming.message_id):
        return False
    return not _is_of_visit(message, words)


def _came_in(door_list: DoorList, number: int | None) -> bool:
    return any(line_from_data(line).message == number for line in door_list.lines)


def _is_of_visit(message: ReadMessage, words: str) -> bool:
    """How far the visit is; of whom the list says that they are not there, is of the list."""
    said = visit_said(words, message.setting.heard, message.language)
    return said is not None and not (said.more and has_names(name_list.read(words, message.setting.names)))


WORDS = (VisitQuestion.HARM, VisitQuestion.MOVED)  # questions of a visit that any words answer
SHORT = 6  # words of what may be a time


def answers_observation(message: ReadMessage, standing: Standing) -> bool:
    """What a member was asked of what they saw; what cannot be an answer is read as what else it is."""
    asked, words, heard = standing.observed, message.whole, message.setting.heard
    if asked is None or not message.is_typed or not words:
        return False
    if visit_said(words, heard, message.language) is not None:
        return False
    if asked.what in WORDS:
        return asked.what == VisitQuestion.HARM or not harm_told(words, heard)
    checked = check_moment(words, heard, standing.now, asked.zone, message.language)
    is_time = checked.moment.at is not None or checked.problem is not None
    return is_time and len(words.split()) <= SHORT


def is_for_form(message: ReadMessage, standing: Standing) -> bool:
    """All that is said while a form is open: an answer, or words that it keeps and answers itself."""
    return standing.asking is not None


CONTROLS = (TypedControl.BACK, TypedControl.SKIP, TypedControl.CANCEL)


def is_control(message: ReadMessage, standing: Standing) -> bool:
    """A typed back, skip or cancel."""
    return message.control in CONTROLS
