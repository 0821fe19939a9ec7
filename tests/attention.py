"""Print what people get while much happens: ``python -m tests.attention``. The bounds: casework/outbox/test_attention."""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from core.model import LANGUAGES
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.casework.budgets import fifteen_days, told_and_taken
from tests.casework.conftest import organisation
from tests.casework.scenes import MOST, SCENES, UNBOUNDED, Counted, Scene, counted
from tests.casework.steering import BOUNDS
from tests.casework.story_desk import Desk, Person


@asynccontextmanager
async def a_desk() -> AsyncIterator[Desk]:
    """In a database of its own."""
    with tempfile.TemporaryDirectory(prefix="attention-") as folder:
        url = f"sqlite:///{Path(folder, 'desk.db')}"
        await migrate(url)
        database = await Database.open(url, Keyring.parse(new_key()))
        chance = random.Random(2018)
        try:
            yield Desk(database, replace(organisation(), pick=chance.randrange))
        finally:
            await database.close()


async def played(scene: Scene) -> dict[str, Counted]:
    """One scene."""
    async with a_desk() as desk:
        return await counted(desk, scene)


async def main() -> None:
    """Play all scenes; a table each."""
    console = Console()
    for name, scene in SCENES.items():
        ends = f"; a lawyer at most {scene.in_a_night} sounds" if scene.in_a_night < UNBOUNDED else ""
        hour = f"in an hour, urgent offers apart (at most {MOST})"
        table = Table("who", "new messages", "sounds", "in ten minutes", hour, title=f"{name}{ends}")
        for who, got in (await played(scene)).items():
            table.add_row(who, *map(str, (got.came, got.rang, got.densest, got.hour)))
        console.print(table)
    table = Table("what", "messages", "edits", "sounds", "characters", title="one person")
    for language in LANGUAGES:
        await _add(
            table, f"a report until it is taken, {language}", partial(told_and_taken, language=language)
        )
    await _add(table, "a case of fifteen days, its lawyer", fifteen_days)
    console.print(table)
    table = Table("what it takes", *LANGUAGES, title="steering")
    for name, (act, _) in BOUNDS.items():
        found = []
        for language in LANGUAGES:
            async with a_desk() as desk:
                found.append(str(await act(desk, language)))
        table.add_row(name, *found)
    console.print(table)


async def _add(table: Table, name: str, scene: Callable[[Desk], Awaitable[Person]]) -> None:
    async with a_desk() as desk:
        screen = (await scene(desk)).screen
        counts = (screen.came, screen.edited, len(screen.sounds), screen.characters)
        table.add_row(name, *map(str, counts))


if __name__ == "__main__":
    asyncio.run(main())
