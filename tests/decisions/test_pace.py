"""How fast: what is allowed is used, and not exceeded as the server counts it."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from core.sending.pace import SendingLimits
from core.traffic import Lane
from playground.limits import Gate, Rate
from playground.limits import Limits as ServerLimits
from tests.decisions.wire import SECOND, START, Thing, Wire

RATES = [
    SendingLimits(),
    SendingLimits(per_second=1000, in_flight=100),
]  # what is free, and what can be paid for
LONG = dict(zip(RATES, (20, 12), strict=True))  # seconds, with stalls in them


def flood(limits: SendingLimits, seconds: float, wakes: float, stalls: float = 0) -> Wire:
    """More than can be sent is sent for so long. Woken up to ``wakes`` seconds late, and once in five by ``stalls``."""
    chance, wire = Random(7), Wire(limits)
    stalled = START

    def late() -> timedelta:
        nonlocal stalled
        if wire.now - stalled >= 5 * SECOND:
            stalled = wire.now
            return stalls * SECOND
        return chance.uniform(0, wakes) * SECOND

    wire.offer(Thing(n, Lane(n % 7), address_id=n) for n in range(int(limits.per_second * seconds)))
    wire.run(takes=lambda: chance.uniform(0.02, 0.08) * SECOND, wakes=late)
    return wire


def share(wire: Wire) -> float:
    """What was sent, of what might have been."""
    return len(wire.sent) / (wire.sent[-1][0] - START).total_seconds() / wire.limits.per_second


@pytest.mark.slow
@pytest.mark.parametrize("limits", RATES, ids=["30", "1000"])
@pytest.mark.parametrize("stalls", [0, 0.2])
def test_though_woken_late_the_sender_uses_the_allowed_rate(limits: SendingLimits, stalls: float) -> None:
    wire = flood(limits, 20, 0.015, stalls)
    wire.check_rates()
    assert share(wire) >= 0.98


@pytest.mark.slow
@pytest.mark.parametrize("limits", RATES, ids=["30", "1000"])
@pytest.mark.parametrize("bucket", [1, 0.5])
def test_the_server_answers_no_429_however_latency_shifts_what_arrives(
    limits: SendingLimits, bucket: float
) -> None:
    """Nor would one whose bucket holds only half of what a second allows."""
    wire = flood(limits, LONG[limits], 0.015, stalls=0.3)
    chance, rate = Random(8), int(limits.per_second)
    gate = Gate(ServerLimits(all=Rate(rate, 1, int(rate * bucket)), chat=None))
    arrived = sorted((at - START).total_seconds() + chance.uniform(0.02, 0.08) for at, _ in wire.sent)
    assert [gate.wait(1, group=False, now=at) for at in arrived] == [0] * len(arrived)


@pytest.mark.slow
@pytest.mark.parametrize("limits", RATES, ids=["30", "1000"])
def test_while_nothing_is_late_by_a_hundredth_of_a_second_the_server_never_sees_more_in_a_second(
    limits: SendingLimits,
) -> None:
    wire = flood(limits, LONG[limits], 0.004)
    chance, rate = Random(9), int(limits.per_second)
    arrived = sorted(at + chance.uniform(0.040, 0.045) * SECOND for at, _ in wire.sent)
    assert all(
        one_too_many - first >= SECOND for first, one_too_many in zip(arrived, arrived[rate:], strict=False)
    )
    assert share(wire) >= 0.98


def test_a_stall_is_made_up_for_up_to_a_quarter_of_a_second() -> None:
    """A slot is about a thirtieth of a second."""
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(100))
    for stall, at_once in ((0.1, 3), (0.2, 6), (5, 8)):
        for _ in range(5):
            wire.send_next()
        due = wire.sender.next_time(wire.now)
        assert due is not None
        wire.now = due + stall * SECOND
        sent = 0
        while wire.send() is not None:
            sent += 1
        assert sent == at_once


def test_a_pause_of_everything_is_not_made_up_for() -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(20))
    wire.send_next()
    wire.sender.pause(START + SECOND)
    assert wire.send_next().id == 1
    assert wire.sent[-1][0] == START + SECOND
    assert wire.send() is None


def test_after_a_pause_there_is_no_burst() -> None:
    wire = Wire()
    for minute in range(2):
        wire.now = START + timedelta(minutes=minute)
        wire.offer(Thing(100 * minute + n, address_id=n) for n in range(40))
        wire.run()
    gaps = [b - a for (a, _), (b, _) in pairwise(wire.sent)]
    assert min(gaps) > timedelta(milliseconds=33)


def test_a_chat_gets_a_burst_and_then_one_a_second() -> None:
    wire = Wire()
    wire.offer(Thing(n) for n in range(8))
    wire.run()
    wire.check_rates()
    times = [at - START for at, _ in wire.sent]
    assert times[4] < SECOND * 0.2
    assert SECOND * 0.9 < times[5] < SECOND * 1.2
    assert times[7] < SECOND * 3.2


@pytest.mark.parametrize("private", [True, False])
def test_however_long_each_of_its_messages_travels_a_chat_is_answered_no_429(private: bool) -> None:
    wire, chance = Wire(), Random(11)
    arrived: list[float] = []

    def takes() -> timedelta:
        seconds = chance.choice((0.01, 1.5))
        arrived.append((wire.now - START).total_seconds() + seconds)
        return seconds * SECOND

    wire.offer(Thing(n, private=private) for n in range(60))
    wire.run(takes=takes)
    gate = Gate(ServerLimits())
    assert [gate.wait(1, group=not private, now=at) for at in arrived] == [0] * len(arrived)


def test_after_a_crash_a_chat_gets_one_message_at_once_because_the_burst_may_be_spent() -> None:
    wire = Wire()
    wire.sender.after_crash(wire.now)
    wire.offer(Thing(n, address_id=n // 4) for n in range(8))
    wire.run()
    first = [moment for moment, thing in wire.sent if thing.address_id == 0]
    assert first[0] == START
    assert all(later - earlier >= SECOND for earlier, later in pairwise(first))
    wire.now += 5 * SECOND
    wire.offer(Thing(100 + n, address_id=7) for n in range(5))
    begun = wire.now
    wire.run()
    assert wire.now - begun < SECOND, "some seconds later the whole burst is there again"


def test_a_group_gets_twenty_a_minute() -> None:
    wire = Wire()
    wire.offer(Thing(n, private=False) for n in range(45))
    wire.run()
    wire.check_rates()
    assert timedelta(minutes=2) < wire.now - START < timedelta(minutes=2.2)
