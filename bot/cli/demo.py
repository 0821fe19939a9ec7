"""``dabyl demo``: September 2018, played through the real bot. Exit 0 only if everything is as the scenario expects."""

import asyncio
import signal
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.demo.checking import Difference
from bot.demo.play import play as play_scenario
from bot.demo.processes import PlayFailed
from bot.demo.scenario import load
from bot.demo.telling import console

INTERRUPTED = 130  # as a shell counts it


def command(
    papers: Annotated[
        Path | None, typer.Option(help="Write the letter, the digests and more into it.", metavar="FOLDER")
    ] = None,
) -> None:
    """Play September 2018 on a local Bot API server, with the real bot: no token, no internet."""
    raise typer.Exit(play(papers))


def play(folder: Path | None) -> int:
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
