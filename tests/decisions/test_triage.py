"""Who comes first while lawyers are short, and when they are."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.casework.case_list import TRIAGE_GROUND_NAMES, Triage, by_urgency, short_regions
from core.model import Case
from core.qualification import Speciality
from core.vocabulary import CaseState
from tests.decisions.people import case

MINOR: dict[str, Any] = {"wanted": (Speciality.MINORS.value,)}
INJURED: dict[str, Any] = {"wanted": (Speciality.TORTURE.value,)}
NO_CONTACT: dict[str, Any] = {"situation": "missing"}
HERE = Triage({"almaty"})


def of(number: int, **more: object) -> Case:
    """A case that waits in Almaty."""
    return case(id=number, **{"region": "almaty", "alerting": True, "state": CaseState.OPEN, **more})


def test_a_child_before_the_injured_before_who_cannot_be_reached_before_the_urgent_before_the_oldest() -> (
    None
):
    child, hurt, lost = of(9, **MINOR), of(8, **INJURED), of(7, **NO_CONTACT)
    urgent, older, newer = of(6, priority="urgent"), of(4, priority="unknown"), of(5, priority="unknown")
    given_in_any_order = [newer, older, urgent, lost, hurt, child]
    assert sorted(given_in_any_order, key=HERE.key) == [child, hurt, lost, urgent, older, newer]


def test_who_has_two_grounds_comes_before_who_has_one() -> None:
    both = of(2, wanted=(Speciality.MINORS.value, Speciality.TORTURE.value))
    assert sorted([of(1, **MINOR), both], key=HERE.key)[0] == both
    assert HERE.why(both) == ("minor", "injured")


def test_where_lawyers_are_enough_or_the_case_has_one_nothing_comes_first() -> None:
    for one in (
        of(1, region="astana", **MINOR),
        of(1, state=CaseState.ACCEPTED, **MINOR),
        of(1, alerting=False, **MINOR),
    ):
        assert HERE.why(one) == ()
        assert HERE.key(one)[2:] == by_urgency(one)


def test_lawyers_are_short_where_more_cases_wait_than_they_are() -> None:
    waiting = {"almaty": 2, "astana": 1, None: 1}
    assert short_regions(waiting, {"almaty": 2, "astana": 1, None: 1}) == set()
    assert short_regions(waiting, {"almaty": 1, "astana": 1, None: 1}) == {"almaty"}
    assert short_regions(waiting, {"almaty": 0, None: 0}) == {"almaty", None}
    assert short_regions({}, {"almaty": 0}) == set()


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(TRIAGE_GROUND_NAMES), st.booleans(), st.sampled_from(["urgent", "normal"]))
    )
)
def test_the_order_is_one_for_all_and_loses_nobody(told: list[tuple[str, bool, str]]) -> None:
    facts: dict[str, dict[str, Any]] = {"minor": MINOR, "injured": INJURED, "no_contact": NO_CONTACT}
    found = [
        of(n, priority=how, **(facts[ground] if has else {})) for n, (ground, has, how) in enumerate(told, 1)
    ]
    ordered, again = (
        sorted(found, key=HERE.key),
        sorted(found[len(found) // 2 :] + found[: len(found) // 2], key=HERE.key),
    )
    assert ordered == again
    assert sorted(one.id for one in ordered) == [one.id for one in found]
    ranks = [len(HERE.why(one)) > 0 for one in ordered]
    assert ranks == sorted(ranks, reverse=True)
