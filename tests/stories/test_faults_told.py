"""Trouble reaches the administrators in whichever way is left, and is not taken for told when none was."""

import pytest

from storage.errors import Unavailable
from tests.stories.faults import from_bot, shows, until
from tests.world.world import World

pytestmark = pytest.mark.slow

TOLD = "База данных недоступна"


async def test_trouble_with_the_database_goes_past_the_outbox_even_when_the_outbox_takes_it(
    world: World,
) -> None:
    await world.settle()
    await world.playground.fails("error_500", times=None, methods=("sendMessage",), text="database")
    await world.app.operator.tell("storage", error="Unavailable")
    await world.administrator.expects(
        TOLD
    )  # in the organisation's language: straight, nothing was read for it


async def test_whoever_is_not_reached_straight_is_told_by_the_outbox(world: World) -> None:
    await world.settle()
    await world.playground.fails("error_500", methods=("sendMessage",))
    await world.app.operator.tell("storage", error="Unavailable")
    await until(world, shows(world.administrator, "The database cannot be used"), minutes=1)


async def test_when_neither_way_was_left_it_is_told_a_minute_later_and_not_an_hour(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.settle()

    async def refuses(_: object) -> None:
        raise Unavailable("full")

    monkeypatch.setattr("storage.database.begin_writing", refuses)
    await world.playground.goes_down()
    await world.app.operator.tell("storage", error="Unavailable")
    await world.playground.heals()
    await world.app.operator.tell("storage", error="Unavailable")
    assert await from_bot(world.administrator, TOLD) == []  # not each second
    await world.goes_on(seconds=61)
    await until(world, shows(world.administrator, TOLD), minutes=1)
    assert len(await from_bot(world.administrator, TOLD)) == 1
