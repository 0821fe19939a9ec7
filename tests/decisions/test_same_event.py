"""Which cases may be one incident: by words that name an event, by place and time, by how many tell of one city."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.casework.incident_figures import BoardPart, CasesAndPeople, board_part, count_incident
from core.casework.same_event import (
    ComparedCase,
    MassThreshold,
    cases_of_same_event,
    event_answer_words,
    event_words_in,
    is_of_another_year,
)
from core.model import Case
from core.places.spots import make_spot
from core.records.incidents import IncidentRule
from core.resources.word_files import load_event_words
from core.vocabulary import CaseState, RecordKind
from tests.decisions.people import NOW, case

WORDS = load_event_words()
MASS = MassThreshold(4, timedelta(minutes=30))


def told(
    number: int, *, place: str = "", words: str = "", event: str = "", chat: int = 0, **changes: object
) -> ComparedCase:
    """A case, told by a chat of its own unless said otherwise."""
    made = case(id=number, **changes)
    chats = frozenset({chat or number})
    return ComparedCase(
        made,
        make_spot(made.city or "", place),
        event_words_in(words, WORDS),
        event_answer_words(event),
        chats,
    )


def rule_of(group: list[ComparedCase], mass: MassThreshold = MASS) -> IncidentRule | None:
    """By which rule the last belongs with the others."""
    found = cases_of_same_event(group[-1], group[:-1], WORDS, mass)
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("встреча с депутатами в Астане", "Депутаттармен кездесуде ұстады", True),
        ("taken at the meeting with deputies", "депутаты Европарламента встречались с людьми", True),
        ("митинг рабочих", "жұмысшылардың митингісінде", True),
        ("встреча с депутатами", "Жолда, кездесуге бара жатқанда", False),
        ("встреча с депутатами", "митинг рабочих", False),
        ("police took a man", "police took a man", False),
        ("the meeting", "the meeting", False),
    ],
)
def test_two_messages_name_one_event_in_any_of_the_three_languages(one: str, other: str, same: bool) -> None:
    group = [told(1, words=one, city="astana"), told(2, words=other)]
    assert rule_of(group) == (IncidentRule.EVENT if same else None)


def test_an_answer_that_names_the_event_is_enough_and_three_days_are_the_limit() -> None:
    event = "презентация книги Абаева"
    group = [told(1, event=event, city="astana"), told(2, event="Презентация книги Абаева")]
    assert rule_of(group) is IncidentRule.EVENT
    late = replace(group[1].case, opened_at=NOW + timedelta(days=4))
    assert rule_of([group[0], replace(group[1], case=late)]) is None


def test_of_one_city_two_are_not_enough_because_one_detention_may_be_told_twice() -> None:
    group = [told(number, words="митинг рабочих") for number in (1, 2, 3)]
    assert (rule_of(group[:2]), rule_of(group)) == (None, IncidentRule.EVENT)


def test_three_of_one_address_or_five_of_one_district_within_three_hours() -> None:
    spots = [told(number, place="Abay street 10") for number in (1, 2, 3)]
    assert (rule_of(spots[:2]), rule_of(spots)) == (None, IncidentRule.SPOT)
    late = replace(spots[2], case=replace(spots[2].case, opened_at=NOW + timedelta(hours=4)))
    assert rule_of([*spots[:2], late]) is None
    districts = [told(number, district="almaty-medeu") for number in range(1, 6)]
    wide = MassThreshold(9)
    assert (rule_of(districts[:4], wide), rule_of(districts, wide)) == (None, IncidentRule.DISTRICT)
    assert rule_of([told(n, place="Abay street 10", chat=7) for n in (1, 2, 3)]) is None  # one chat's


def test_a_mass_detention_is_counted_by_detained_people_and_not_by_who_tells_of_them() -> None:
    two = [told(1, unidentified_min=25), told(2, identified=2, unidentified_min=33)]
    assert rule_of(two, MassThreshold()) is IncidentRule.MASS
    assert rule_of([told(1, unidentified_min=25, chat=7), told(2, unidentified_min=35, chat=7)]) is None
    of_ten = replace(told(1), chats=frozenset(range(10)))  # ten chats tell of one person
    assert rule_of([told(2, city="astana"), of_ten], MassThreshold()) is None


def test_a_mass_detention_is_counted_within_its_minutes_and_what_is_over_or_false_is_none() -> None:
    group = [told(number) for number in (1, 2, 3, 4)]
    assert (rule_of(group[:3]), rule_of(group)) == (None, IncidentRule.MASS)
    assert rule_of([told(number, chat=7) for number in (1, 2, 3, 4)]) is None
    early = replace(group[0], case=replace(group[0].case, opened_at=NOW - timedelta(minutes=31)))
    assert rule_of([early, *group[1:]]) is None
    for change in (
        {"says_over": True},
        {"says_false": True},
        {"record": RecordKind.PROSECUTION},
        {"city": "astana"},
    ):
        assert rule_of([told(1, **change), *group[1:]]) is None


def test_another_year_is_one_in_which_none_of_the_others_happened() -> None:
    of_2018, of_2015 = case(opened_at=NOW), case(opened_at=NOW, happened_on=NOW.date().replace(year=2015))
    assert is_of_another_year(of_2015, [of_2018])
    assert not is_of_another_year(of_2015, [of_2018, of_2015])
    assert not is_of_another_year(of_2015, [])


def test_every_case_is_counted_in_one_part_and_identified_apart_from_the_others() -> None:
    cases: list[Case] = [
        case(id=1, identified=1, unidentified_min=2),
        case(id=2, state=CaseState.ACCEPTED, identified=2),
        case(id=3, state=CaseState.CLOSED, outcome="released", ongoing="no", unidentified_min=1),
        case(id=4, state=CaseState.CLOSED, outcome="other", identified=1),
        case(id=5, state=CaseState.CLOSED, outcome="false_alarm", identified=9, unidentified_min=9),
        case(id=6, record=RecordKind.PROSECUTION, alerting=False, identified=1),
        case(id=7, record=RecordKind.PROSECUTION, identified=1),
        case(id=8, record=RecordKind.UNCLEAR, alerting=False, unidentified_min=1),
    ]
    parts = [
        BoardPart.FREE,
        BoardPart.TAKEN,
        BoardPart.OUT,
        BoardPart.ENDED,
        BoardPart.FALSE,
        BoardPart.NOBODY_HELD,
        BoardPart.FREE,
        BoardPart.FREE,
    ]
    assert [board_part(one) for one in cases] == parts
    found = count_incident(cases, {2: "a station"}, {2: 5})
    assert found.whole == CasesAndPeople(5, 4, 4)
    assert (found.without_station, found.out_of_groups) == (2, 2)
