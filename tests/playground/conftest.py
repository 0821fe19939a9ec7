"""A server, its outside, and the real python-telegram-bot as the bot."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial

import pytest
from telegram import Bot

from bot.clock.clock import SteppedClock
from playground import Limits, Playground, Server, serve
from tests.world.bot_api import check, check_said

EVENING = datetime(2018, 9, 17, 14, 0, tzinfo=UTC)


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop run until it is so."""
    for _ in range(100_000):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")


@pytest.fixture(autouse=True)
def _ptb_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about numbers of seconds unless it is told to give durations."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(EVENING)


@pytest.fixture
async def server(clock: SteppedClock) -> AsyncIterator[Server]:
    async with serve(
        clock, limits=Limits.off(), on_call=partial(check, sizes=False), on_said=check_said
    ) as running:
        yield running


@pytest.fixture
async def world(server: Server) -> AsyncIterator[Playground]:
    async with Playground(server.url) as playground:
        yield playground


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    async with Bot(
        server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot"
    ) as running:
        yield running
