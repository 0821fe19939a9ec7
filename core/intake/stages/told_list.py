"""A citizen sends a list of names: where it was read is asked, and a coordinator compares it, as a list from a door.

No name of it is a fact: nothing is claimed of anybody before the coordinator has looked. Names of those of whom the
writer is telling are an answer, and people who are said to be taken are a report, however many they are.
"""

import re
from collections.abc import Sequence

from core.conversation.forms import AnswerKind
from core.conversation.typed_shortcuts import TypedControl
from core.intake.message import ReadMessage
from core.intake.standing import KnownReport, Standing
from core.understanding import name_list
from core.understanding.name_list import Named
from core.understanding.names import find_names
from core.values import CountKind
from core.vocabulary import CaseState

FEWEST, MORE = 5, 2  # names of a list, and of what follows it
_PIECES = re.compile(r"[\n,;]|\s\d{1,3}[.)]\s")
_BESIDE = 3  # named lines to one without a name, at least
_PLACE = 14  # words of an answer where it was read
REPORT, SITUATION = "report", "situation"


def is_list_of_names(message: ReadMessage, standing: Standing) -> bool:
    """A list of people whom the writer tells nothing else of."""
    if not _may_be_list(message, standing) or _is_asked_who(standing):
        return False
    lines = _names_in(message, FEWEST)
    if not lines:
        return False
    names = sum(_is_named(line) for line in lines)
    if any(_are_of(known, names) for known in standing.open_reports):
        return False
    beside = " . ".join(line.typed for line in lines if not line.name)
    told = message.read_words(beside) if beside and message.is_own else None
    return told is None or not (told.happening and told.people is not None)


def adds_names(message: ReadMessage, standing: Standing) -> bool:
    """More names of the list that was sent before, or that message put right."""
    return standing.told_list is not None and bool(_names_in(message, MORE))


def says_where(message: ReadMessage, standing: Standing) -> bool:
    """The answer where the list was read: any words that no other row takes."""
    asked = standing.told_list
    if asked is None or asked.where or not message.is_words or message.number_of_words > _PLACE:
        return False
    said = message.read
    tells = said.happening or said.summons or said.foreign or said.flags or said.link is not None
    return not tells and message.control in (None, TypedControl.SKIP)


def _may_be_list(message: ReadMessage, standing: Standing) -> bool:
    if standing.member is not None or not message.is_new or message.incoming.file is not None:
        return False
    return len(_PIECES.findall(message.typed)) >= FEWEST - 1  # most messages are not read for names


def _is_asked_who(standing: Standing) -> bool:
    """Whether the open form has another use for names: it is not a report, it asks for them, or it tells of somebody and is
    no case yet.
    """
    asking, known = standing.asking, standing.form_report
    if asking is None:
        return False
    has_case = known is not None and known.case is not None
    asks = asking.question is not None and asking.question.kind is AnswerKind.PEOPLE
    return asking.name != REPORT or asks or (SITUATION in asking.state.answers and not has_case)


def _names_in(message: ReadMessage, fewest: int) -> Sequence[Named]:
    """The lines, if most of them name somebody."""
    lines, book = name_list.read(message.typed, message.setting.names), message.setting.names
    named = [line for line in lines if _is_named(line)]
    known = sum(bool(find_names(line.name, book, asked=True)) for line in named)
    is_list = len(named) >= fewest and 2 * known >= len(named)
    return lines if is_list and len(named) >= _BESIDE * (len(lines) - len(named) - 1) else ()


def _is_named(line: Named) -> bool:
    return bool(line.name) and not line.official


def _are_of(known: KnownReport, names: int) -> bool:
    """Whether so many may be those of whom the report tells: their number is not known, or is about as many."""
    case = known.case
    if case is None or case.state is CaseState.CLOSED:
        return False
    if case.count_kind in (CountKind.EXACT, CountKind.AT_LEAST):
        return 2 * (case.identified + case.unidentified_min) >= names
    return True
