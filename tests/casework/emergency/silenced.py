"""The technician's silence, in stories."""

from handlers.emergency import silence
from tests.casework.story_desk import Desk


async def begins(desk: Desk) -> None:
    """From now on nothing leaves."""
    async with desk.writing() as tx:
        assert await silence.begin(tx)


async def ends(desk: Desk) -> None:
    """What waits leaves: the loop looks again at all of it."""
    async with desk.writing() as tx:
        assert await silence.end(tx, desk.service)
        desk._unsent = True
