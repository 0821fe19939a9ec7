"""A closed case, so many nights later, and everything that the database holds then."""

from datetime import timedelta
from typing import Any

from handlers.forgetting import purge
from storage import files
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty near the old theatre at 14:00 today, her sister +7 701 123 45 67"
WORDS = ("Dana", "theatre", "7011234567", "sister")


async def closed(desk: Desk, outcome: str = "Released") -> tuple[Person, Person, Person]:
    """Marat took the case, Rita heard of it and sent a photo, and it is over."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(TOLD)
    await rita.allows_news()
    await rita.sends("a-photo", "at the old theatre")
    await marat.presses("I'll take it")
    await marat.presses("Contacted")
    await marat.writes("Her mother Roza Made-Up waits outside")
    await marat.presses(outcome, outcome)
    return marat, olga, rita


async def nights(desk: Desk, days: float) -> None:
    """So many days later, and the nights between are over. Whatever else is due then is left: it is not of these stories."""
    desk.now += timedelta(days=days)
    after: int | None = 0
    while after is not None:
        async with desk.writing() as tx:
            after = await purge.forget_piece(tx, desk.service, after)
    await files.delete_unwanted(desk.database, desk.now)


async def plain(desk: Desk) -> str:
    """Everything that the database holds, opened."""
    async with desk.reading() as tx:
        rows: list[Any] = []
        for table in (tx.addresses, tx.members, tx.reports, tx.entries, tx.dialogues, tx.claims, tx.outgoing):
            rows += await table.select()
        for line in await tx.timeline.select():
            rows.append(line)
        rows += [*await tx.files.select(), *await tx.papers.select(), *await tx.holds.select()]
        return repr(rows)
