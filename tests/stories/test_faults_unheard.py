"""Telegram was not heard for a while, though the process lived on: open offers are shown again, once."""

from datetime import timedelta

import pytest

from bot.loops.heartbeat import EVERY
from playground.phone import Phone
from tests.stories.faults import from_bot, polling, shows, until
from tests.world.world import World

pytestmark = pytest.mark.slow

REPORT = "кого-то задержали в Алматы"
PATIENT = '[[escalation.steps]]\nask = "region"\nat_once = 1\nwait_minutes = 600.0\n'
SLOW = timedelta(minutes=3)
QUICK = timedelta(minutes=2)


async def offered(world: World) -> tuple[Phone, int]:
    """A lawyer with an open offer, and its message."""
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"), minutes=1)
    await until(world, polling(world))
    await world.settle()
    (card,) = await from_bot(lawyer, "Алматы")
    return lawyer, card.id


async def is_shown_again(world: World, lawyer: Phone, before: int) -> bool:
    """Whether the offer is another message than before; there is one in any case."""
    shown = [one.id for one in await from_bot(lawyer, "Алматы")]
    return len(shown) == 1 and shown != [before]


@pytest.mark.world(config=PATIENT)
@pytest.mark.parametrize(("asleep", "again"), [(SLOW, True), (QUICK, False)])
async def test_after_the_machine_slept_or_the_process_was_stopped(
    world: World, asleep: timedelta, again: bool
) -> None:
    lawyer, card = await offered(world)
    world.clock.sleep(asleep)
    await until(world, polling(world), minutes=1)
    await world.goes_on(seconds=70)
    await world.settle()
    assert await is_shown_again(world, lawyer, card) is again


@pytest.mark.world(config=PATIENT)
async def test_after_the_network_was_away_the_offer_is_shown_again_once(world: World) -> None:
    lawyer, card = await offered(world)
    await world.playground.goes_down()
    await until(world, lambda: _over(world, SLOW), minutes=10)
    await world.playground.heals()
    await until(world, lambda: is_shown_again(world, lawyer, card), minutes=3)  # when the first poll ends
    again = [one.id for one in await from_bot(lawyer, "Алматы")]
    await world.goes_on(minutes=3)
    assert [one.id for one in await from_bot(lawyer, "Алматы")] == again


@pytest.mark.world(config=PATIENT)
async def test_whoever_restarts_the_bot_while_telegram_is_away_does_not_hide_the_gap(world: World) -> None:
    lawyer, card = await offered(world)
    await world.playground.goes_down()
    await until(world, lambda: _over(world, SLOW), minutes=10)
    await world.crash()
    await world.start_bot()
    await world.playground.heals()
    await until(world, lambda: is_shown_again(world, lawyer, card), minutes=2)


@pytest.mark.world(config=PATIENT)
async def test_skipped_time_and_a_clock_that_is_set_are_no_gap(world: World) -> None:
    lawyer, card = await offered(world)
    await world.fast_forward(hours=2)
    await until(world, polling(world), minutes=2)
    await until(world, lambda: _is_noted(world), minutes=3)
    await world.restart()
    await world.settle()
    assert not await is_shown_again(world, lawyer, card)


async def _is_noted(world: World) -> bool:
    """Whether the heartbeat of this minute is written, by which the next start knows how long it heard nothing."""
    now = world.clock.now()
    async with world.app.database.read(now) as tx:
        boot = await tx.boots.get(world.app.boot.id)
    return boot is not None and now - min(boot.alive_at, boot.heard_at or boot.alive_at) <= EVERY


async def _over(world: World, span: timedelta) -> bool:
    return world.app.inbox.unheard() > span
