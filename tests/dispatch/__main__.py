"""Write docs/develop/permissions.md again."""

import asyncio
import tempfile
from pathlib import Path

from tests.dispatch.matrix import matrix, page
from tests.dispatch.stage import scenery, staged

PAGE = Path(__file__).parents[2] / "docs" / "develop" / "permissions.md"


async def write() -> None:
    """Try everything, and write down what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        async with staged(await scenery(Path(folder)), Path(folder)) as stages:
            PAGE.write_text(page(await matrix(stages)), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
