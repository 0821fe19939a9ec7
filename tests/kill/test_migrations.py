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
from storage.errors import NewerDatabase, NotMigrated
from storage.migrate import migrate
from storage.revision import revisions
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, dabyl
from tests.faults.scale import SCALE
from tests.storage.before_claims import run
from tests.storage.test_migrations import is_all_there, make

KEYRING = Keyring.parse(KEY_VALUE)
DIES = """
import os, signal
from bot.cli.main import main
from sqlalchemy import Engine, event
changes = []
@event.listens_for(Engine, "before_cursor_execute")
def before(connection, cursor, statement, parameters, context, many):
    if statement.split()[0] in ("ALTER", "CREATE", "DELETE", "DROP", "INSERT", "UPDATE"):
        changes.append(statement)
        notes = "alembic_version" in statement and "{revision}" in statement + str(parameters)
        if notes if {last} else len(changes) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
main()
"""
FIRST, *OTHERS = reversed(revisions())
KILLED = [(OTHERS[-2], False), *((one, True) for one in (OTHERS if SCALE.long else OTHERS[-1:]))]


@pytest.mark.parametrize(("revision", "last"), KILLED)
def test_a_migration_that_is_killed_has_done_nothing_and_the_next_one_does_it(
    revision: str, last: bool, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``last``: all that this revision does is done, and not committed; else only the first of it."""
    earlier = revisions()[revisions().index(revision) + 1]
    asyncio.run(make(empty_url, earlier, KEYRING))
    before = asyncio.run(run(empty_url, _content))
    config = tmp_path / "config.toml"
    config.write_text(f'[storage]\nurl = "{empty_url}"\n')

    code = DIES.format(revision=revision, last=last)
    command = [sys.executable, "-c", code, "migrate", "--config", str(config)]
    environ = {**os.environ, KEY: KEY_VALUE}
    killed = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]

    with pytest.raises(NotMigrated, match="Run `dabyl migrate`"):
        asyncio.run(Database.open(empty_url, KEYRING))
    assert asyncio.run(run(empty_url, _content)) == before
    done = dabyl("migrate", config=config)
    assert done.code == 0, done.said
    asyncio.run(is_all_there(empty_url, earlier, KEYRING))

    before = asyncio.run(run(empty_url, _content))
    monkeypatch.setattr("storage.revision.revisions", lambda of=revisions(): of[of.index(earlier) :])
    for does in (Database.open(empty_url, KEYRING), migrate(empty_url, keyring=KEYRING)):
        with pytest.raises(NewerDatabase, match="Run that version, or restore a backup from before it"):
            asyncio.run(does)
    assert asyncio.run(run(empty_url, _content)) == before


def _content(connection: Connection) -> dict[str, tuple[Sequence[str], list[Any]]]:
    """All tables, with their columns and rows."""
    found = MetaData()
    found.reflect(connection)
    return {
        name: (table.columns.keys(), sorted(map(repr, connection.execute(select(table)).all())))
        for name, table in found.tables.items()
    }
