"""A configuration of a migrated database, and a running bot; on both dialects."""

import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.command import KEY_VALUE, written
from tests.world.world import World
from tests.world.world import world as make_world


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def config(storage_url: str, tmp_path: Path) -> Path:
    """For commands that need no Telegram; the address of it leads nowhere."""
    return written(
        tmp_path,
        f'[telegram]\napi_url = "http://127.0.0.1:{closed_port()}"\n[storage]\nurl = "{storage_url}"\n',
    )


@pytest.fixture
async def world(storage_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """A running bot, at the machine's time, on a database that the command line can open too."""
    async with make_world(storage_url, KEY_VALUE, tmp_path, start=datetime.now(UTC)) as made:
        yield made
