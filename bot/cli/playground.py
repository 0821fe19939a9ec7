"""``dabyl playground``: the page of phones with the real bot behind it, until Ctrl+C."""

import asyncio
import errno
import os
import signal
import sys
import webbrowser
from contextlib import suppress
from typing import Annotated

import typer

from bot.backstage.house import House
from bot.backstage.running import runs
from bot.cli.session import fail
from bot.demo.processes import PlayFailed
from bot.resources.words import load_words

PACE = 0.3  # real seconds between two acts of a scene: one can see them happen
TAKEN = (errno.EADDRINUSE, errno.EACCES)


def command(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Of the page on this machine; 0 for any.")
    ] = 8080,
) -> None:
    """Try everything in a browser: phones side by side, the real bot behind them. No token, no internet."""
    play(port)


def play(port: int) -> None:
    """Serve the page at this port, or at another one if it is taken."""
    try:
        asyncio.run(_serves(port))
    except PlayFailed as error:
        fail(str(error))


async def _serves(port: int) -> None:
    """Until a signal comes, also while it starts."""
    playing = asyncio.create_task(_plays(port))

    def end() -> None:
        if not playing.cancelling():  # it ends in order, however often Ctrl+C is pressed
            playing.cancel()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, end)
    with suppress(asyncio.CancelledError):
        await playing


async def _plays(port: int) -> None:
    try:
        await _runs(port)
    except OSError as error:
        if not port or error.errno not in TAKEN:
            raise
        typer.echo(f"Port {port} cannot be had ({error.strerror}); taking another one.")
        await _runs(0)


async def _runs(port: int) -> None:
    words, shown = load_words(), set[str]()

    def ready(house: House) -> None:
        url = house.server.control_url
        typer.echo(f"See it at {url}  (Ctrl+C ends it; nothing is kept)")
        if not shown and _has_screen():
            webbrowser.open(url)
        shown.add(url)

    await runs(port, PACE, lambda key: typer.echo(words.say("en", key)), ready)


def _has_screen() -> bool:
    """Whether a browser would open a window; one that runs in the terminal would be in the way."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
