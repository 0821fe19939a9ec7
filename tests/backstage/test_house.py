"""What is ordered of the house: the bot's process, and time that goes on while Telegram does not answer."""

import asyncio
from datetime import timedelta

import pytest

from bot.backstage import passing
from bot.backstage.house import House
from bot.demo.quiet import quiet

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_however_often_a_start_is_ordered_there_is_one_bot(house: House) -> None:
    await asyncio.gather(house.kill(), house.kill())
    await asyncio.gather(house.start(), house.start(), house.start())
    assert house.running
    assert house.restarts == 1


async def test_time_goes_on_and_timers_run_while_telegram_is_away(house: House) -> None:
    world, citizen = house.stage.world, house.cast.citizens[0]
    await citizen.writes("В Астане полиция забрала брата")
    await quiet(house.stage)
    (due, *_) = [timer for timer in await passing.waiting_timers(house) if timer.kind == "escalation"]
    await world.goes_down()
    await citizen.writes("Их двое")
    begun = await world.now()
    await passing.goes_on(house, 600)
    assert await world.now() - begun >= timedelta(minutes=10)
    assert due not in await passing.waiting_timers(house)
    assert await world.pending() == 1
    await world.heals()
    await quiet(house.stage)
    assert await world.pending() == 0
