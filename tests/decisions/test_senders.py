"""Two messengers side by side: each has its own pace and pauses."""

from datetime import timedelta

import pytest

from core.sending.lanes import Sender
from core.sending.pace import SendingLimits
from core.sending.senders import Senders
from core.traffic import Lane
from tests.decisions.wire import START, Thing


class Sent(Thing, frozen=True):
    messenger: str = "telegram"


@pytest.fixture
def both() -> Senders[Sent]:
    return Senders(
        {"telegram": Sender(SendingLimits(per_second=1)), "pigeons": Sender(SendingLimits(per_second=1))}
    )


def offer(senders: Senders[Sent], number: int, messenger: str) -> Sent:
    thing = Sent(number, address_id=number, messenger=messenger)
    senders.of(messenger).offer(thing)
    return thing


def test_a_messenger_that_cannot_be_reached_holds_up_no_other(both: Senders[Sent]) -> None:
    offer(both, 1, "telegram")
    second = offer(both, 2, "pigeons")
    both.of("telegram").pause(START + timedelta(hours=1))
    assert both.pick(START) == second
    assert both.pick(START) is None
    assert len(both) == both.waiting(Lane.NEWS) == 1


def test_each_messenger_has_its_own_pace_and_they_pick_in_turn(both: Senders[Sent]) -> None:
    first, third = offer(both, 1, "telegram"), offer(both, 3, "telegram")
    second, fourth = offer(both, 2, "pigeons"), offer(both, 4, "pigeons")
    picked = []
    for now in (START, START + timedelta(seconds=2)):
        while (item := both.pick(now)) is not None:
            both.of(item.messenger).started(item, now)
            both.of(item.messenger).finished(item, now)
            picked.append(item)
    assert picked == [first, second, third, fourth]


def test_the_next_time_is_that_of_whoever_is_first(both: Senders[Sent]) -> None:
    assert both.next_time(START) is None
    offer(both, 1, "telegram")
    both.of("telegram").pause(START + timedelta(hours=1))
    assert both.next_time(START) == START + timedelta(hours=1)
    offer(both, 2, "pigeons")
    assert both.next_time(START) == START


def test_through_a_messenger_that_is_not_configured_nothing_leaves(both: Senders[Sent]) -> None:
    assert both.has("pigeons")
    assert not both.has("telegraph")
