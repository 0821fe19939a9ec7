"""kill -9 at any moment of a backup, a restore and a move: what is not whole bears no name of ours."""

import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.config.settings import KEY
from storage.backup.row_transfer import hash_of
from storage.database import Database
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE, SEED
from tests.storage.samples import NOW, SAMPLES

ROWS, KILLS = 20_000, 6

pytestmark = [
    pytest.mark.skipif(not SCALE.long, reason="starts dozens of processes: make faults"),
    pytest.mark.parametrize("dialect", ["sqlite"]),
    pytest.mark.slow,
]


def filled(url: str, key: str) -> str:
    """So many rows; the hash of all."""

    async def fill() -> str:
        database = await Database.open(url, Keyring.parse(key))
        async with database.write(NOW) as tx:
            for number in range(ROWS):
                tx.addresses.add(
                    replace(SAMPLES["addresses"], id=number, chat=str(number), lookup=b"%d" % number)
                )
        await database.close()
        return await content(url, key)

    return asyncio.run(fill())


async def content(url: str, key: str) -> str:
    """The hash of all rows."""
    database = await Database.open(url, Keyring.parse(key))
    try:
        async with database.read(NOW) as tx:
            return await hash_of(tx.session.connection)
    finally:
        await database.close()


def begun(arguments: tuple[object, ...], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The command, as a process."""
    command = [sys.executable, "-c", "from bot.cli.main import main; main()", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def killed_again_and_again(
    command: Callable[[], tuple[object, ...]], environment: Mapping[str, str], afterwards: Callable[[], None]
) -> None:
    """First it is left alone; then at moments by chance within what that took."""
    chance, took = random.Random(SEED), 0.0
    for kill in range(1 + KILLS):
        process, since = begun(command(), environment), time.monotonic()
        if kill:
            try:
                process.wait(chance.uniform(0.6, 1.0) * took)  # before that it has only begun to start
            except subprocess.TimeoutExpired:
                process.kill()
        code = process.wait()
        took = took or time.monotonic() - since
        assert code in (0, 1, -9)
        afterwards()


def test_a_backup(storage_url: str, tmp_path: Path) -> None:
    key = new_key()
    environment, folder, config = _set_up(storage_url, key, tmp_path)
    filled(storage_url, key)

    def whole() -> None:
        for made in folder.glob("*.dabyl"):
            assert begun(("restore", "--try", made, "--config", config), environment).wait() == 0

    command = ("backup", "--to", folder, "--keep", 2, "--config", config)
    killed_again_and_again(lambda: command, environment, whole)
    assert begun(command, environment).wait() == 0
    assert [name for name in os.listdir(folder) if name.endswith(".part")] == []


def test_a_restore(storage_url: str, tmp_path: Path) -> None:
    key = new_key()
    environment, folder, config = _set_up(storage_url, key, tmp_path)
    before = filled(storage_url, key)
    assert begun(("backup", "--to", folder, "--config", config), environment).wait() == 0
    (backup,) = folder.iterdir()
    _comes_to_be(tmp_path, key, environment, before, lambda new: ("restore", backup, "--config", new))


def test_a_move(storage_url: str, tmp_path: Path) -> None:
    key = new_key()
    environment, _, config = _set_up(storage_url, key, tmp_path)
    before = filled(storage_url, key)
    url = f"sqlite:///{tmp_path}/new.db"
    again = ("storage", "reopen", "--config", config)

    def command(_: Path) -> tuple[object, ...]:
        begun(again, environment).wait()  # where it was moved already
        return ("storage", "move", url, "--config", config)

    _comes_to_be(tmp_path, key, environment, before, command)


def _comes_to_be(
    folder: Path,
    key: str,
    environment: Mapping[str, str],
    before: str,
    command: Callable[[Path], tuple[object, ...]],
) -> None:
    """A new database, whole or not at all."""
    new, file, times = folder / "new.toml", folder / "new.db", []
    url = f"sqlite:///{file}"
    new.write_text(f'[storage]\nurl = "{url}"\n')

    def whole_or_not() -> None:
        times.append(file.exists())
        if file.exists():
            assert asyncio.run(content(url, key)) == before
            for ending in ("", "-wal", "-shm"):
                file.with_name(file.name + ending).unlink(missing_ok=True)

    killed_again_and_again(lambda: command(new), environment, whole_or_not)
    assert times[0]
    assert not all(times)
    assert begun(command(new), environment).wait() == 0
    assert asyncio.run(content(url, key)) == before
    assert not file.with_name("new.db.part").exists()


def _set_up(url: str, key: str, folder: Path) -> tuple[dict[str, str], Path, Path]:
    config = folder / "config.toml"
    config.write_text(f'[storage]\nurl = "{url}"\n')
    (folder / "backups").mkdir()
    return {**os.environ, KEY: key}, folder / "backups", config
