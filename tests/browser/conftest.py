"""A real browser on the bare server. Without a browser these tests are skipped, with a line that says how to get one.

One browser serves all tests, which therefore share its event loop; each has windows, cookies and a server of its own.
"""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright
from telegram import Bot

from bot.clock.clock import SteppedClock
from playground import Limits, Playground, Server, serve

EVENING = datetime(2018, 9, 17, 12, 4, tzinfo=UTC)  # 18:04 in Almaty then
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
POCKET: ViewportSize = {"width": 390, "height": 844}
Opens = Callable[..., Awaitable[Page]]


# The first draws pages and nothing around them; the others open a whole window each time, which takes twice as long.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Where the browser is; skips the test if there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no browser here: apt-get install chromium-headless-shell")
    return found


@pytest.fixture(autouse=True)
def _ptb_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about numbers of seconds unless it is told to give durations."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(EVENING)


@pytest_asyncio.fixture(loop_scope="package")
async def server(clock: SteppedClock) -> AsyncIterator[Server]:
    async with serve(clock, limits=Limits.off()) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="package")
async def world(server: Server) -> AsyncIterator[Playground]:
    async with Playground(server.control_url) as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="package")
async def bot(server: Server) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=f"{server.url}/bot") as running:
        yield running


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield running
        await running.close()


@asynccontextmanager
async def windows_on(browser: Browser, url: str) -> AsyncIterator[Opens]:
    """Each call opens a window of its own on the page there. A mistake in a script fails the test."""
    mistakes: list[str] = []
    contexts: list[BrowserContext] = []

    async def open_page(size: Any = LAPTOP, language: str = "en", **options: Any) -> Page:
        contexts.append(await browser.new_context(viewport=size, locale=language, **options))
        page = await contexts[-1].new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        await page.goto(url)
        await page.locator("#clock-time:not(:empty)").wait_for()
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert mistakes == []


@pytest_asyncio.fixture(loop_scope="package")
async def opens(browser: Browser, server: Server) -> AsyncIterator[Opens]:
    """``page = await opens()``: a window of its own on the page of the bare server."""
    async with windows_on(browser, server.control_url) as open_page:
        yield open_page
