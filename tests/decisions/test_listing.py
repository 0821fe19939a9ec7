"""How many cases become lines of a list: nobody is pushed out of sight, and nothing is lost or shown twice."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.casework.case_list import IN_SIGHT, PAGE, SEVERAL, list_cases, page_shown, page_stops
from tests.decisions.people import MINUTE, Desk, case, member

CASES = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["urgent", "unknown", "normal"])), max_size=60)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(CASES)
def test_every_case_is_in_one_line_and_the_newest_are_on_the_first_page(told: list[tuple[int, str]]) -> None:
    cases = [case(id=number, priority=priority) for number, (_, priority) in enumerate(told, 1)]
    lines = list_cases(cases, {number: source for number, (source, _) in enumerate(told, 1)}, set())
    assert sorted(one.id for line in lines for one in line.cases) == [one.id for one in cases]
    for line in lines:
        assert len(line.cases) == 1 or len(line.cases) >= SEVERAL
    newest = sorted((line.newest for line in lines), reverse=True)[:IN_SIGHT]
    assert set(newest) <= {line.newest for line in lines[:PAGE]}


def test_first_time_reporters_have_places_of_their_own() -> None:
    urgent = [case(id=number, priority="urgent") for number in range(1, 101)]
    quiet = case(id=50_000, priority="normal")
    later = [case(id=60_000 + number, priority="urgent") for number in range(20)]
    lines = list_cases([*urgent, quiet, *later], {50_000: 7}, {7})
    assert quiet in [line.first for line in lines[:PAGE]]
    assert quiet not in [
        line.first for line in list_cases([*urgent, quiet, *later], {50_000: 7}, set())[:PAGE]
    ]


@given(st.integers(0, 2000), st.integers(-3, 400))
def test_a_page_is_always_one_that_is_there(lines: int, wanted: int) -> None:
    page, pages = page_shown(wanted, lines)
    assert 0 <= page < pages
    assert (pages - 1) * PAGE < max(lines, 1) <= pages * PAGE


@given(st.integers(1, 19))
def test_up_to_nineteen_pages_any_is_two_taps_away(pages: int) -> None:
    first = {0, 1 % pages, (pages - 1) % pages, *page_stops(pages)}
    second = {(page + step) % pages for page in first for step in (-1, 0, 1)} | set(page_stops(pages))
    assert second == set(range(pages))


def test_each_loop_of_the_last_step_waits_twice_as_long_two_hours_at_most() -> None:
    last = PolicyStep(AskedGroup.ESCALATION_LIST, 5, 10 * MINUTE)
    desk = Desk([member(1, escalation=True)], Policy((PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE), last)))
    decision = desk.wait(desk.look())
    waits = []
    for _ in range(7):
        assert decision.next_look is not None
        waits.append((decision.next_look - desk.now) // MINUTE)
        decision = desk.wait(decision)
    assert waits == [10, 20, 40, 80, 120, 120, 120]
    again = desk.look(anew=True)
    assert again.loops == 0
    assert again.next_look == desk.now + timedelta(minutes=5)
