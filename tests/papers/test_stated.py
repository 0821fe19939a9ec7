"""What several sources say, as it stands in a paper: verified or not, contradicting, quoted."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim
from core.papers.statements import is_verified
from core.values import Moment, Precision
from tests.decisions.claims import at, claim
from tests.papers.matters import (
    BYSTANDER,
    COORDINATOR,
    DANA,
    FAMILY,
    LAWYER,
    built,
    leaf,
    matter,
    moment,
    named,
    text,
)

GRADED = {"highly": True, "likely": True, "unsure": False, "unknown": False, "likely_not": False}


def graded(grade: str) -> Claim:
    """How far the family's report is to be trusted."""
    return replace(claim("reliability", grade, COORDINATOR), report_id=1, case_id=None)


@pytest.mark.parametrize(
    ("by", "sure"), [(LAWYER, True), ("paper 7", True), (FAMILY, False), ("bot 0", True)]
)
def test_members_and_papers_are_verified_and_reports_are_not(by: str, sure: bool) -> None:
    said = claim("nationality", "of nowhere", by)
    assert leaf(built(named(), said), "person.nationality").verified is sure


@pytest.mark.parametrize(("grade", "sure"), GRADED.items())
def test_a_report_is_verified_by_how_far_it_is_trusted(grade: str, sure: bool) -> None:
    assert leaf(built(named(), graded(grade)), "person.name").verified is sure


def test_what_is_said_of_a_confirmed_case_is_verified_but_not_by_who_is_not_believed() -> None:
    confirmed = claim("verification", "confirmed", COORDINATOR)
    doubted = graded("not_at_all")
    assert leaf(built(named(), confirmed), "person.name").verified
    assert not leaf(built(named(), confirmed, doubted), "person.name").verified


def test_what_is_only_guessed_is_never_verified() -> None:
    guessed = claim("sex", "female", FAMILY, certainty=Certainty.GUESSED)
    confirmed = claim("verification", "confirmed", COORDINATOR)
    one = matter(guessed, confirmed)
    assert not is_verified(one.view, one.said("sex")[0])


def test_one_moment_stands_once_with_all_who_say_so() -> None:
    tree = built(claim("started", moment(0), FAMILY), claim("started", moment(0, Precision.PART), BYSTANDER))
    assert text(tree, "detention.began") == (
        "18 September 2018, 15:00 (according to the family, according to a witness)"
    )


def test_moments_that_differ_are_both_stated_with_who_says_so() -> None:
    family, lawyer = claim("started", moment(0), FAMILY), claim("started", moment(70), LAWYER)
    found = leaf(built(family, lawyer), "detention.began")
    assert found.text == "18 September 2018, 15:00 (according to the family); 16:10 (according to the lawyer)"
    assert found.origins == (f"claim:{family.id}", f"claim:{lawyer.id}")


def test_a_document_does_not_take_away_what_others_say() -> None:
    tree = built(claim("started", moment(0), FAMILY), claim("started", moment(70), "paper 7"))
    assert "15:00 (according to the family); 16:10 (according to a document)" in text(tree, "detention.began")


def test_about_a_time_contradicts_no_time_near_it() -> None:
    about = claim("started", moment(0, exact=False), FAMILY)
    assert text(built(about, claim("started", moment(20), LAWYER)), "detention.began").endswith(", 15:20")
    assert "about" in text(built(about, claim("started", moment(45), LAWYER)), "detention.began")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "18 September 2018, 15:00"),
        ("ru", "18 сентября 2018 года, 15:00"),
        ("kk", "2018 жылғы 18 қыркүйек, сағат 15:00"),
    ],
)
def test_times_are_written_as_in_letters(language: str, written: str) -> None:
    tree = built(claim("started", moment(0), LAWYER), language=language)
    assert text(tree, "detention.began") == written


def test_a_month_a_day_and_a_part_of_a_day_are_no_hours() -> None:
    def began(precision: Precision) -> str:
        return text(built(claim("started", moment(0, precision), LAWYER), language="ru"), "detention.began")

    assert began(Precision.MONTH) == "сентябрь 2018 года"
    assert began(Precision.DAY) == "18 сентября 2018 года"
    assert began(Precision.PART) == "18 сентября 2018 года, днём"


def test_a_time_names_its_zone_where_the_place_has_another_clock() -> None:
    tree = built(claim("started", moment(0), LAWYER), zone=ZoneInfo("Asia/Aqtau"))
    assert text(tree, "detention.began") == "18 September 2018, 14:00 (UTC+5)"


def test_free_words_are_quoted_as_those_of_whoever_said_them() -> None:
    said = claim("treatment", "they {{ beat }}\n<b>her", FAMILY)
    found = leaf(built(said), "treatment")
    assert (found.text, found.verified) == ("according to the family: “they {{ beat }} <b>her”", False)


def test_words_that_nobody_verified_wait_for_a_tick_beside_words_that_are() -> None:
    tree = built(claim("treatment", "beaten", BYSTANDER), claim("treatment", "a bruise", LAWYER))
    assert (text(tree, "treatment"), leaf(tree, "treatment").verified) == ("a bruise", True)


def test_sources_that_choose_otherwise_are_both_stated() -> None:
    tree = built(claim("decision", "shown", FAMILY), claim("decision", "refused", LAWYER))
    shown = text(tree, "detention.decision")
    assert "a decision was shown (according to the family)" in shown
    assert "asked for, a decision was not shown (according to the lawyer)" in shown


def test_i_do_not_know_says_nothing() -> None:
    assert text(built(claim("decision", "unknown", FAMILY)), "detention.decision") == ""


def test_two_stations_are_both_stated_as_claimed() -> None:
    tree = built(claim("taken", "Station 1", FAMILY), claim("taken", "Station 2", BYSTANDER))
    assert text(tree, "detention.station") == (
        "Police station no. 1 (according to the family); Police station no. 2 (according to a witness)"
    )
    named_one = built(claim("taken", "Station 1", FAMILY), claim("station", "Police of Made-Up", LAWYER))
    assert text(named_one, "detention.station") == "Police of Made-Up"


def test_what_a_source_has_taken_back_stands_nowhere() -> None:
    gone = claim("treatment", "beaten", FAMILY, withdrawn_at=at(5))
    tree = built(named(withdrawn_at=at(5)), gone)
    assert (text(tree, "treatment"), text(tree, "person.name")) == ("", "a person, name not known")


def test_what_is_very_long_is_cut() -> None:
    assert text(built(claim("treatment", "a" * 5000, LAWYER)), "treatment").endswith("[…]")


def test_a_birth_date_and_the_age_on_the_day_of_the_fact() -> None:
    born = Moment(datetime(2000, 9, 18, 18, 0, tzinfo=UTC), Precision.DAY, exact=True)
    held = claim("started", moment(0), LAWYER)
    tree = built(named(), held, claim("born_on", born, LAWYER, person_id=DANA))
    assert (text(tree, "person.born"), text(tree, "person.age")) == ("19 September 2000", "17 years")
    assert tree["person"]["is_minor"] is True  # type: ignore[index, call-overload]
