"""Ids grow, whatever the clock does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from storage.ids import Ids

NOW = datetime(2018, 9, 17, 12, tzinfo=UTC)


@given(st.lists(st.integers(-(10**9), 10**9)), st.randoms(use_true_random=False))
def test_ids_grow_even_when_the_clock_jumps_back(steps: list[int], chance: object) -> None:
    ids = Ids(chance.getrandbits)  # type: ignore[attr-defined]
    given_out = [ids.next(NOW + timedelta(milliseconds=step)) for step in steps]
    assert given_out == sorted(set(given_out))


def test_ids_of_one_millisecond_start_at_chance_and_count_on() -> None:
    ids = Ids(lambda bits: 5)
    first = ids.next(NOW)
    assert first & 0x3FFFFF == 5
    assert [ids.next(NOW) - first for _ in range(3)] == [1, 2, 3]


def test_ids_fit_in_63_bits_for_fifty_years_more() -> None:
    assert 0 < Ids().next(datetime(2079, 1, 1, tzinfo=UTC)) < 2**63


def test_ids_go_on_above_those_of_an_earlier_process() -> None:
    ahead = Ids().next(NOW + timedelta(days=1))
    ids = Ids()
    ids.not_below(ahead)
    assert ids.next(NOW) > ahead
