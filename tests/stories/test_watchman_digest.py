"""A digest that did not go out, broken on purpose in three ways: the administrator's phone tells it, the heartbeat stops."""

from typing import Any

import pytest
from msgspec.structs import replace

from handlers import routes
from tests.stories.staff import EVENING
from tests.stories.watch import DeadManService, alarms, beats, minutes
from tests.world.world import World

pytestmark = pytest.mark.slow


@pytest.mark.world(start=EVENING)
async def test_a_digest_that_was_given_up_is_told_until_the_next_one_has_covered_it(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: Any) -> None:
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setitem(routes.TIMERS, "digest", replace(routes.TIMERS["digest"], function=breaks))
        await minutes(world, 61)
    assert await alarms(world) == []
    await minutes(world, 15)
    (told,) = await alarms(world)
    assert "the digest did not go out. Day: 2018-09-17" in told.text
    assert await beats(world, service) == 0
    await world.fast_forward(hours=24)
    assert len(await world.channel.shown()) == 1
    assert await beats(world, service) == 2
    await minutes(world, 21)
    assert "over. The digest" in (await alarms(world))[-1].text


@pytest.mark.world(start=EVENING)
async def test_a_digest_that_the_channel_does_not_take_is_told(world: World, service: DeadManService) -> None:
    await world.playground.sets_bot(world.channel, "kicked", by=world.administrator)
    await minutes(world, 74)
    assert await alarms(world) == []
    await minutes(world, 3)
    (told,) = await alarms(world)
    assert "Day: 2018-09-17" in told.text
    assert await beats(world, service) == 0


async def test_a_digest_that_nobody_planned_is_told(world: World, service: DeadManService) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        for timer in await tx.timers.by(kind="digest"):
            tx.timers.remove(timer.key)
    await minutes(world, 1)
    (told,) = await alarms(world)
    assert "no digest is planned" in told.text
    assert await beats(world, service) == 0
    await world.restart()  # what the message says to do
    await world.settle()
    assert await beats(world, service) == 2
