"""The one report to which words belong that no row of the stages has taken before, among the writer's own.

No open report: a new one begins, unless they are about one that was closed. One: they join it, unless something happens
elsewhere to somebody else. Several: something that happens where none of them is begins a new one; other words go to the
report whose code, people or place they name, or wait until the person says.
"""

from enum import Enum, auto

from msgspec import Struct

from core import folding
from core.conversation.typed_shortcuts import TypedControl
from core.intake.belonging import ELSEWHERE, Belonging, belonging
from core.intake.message import READ, ReadMessage
from core.intake.standing import KnownReport, Standing, recently_closed
from core.intake.subject import answer_to_which, report_meant
from core.understanding.questions import asks_about_closing

MANY = 20  # reports of one person that are not closed
ALL, SOME, NONE = "all", "some", "none"  # of those of whom it was said are out


class Way(Enum):
    """What becomes of the words there."""

    ANSWERS_OUT = auto()  # who is out, which was asked last
    CLOSED = auto()  # they are of the report that was closed
    BEGINS = auto()  # none is open
    ELSEWHERE = auto()  # a report of its own beside the others
    SETTLES = auto()  # they say to which report earlier words belong
    JOINS = auto()
    ASKED = auto()  # which of several is asked


class Home(Struct, frozen=True):
    """``report``: its number, where it is there already; ``word``: of ANSWERS_OUT; ``named``: the words name it."""

    way: Way
    report: int | None = None
    belongs: Belonging = Belonging.HERE
    word: str = ""
    named: bool = False


def home_of(message: ReadMessage, standing: Standing) -> Home:
    """Where the words go. What a member says begins no report beside others by itself."""
    mine, by_member = standing.open_reports, standing.member is not None
    asked = next((known for known in reversed(mine) if known.asked_out), None)
    word = out_typed(message) if asked is not None else ""
    if asked is not None and asked.case is not None and word:
        return Home(Way.ANSWERS_OUT, asked.id, word=word)
    coded = next((known for known in mine if known.id == standing.coded), None)
    if coded is not None and len(mine) > 1:
        return Home(Way.JOINS, coded.id, belonging(message, coded, by_member=by_member), named=True)
    if not mine:
        closed = recently_closed(standing)
        if closed is not None and not _begins_again(message):
            return Home(Way.CLOSED, closed.id)
        return Home(Way.BEGINS)
    if len(mine) > 1:
        return _among_several(message, standing, mine)
    return _joining(message, mine[0], by_member=by_member)


def _begins_again(message: ReadMessage) -> bool:
    """Whether something happens, after a report was closed: who asks whether that is so names nobody."""
    told = message.read
    named = told.place is not None or (told.people is not None and told.people.names)
    is_asked = not named and asks_about_closing(message.text[:READ], message.setting.heard)
    return told.happening and not is_asked


def _joining(message: ReadMessage, known: KnownReport, *, by_member: bool) -> Home:
    belongs = belonging(message, known, by_member=by_member)
    return Home(Way.ELSEWHERE) if belongs is Belonging.ANOTHER else Home(Way.JOINS, known.id, belongs)


def _among_several(message: ReadMessage, standing: Standing, mine: list[KnownReport]) -> Home:
    by_member, waiting = standing.member is not None, standing.waiting
    found = (belonging(message, known, by_member=False) for known in reversed(mine[-MANY:]))
    if not by_member and all(belongs in ELSEWHERE for belongs in found):
        return Home(Way.ELSEWHERE)
    if waiting is not None:
        which = answer_to_which(message, waiting, by_number=True)
        return Home(Way.SETTLES, which.report) if which is not None else Home(Way.ASKED)
    meant = report_meant(message, mine)
    if meant is None:
        return Home(Way.ASKED)
    return Home(Way.JOINS, meant.id, belonging(message, meant, by_member=by_member), named=True)


def out_typed(message: ReadMessage) -> str:
    """Who is out, as far as that is all that is said: ALL, SOME, NONE."""
    words, typed = message.setting.words, " ".join(folding.folded_words(message.text))
    for answer in (ALL, SOME):
        known = ",".join(words.say(language, f"out-typed-{answer}") for language in words.languages)
        if typed in {" ".join(folding.folded_words(phrase)) for phrase in known.split(",")}:
            return answer
    return {TypedControl.YES: ALL, TypedControl.NO: NONE}.get(message.control or TypedControl.BACK, "")
