"""Rotation: after it the earlier key is not needed any more, and everything reads as before."""

import shutil
from pathlib import Path

import pytest

import storage.key_rotation
from storage import inbox
from storage.database import Database
from storage.errors import WrongKey
from storage.key_rotation import ROWS, in_use, reseal
from storage.sealing import Keyring, new_key
from tests.storage.samples import NOW, SAMPLES, address

OLD, NEW = new_key(), new_key()


async def fill(url: str) -> bytes:
    database = await Database.open(url, Keyring.parse(OLD))
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
        for number in range(100, 100 + ROWS):
            tx.addresses.add(address(number, b"%d" % number))
        await inbox.store(tx, "telegram", [(5, b"raw")])
        lookup = tx.lookup("telegram", "1")
    await database.close()
    return lookup


@pytest.mark.slow
async def test_after_a_rotation_the_old_key_can_go(storage_url: str) -> None:
    lookup = await fill(storage_url)
    database = await Database.open(storage_url, Keyring.parse(f"{NEW},{OLD}"))
    shown: list[tuple[int, int]] = []
    changed = await reseal(database, NOW, lambda done, total: shown.append((done, total)))
    assert changed > ROWS
    assert shown[-1][0] == shown[-1][1] >= changed
    assert await reseal(database, NOW) == 0
    async with database.read(NOW) as tx:
        assert await in_use(tx) == {database.keyring.ids[0]: changed}
    await database.close()

    database = await Database.open(storage_url, Keyring.parse(NEW))
    async with database.read(NOW) as tx:
        assert tx.lookup("telegram", "1") == lookup
        for name, row in SAMPLES.items():
            assert row in await getattr(tx, name).select()
        assert [row.raw for row in await inbox.next_open(tx, 10)] == [b"raw"]
    await database.close()


@pytest.mark.slow
async def test_a_rotation_that_was_broken_off_makes_the_key_of_names_anew_when_it_is_done_again(
    storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(storage_url)
    before, database = await names_key(storage_url, OLD), await opened(storage_url)
    with monkeypatch.context() as killed:
        killed.setattr(storage.key_rotation, "renew", breaks_off)
        with pytest.raises(ZeroDivisionError):
            await reseal(database, NOW)
    await reseal(database, NOW)
    await database.close()
    assert await names_key(storage_url, NEW) != before


async def opened(url: str) -> Database:
    """With both keys."""
    return await Database.open(url, Keyring.parse(f"{NEW},{OLD}"))


async def names_key(url: str, key: str) -> bytes:
    """By which the key of hashes of names is known."""
    database = await Database.open(url, Keyring.parse(key))
    async with database.read(NOW) as tx:
        known = tx.names_key
    await database.close()
    return known


async def breaks_off(*_: object) -> None:
    raise ZeroDivisionError


async def test_old_and_new_rows_are_read_before_the_rotation_has_ended(storage_url: str) -> None:
    await fill(storage_url)
    database = await Database.open(storage_url, Keyring.parse(f"{NEW},{OLD}"))
    async with database.write(NOW) as tx:
        tx.addresses.add(address(50, b"50"))
        assert await tx.addresses.count() == ROWS + 2
        assert len(await tx.addresses.select()) == ROWS + 2
    await database.close()


async def test_a_rotation_without_the_old_key_says_so(storage_url: str) -> None:
    await fill(storage_url)
    with pytest.raises(WrongKey, match="earlier keys behind it"):
        await Database.open(storage_url, Keyring.parse(NEW))


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_no_value_under_the_old_key_stays_in_the_file(storage_url: str, tmp_path: Path) -> None:
    await fill(storage_url)
    database = await Database.open(storage_url, Keyring.parse(f"{NEW},{OLD}"))
    old_mark = b"\x01" + Keyring.parse(OLD).newest
    shutil.copy(tmp_path / "dabyl.db", tmp_path / "before")
    await reseal(database, NOW)
    await database.close()
    assert (tmp_path / "before").read_bytes().count(old_mark) > ROWS
    assert old_mark not in (tmp_path / "dabyl.db").read_bytes()
