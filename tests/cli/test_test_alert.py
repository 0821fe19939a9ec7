"""dabyl test-alert: a member gets an example by the running bot, and the technician reads that they pressed a button."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.test_alert import LEAVES, Came, is_over, look, send_test_alert
from bot.config.settings import load
from tests.cli.command import SET, beside, dabyl
from tests.cli.test_roster import EXAMPLE
from tests.world.world import World


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_it_is_sent_by_the_running_bot_and_the_tap_is_seen(world: World) -> None:
    lawyer = await world.member("Marat")
    settings = load(world.folder / "config.toml", {**os.environ, **SET})
    asked = await send_test_alert(settings, str(lawyer.id))
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


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_in_a_silence_that_is_said_at_once_and_nothing_waits_to_ring_later(
    world: World, storage_url: str
) -> None:
    lawyer = await world.member("Marat")
    config = world.folder / "config.toml"
    await beside("emergency", "silence", config=config)
    before = waiting(storage_url)
    ended = await beside("test-alert", lawyer.id, config=config)
    assert (ended.code, "silence since" in ended.err, "dabyl emergency resume" in ended.err) == (
        1,
        True,
        True,
    )
    assert waiting(storage_url) == before


def test_the_wait_for_the_tap_begins_when_it_was_sent() -> None:
    assert not is_over(Came(), LEAVES - 1, 0)
    assert is_over(Came(), LEAVES, 120)
    assert is_over(Came(sent=2.0), 2.0, 0)
    assert not is_over(Came(sent=2.0), 4.9, 3)
    assert is_over(Came(sent=2.0), 5.0, 3)
    assert is_over(Came(sent=2.0, answered=3.0), 3.0, 120)
    assert is_over(Came(failed="the chat was left"), 1.0, 120)


def waiting(storage_url: str) -> int:
    """Messages that a bot would send at its start."""
    with closing(sqlite3.connect(storage_url.partition(":///")[2])) as there:
        return int(there.execute("SELECT count(*) FROM outbox").fetchone()[0])
