"""The stages. SQLite alone: what is tried here is who may, not how it is stored."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.vocabulary import CaseState
from tests.casework.conftest import AtOnce
from tests.dispatch.stage import Scenery, Stage, scenery, staged


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Scenery:
    """What led to each state happens once; every test plays on copies."""
    return asyncio.run(scenery(tmp_path_factory.mktemp("scenery")))


@pytest.fixture
async def stages(
    written: Scenery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[dict[CaseState, Stage]]:
    """The case in each of its states."""
    monkeypatch.setattr("aiosqlite.core.SimpleQueue", AtOnce)
    async with staged(written, tmp_path) as made:
        yield made
