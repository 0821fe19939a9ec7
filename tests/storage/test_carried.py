"""What a transaction knew the next one need not ask for, unless it may have changed meanwhile."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress

import pytest
from msgspec.structs import replace
from sqlalchemy import delete, select, text, update

from core.traffic import Lane, Outgoing, Timer
from storage import inbox, row_cache
from storage.database import Database
from storage.errors import Refused
from storage.schema import addresses, messages
from storage.sealing import Keyring
from tests.storage.samples import LATER, NOW, address

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


@pytest.fixture
async def told(database: Database) -> Database:
    """One address, of which the writer knows."""
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
    return database


async def asked(database: Database) -> int:
    """In how many statements the address is read and changed now: one is the change itself."""
    async with database.write(NOW) as tx:
        row = await tx.addresses.get(1)
        assert row is not None
        tx.addresses.put(replace(row, muted_until=LATER if row.muted_until is None else None))
        await tx.flush()
    return tx.statements


async def muted(database: Database) -> bool:
    async with database.write(NOW) as tx:
        row = await tx.addresses.get(1)
    return row is not None and row.muted_until is not None


async def test_a_row_that_was_just_written_or_read_is_not_asked_for_again(told: Database) -> None:
    assert [await asked(told) for _ in range(3)] == [1, 1, 1]
    async with told.read(NOW) as tx:
        assert [row.muted_until for row in await tx.addresses.select()] == [LATER]


async def test_nor_is_a_group_nor_what_belongs_to_an_id_that_was_given_before(told: Database) -> None:
    async with told.write(NOW) as tx:
        number = tx.new_id()
        tx.addresses.add(address(number, b"2"))
        assert await tx.addresses.by(messenger="signal") == []
    async with told.write(NOW) as tx:
        assert await tx.dialogues.by(address_id=number) == []
        assert await tx.addresses.by(messenger="signal") == []
        assert tx.statements == 0


async def test_what_another_process_has_written_is_seen(
    told: Database, storage_url: str, keyring: Keyring
) -> None:
    other = await Database.open(storage_url, keyring)
    assert await asked(other) == 2
    assert await muted(told)
    assert await asked(other) == 1  # a transaction that changed nothing takes nothing from anybody
    assert not await muted(told)
    await asked(told)
    assert await muted(other)
    await other.close()


async def test_two_processes_that_write_in_turns_lose_nothing(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    other = await Database.open(storage_url, keyring)
    async with database.write(NOW) as tx:
        tx.timers.add(Timer("counter", "test", NOW))

    async def count(through: Database) -> None:
        for _ in range(20):
            async with through.write(NOW) as tx:
                timer = await tx.timers.get("counter")
                assert timer is not None
                tx.timers.put(replace(timer, attempts=timer.attempts + 1))

    await asyncio.gather(count(database), count(other))
    await other.close()
    async with database.read(NOW) as tx:
        assert [timer.attempts for timer in await tx.timers.select()] == [40]


async def test_of_a_transaction_that_fails_nothing_is_known(told: Database) -> None:
    async def fail() -> None:
        async with told.write(NOW) as tx:
            row = await tx.addresses.get(1)
            assert row is not None
            tx.addresses.put(replace(row, muted_until=LATER))
            tx.addresses.add(address(2, b"2"))
            await tx.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert not await muted(told)
    async with told.write(NOW) as tx:
        assert await tx.addresses.get(2) is None


async def test_nor_of_one_that_is_refused_because_a_statement_failed(told: Database) -> None:
    async def write() -> None:
        async with told.write(NOW) as tx:
            row = await tx.addresses.get(1)
            assert row is not None
            tx.addresses.put(replace(row, muted_until=LATER))
            await tx.flush()
            tx.addresses.add(address(2, b"1"))  # another one has this lookup
            with suppress(Refused):
                await tx.flush()

    with pytest.raises(Refused, match="not whole"):
        await write()
    assert not await muted(told)


async def test_nothing_is_carried_past_a_change_of_which_the_maps_do_not_know(told: Database) -> None:
    async with told.write(NOW) as tx:
        assert await tx.addresses.get(1) is not None
        await tx.execute(update(addresses).values(muted_until=LATER))
    assert await muted(told)


async def test_nor_past_one_through_the_connection_itself(told: Database) -> None:
    async with told.write(NOW) as tx:
        await (await tx.session.begun()).execute(update(addresses).values(muted_until=LATER))
    assert await muted(told)


async def test_nor_past_one_in_words_of_its_own(told: Database) -> None:
    async with told.write(NOW) as tx:
        await tx.execute(text("UPDATE addresses SET language = 'kk'"))
        row = await tx.addresses.get(1)  # in the same transaction, too
        assert row is not None
        assert row.language == "kk"


async def test_what_waits_to_be_written_survives_a_change_past_the_maps(told: Database) -> None:
    async with told.write(NOW) as tx:
        row = await tx.addresses.get(1)
        assert row is not None
        tx.addresses.put(replace(row, muted_until=LATER))
        await tx.execute(delete(messages))
    assert await muted(told)


async def test_a_row_is_carried_on_as_it_would_be_read(told: Database) -> None:
    async with told.write(NOW) as tx:
        tx.outgoing.add(Outgoing(5, 1, Lane.REPLY, "message", {"rows": (("a", 1),)}, NOW))
    async with told.write(NOW) as tx:
        row = await tx.outgoing.get(5)
        assert tx.statements == 0
    assert row is not None
    assert row.payload == {"rows": [["a", 1]]}


async def test_a_map_that_served_before_flushes_the_transaction_that_it_serves_now(told: Database) -> None:
    seen: list[int] = []
    told.on_commit.append(lambda committed: seen.append(len(committed.waiting)))
    async with told.write(NOW) as tx:
        await tx.outgoing.by(address_id=1)
    async with told.write(NOW) as tx:
        tx.outgoing.add(Outgoing(5, 1, Lane.REPLY, "message", {}, NOW))
        assert await tx.outgoing.count() == 1
    assert seen == [0, 1]


async def test_what_waits_to_be_written_comes_before_what_is_asked_past_the_maps(told: Database) -> None:
    async with told.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(1, b"{}")])
        (row,) = await inbox.next_open(tx, 9)
        await inbox.mark_done(tx, [row.id])
        assert await inbox.all_open(tx) == (set(), [])


async def test_nor_more_rows_than_a_few_thousand(told: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row_cache.MOST <= 5_000
    monkeypatch.setattr(row_cache, "MOST", 1)
    assert await asked(told) == 1
    async with told.write(NOW) as tx:
        tx.addresses.add(address(2, b"2"))
        await tx.addresses.get(1)
    assert await asked(told) == 2


async def test_what_somebody_said_is_forgotten_after_some_seconds_also_where_nothing_comes_after(
    told: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned: list[Callable[[], None]] = []
    loop = asyncio.get_running_loop()
    later = loop.call_later

    def call_later(after: float, act: Callable[[], None]) -> asyncio.TimerHandle:
        assert after == row_cache.KEPT <= 10
        planned.append(act)
        return later(after, act)

    monkeypatch.setattr(loop, "call_later", call_later)
    async with told.write(NOW) as tx:
        tx.forget()
    assert await asked(told) == 2  # it knows again
    (forget,) = planned
    forget()
    assert await asked(told) == 2


async def test_nor_is_anything_known_once_the_database_is_closed(
    told: Database, storage_url: str, keyring: Keyring
) -> None:
    other = await Database.open(storage_url, keyring)
    await asked(other)
    await other.close()
    assert other._carried._knowledge is None


async def test_what_is_forgotten_stays_nowhere_in_memory(told: Database) -> None:
    async with told.write(NOW) as tx:
        tx.outgoing.add(Outgoing(5, 1, Lane.REPLY, "message", {"text": "Крыжопольев"}, NOW))
    told._carried.forget()
    gc.disable()  # what a collection finds was there
    try:
        found = [one for one in gc.get_objects() if type(one) is dict and one.get("text") == "Крыжопольев"]
    finally:
        gc.enable()
    assert found == []


async def test_it_is_not_carried_on_and_on(told: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_cache, "KEPT", 0)
    async with told.write(NOW) as tx:
        tx.forget()
    assert [await asked(told) for _ in range(2)] == [2, 2]


async def test_what_is_deleted_for_good_is_not_carried_on(told: Database) -> None:
    async with told.write(NOW) as tx:
        row = await tx.addresses.get(1)
        assert row is not None
        tx.forget()
    assert await asked(told) == 2


async def test_what_was_changed_on_another_connection_is_asked_for(told: Database) -> None:
    async with told.engine.connect() as connection:
        await connection.execute(update(addresses).values(muted_until=LATER))
        await connection.commit()
    assert await muted(told)


async def test_the_maps_are_kept_where_a_question_follows_a_change_past_them(told: Database) -> None:
    async with told.write(NOW) as tx:
        await tx.execute(update(addresses).values(language="kk"))
        await tx.addresses.get(1)
        await tx.execute(select(addresses.c.id))
        asked_before = tx.statements
        await tx.addresses.get(1)
        assert tx.statements == asked_before
