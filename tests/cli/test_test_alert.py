"""dabyl test-alert: a member gets an example by the running bot, and the technician reads that they pressed a button."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.test_alert import Came, ask, look
from bot.config.settings import load
from tests.cli.command import SET, dabyl
from tests.cli.test_roster import EXAMPLE
from tests.world.world import World


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_it_is_sent_by_the_running_bot_and_the_tap_is_seen(world: World) -> None:
    lawyer = await world.member("Marat")
    settings = load(world.folder / "config.toml", {**os.environ, **SET})
    asked = await ask(settings, str(lawyer.id))
    assert await look(settings, asked) == Came()
    await world.fast_forward(seconds=10)  # the outbox looks into the table every few seconds
    sent = await look(settings, asked)
    assert sent.sent is not None
    assert sent.answered is None
    await lawyer.taps("Беру")
    await world.settle()
    assert (await look(settings, asked)).answered is not None


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_nobody_is_written_to_where_the_name_is_nobodys(config: Path) -> None:
    dabyl("roster", "import", EXAMPLE, config=config)
    ended = dabyl("test-alert", "Made-up Nobody", config=config)
    assert ended.code == 2
    assert "Nobody on the roster" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_where_no_bot_runs_that_is_said_at_once_and_nothing_waits_to_ring_later(
    config: Path, storage_url: str
) -> None:
    dabyl("roster", "import", EXAMPLE, config=config)
    before = waiting(storage_url)
    ended = dabyl("test-alert", "1000001", "--wait", "0", config=config)
    assert ended.code == 1
    assert "Nothing was sent: no bot runs" in ended.err
    assert waiting(storage_url) == before


def waiting(storage_url: str) -> int:
    """Messages that a bot would send at its start."""
    with closing(sqlite3.connect(storage_url.partition(":///")[2])) as there:
        return int(there.execute("SELECT count(*) FROM outbox").fetchone()[0])
