"""The real process follows the local server's clock, stops cleanly on SIGTERM, and a clean stop repeats nothing."""

import asyncio
import os
import signal
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from bot.clock.follower import ENVIRONMENT
from playground.client import Playground
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN
from storage.migrate import migrate
from storage.sealing import new_key

pytestmark = pytest.mark.slow

START = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
PATIENCE = 60  # real seconds
CONFIG = """
[telegram]
api_url = "{api_url}"
channel = "{channel}"
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
"""


async def test_it_posts_when_the_clock_is_moved_stops_on_sigterm_and_repeats_nothing(tmp_path: Path) -> None:
    offset = START - datetime.now(UTC)
    async with (
        serve(RealClock(offset), limits=Limits.off(), offset=offset) as server,
        Playground(server.url) as playground,
    ):
        channel = await playground.channel("Digest")
        text = CONFIG.format(api_url=server.url, channel=channel.chat_id, folder=tmp_path)
        (tmp_path / "config.toml").write_text(text)
        await migrate(f"sqlite:///{tmp_path}/dabyl.db")
        systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        systemd.bind(f"{tmp_path}/notify")
        systemd.setblocking(False)
        environ = {
            **os.environ,
            "NOTIFY_SOCKET": f"{tmp_path}/notify",
            "DABYL_TELEGRAM_TOKEN": TOKEN,
            "DABYL_KEY": new_key(),
            ENVIRONMENT: server.control_url,
        }
        citizen = await playground.person("Aigul", language="en")
        first = await _started(tmp_path, environ)
        try:
            await citizen.starts()
            await citizen.expects(within=PATIENCE)
            await playground.advance(hours=24)
            await channel.expects(within=PATIENCE)
        finally:
            first.send_signal(signal.SIGTERM)
            async with asyncio.timeout(PATIENCE):
                code = await first.wait()
        assert code == 0, (tmp_path / "bot.log").read_text()[-3000:]
        assert systemd.recv(4096).startswith(b"READY=1\nSTATUS=running")
        told = b""
        while not told.startswith(b"STOPPING=1"):  # between them, what audits say
            told = systemd.recv(4096)
        systemd.close()
        before = len(await playground.calls("sendMessage"))
        again = await _started(tmp_path, environ)
        try:
            await citizen.writes("/id")
            await citizen.expects(str(citizen.id), within=PATIENCE)
        finally:
            again.send_signal(signal.SIGINT)
            async with asyncio.timeout(PATIENCE):
                assert await again.wait() == 0
        texts = [call["params"]["text"][:40] for call in await playground.calls("sendMessage")]
        assert len(texts) == before + 1, texts
        log = (tmp_path / "bot.log").read_text()
        assert log.count("stopped") == 2
        assert "Traceback" not in log
        assert TOKEN not in log


async def _started(folder: Path, environ: dict[str, str]) -> asyncio.subprocess.Process:
    with (folder / "bot.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            "from bot.cli.main import main; main()",
            "run",
            "--config",
            str(folder / "config.toml"),
            env=environ,
            stdout=log,
            stderr=log,
        )
