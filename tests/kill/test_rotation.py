"""kill -9 in the middle of ``dabyl keys rotate``: the next run goes on, nothing is lost, and both keys open everything."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import KEY
from storage.migrate import migrate
from storage.sealing import new_key, parse_keys
from tests.cli.command import Ended, dabyl
from tests.faults.scale import SCALE
from tests.project.tree import ROOT

pytestmark = pytest.mark.slow

FILE = f"{KEY}_FILE"
DIES = """
import os, signal
from bot.cli import keys, main
from bot.config import secret_sources
from storage import key_rotation
def dies(*given, **more):
    os.kill(os.getpid(), signal.SIGKILL)
{phase} = dies
main.main()
"""
PHASES = ["key_rotation.renew"]
MORE = ["keys._announce", "keys.reseal", "keys._finish", "secret_sources.keep_old_secrets"]


@pytest.mark.parametrize("phase", [*PHASES, *(MORE if SCALE.long else ())])
def test_a_rotation_that_is_killed_goes_on(phase: str, tmp_path: Path) -> None:
    asyncio.run(migrate(f"sqlite:///{tmp_path}/dabyl.db"))
    old = new_key()
    (tmp_path / "key").write_text(old)
    (tmp_path / "config.toml").write_text(f'[storage]\nurl = "sqlite+aiosqlite:///{tmp_path}/dabyl.db"\n')
    does(tmp_path, "roster", "import", ROOT / "roster.example.csv")
    before = does(tmp_path, "roster", "export").out

    command = [sys.executable, "-c", DIES.format(phase=phase), "keys", "rotate", "--config", "config.toml"]
    environ = {**os.environ, FILE: str(tmp_path / "key")}
    killed = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]
    assert len(parse_keys((tmp_path / "key").read_text())) == 2

    assert does(tmp_path, "roster", "export").out == before
    assert "Done" in does(tmp_path, "keys", "rotate").out
    assert len(parse_keys((tmp_path / "key").read_text())) == 1
    assert (tmp_path / "key.old").read_text().strip() == old
    assert does(tmp_path, "roster", "export").out == before


def does(folder: Path, *words: object) -> Ended:
    """A command that ends well."""
    ended = dabyl(*words, config=folder / "config.toml", **{KEY: None, FILE: str(folder / "key")})
    assert ended.code == 0, ended.said
    return ended
