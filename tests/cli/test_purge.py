"""dabyl purge: what is over its term is counted by table and reason, and removed; it can be broken off and begun again."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from storage import inbox
from storage.database import Database
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import NOW

OLD = NOW - timedelta(days=1)  # in 2018


async def handled(storage_url: str) -> None:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(OLD) as tx:
        await inbox.store(tx, "telegram", [(1, b'{"text": "Made-up Dana"}'), (2, b"{}")])
        await inbox.mark_done(tx, [row.id for row in await inbox.next_open(tx, 2)])
    await database.close()


def test_nothing_is_due_at_first(config: Path) -> None:
    assert dabyl("purge", config=config).out == "Nothing is over its term.\n"


def test_what_is_due_is_counted_first_and_then_removed(config: Path, storage_url: str) -> None:
    asyncio.run(handled(storage_url))
    counted = json.loads(dabyl("purge", "--dry-run", "--json", config=config).out)
    due = {(row["table"], row["reason"]): row["rows"] for row in counted["due"] if row["rows"]}
    assert (counted["removed"], due) == (False, {("inbox", "updates"): 2})
    told = dabyl("purge", config=config).out
    assert "2  inbox: updates" in told
    assert "Removed. Older backups still have it" in told
    assert dabyl("purge", "--dry-run", config=config).out == "Nothing is over its term.\n"
