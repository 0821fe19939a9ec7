"""Which cases may belong to one incident. Nobody is told so for sure: a coordinator says yes or no.

event      their words name the same event, in any city, within EVENT_WITHIN
spot       AT_SPOT of them speak of one station or address, within NEAR_WITHIN
district   IN_DISTRICT of them are of one district, within NEAR_WITHIN
mass       of one city so many detained people (the configuration says how many) are told within so many minutes, by more
           than one chat: people are counted, not who tells of them
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct, field

from core import folding
from core.casework.claim_kinds import HELD
from core.model import Case
from core.places.spots import Spot, make_spot
from core.records.incidents import IncidentRule
from core.values import Precision
from core.vocabulary import RecordKind

EVENT_WITHIN = timedelta(days=3)
NEAR_WITHIN = timedelta(hours=3)
AT_SPOT, IN_DISTRICT = 3, 5
# One detention that two people tell looks like two: of one city so many are needed, of several cities two are enough.
ONE_CITY = 3
EXACT = (Precision.MINUTE, Precision.HOUR)


class MassThreshold(Struct, frozen=True):
    """From how many detained people on, told within how long, detentions of one city are a mass detention."""

    count: int = 10
    within: timedelta = timedelta(minutes=60)


class EventWords(Struct, frozen=True):
    """Beginnings of folded words: what sort of event it is, with whom, and at what sort of place."""

    sorts: Mapping[str, str]
    whom: Mapping[str, str]
    scenes: Mapping[str, str]
    openings: frozenset[str]  # with which any of them begins: most words of a text do not


OPENING = 2  # letters


class ComparedCase(Struct, frozen=True):
    """A case as far as it is compared. ``event``: what was answered to "which event?"; ``chats``: who told it."""

    case: Case
    spot: Spot | None = None
    named: frozenset[str] = frozenset()
    event: frozenset[str] = field(default_factory=frozenset)
    chats: frozenset[int] = frozenset()

    @property
    def moment(self) -> datetime:
        """When it happened, if the hour is known; else when it was reported."""
        known = self.case.started_at if self.case.started_precision in EXACT else None
        return known or self.case.opened_at

    @property
    def is_told_of(self) -> bool:
        """Whether its words name an event at all."""
        return bool(self.named or self.event)


def read_event_words(table: Mapping[str, Mapping[str, Collection[str]]]) -> EventWords:
    """The table of the file, as it is compared."""
    sorts, whom, scenes = (
        {folding.fold_text(stem): name for name, stems in table[part].items() for stem in stems}
        for part in ("sorts", "whom", "scenes")
    )
    openings = frozenset(stem[:OPENING] for stem in (*sorts, *whom, *scenes))
    return EventWords(sorts, whom, scenes, openings)


def event_words_in(text: str, words: EventWords) -> frozenset[str]:
    """What the words tell of an event; nothing unless they tell its sort and, besides, whom it was with or another sort."""
    sorts = _named_in(text, words, words.sorts)
    whom = _named_in(text, words, words.whom)
    return sorts | whom if sorts and len(sorts) + len(whom) > 1 else frozenset()


def scene_words_in(text: str, words: EventWords) -> frozenset[str]:
    """All that tells of the scene: what sort of event it is, with whom, at what sort of place."""
    return frozenset().union(
        *(_named_in(text, words, table) for table in (words.sorts, words.whom, words.scenes))
    )


def _named_in(text: str, words: EventWords, table: Mapping[str, str]) -> frozenset[str]:
    said = [word for word in folding.folded_words(text) if word[:OPENING] in words.openings]
    return frozenset(name for word in said for stem, name in table.items() if _begins(word, stem))


def _begins(word: str, stem: str) -> bool:
    return word == stem if len(stem) < 4 else word.startswith(stem)


def event_answer_words(text: str) -> frozenset[str]:
    """The words of an answer that tell one event from another."""
    return make_spot("", text).words


def is_same_event(compared: ComparedCase, other: ComparedCase, words: EventWords) -> bool:
    """Whether they name the same event, near enough in time."""
    if abs(compared.case.opened_at - other.case.opened_at) > EVENT_WITHIN:
        return False
    shared = compared.named & other.named
    if len(shared) > 1 and shared & set(words.sorts.values()):
        return True
    return bool(compared.event) and Spot("", compared.event).is_same(Spot("", other.event))


def cases_of_same_event(
    compared: ComparedCase, others: Sequence[ComparedCase], words: EventWords, mass: MassThreshold
) -> tuple[IncidentRule, list[ComparedCase]] | None:
    """The strongest rule by which the case belongs with others, and those others."""
    near = [each for each in others if _is_near(compared, each)]
    here = [each for each in near if each.case.city == compared.case.city and compared.case.city is not None]
    crowd = [each for each in here if abs(each.case.opened_at - compared.case.opened_at) <= mass.within]
    told = sum(people_of(each.case) for each in (compared, *crowd))
    if is_counted(compared.case) and told >= mass.count and len(_chats_of([compared, *crowd])) > 1:
        return IncidentRule.MASS, crowd
    event = [each for each in others if is_same_event(compared, each, words)]
    cities = {each.case.city for each in (compared, *event)}
    if event and (len(cities) > 1 or _are_many([compared, *event], ONE_CITY)):
        return IncidentRule.EVENT, event
    if not is_counted(compared.case):
        return None
    spotted = [each for each in here if compared.spot and each.spot and compared.spot.is_same(each.spot)]
    if _are_many([compared, *spotted], AT_SPOT):
        return IncidentRule.SPOT, spotted
    district = [
        each for each in here if compared.case.district and each.case.district == compared.case.district
    ]
    return (IncidentRule.DISTRICT, district) if _are_many([compared, *district], IN_DISTRICT) else None


def _is_near(compared: ComparedCase, other: ComparedCase) -> bool:
    return is_counted(other.case) and abs(compared.moment - other.moment) <= NEAR_WITHIN


def is_counted(case: Case) -> bool:
    """Whether somebody is held in it, or may be, and nobody calls it over or false."""
    return case.record in HELD and not case.says_false and not case.says_over and case.outcome is None


def people_of(case: Case) -> int:
    """How many people it tells of, at least."""
    return max(1, case.identified + case.unidentified_min)


def may_be_asked(case: Case) -> bool:
    """Whether it is looked for others at all: a summons is nothing that has happened."""
    return case.record is not RecordKind.SUMMONS


def _chats_of(group: Sequence[ComparedCase]) -> set[int]:
    return {chat for compared in group for chat in compared.chats}


def _are_many(group: Sequence[ComparedCase], count: int) -> bool:
    """So many cases, and not all of them told by one chat."""
    return len(group) >= count and len(_chats_of(group)) > 1


def year_of_case(case: Case) -> int:
    """The year in which it happened, as far as that is known."""
    return (case.happened_on or case.opened_at).year


def is_of_another_year(case: Case, others: Sequence[Case]) -> bool:
    """Whether it happened in a year in which none of the others did."""
    return bool(others) and year_of_case(case) not in {year_of_case(other) for other in others}
