"""The world of a story, on both databases."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.sealing import new_key
from tests.recorded.aftermath import broken_in
from tests.world.world import World
from tests.world.world import world as make_world

# What people say and press is the same on every database: these run on PostgreSQL in `make faults` alone.
OF_PEOPLE = (
    "test_citizen_", "test_coordinator_", "test_staff_", "test_lawyer_buttons", "test_copies", "test_digest",
    "test_reading", "test_taking_back", "test_words_cannot", "test_watchman_",
)  # fmt: skip

# In these Telegram, a disk or the process is broken on purpose: who gets an answer when is what they are about.
BREAK_THE_WIRE = (
    "test_faults_", "test_outside", "test_watchman", "test_webhook", "test_first_light", "test_bundle",
    "test_files_kept", "test_signal_away", "test_signal_hour", "test_signal_unsent",
)  # fmt: skip

HERE = Path(__file__).parent

if TYPE_CHECKING:
    from tests.stories.watch import DeadManService


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the stories of people one run is enough, unless the long suite asks for all."""
    if os.environ.get("DABYL_FAULTS") == "long":
        return
    here = Path(__file__).parent
    twice = {
        item
        for item in items
        if item.path.parent == here and item.path.stem.startswith(OF_PEOPLE) and "[postgres" in item.name
    }
    config.hook.pytest_deselected(items=list(twice))
    items[:] = [item for item in items if item not in twice]


@pytest.fixture
async def world(storage_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """A running bot. ``@pytest.mark.world(config=…)`` changes how it is made."""
    marker = request.node.get_closest_marker("world")
    options = marker.kwargs if marker is not None else {}
    async with make_world(storage_url, new_key(), tmp_path, **options) as made:
        yield made
        if request.node.path.parent == HERE and not request.node.path.stem.startswith(BREAK_THE_WIRE):
            await _judge(made)


async def _judge(world: World) -> None:
    """The properties of conversations hold at the end of a story too."""
    if world._running is None or world._running.done():
        return
    await world.settle()
    await world.fast_forward(seconds=6)  # who writes several in a row is answered when they pause
    assert await broken_in(world) == {}


@pytest.fixture
async def service(world: World) -> AsyncIterator["DeadManService"]:
    """A dead-man service to which the bot of this world sends its heartbeats."""
    from tests.stories.watch import DeadManService  # a recorded story needs the world alone

    service = DeadManService()
    await service.open()
    world._environ["DABYL_HEARTBEAT_URL"] = service.url
    await world.restart()
    await world.settle()
    yield service
    await world.crash()
    service.stop()
