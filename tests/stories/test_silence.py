"""Silence on the wire: what another process orders in the database holds for the bot that runs, and so does its end."""

import pytest

from handlers.emergency import silence
from storage.schema import outbox
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_what_is_held_back_waits_in_the_table_and_leaves_when_the_silence_ends(
    world: World,
) -> None:
    marat = await world.member("Marat", languages=("en",))
    rita = await world.person("Rita", "en")
    await rita.starts()
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:
        await silence.begin(tx)
    await rita.writes("Police took Made-Up Dana in Almaty an hour ago")
    await world.settle()
    await world.fast_forward(seconds=30)
    assert world.app.outbox.sender.next_time(world.clock.now()) is None  # nothing of it waits in memory
    await marat.expects_nothing("Almaty")
    async with world.app.database.read(world.clock.now()) as tx:
        assert await tx.outgoing.count(outbox.c.state == "waiting") > 0

    async with world.app.database.write(world.clock.now()) as tx:
        await silence.end(tx, world.app.service)
    await world.fast_forward(seconds=6)
    await marat.expects("Almaty")
    async with world.app.database.read(world.clock.now()) as tx:
        assert await tx.outgoing.count(outbox.c.state == "waiting") == 0


async def test_administrators_are_told_nothing_past_the_outbox_and_no_menu_is_set(world: World) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        await silence.begin(tx)
    await world.app.operator.tell("storage", error="Made-Up")
    await world.settle()
    await world.administrator.expects_nothing("Made-Up")
    world.server.world.profile.clear()
    await world.restart()
    await world.fast_forward(seconds=90)
    assert world.server.world.profile == {}
    async with world.app.database.write(world.clock.now()) as tx:
        await silence.end(tx, world.app.service)
    await world.fast_forward(seconds=90)
    assert world.server.world.profile != {}
