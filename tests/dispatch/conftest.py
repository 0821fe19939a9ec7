"""The stages. SQLite alone: what is tried here is who may, not how it is stored."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.vocabulary import CaseState
from tests.dispatch.stage import Stage, staged


@pytest.fixture
async def stages(tmp_path: Path) -> AsyncIterator[dict[CaseState, Stage]]:
    """The case in each of its states."""
    async with staged(tmp_path) as made:
        yield made
