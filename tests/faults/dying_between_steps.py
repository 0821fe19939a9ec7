"""A plugin for stories: the process dies whenever it has come to rest, and starts again, so between any two steps.

    pytest -p tests.faults.dying_between_steps tests/stories/test_citizen_form.py

What a story expects must hold all the same. Stories that count what the machine itself does are left out by it.
"""

import pytest

from tests.world.world import World

# It waits for what a start does again.
OF_ONE_LIFE = ("test_while_telegram_is_away_a_file_waits_and_nothing_is_lost",)
_settle = World.settle


async def _dies_and_settles(world: World) -> None:
    await _settle(world)
    await world.restart()
    await _settle(world)


def pytest_configure() -> None:
    setattr(World, "settle", _dies_and_settles)  # noqa: B010


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if getattr(item, "originalname", "") in OF_ONE_LIFE:
            item.add_marker(pytest.mark.skip(reason="counts what happens in one life of the process"))
