"""dabyl purge: what is over its term is counted by table and reason, and removed; it can be broken off and begun again."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.cli import purge
from core.timeline import TimelineKind
from core.vocabulary import CaseState
from handlers.cards import live_cards
from storage import inbox, timeline
from storage.database import Database
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl
from tests.storage.samples import NOW, SAMPLES

OLD = NOW - timedelta(days=1)  # in 2018


async def handled(storage_url: str) -> None:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(OLD) as tx:
        await inbox.store(tx, "telegram", [(1, b'{"text": "Made-up Dana"}'), (2, b"{}")])
        await inbox.mark_done(tx, [row.id for row in await inbox.next_open(tx, 2)])
    await database.close()


def test_nothing_is_due_at_first(config: Path) -> None:
    assert dabyl("purge", config=config).out == "Nothing is over its term.\n"


@pytest.mark.slow
def test_what_is_due_is_counted_first_and_then_removed(config: Path, storage_url: str) -> None:
    asyncio.run(handled(storage_url))
    counted = json.loads(dabyl("purge", "--dry-run", "--json", config=config).out)
    due = {(row["table"], row["reason"]): row["rows"] for row in counted["due"] if row["rows"]}
    assert (counted["removed"], due) == (False, {("inbox", "updates"): 2})
    told = dabyl("purge", config=config).out
    assert "2  inbox: updates" in told
    assert "Removed. Older backups still have it" in told
    assert dabyl("purge", "--dry-run", config=config).out == "Nothing is over its term.\n"


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_while_somebody_reads_it_is_not_said_that_all_of_it_is_gone_and_afterwards_it_is(
    config: Path, storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asyncio.run(handled(storage_url))
    monkeypatch.setattr(purge, "PATIENCE", 0)
    file = storage_url.partition(":///")[2]
    log = Path(f"{file}-wal")
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM inbox").fetchone()
        ended = dabyl("purge", config=config)
        assert (ended.code, f"{log.name}" in ended.err) == (1, True)
        assert log.stat().st_size
        reader.execute("COMMIT")
        ended = dabyl("purge", config=config)
        assert (ended.code, ended.err) == (0, "")
        assert not log.stat().st_size


async def over(storage_url: str, *codes: str) -> None:
    """Closed cases of long ago."""
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(OLD) as tx:
        for number, code in enumerate(codes, start=1):
            closed = replace(SAMPLES["cases"], id=number, code=code, state=CaseState.CLOSED, closed_at=OLD)
            tx.cases.add(replace(closed, owner_id=None, second_id=None, forgotten=(), forgotten_at=None))
            await timeline.append(tx, number, 0, TimelineKind.OPENED, {})  # none is a flaw
    await database.close()


async def not_forgotten(storage_url: str) -> list[str]:
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.read(NOW) as tx:
        found = [case.code for case in await tx.cases.select() if case.forgotten_at is None]
    await database.close()
    return found


@pytest.mark.slow
def test_a_case_that_cannot_be_forgotten_is_passed_over_and_named(
    config: Path, storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asyncio.run(over(storage_url, "lake-one", "lake-two", "lake-three"))
    does = live_cards.touch_incidents

    async def fails(tx: Any, case_id: int) -> None:
        if case_id == 1:
            raise ZeroDivisionError
        await does(tx, case_id)

    monkeypatch.setattr(live_cards, "touch_incidents", fails)
    ended = dabyl("purge", config=config)
    assert ended.code == 1
    assert "Passed over, because something in them fails: lake-one." in ended.err
    assert asyncio.run(not_forgotten(storage_url)) == ["lake-one"]
    assert json.loads(dabyl("purge", "--json", config=config).out)["passed_over"] == ["lake-one"]
    monkeypatch.undo()
    assert dabyl("purge", config=config).code == 0
    assert asyncio.run(not_forgotten(storage_url)) == []
