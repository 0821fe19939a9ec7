"""Where somebody is and was, what was called off, and what of several claims a paper may have."""

import pytest
from msgspec.structs import replace

from core.papers.dossier import node_at
from core.values import Call, Hearing, Place, Precision, Proceeding
from tests.decisions.claims import claim
from tests.papers.matters import (
    COORDINATOR,
    DANA,
    FAMILY,
    LAWYER,
    START,
    allowing,
    built,
    leaf,
    matter,
    moment,
    named,
    rows,
    text,
)
from tests.papers.test_building import HOURS, sent


def test_both_times_stand_though_only_one_is_verified() -> None:
    tree = built(claim("started", moment(0), FAMILY), claim("started", moment(70), LAWYER))
    assert leaf(tree, "detention.began").verified
    two = built(claim("started", moment(0), FAMILY), claim("started", moment(70), "report 2"))
    assert not leaf(two, "detention.began").verified


def test_the_narrative_says_who_gives_a_time_that_others_give_otherwise() -> None:
    tree = built(claim("started", moment(0), "paper 7"), claim("started", moment(70), LAWYER))
    assert text(tree, "case.narrative").splitlines() == [
        "18 September 2018, 15:00: deprived of liberty (according to a document)",
        "18 September 2018, 16:10: deprived of liberty (according to the lawyer)",
    ]


def test_of_places_with_their_times_the_last_is_where_they_are() -> None:
    def found(station: str, hours: int) -> object:
        return claim(
            "found",
            Place(text=station),
            COORDINATOR,
            9 - hours,
            at=START + hours * HOURS,
            precision=Precision.MINUTE,
        )

    there = claim("call", Call("x", "Station 3", "there"), LAWYER, at=START, precision=Precision.MINUTE)
    tree = built(named(), found("Station 2", 2), found("Station 1", 1), there)  # type: ignore[arg-type]
    assert text(tree, "detention.station") == "Station 2"
    places = [(row["name"], row["since"][-5:], row["until"][-5:]) for row in rows(tree, "detention.places")]
    assert places == [
        ("Station 3", "15:00", "16:00"),
        ("Station 1", "16:00", "17:00"),
        ("Station 2", "17:00", ""),
    ]


def test_words_of_one_reporter_for_a_place_are_quoted() -> None:
    tree = built(claim("taken", "the yard behind the market", FAMILY))
    assert text(tree, "detention.station") == "according to the family: “the yard behind the market”"


@pytest.mark.parametrize("off", [True, False])
def test_a_hearing_that_was_called_off_is_none(off: bool) -> None:
    course = claim("proceeding", Proceeding("administrative"), LAWYER, id=900, proceeding_id=900)
    one = Hearing(901, START, Precision.DAY, "Court of Made-Up", outcome="arrest", off=off)
    tree = built(course, claim("hearing", one, LAWYER, id=901, proceeding_id=900))
    assert bool(text(tree, "ruling.court")) is not off
    assert bool(rows(tree, "case.chronology")) is not off
    assert bool(rows(tree, "proceedings")[0]["hearings"]) is not off


def test_a_consent_that_permits_nothing_stands_in_no_paper() -> None:
    tree = built(
        named(), named("Aset Made-Up", person=12), allowing(), person=DANA
    )  # who allows it named two
    assert text(tree, "consent.given_by") == ""


def test_who_lives_in_a_village_is_a_person() -> None:
    one = matter(named(), hidden=frozenset({DANA}))
    village = next(city.id for city in one.gazetteer.cities.values() if not city.button)
    tree = built(named(), case=replace(one.case, city=village), hidden=frozenset({DANA}))
    assert text(tree, "person.name") == "a person"


def test_a_verified_name_goes_before_a_newer_one_that_is_not() -> None:
    graded = replace(claim("reliability", "highly", COORDINATOR), report_id=1, case_id=None)
    tree = built(named("Dana Made-Up", FAMILY), named("Dana Maid-Up", "report 2", minutes=9), graded)
    assert text(tree, "person.name") == "Dana Made-Up"


def test_what_was_withdrawn_is_no_step() -> None:
    first = claim("intervention", sent(910), LAWYER, id=910)
    tree = built(first, claim("intervention", sent(910, withdrawn=True), LAWYER, 9))
    assert (rows(tree, "steps"), text(tree, "complaint.date"), node_at(tree, "case.chronology")) == (
        [],
        "",
        (),
    )
