"""Opening, committing, rolling back, reading beside the writer, and what is left on the disk."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.traffic import Card, Lane, Outgoing, Timer
from storage.database import Committed, Database
from storage.errors import Refused
from storage.ids import WITH_ID, Ids
from storage.migrate import migrate
from storage.sealing import Keyring
from tests.storage.samples import CHAT, LATER, NAME, NOW, PHONE, SAMPLES, WORDS, address


def files(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir()}


async def test_a_block_that_raises_leaves_no_trace(database: Database) -> None:
    told: list[Committed] = []
    database.on_commit.append(told.append)

    async def write_and_fail() -> None:
        async with database.write(NOW) as tx:
            tx.addresses.add(address(1, b"1"))
            await tx.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write_and_fail()
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() == 0
    assert told == []


async def test_a_cancelled_writer_leaves_no_trace_and_the_next_one_writes(database: Database) -> None:
    inside = asyncio.Event()

    async def write_and_hang() -> None:
        async with database.write(NOW) as tx:
            tx.addresses.add(address(1, b"1"))
            await tx.flush()
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_hang())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.write(NOW) as tx:
        assert await tx.addresses.count() == 0
        tx.addresses.add(address(1, b"1"))


async def test_a_writer_cancelled_at_any_step_never_blocks_the_next(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.write(NOW) as tx:
            await tx.addresses.get(number)
            tx.addresses.add(address(number, b"%d" % number))

    whole = 0
    for steps in range(40):
        task = asyncio.create_task(write(1000 + steps))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        whole += (await asyncio.gather(task, return_exceptions=True))[0] is None
        await asyncio.wait_for(write(1 + steps), 10)
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() >= 40 + whole


async def test_readers_see_the_last_commit_while_a_writer_works(database: Database) -> None:
    async with database.write(NOW) as writer:
        writer.addresses.add(address(1, b"1"))
        await writer.flush()
        async with database.read(NOW) as reader:
            assert await reader.addresses.count() == 0
    async with database.read(NOW) as reader:
        assert await reader.addresses.count() == 1


async def test_a_reader_keeps_its_snapshot_while_others_commit(database: Database) -> None:
    async with database.read(NOW) as reader:
        assert await reader.addresses.count() == 0
        async with database.write(NOW) as writer:
            writer.addresses.add(address(1, b"1"))
        assert await reader.addresses.count() == 0


async def test_writers_take_turns_and_lose_no_update(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    other = await Database.open(storage_url, keyring)  # as another process would
    async with database.write(NOW) as tx:
        tx.timers.add(Timer("counter", "test", NOW))

    async def count(through: Database) -> None:
        async with through.write(NOW) as tx:
            timer = await tx.timers.get("counter")
            assert timer is not None
            tx.timers.put(replace(timer, attempts=timer.attempts + 1))

    await asyncio.gather(*(count(through) for through in (database, other) for _ in range(20)))
    await other.close()
    async with database.read(NOW) as tx:
        assert (await tx.timers.select())[0].attempts == 40


async def test_a_write_inside_a_write_is_a_mistake_and_not_a_standstill(database: Database) -> None:
    async with database.write(NOW):
        with pytest.raises(RuntimeError, match="writing already"):
            async with database.write(NOW):
                pass


async def test_a_commit_tells_what_waits_and_when_its_first_timer_is_due(database: Database) -> None:
    told: list[Committed] = []
    database.on_commit.append(told.append)
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        message = tx.outgoing.add(Outgoing(tx.new_id(), 1, Lane.REPLY, "message", {}, NOW, not_before=LATER))
        tx.outgoing.add(Outgoing(tx.new_id(), 1, Lane.REPLY, "message", {}, NOW, "sent"))
        card = tx.cards.add(Card(tx.new_id(), "case", 1, 1, Lane.ALERT, NOW))
        await tx.flush()
        shown = tx.cards.add(Card(tx.new_id(), "case", 2, 1, Lane.ALERT, NOW))
        await tx.flush()
        tx.cards.put(replace(shown, shown=1))
    async with database.write(NOW) as tx:
        tx.timers.put(Timer("b", "test", LATER))
        tx.timers.put(Timer("given up", "test", NOW, parked=True))
        await tx.flush()
        tx.timers.put(Timer("a", "test", NOW))
        await tx.flush()
        tx.timers.put(Timer("c", "test", LATER))
    async with database.write(NOW) as tx:
        tx.timers.put(Timer("a", "test", NOW))  # as it was
    async with database.write(NOW) as tx:
        tx.timers.put(Timer("a", "test", LATER))
    async with database.write(NOW) as tx:
        tx.timers.remove("a")
    assert [(w.kind, w.id, w.lane, w.not_before, w.private) for w in told[0].waiting] == [
        ("card", card.id, Lane.ALERT, None, True),
        ("message", message.id, Lane.REPLY, LATER, True),
    ]
    assert [committed.next_timer for committed in told] == [None, NOW, None, LATER, None]


async def test_lookups_stay_and_differ_by_purpose_and_database(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    async with database.read(NOW) as tx:
        here = tx.lookup("telegram", CHAT)
        assert here == tx.lookup("telegram", CHAT) != tx.lookup("signal", CHAT)
        assert tx.keyed_hash("receipt", "x") != tx.keyed_hash("card", "x")
    again = await Database.open(storage_url, keyring)
    async with again.read(NOW) as tx:
        assert tx.lookup("telegram", CHAT) == here
    await again.close()


async def test_ids_go_on_above_those_in_the_database(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    async with database.write(LATER) as tx:
        newest = tx.new_id()
        tx.addresses.add(address(newest, b"1"))
    again = await Database.open(storage_url, keyring, ids=Ids(lambda bits: 0))
    async with again.read(NOW) as tx:  # a clock that was put back
        assert tx.new_id() > newest
    await again.close()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_they_go_on_above_those_of_every_table(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(9, b"another one"))
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    high, file = 1 << 61, storage_url.removeprefix("sqlite:///")
    for name in WITH_ID:
        with closing(sqlite3.connect(file)) as raw:
            (newest,) = raw.execute(f"SELECT max(id) FROM {name}").fetchone()
            raw.execute(f"UPDATE {name} SET id = {high} WHERE id = {newest}")
            raw.commit()
            again = await Database.open(storage_url, keyring, ids=Ids(lambda bits: 0))
            async with again.read(NOW) as tx:
                assert tx.new_id() == high + 1, name
            await again.close()
            raw.execute(f"UPDATE {name} SET id = {newest} WHERE id = {high}")
            raw.commit()


async def test_errors_carry_no_words(database: Database) -> None:
    async def write() -> None:
        async with database.write(NOW) as tx:
            tx.addresses.add(SAMPLES["addresses"])
            tx.members.add(SAMPLES["members"])
            tx.addresses.add(replace(SAMPLES["addresses"], id=99))

    with pytest.raises(Refused) as caught:
        await write()
    text = f"{caught.value} {caught.value.__cause__}"
    assert CHAT not in text
    assert NAME not in text


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_the_files_hold_no_name_no_phone_no_words(database: Database, tmp_path: Path) -> None:
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    found = files(tmp_path)
    content = b"".join(found.values())
    assert "dabyl.db-wal" in found
    assert b"tulip-27" in content  # it looks in the right place
    for secret in (NAME, PHONE, CHAT, WORDS, "lamp river 27"):
        assert secret.encode() not in content
        assert secret.encode("utf-16-le") not in content
        assert secret.encode("ascii", "backslashreplace") not in content


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_the_database_file_is_for_its_owner_only(empty_url: str, tmp_path: Path) -> None:
    await migrate(empty_url)
    assert (tmp_path / "empty.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_sqlite_is_set_up_for_safety(database: Database) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    async with database.engine.connect() as connection:
        for name, value in expected.items():
            assert (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() == value


async def test_closing_leaves_no_thread_behind(storage_url: str, keyring: Keyring) -> None:
    before = set(threading.enumerate())
    database = await Database.open(storage_url, keyring)
    async with database.write(NOW) as tx:
        await tx.addresses.get(1)
        async with database.read(NOW) as reader:
            await reader.addresses.get(1)
    await database.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(5)  # told to stop already; it may need a moment
    assert set(threading.enumerate()) <= before
