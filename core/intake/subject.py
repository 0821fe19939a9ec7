"""Of several reports of one person, the one that words are about: by whom they name, else by the city; and whether they tell
that people of a report are out.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from core.casework.claim_kinds import HELD
from core.conversation.corrections import is_held_at_home
from core.conversation.finer_values import places_contradict
from core.conversation.typed_shortcuts import typed_number
from core.incoming import IncomingKind
from core.intake.message import ReadMessage
from core.intake.standing import KnownReport, Waiting
from core.model import Case
from core.understanding.heard import Heard
from core.understanding.later import (
    READ,
    GoodNews,
    good_news,
    leaves_somebody,
    names_kin,
    names_person,
    speaks_of_other_kin,
)
from core.understanding.member_news import without_either
from core.values import Place
from core.vocabulary import MYSELF, CaseState


def report_meant(message: ReadMessage, reports: Sequence[KnownReport]) -> KnownReport | None:
    """None where the words name nobody and no place of one report alone, and nobody waits for an answer in one.

    Something that happens is somebody's who is named; a relative and a city may be another's too.
    """
    tells: tuple[Callable[[ReadMessage, KnownReport], bool], ...] = (names_person_of,)
    if not message.read.happening:
        tells = (names_person_of, _names_kin, _names_place, _is_asked_back)
    for speaks_of in tells:
        found = [known for known in reports if speaks_of(message, known)]
        if len(found) == 1:
            return found[0]
        reports = found or reports
    return None


def report_named(message: ReadMessage, reports: Sequence[KnownReport]) -> KnownReport | None:
    """The only one of them whose person the words name."""
    found = [known for known in reports if names_person_of(message, known)]
    return found[0] if len(found) == 1 else None


def names_person_of(message: ReadMessage, known: KnownReport) -> bool:
    """Whether the words name a person of this report."""
    return any(names_person(message.text, name) for name in known.names)


def _is_asked_back(message: ReadMessage, known: KnownReport) -> bool:
    return known.asked_back is not None


def _names_kin(message: ReadMessage, known: KnownReport) -> bool:
    return names_kin(message.text, " . ".join(known.said), message.setting.heard)


def _names_place(message: ReadMessage, known: KnownReport) -> bool:
    case, match = known.case, message.place
    if case is None or case.region is None or match is None or not match.exact:
        return False
    here = Place(city=case.city, district=case.district, region=case.region)
    return not places_contradict(here, Place(city=match.city, district=match.district, region=match.region))


class Which(Struct, frozen=True):
    """``report``: to which the words that wait belong, by its number, or by that of their draft, if they are new. ``tells``:
    these words are about it too, and no mere answer.
    """

    report: int
    tells: bool = False


def answer_to_which(message: ReadMessage, waiting: Waiting, *, by_number: bool) -> Which | None:
    """To which report the words that wait belong: by a number, by a place, by whom these name."""
    numbers = [*(known.id for known in waiting.shown), waiting.draft]
    if by_number or not typed_number(message.text):
        chosen = _typed_choice(waiting.labels, message.text)
        if chosen is not None:
            return Which(numbers[chosen])
    found = report_meant(message, waiting.shown)
    return Which(found.id, tells=True) if found is not None else None


def _typed_choice(labels: Sequence[str], text: str) -> int | None:
    """The place in the list that a number names, or words that only one label begins with."""
    counted = typed_number(text)
    if counted is not None:
        return counted - 1 if 1 <= counted <= len(labels) else None
    typed = text.strip().casefold()
    found = [i for i, label in enumerate(labels) if typed and label.casefold().startswith(typed)]
    return found[0] if len(found) == 1 else None


def told_good_news(message: ReadMessage, known: KnownReport) -> GoodNews | None:
    """What the words tell of those whom the report is about; nothing if it is of somebody else, or of a home that nobody may
    leave.
    """
    text, heard = message.text[:READ], message.setting.heard
    if message.incoming.kind is IncomingKind.TAP or not message.is_own:
        return None
    situation = (known.answers or {}).get("situation")
    of_others = situation is None or situation.value != MYSELF
    stated = good_news(without_either(message.stated, heard), heard, beside=of_others)
    good = (
        good_news(text, heard, beside=of_others) if stated is not None else None
    )  # what is asked may tell of the others
    if good is None or (good is GoodNews.WELL and message.facts):
        return None
    written = message.incoming.sent_at
    if written is not None and message.tells_of_court(written, message.setting.zone).release is not None:
        return None  # they are to be free on a day to come
    if is_of_somebody_else(text, known.said, heard) or frees_only_others(text, known.case, heard):
        return None
    return None if is_held_at_home(known.answers or {}, text, heard) else good


def frees_only_others(text: str, case: Case | None, heard: Heard) -> bool:
    """Whether others are said to be free, and the only one of the case, who does not write, is not."""
    is_one = case is not None and case.identified + case.unidentified_min <= 1 and case.situation != MYSELF
    return is_one and leaves_somebody(text, heard)


def is_of_somebody_else(text: str, said: Iterable[str], heard: Heard) -> bool:
    """Whether whom the words name cannot be whom was named before, a woman and a man: "mom is home now"."""
    before = " . ".join(told for told in said if told != text)
    return speaks_of_other_kin(text, before, heard)


def may_be_held(known: KnownReport) -> bool:
    """Whether its case is open, and somebody may be held in it."""
    case = known.case
    if case is None or case.state is CaseState.CLOSED or case.says_over:
        return False
    return case.alerting and case.record in HELD
