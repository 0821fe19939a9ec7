"""Processes of a play: each in a session of its own, so that Ctrl+C reaches the play first and it can end them in order."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path

from core.resources.word_files import load_words

DABYL = (sys.executable, "-c", "from bot.cli.main import main; main()")
STOPPING = 5.0  # real seconds
TAIL = 2000  # characters of a log that a failure shows


class PlayFailed(Exception):
    """The play cannot go on; the text says where it stands."""


class NotDone(PlayFailed):
    """The bot does not get done. ``what`` of it is most, as a key of the playground's words, and how many."""

    def __init__(self, left: Mapping[str, int]) -> None:
        self.what, self.count = max(left.items(), key=itemgetter(1))
        super().__init__(load_words().say("en", f"left-{self.what}", count=self.count))


def environment() -> dict[str, str]:
    """The caller's, without what it says about another bot, and without a proxy before this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DABYL_")}
    return kept | {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


async def start_process(command: tuple[str, ...], log: Path, environment: dict[str, str]) -> Process:
    """A process that goes on. It may say one line; the rest goes behind what its log has already."""
    with log.open("ab") as errors:
        return await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=PIPE, stderr=errors, env=environment, start_new_session=True
        )


async def stop_process(process: Process) -> None:
    """Ask the process to stop, and kill it if it does not."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOPPING)
    except TimeoutError:
        process.kill()
        await process.wait()


async def run_dabyl(arguments: list[str], environment: dict[str, str]) -> None:
    """``dabyl`` with these arguments, to its end. Raises PlayFailed with what it said if that is not a good one."""
    process = await asyncio.create_subprocess_exec(
        *DABYL, *arguments, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, env=environment
    )
    try:
        said, _ = await process.communicate()
    finally:
        await stop_process(process)
    if process.returncode:
        raise PlayFailed(f"dabyl {arguments[0]} ended with {process.returncode}\n{said.decode()}")


def end_of_log(log: Path) -> str:
    """The end of a log."""
    return log.read_text("utf-8", "replace")[-TAIL:]
