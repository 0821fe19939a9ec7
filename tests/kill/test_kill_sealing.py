"""kill -9 while a file that came by Signal is sealed: it is kept once, and the daemon's clear copy of it does not stay."""

import asyncio
import os
import signal
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN
from core.sent_files import FileState, SentFile
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN as TOKEN_VALUE
from playground.signal_cli.daemon import serve as serve_signal
from playground.signal_cli.people import OURS
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE
from tests.kill.test_kill import CONFIG, IN_FLIGHT, bot_in, ends
from tests.kill.test_kill_signal import SIGNAL
from tests.project.tree import ROOT

pytestmark = pytest.mark.slow

PATIENCE = 60  # real seconds
REPORTED = "полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас"
CONTENT = b"\xff\xd8\xff" + os.urandom(300_000)
YESTERDAY = 30 * 3600  # seconds, and more
DIES = """
import os, signal
from bot.cli.main import main
from bot.loops import file_fetching
from bot.messengers.signal import daemon
def dies(*given):
    os.kill(os.getpid(), signal.SIGKILL)
{step} = dies
main()
"""
STEPS = [
    ("daemon.remove_attachment", FileState.KEPT)
]  # the row says that it is sealed, and the clear copy is there
MORE = [("file_fetching.Fetching._written", FileState.WANTED)]  # sealed, and no row says so


@pytest.mark.parametrize(("step", "state"), [*STEPS, *(MORE if SCALE.long else ())])
async def test_a_file_is_kept_once_and_its_clear_copy_goes(
    step: str, state: FileState, tmp_path: Path
) -> None:
    key, clear = new_key(), tmp_path / "attachments"
    clear.mkdir()
    async with serve(RealClock(), limits=Limits.off()) as server, serve_signal(RealClock()) as daemon:
        daemon.signal.folder = clear
        config = CONFIG.format(api_url=server.url, folder=tmp_path, in_flight=IN_FLIGHT)
        config += SIGNAL.format(url=daemon.url, account=OURS) + f'attachments = "{clear}"\n'
        (tmp_path / "config.toml").write_text(config)
        await migrate(f"sqlite:///{tmp_path}/dabyl.db")
        aigul = daemon.signal.add("Made-Up Aigul")
        daemon.signal.writes(aigul, REPORTED)
        daemon.signal.sends(aigul, CONTENT, "image/jpeg")

        await _dies(DIES.format(step=step), tmp_path, key)
        (left,) = clear.iterdir()
        assert await _held(tmp_path, key) == ([state], 1)
        before = RealClock().now().timestamp() - YESTERDAY
        os.utime(left, (before, before))

        bot, ready = await bot_in(tmp_path, key)
        await bot.start()
        try:
            async with asyncio.timeout(PATIENCE):
                while left.exists() or await _held(tmp_path, key) != ([FileState.KEPT], 1):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
        finally:
            await bot.kill()
            await ends(ready)
    assert list(clear.iterdir()) == []
    database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(key))
    async with database.read(RealClock().now()) as tx:
        (file,), (entry,) = await tx.files.select(), await tx.entries.by(kind="file")
        (case,), (report,) = await tx.cases.select(), await tx.reports.select()
    await database.close()
    assert (entry.file_id, entry.report_id, report.case_id) == (file.id, report.id, case.id)
    _is_sealed_once(database, file)


def _is_sealed_once(database: Database, file: SentFile) -> None:
    folder = database.folder
    assert folder is not None
    assert [path.name for path in folder.path.iterdir()] == [folder.name(file.id)]
    assert CONTENT not in (folder.path / folder.name(file.id)).read_bytes()
    assert folder.read(file.id, file.key) == CONTENT
    assert file.about["sha256"] == sha256(CONTENT).hexdigest()


async def _dies(code: str, folder: Path, key: str) -> None:
    """The program runs until it is killed at that step."""
    with (folder / "bot.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", code, "run", "--config", str(folder / "config.toml")),
            env={**os.environ, TOKEN: TOKEN_VALUE, KEY: key},
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )
    try:
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == -signal.SIGKILL, (folder / "bot.log").read_text()[-3000:]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _held(folder: Path, key: str) -> tuple[list[FileState], int]:
    """What the rows say, and how many sealed files there are."""
    database = await Database.open(f"sqlite:///{folder}/dabyl.db", Keyring.parse(key))
    try:
        async with database.read(RealClock().now()) as tx:
            states = [file.state for file in await tx.files.select()]
        assert database.folder is not None
        return states, len(list(database.folder.path.iterdir()))
    finally:
        await database.close()
