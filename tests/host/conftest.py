"""The house with the real bot as a process. A start takes seconds, so a module shares one; what a test did stays."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest_asyncio

from playground.host.playhouse import House, open_playhouse
from playground.host.routes import Backstage, backstage_app

PATIENCE = 180.0  # real seconds: a guard and no measure


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house() -> AsyncIterator[House]:
    """Open, and its backstage answers. Its tests are marked ``asyncio(loop_scope="module")``."""
    async with open_playhouse(0) as made:
        backstage = Backstage(made)
        made.server.backstage = backstage_app(backstage)
        yield made
        await backstage.close()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that other tasks or processes bring about. Raises TimeoutError if they do not."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - another process brings it about
            await asyncio.sleep(0.01)


def narrated(house: House) -> list[dict[str, str]]:
    """What the narrator has said, each line by language."""
    return [event["text"] for event in house.server.told.after(0) if event["type"] == "narrator"]
