"""Sends that hang do not delay an alert: slots and connections are kept free for it."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.messengers.errors import RetryLater
from bot.messengers.telegram.client import Telegram
from core.presentation import Presentation
from core.traffic import Lane
from playground.server import TOKEN
from tests.stories.faults import reader, shows, tells, until
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_an_alert_passes_any_number_of_hung_digests_and_answers_to_presses(world: World) -> None:
    lawyer = await reader(world, "Marat")
    people = [await reader(world, f"Person {number}") for number in range(20)]
    await world.settle()
    for person in people:
        await world.playground.fails("hang_before", times=None, chat=person)
    await world.playground.fails("hang_before", times=None, methods=("answerCallbackQuery",))
    for person in people:
        await tells(world, person, "the digest", Lane.DIGEST)
    presser = people[0]
    for number in range(10):
        await presser.taps_data(await presser.writes(f"words {number}"), "nothing:1")
    await until(world, _in_flight(world, 14))
    await tells(world, lawyer, "the alert", Lane.ALERT)
    async with asyncio.timeout(12):  # less than the patience with a hung send
        await until(world, shows(lawyer, "the alert"))
    assert len(world.app.outbox._tasks) == 14
    await world.playground.heals()


@pytest.mark.parametrize("kind", ["hang_before", "hang_after"])
async def test_a_send_without_an_answer_is_given_up_and_nobody_knows_whether_it_arrived(
    world: World, kind: str
) -> None:
    citizen = await reader(world, "Aigul")
    await world.playground.fails(kind, methods=("sendMessage",))
    telegram = Telegram(TOKEN, world.server.url, patience=0.1)
    with pytest.raises(RetryLater) as caught:
        await telegram.send(str(citizen.id), Presentation("words"))
    assert caught.value.sent is None
    await telegram.close()


def _in_flight(world: World, number: int) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return len(world.app.outbox._tasks) >= number

    return look
