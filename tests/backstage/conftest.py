"""The house with the real bot as a process, once for all tests of a module; what one of them did stays for the next."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.backstage.house import House, opened
from bot.backstage.routes import Backstage, backstage_app


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house() -> AsyncIterator[House]:
    """Open, and its backstage answers. Its tests are marked ``asyncio(loop_scope="module")``."""
    async with opened(0) as made:
        backstage = Backstage(made)
        made.server.backstage = backstage_app(backstage)
        yield made
        await backstage.close()
