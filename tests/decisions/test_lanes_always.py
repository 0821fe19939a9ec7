"""What holds for the sender whatever arrives, however long sends take."""

from collections import defaultdict
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.sending.pace import SendingLimits
from core.traffic import Lane
from tests.decisions.wire import START, Thing, Wire

pytestmark = pytest.mark.slow

LIMITS = st.builds(
    SendingLimits,
    per_second=st.sampled_from([2, 5, 30]),
    chat_burst=st.integers(1, 5),
    chat_per_second=st.sampled_from([0.5, 1, 3]),
    group_per_minute=st.sampled_from([3, 20]),
    in_flight=st.sampled_from([4, 8]),
    reserved=st.integers(0, 3),
)
ARRIVALS = st.lists(
    st.tuples(
        st.integers(0, 8_000),  # milliseconds after the start
        st.sampled_from(Lane),
        st.integers(1, 7),  # the chat; 6 and 7 are groups
        st.one_of(st.none(), st.integers(0, 12_000)),  # not before
        st.sampled_from(["message", "card"]),
    ),
    max_size=90,
)


@settings(max_examples=150, deadline=None)
@given(LIMITS, ARRIVALS, st.integers(0, 1000), st.integers(0, 400), st.integers(0, 60))
def test_limits_hold_order_is_kept_and_everything_is_sent(
    limits: SendingLimits,
    arrivals: list[tuple[int, Lane, int, int | None, str]],
    seed: int,
    slowest: int,
    late: int,
) -> None:
    chance = Random(seed)
    wire = Wire(limits)
    coming = [
        (
            START + timedelta(milliseconds=after),
            Thing(number, lane, chat, chat < 6, not_before, kind),
        )
        for number, (after, lane, chat, wait, kind) in enumerate(sorted(arrivals, key=lambda one: one[0]))
        for not_before in [None if wait is None else START + timedelta(milliseconds=wait)]
    ]
    wire.run(
        coming,
        takes=lambda: timedelta(milliseconds=chance.randint(0, slowest)),
        wakes=lambda: timedelta(milliseconds=chance.randint(0, late)),
    )
    wire.check_rates()
    assert sorted(thing.id for _, thing in wire.sent) == list(range(len(coming)))
    order: dict[tuple[int, Lane], list[int]] = defaultdict(list)
    for at, thing in wire.sent:
        assert thing.not_before is None or at >= thing.not_before
        if thing.kind == "message":
            order[thing.address_id, thing.lane].append(thing.id)
    assert all(ids == sorted(ids) for ids in order.values())
    assert wire.sender.next_time(wire.now) is None
