"""The commands of this package. ``dabyl demo`` plays September 2018 through the real bot and exits with 0 only if everything
is as the scenario expects. ``dabyl playground`` serves the page of phones with the real bot behind it, until Ctrl+C.
"""

import asyncio
import errno
import os
import signal
import sys
import time
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.session import fail
from core.resources.word_files import load_words
from playground.demo.outcome import Difference
from playground.demo.play import play as play_scenario
from playground.demo.processes import PlayFailed
from playground.demo.scenario import load
from playground.demo.terminal import console
from playground.host.playhouse import House
from playground.host.routes import run_playground

INTERRUPTED = 130  # as a shell counts it


def demo(
    papers: Annotated[
        Path | None, typer.Option(help="Write the letter, the digests and more into it.", metavar="FOLDER")
    ] = None,
) -> None:
    """Play September 2018 on a local Bot API server, with the real bot: no token, no internet."""
    raise typer.Exit(play_scenario_and_report(papers))


def play_scenario_and_report(folder: Path | None) -> int:
    """Play it; the exit code. ``folder``: where its papers are written."""
    out = console()
    begun = time.monotonic()
    try:
        missed = asyncio.run(_ending_on_signals(out, folder))
    except PlayFailed as error:
        out.print(f"\nThe play stopped: {error}", style="bold red")
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        out.print("\nInterrupted; everything that was started has ended.")
        return INTERRUPTED
    out.print(f"It took {time.monotonic() - begun:.0f} seconds.", style="dim")
    out.print("See it with your own eyes, in a browser: make playground")
    return 1 if missed else 0


async def _ending_on_signals(out: Console, folder: Path | None) -> list[Difference]:
    """What differed. SIGTERM and a closed terminal end it in order, as Ctrl+C does."""
    task = asyncio.current_task()
    assert task is not None  # a coroutine runs in one
    for number in (signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    return await play_scenario(load(), out, folder)


PACE = 0.3  # real seconds between two acts of a scene: one can see them happen
TAKEN = (errno.EADDRINUSE, errno.EACCES)


def playground(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Of the page on this machine; 0 for any.")
    ] = 8080,
) -> None:
    """Try everything in a browser: phones side by side, the real bot behind them. No token, no internet."""
    serve_page(port)


def serve_page(port: int) -> None:
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

    await run_playground(port, PACE, lambda key: typer.echo(words.say("en", key)), ready)


def _has_screen() -> bool:
    """Whether a browser would open a window; one that runs in the terminal would be in the way."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
