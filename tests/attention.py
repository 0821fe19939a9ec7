"""Print what people get while much happens: ``python -m tests.attention``. The bounds: casework/outbox/test_attention."""

import asyncio
import random
import tempfile
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.casework.conftest import organisation
from tests.casework.scenes import SCENES, Counted, Scene, counted
from tests.casework.story_desk import Desk


async def played(scene: Scene) -> dict[str, Counted]:
    """One scene, in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="attention-") as folder:
        url = f"sqlite:///{Path(folder, 'desk.db')}"
        await migrate(url)
        database = await Database.open(url, Keyring.parse(new_key()))
        chance = random.Random(2018)
        try:
            return await counted(Desk(database, replace(organisation(), pick=chance.randrange)), scene)
        finally:
            await database.close()


async def main() -> None:
    """Play all scenes; a table each."""
    console = Console()
    for name, scene in SCENES.items():
        table = Table("who", "new messages", "sounds", "sounds in ten minutes at most", title=name)
        for who, got in (await played(scene)).items():
            table.add_row(who, str(got.came), str(got.rang), str(got.densest))
        console.print(table)


if __name__ == "__main__":
    asyncio.run(main())
