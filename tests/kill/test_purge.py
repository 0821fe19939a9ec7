"""kill -9 in the middle of ``dabyl purge``: no case is removed by halves, and the next run goes on with what is left."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import KEY
from storage.migrate import migrate
from tests.cli.command import KEY_VALUE, dabyl
from tests.cli.test_purge import not_forgotten, over
from tests.faults.scale import SCALE

pytestmark = pytest.mark.slow

CODES = [f"lake-{number:02}" for number in range(25)]  # three pieces
DIES = """
import os, signal
from bot.cli import main
from handlers.forgetting import case_words, help_and_evidence, purge
from storage import files
does, called = {phase}, []
async def dies(*given, **more):
    called.append(1)
    if len(called) == {at}:
        os.kill(os.getpid(), signal.SIGKILL)
    return await does(*given, **more)
{phase} = dies
main.main()
"""
PHASES = [("case_words._forget_other_records", 13, 15)]
MORE = [
    ("help_and_evidence._forget_claims", 1, 25),
    ("purge.forget_piece", 3, 5),
    ("files.delete_unwanted", 1, 0),
]


@pytest.mark.parametrize(("phase", "at", "left"), [*PHASES, *(MORE if SCALE.long else ())])
def test_a_purge_that_is_killed_goes_on(phase: str, at: int, left: int, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/dabyl.db"
    asyncio.run(migrate(url))
    asyncio.run(over(url, *CODES))
    config = tmp_path / "config.toml"
    config.write_text(f'[storage]\nurl = "{url}"\n')

    command = [sys.executable, "-c", DIES.format(phase=phase, at=at), "purge", "--config", str(config)]
    environ = {**os.environ, KEY: KEY_VALUE}
    killed = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]
    assert len(asyncio.run(not_forgotten(url))) == left

    assert dabyl("audit", "verify", config=config).code == 0
    assert dabyl("purge", config=config).code == 0
    assert asyncio.run(not_forgotten(url)) == []
    assert dabyl("audit", "verify", config=config).code == 0
