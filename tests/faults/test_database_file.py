"""A database that is damaged, cut off or newer: every command says so and what to do, and leaves the file as it is."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import Database
from storage.lock import hold
from storage.sealing import Keyring
from storage.sqlite_notes import HighWater
from tests.cli.command import KEY_VALUE, dabyl
from tests.faults.scale import SCALE, SEED
from tests.storage.samples import NOW, address

pytestmark = pytest.mark.slow

COMMANDS = ("run", "check", "migrate")
Damage = Callable[[bytes], bytes]


def cut_to(share: float) -> Damage:
    return lambda whole: whole[: int(len(whole) * share)]


def overwritten(whole: bytes) -> bytes:
    """The beginning is that of something else."""
    return os.urandom(4096) + whole[4096:]


@pytest.fixture
def config(sqlite_template: Path, tmp_path: Path) -> Path:
    """A configuration whose database was used once."""
    (tmp_path / "dabyl.db").write_bytes(sqlite_template.read_bytes())

    async def use() -> None:
        database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(KEY_VALUE))
        async with hold(database), database.write(NOW) as tx:
            for number in range(1, 100):
                tx.addresses.add(address(number, b"%d" % number))
        await database.close()

    asyncio.run(use())
    file = tmp_path / "config.toml"
    file.write_text(
        f'[telegram]\napi_url = "http://127.0.0.1:9"\n[storage]\nurl = "sqlite:///{tmp_path}/dabyl.db"\n'
    )
    return file


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (cut_to(0), "cut off"),
        (cut_to(0.0001), "cut off"),
        (cut_to(0.01), "damaged"),
        (cut_to(0.5), "damaged"),
        (cut_to(0.95), "damaged"),
        (overwritten, "no SQLite database"),
    ],
    ids=["empty", "some bytes", "a page", "half", "nearly whole", "overwritten"],
)
def test_a_damaged_file_is_named_and_left_alone(
    config: Path, tmp_path: Path, command: str, damage: Damage, said: str
) -> None:
    file = tmp_path / "dabyl.db"
    file.write_bytes(damage(file.read_bytes()))
    before = file.read_bytes()
    ended = dabyl(command, config=config)
    assert ended.code == 1
    assert said in ended.said
    assert "backup" in ended.said or "storage.url" in ended.said
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_file_does_not_cost_the_log_beside_it(config: Path, tmp_path: Path, command: str) -> None:
    file, wal = tmp_path / "dabyl.db", tmp_path / "dabyl.db-wal"
    wal.write_bytes(b"what was written last")
    file.write_bytes(b"")
    (tmp_path / "dabyl.db.lock").unlink()
    assert dabyl(command, config=config).code == 1
    assert wal.read_bytes() == b"what was written last"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_newer_database_is_named_and_left_alone(config: Path, tmp_path: Path, command: str) -> None:
    with sqlite3.connect(tmp_path / "dabyl.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    ended = dabyl(command, config=config)
    assert ended.code == 1
    assert "A newer version of the program wrote this database. Run that version" in ended.said
    with sqlite3.connect(tmp_path / "dabyl.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    connection.close()


def test_a_database_that_is_older_than_what_ran_on_it_is_named_by_check(config: Path, tmp_path: Path) -> None:
    assert "is older than" not in dabyl("check", config=config).said
    HighWater(tmp_path / "dabyl.db.lock").note(99, None)  # the number of an update that it does not have
    ended = dabyl("check", config=config)
    assert ended.code == 1
    assert "The database is older than the one the bot last wrote" in ended.said


def test_bytes_that_change_on_the_disk_never_end_in_a_traceback(config: Path, tmp_path: Path) -> None:
    file, chance = tmp_path / "dabyl.db", random.Random(SEED)
    whole = file.read_bytes()
    for _ in range(SCALE.damaged_files):
        broken = bytearray(whole)
        for place in chance.sample(range(len(whole)), 200):
            broken[place] = chance.randrange(256)
        file.write_bytes(broken)
        assert dabyl("check", config=config).code in (0, 1, 2)  # and dabyl() refuses tracebacks
