"""Which message leaves next, and how fast."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from core.sending.pace import SendingLimits
from core.traffic import Lane
from tests.decisions.wire import SECOND, START, Thing, Wire

FREE = SendingLimits(per_second=1000, chat_burst=1000, chat_per_second=1000)


def test_lanes_go_first_to_last_and_the_oldest_first() -> None:
    wire = Wire()
    wire.offer(Thing(10 - lane, lane, address_id=lane) for lane in Lane)
    wire.offer([Thing(1, Lane.NEWS, address_id=50)])
    assert [wire.send_next().lane for _ in range(len(Lane) + 1)] == sorted([*Lane, Lane.NEWS])
    assert [thing.id for _, thing in wire.sent[4:6]] == [1, 7]


def test_in_a_lane_chats_come_in_turn_whoever_wrote_more_and_first() -> None:
    wire = Wire(FREE)
    wire.offer(Thing(n, Lane.REPLY, address_id=n % 2) for n in range(80))
    wire.offer([Thing(100 + n, Lane.REPLY, address_id=7) for n in range(2)])
    sent = [wire.send_next().id for _ in range(8)]
    assert sent == [0, 1, 100, 2, 3, 101, 4, 5]


def test_who_had_nothing_for_a_while_comes_before_all_that_had() -> None:
    wire = Wire(FREE)
    wire.offer(Thing(n, Lane.REPLY, address_id=n % 100) for n in range(4_000))
    for _ in range(1_050):
        wire.send_next()
    wire.offer(Thing(10_000 + n, Lane.REPLY, address_id=500) for n in range(3))
    wire.offer(Thing(20_000 + n, Lane.REPLY, address_id=600) for n in range(3))
    assert [wire.send_next().address_id for _ in range(6)] == [500, 600] * 3
    assert wire.send_next().address_id < 100


def test_one_that_was_sent_much_while_nobody_else_waited_owes_nothing_later() -> None:
    wire = Wire(FREE)
    for number in range(500):
        wire.offer([Thing(number, Lane.REPLY, address_id=1)])
        wire.send_next()
    wire.offer([Thing(1_000 + n, Lane.REPLY, address_id=2 + n) for n in range(100)])
    wire.offer([Thing(2_000, Lane.REPLY, address_id=1)])
    assert 2_000 not in {wire.send_next().id for _ in range(100)}
    assert wire.send_next().id == 2_000


def test_what_hides_a_chat_and_alerts_take_turns_before_everything_else() -> None:
    wire = Wire(FREE)
    for lane in (Lane.REPLY, Lane.ALERT, Lane.HIDE):
        wire.offer(Thing(1_000 * (lane + 1) + n, lane, 1_000 * (lane + 1) + n) for n in range(20))
    sent = [wire.send_next().lane for _ in range(14)]
    assert sent == [Lane.HIDE, Lane.ALERT] * 7


def test_of_one_topic_only_the_newest_of_a_chat_is_sent() -> None:
    wire = Wire(FREE)
    for number in range(300):
        item = Thing(number, Lane.REPLY, address_id=number % 2, topic="joined")
        older = wire.sender.replaced_by(item)
        assert (older and older.id) == (number - 2 if number > 1 else None)
        wire.offer([item])
    assert len(wire.sender) == 2
    late = Thing(5, Lane.REPLY, address_id=1, topic="joined")  # one that failed and comes again
    assert wire.sender.replaced_by(late) is None
    wire.offer([late, Thing(400, Lane.REPLY, address_id=1), Thing(401, Lane.NEWS, 1, topic="joined")])
    assert wire.sender.replaced_by(Thing(402, Lane.REPLY, address_id=1, topic="joined")) == Thing(
        299, Lane.REPLY, address_id=1, topic="joined"
    )
    wire.run()
    assert [thing.id for _, thing in wire.sent] == [5, 298, 400, 401]


def test_nothing_waits_nothing_is_picked() -> None:
    wire = Wire()
    assert wire.send() is None
    assert wire.sender.next_time(wire.now) is None


@pytest.mark.slow
def test_an_alert_leaves_in_the_next_slot_though_ten_thousand_others_wait() -> None:
    wire = Wire()
    wire.offer(Thing(n, Lane(1 + n % 6), address_id=n) for n in range(10_000))
    for number in range(10_000, 10_040):
        for _ in range(number % 23):
            wire.send_next()
        wire.offer([Thing(number, Lane.ALERT, address_id=number)])
        before = wire.now
        assert wire.send_next().id == number
        assert wire.now - before < timedelta(milliseconds=34)


@pytest.mark.parametrize(
    "flood",
    [(Lane.REPLY,), (Lane.ALERT,), (Lane.ALERT, Lane.REPLY), (Lane.RECEIPT, Lane.REPLY), (Lane.NEWS,)],
)
def test_every_lane_gets_its_share_of_a_flood(flood: tuple[Lane, ...]) -> None:
    wire = Wire()
    lanes = sorted({*flood, Lane.NEWS, Lane.EDIT, Lane.REMINDER, Lane.DIGEST})
    wire.offer(Thing(1000 * lane + n, lane, address_id=1000 * lane + n) for lane in lanes for n in range(600))
    sent = [wire.send_next().lane for _ in range(450)]
    for lane in lanes:
        gaps = [n for n, one in enumerate(sent) if one is lane]
        assert max(b - a for a, b in pairwise(gaps)) <= (18 if Lane.ALERT in flood else 20)
        assert len(gaps) >= len(sent) // (18 if Lane.ALERT in flood else 15) - 1
    assert Counter(sent)[flood[0]] >= len(sent) * 9 // 15


def test_a_lane_that_had_nothing_to_send_saves_up_nothing() -> None:
    wire = Wire()
    wire.offer(Thing(n, Lane.REPLY, address_id=n) for n in range(100))
    for _ in range(40):
        wire.send_next()
    wire.offer(Thing(1000 + n, Lane.DIGEST, address_id=1000 + n) for n in range(10))
    assert Lane.DIGEST not in {wire.send_next().lane for _ in range(14)}
    assert wire.send_next().lane is Lane.DIGEST


def test_a_slow_chat_does_not_hold_up_the_others() -> None:
    wire = Wire()
    wire.offer(Thing(n, Lane.REPLY) for n in range(20))
    wire.offer([Thing(50, Lane.REPLY, address_id=2)])
    assert 50 in {wire.send_next().id for _ in range(6)}


def test_hung_sends_leave_the_reserve_to_alerts() -> None:
    wire = Wire(FREE)
    wire.offer(Thing(n, address_id=n) for n in range(20))
    hung = []
    while (due := wire.sender.next_time(wire.now)) is not None:
        wire.now = due
        thing = wire.sender.pick(wire.now)
        assert thing is not None
        hung.append(thing)
        wire.sender.started(thing, wire.now)
    assert len(hung) == 14
    wire.offer([Thing(90, Lane.HIDE, address_id=90), Thing(91, Lane.HIDE, address_id=91)])
    wire.now = wire.sender.next_time(wire.now) or wire.now
    hide = wire.sender.pick(wire.now)
    assert hide is not None
    assert (hide.id, wire.sender.next_time(wire.now)) == (90, None)
    wire.sender.finished(hide, wire.now)
    wire.sender.drop("message", 91)
    wire.offer(Thing(n, Lane.ALERT, address_id=n) for n in range(100, 104))
    assert [wire.send_next().id for _ in range(4)] == [100, 101, 102, 103]
    wire.now += SECOND
    assert wire.sender.pick(wire.now) is None
    wire.sender.finished(hung[0], wire.now)
    assert wire.send_next().id == len(hung)


def test_a_chat_has_one_message_in_flight_whatever_the_lane() -> None:
    wire = Wire(FREE)
    wire.offer([Thing(1, Lane.REPLY), Thing(2, Lane.ALERT)])
    first = wire.sender.pick(wire.now)
    assert first is not None
    assert first.id == 2
    wire.sender.started(first, wire.now)
    assert wire.sender.next_time(wire.now) is None
    wire.sender.finished(first, wire.now)
    assert wire.send_next().id == 1


def test_a_message_that_must_wait_holds_up_what_follows_it_in_its_chat() -> None:
    wire = Wire()
    later = START + 5 * SECOND
    wire.offer([Thing(1, not_before=later), Thing(2), Thing(3, address_id=2)])
    assert [wire.send_next().id for _ in range(3)] == [3, 1, 2]
    assert wire.sent[1][0] == later


def test_a_card_that_must_wait_holds_up_nothing() -> None:
    wire = Wire()
    wire.offer(
        [Thing(1, Lane.ALERT, not_before=START + 5 * SECOND, kind="card"), Thing(2, Lane.ALERT, kind="card")]
    )
    assert [wire.send_next().id for _ in range(2)] == [2, 1]


def test_what_failed_and_is_offered_again_keeps_its_place() -> None:
    wire = Wire()
    wire.offer([Thing(1), Thing(2)])
    first = wire.send_next()
    wire.offer([replace(first, not_before=wire.now + 3 * SECOND)])
    assert [wire.send_next().id for _ in range(2)] == [1, 2]


def test_an_earlier_time_replaces_a_later_one() -> None:
    wire = Wire()
    wire.offer([Thing(1, Lane.ALERT, not_before=START + 60 * SECOND, kind="card")])
    assert wire.sender.next_time(wire.now) == START + 60 * SECOND
    wire.offer([Thing(1, Lane.ALERT, kind="card")])
    assert wire.sender.next_time(wire.now) == START
    assert len(wire.sender) == 1


def test_what_changes_its_lane_is_sent_once_in_the_new_one() -> None:
    wire = Wire()
    wire.offer([Thing(1, Lane.EDIT, kind="card"), Thing(1, Lane.ALERT, kind="card"), Thing(2, Lane.REPLY, 2)])
    wire.run()
    assert [(thing.id, thing.lane) for _, thing in wire.sent] == [(1, Lane.ALERT), (2, Lane.REPLY)]


def test_what_is_in_flight_is_not_taken_a_second_time() -> None:
    wire = Wire()
    wire.offer([Thing(1)])
    assert wire.sender.pick(wire.now) == Thing(1)
    assert not wire.sender.offer(Thing(1))
    assert len(wire.sender) == 0


def test_what_is_dropped_is_not_sent() -> None:
    wire = Wire()
    wire.offer([Thing(1), Thing(2)])
    assert wire.sender.drop("message", 1)
    assert not wire.sender.drop("message", 1)
    wire.run()
    assert [thing.id for _, thing in wire.sent] == [2]


def test_a_pick_that_came_to_nothing_costs_no_slot() -> None:
    wire = Wire(replace(SendingLimits(), chat_burst=1))
    wire.offer(Thing(n) for n in range(3))
    for _ in range(2):
        thing = wire.sender.pick(wire.now)
        assert thing is not None
        wire.sender.finished(thing, wire.now)
    assert wire.send() == Thing(2)


def test_a_paused_chat_waits_and_the_others_do_not() -> None:
    wire = Wire()
    wire.offer([Thing(1), Thing(2, address_id=2)])
    wire.sender.pause_chat(1, START + 9 * SECOND, wire.now)
    assert [wire.send_next().id for _ in range(2)] == [2, 1]
    assert wire.now == START + 9 * SECOND


@pytest.mark.parametrize(
    ("chats", "apart", "all_wait"), [((1, 2, 3), 1, True), ((1, 2, 2), 1, False), ((1, 2, 3), 4, False)]
)
def test_everything_waits_only_when_several_chats_are_told_to_at_once(
    chats: tuple[int, ...], apart: int, all_wait: bool
) -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(1, 5))
    for chat in chats:
        wire.now += apart * SECOND
        wire.sender.pause_chat(chat, wire.now + 30 * SECOND, wire.now)
    waited = wire.sender.next_time(wire.now) != wire.now
    assert waited is all_wait
    if all_wait:
        assert wire.send() is None
        assert wire.sender.next_time(wire.now) == START + 13 * SECOND  # not as long as those chats


def test_when_another_chat_is_served_meanwhile_everything_goes_on() -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(1, 5))
    for chat in (1, 2):
        wire.sender.pause_chat(chat, wire.now + 3600 * SECOND, wire.now)
    wire.sender.served()
    wire.sender.pause_chat(3, wire.now + 3600 * SECOND, wire.now)
    assert wire.send() == Thing(4, address_id=4)


def refused(wire: Wire, seconds: int) -> Thing | None:
    """The next thing is tried at this moment, and refused for so long."""
    thing = wire.sender.pick(wire.now)
    if thing is not None:
        wire.sender.started(thing, wire.now)
        wire.sender.pause_chat(thing.address_id, wire.now + seconds * SECOND, wire.now)
        wire.sender.finished(thing, wire.now)
    return thing


def waits_after_refusals(wire: Wire, number: int) -> list[int]:
    """Everything is told to wait, and then what is tried first is refused so many times: the pauses, in seconds."""
    for chat in (91, 92, 93):
        wire.sender.pause_chat(chat, wire.now + 3600 * SECOND, wire.now)
    waits = []
    for _ in range(number):
        due = wire.sender.next_time(wire.now)
        assert due is not None
        waits.append(round((due - wire.now) / SECOND))
        wire.now = due
        assert refused(wire, 3600) is not None
    return waits


def test_as_long_as_nobody_is_served_everything_waits_twice_as_long_each_time() -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(1, 9))
    assert waits_after_refusals(wire, 5) == [10, 20, 40, 80, 160]
    assert wire.sender.paused_until == wire.now + 320 * SECOND
    wire.now += 320 * SECOND
    tried = wire.sender.pick(wire.now)
    assert tried is not None
    wire.sender.started(tried, wire.now)
    wire.now += SECOND
    assert wire.sender.pick(wire.now) is None  # one thing is tried
    wire.offer([Thing(99, Lane.ALERT, address_id=99)])
    assert wire.send_next().id == 99  # an alert does not wait for what is tried
    wire.sender.finished(tried, wire.now)
    wire.sender.served()
    assert wire.sender.paused_until is None
    assert wire.send_next() is not None


def test_it_waits_no_longer_than_it_was_asked_to() -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n) for n in range(1, 9))
    waits_after_refusals(wire, 2)
    wire.now += 40 * SECOND
    refused(wire, 15)
    assert wire.sender.paused_until == wire.now + 15 * SECOND


def test_a_chat_that_is_refused_long_after_the_others_holds_up_nobody() -> None:
    wire = Wire()
    for chat in (91, 92, 93):
        wire.sender.pause_chat(chat, wire.now + 30 * SECOND, wire.now)
    wire.now += 30 * SECOND
    wire.offer([Thing(1, address_id=91)])
    assert refused(wire, 30) is not None
    wire.offer([Thing(2, address_id=2)])
    assert wire.send_next() == Thing(2, address_id=2)
    assert wire.now < START + 31 * SECOND


def test_a_clock_that_goes_back_stops_nothing() -> None:
    wire = Wire()
    wire.offer(Thing(n, address_id=n % 3) for n in range(12))
    for _ in range(4):
        wire.send_next()
    wire.sender.pause_chat(1, wire.now + 30 * SECOND, wire.now)
    wire.now -= timedelta(hours=2)
    wire.run()
    assert len(wire.sent) == 12
    assert wire.now - (START - timedelta(hours=2)) < 10 * SECOND


class Counted(Thing, frozen=True):
    """Counts how often it is looked at."""

    looks = 0

    def __getattribute__(self, name: str) -> object:
        if name == "not_before":
            Counted.looks += 1
        return super().__getattribute__(name)


@pytest.mark.slow
@pytest.mark.parametrize("waiting", [100, 10_000])
def test_a_pick_does_not_look_at_everything_that_waits(waiting: int) -> None:
    wire = Wire(FREE)
    wire.offer(Counted(n, Lane(n % 7), address_id=n % (waiting // 4)) for n in range(waiting))
    Counted.looks = 0
    for _ in range(100):
        wire.send_next()
    assert Counted.looks < 100 * 150
