"""What was read before is not opened again, and what has changed is; questions straight to the driver say the same."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from core.model import Address
from storage import layout, statements
from storage.database import Database
from storage.errors import Refused
from storage.schema import metadata, timers
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.storage.samples import CHAT, NOW, SAMPLES, address, without_own_lines


@pytest.fixture
async def stored(database: Database) -> Database:
    """The samples of every table."""
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    return database


@pytest.mark.slow
async def test_both_ways_to_ask_give_the_same_rows(stored: Database) -> None:
    keys = {one.table.name: one.key for one in vars(layout).values() if isinstance(one, layout.Layout)}
    for name, row in SAMPLES.items():
        async with stored.read(NOW) as tx:
            key = keys[getattr(tx, name)._table.name]
            directly = await getattr(tx, name).get(getattr(row, key))
        async with stored.read(NOW) as tx:
            through_sqlalchemy = without_own_lines(await getattr(tx, name).select())
        assert [directly] == through_sqlalchemy == [row], name


async def test_a_row_that_nobody_changed_is_opened_once(
    stored: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _count_unsealing(monkeypatch)
    for _ in range(3):
        async with stored.read(NOW) as tx:
            assert (await tx.members.by(suspended_at=SAMPLES["members"].suspended_at))[0] == SAMPLES[
                "members"
            ]
    assert len(opened) == 2  # its name and its phone


async def test_a_row_that_was_changed_is_opened_anew(stored: Database) -> None:
    for chat in ("1", "2", CHAT):
        async with stored.write(NOW) as tx:
            known = await tx.addresses.get(1)
            assert known is not None
            tx.addresses.put(replace(known, chat=chat))
        async with stored.read(NOW) as tx:
            assert await tx.addresses.get(1) == replace(SAMPLES["addresses"], chat=chat)


async def test_a_row_with_a_value_that_can_be_changed_in_place_is_never_shared(stored: Database) -> None:
    async with stored.read(NOW) as tx:
        first = await tx.entries.get(5)
        assert first is not None
        first.payload["text"] = "overwritten"
    async with stored.read(NOW) as tx:
        assert await tx.entries.get(5) == SAMPLES["entries"]


async def test_what_is_kept_has_a_limit(stored: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.unsealed_cache.MOST", 3)
    async with stored.write(NOW) as tx:
        for number in range(100, 110):
            tx.addresses.add(address(number, b"%d" % number))
    for _ in range(2):
        async with stored.read(NOW) as tx:
            assert [one.id for one in await tx.addresses.by(messenger="telegram")] == [1, *range(100, 110)]
    assert all(len(kept) <= 3 for kept in stored._opened._kept.values())


async def test_a_value_that_does_not_fit_its_column_blames_the_row_in_a_question_too(
    database: Database,
) -> None:
    async with database.read(NOW) as tx:
        with pytest.raises(Refused, match="does not fit"):
            await tx.timers.by(due_at=datetime(2018, 9, 17))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 100, 5_000])
def test_few_sizes_serve_all_numbers_of_values(number: int) -> None:
    size, values = statements.among(range(number))
    assert size >= number
    assert size.bit_count() == 1
    assert set(values.values()) == set(range(number))


def test_a_statement_is_compiled_once() -> None:
    first = statements.rows_among(timers, "key", 4, ("kind",))
    assert statements.rows_among(timers, "key", 4, ("kind",)) is first
    assert statements.rows_among(timers, "key", 8, ("kind",)) is not first


@pytest.mark.slow
async def test_so_many_at_once_as_a_chunk_holds(database: Database) -> None:
    wanted = list(range(1, 12_001))
    async with database.write(NOW) as tx:
        for number in wanted[::1000]:
            tx.addresses.add(address(number, b"%d" % number))
    async with database.read(NOW) as tx:
        await tx.addresses.prefetch("id", wanted)
        found = [one for number in wanted if (one := await _known(tx, number)) is not None]
    assert [one.id for one in found] == wanted[::1000]
    assert tx.statements == 3


async def _known(tx: Transaction, number: int) -> Address | None:
    return await tx.addresses.get(number)


def _count_unsealing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    unseal = Keyring.unseal

    def counted(keyring: Keyring, sealed: bytes, context: str) -> bytes:
        opened.append(context)
        return unseal(keyring, sealed, context)

    monkeypatch.setattr(Keyring, "unseal", counted)
    return opened


def test_every_table_is_known_to_the_layouts() -> None:
    laid_out = {one.table.name for one in vars(layout).values() if isinstance(one, layout.Layout)}
    assert laid_out == set(metadata.tables) - {"secrets"}
