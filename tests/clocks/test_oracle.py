"""Ten thousand random histories, under random laws: the clocks are those that another way of finding them finds."""

from random import Random
from zoneinfo import ZoneInfo

import pytest

from core.casework.case_view import view_case
from core.casework.claims import NO_TIME
from core.clocks.computation import LegalClock, legal_clocks
from tests.clocks import histories, oracle
from tests.decisions.claims import START, at

pytestmark = pytest.mark.slow

ALMATY = ZoneInfo("Asia/Almaty")
HISTORIES = 10_000
PORTIONS = 10


def seen(clock: LegalClock, now: int) -> oracle.Found:
    """A clock as the oracle says it."""
    over = int(clock.over(at(now * 60)).total_seconds()) // 3600 if clock.due is not None else 0
    return (
        clock.row.id,
        clock.person,
        clock.length.text if clock.length else "",
        oracle.hour(clock.start.at),
        oracle.hour(clock.stop.at) if clock.stop else None,
        clock.backwards is not None,
        over,
        frozenset(doubt.value for doubt in clock.doubts),
    )


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_clocks_are_recomputed_right_whatever_was_said_and_corrected(portion: int) -> None:
    found = 0
    for number in range(HISTORIES // PORTIONS):
        seed = portion * HISTORIES + number
        chance = Random(seed)
        law, claims, now = histories.law(chance), histories.history(chance), chance.randint(0, 150)
        clocks = legal_clocks(law, view_case(claims, NO_TIME), ALMATY)
        expected = oracle.clocks(law, claims, now)
        assert {seen(clock, now) for clock in clocks} == expected, f"seed {seed}"
        assert len(clocks) == len(expected), f"seed {seed}"
        chance.shuffle(claims)
        assert legal_clocks(law, view_case(claims, NO_TIME), ALMATY) == clocks, f"seed {seed}, mixed"
        found += len(clocks)
    assert found > HISTORIES // PORTIONS / 2  # they are not all empty


def test_no_clock_is_ever_over_by_less_than_nothing_or_stopped_before_it_began() -> None:
    for seed in range(2_000):
        chance = Random(seed)
        law, claims = histories.law(chance), histories.history(chance)
        for clock in legal_clocks(law, view_case(claims, NO_TIME), ALMATY):
            assert clock.stop is None or clock.stop.at >= clock.start.at
            assert clock.due is None or clock.over(START).total_seconds() >= 0
