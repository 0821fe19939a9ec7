"""dabyl parked: what nothing could handle is listed without its content, and can be put back."""

import asyncio
import json
from pathlib import Path

from core.traffic import Timer
from storage import inbox
from storage.database import Database
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import NOW


async def park(storage_url: str) -> None:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(1, b'{"text": "Made-up Dana"}'), (2, b"{}")])
        first, _ = await inbox.next_open(tx, 2)
        await inbox.count_attempt(tx, [first.id])
        await inbox.park(tx, first.id, "KeyError")
        tx.timers.put(Timer("digest:2018-09-18", "digest", NOW, attempts=4, parked=True))
    await database.close()


def test_nothing_is_parked_at_first(config: Path) -> None:
    ended = dabyl("parked", config=config)
    assert (ended.code, ended.out) == (0, "Nothing is parked.\n")


async def open_rows(storage_url: str) -> list[tuple[int, int]]:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.read(NOW) as tx:
        rows = [(row.update_id, row.attempts) for row in await inbox.next_open(tx, 9)]
        timers = await tx.timers.select()
    await database.close()
    assert [(timer.parked, timer.attempts) for timer in timers] == [(False, 0)]
    return rows


def test_what_is_parked_is_shown_without_content_and_tried_again_when_asked(
    config: Path, storage_url: str
) -> None:
    asyncio.run(park(storage_url))
    ended = dabyl("parked", config=config)
    assert ended.code == 0
    assert "KeyError" in ended.out
    assert "timer digest:2018-09-18" in ended.out
    assert "Made-up Dana" not in ended.out
    read = json.loads(dabyl("parked", "--json", config=config).out)
    assert [(row["kind"], row["error"]) for row in read["parked"]] == [("update", "KeyError"), ("timer", "")]
    assert "2 opened again" in dabyl("parked", "--again", config=config).out
    assert asyncio.run(open_rows(storage_url)) == [(1, 0), (2, 0)]
    assert dabyl("parked", config=config).out == "Nothing is parked.\n"
