"""A world for faults that are stories."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.sealing import new_key
from tests.faults.scale import SCALE, SEED
from tests.world.world import World
from tests.world.world import world as make_world


def pytest_report_header() -> str:
    """What makes a run the same again."""
    return f"faults: {'long' if SCALE.long else 'short'}, DABYL_FAULTS_SEED={SEED}"


@pytest.fixture
async def world(storage_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """A running bot. ``@pytest.mark.world(config=…)`` changes how it is made."""
    marker = request.node.get_closest_marker("world")
    options = marker.kwargs if marker is not None else {}
    async with make_world(storage_url, new_key(), tmp_path, **options) as made:
        yield made
