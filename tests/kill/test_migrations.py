"""kill -9 in the middle of ``dabyl migrate``: nothing of it is there, the bot says what to do, and the next one does it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, select

from bot.config.settings import KEY
from storage.database import Database
from storage.errors import NotMigrated
from storage.migrate import migrate
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE
from tests.project.tree import ROOT
from tests.storage.next_version import next_version
from tests.storage.samples import NOW, SAMPLES
from tests.storage.test_migrations import is_all_there, sync

pytestmark = pytest.mark.slow

KEYRING = Keyring.parse(KEY_VALUE)
MIGRATES = """
from pathlib import Path
from contextlib import nullcontext
from bot.cli.main import main
from tests.storage.next_version import next_version
with {version}:
    main()
"""
DIES = """
import os, signal
from sqlalchemy import Engine, event
changes = []
@event.listens_for(Engine, "before_cursor_execute")
def before(connection, cursor, statement, parameters, context, many):
    verb = statement.split()[0]
    if verb in ("ALTER", "CREATE", "DELETE", "DROP", "INSERT", "UPDATE"):
        changes.append(statement)
        notes = verb in ("INSERT", "UPDATE") and "alembic_version" in statement
        if notes if {last} else len(changes) == {early}:
            os.kill(os.getpid(), signal.SIGKILL)
"""


def _run(code: str, version: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code + MIGRATES.format(version=version), "migrate", "--yes"]
    environ = {**os.environ, KEY: KEY_VALUE, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environ, cwd=folder, capture_output=True, timeout=120, check=False)


@pytest.mark.parametrize("last", [False, True])
def test_a_first_migration_that_is_killed_has_made_no_table_and_the_next_one_makes_them(
    last: bool, empty_url: str, tmp_path: Path
) -> None:
    """``last``: all tables are made, and nothing is committed; else only the first few."""
    (tmp_path / "config.toml").write_text(f'[storage]\nurl = "{empty_url}"\n')
    killed = _run(DIES.format(last=last, early=5), "nullcontext()", tmp_path)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]
    with pytest.raises(NotMigrated, match=r"no tables yet\. Run `dabyl migrate`"):
        asyncio.run(Database.open(empty_url, KEYRING))
    assert asyncio.run(sync(empty_url, _content)) == {}
    done = _run("", "nullcontext()", tmp_path)
    assert done.returncode == 0, done.stderr
    asyncio.run(_hold(empty_url))
    asyncio.run(is_all_there(empty_url, KEYRING))


@pytest.mark.parametrize("last", [False, True])
def test_a_later_migration_that_is_killed_has_done_nothing_and_the_next_one_does_it(
    last: bool, empty_url: str, tmp_path: Path
) -> None:
    """``last``: all that the revision does is done, and not committed; else only the first of it."""
    (tmp_path / "config.toml").write_text(f'[storage]\nurl = "{empty_url}"\n')
    asyncio.run(migrate(empty_url))
    asyncio.run(_hold(empty_url))
    before = asyncio.run(sync(empty_url, _content))
    version = f"next_version(Path({str(tmp_path)!r}))"
    killed = _run(DIES.format(last=last, early=1), version, tmp_path)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]
    assert asyncio.run(sync(empty_url, _content)) == before
    with next_version(tmp_path), pytest.raises(NotMigrated, match="Run `dabyl migrate`"):
        asyncio.run(Database.open(empty_url, KEYRING))
    done = _run("", version, tmp_path)
    assert done.returncode == 0, done.stderr
    with next_version(tmp_path):
        asyncio.run(is_all_there(empty_url, KEYRING))


async def _hold(url: str) -> None:
    database = await Database.open(url, KEYRING)
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
    await database.close()


def _content(connection: Connection) -> dict[str, tuple[Sequence[str], list[Any]]]:
    """All tables, with their columns and rows."""
    found = MetaData()
    found.reflect(connection)
    return {
        name: (table.columns.keys(), sorted(map(repr, connection.execute(select(table)).all())))
        for name, table in found.tables.items()
    }
