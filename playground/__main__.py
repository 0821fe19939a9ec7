"""The server as a process of its own: ``python -m playground --port 0 --token … [--start 2018-09-17T18:00+06:00]``.

It prints where it answers when it is ready, and runs until SIGINT or SIGTERM.
"""

import argparse
import asyncio
import signal
import sys
from datetime import UTC, datetime, timedelta

from bot.clock.clock import RealClock
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN
from playground.signal_cli.people import OURS


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="of the Bot API; 0 takes a free one")
    parser.add_argument("--control-port", type=int, default=0, help="of the control API; 0 takes a free one")
    parser.add_argument("--token", default=TOKEN, help="the only bot token that is accepted")
    parser.add_argument("--start", type=datetime.fromisoformat, help="what time it is, ISO 8601 with zone")
    parser.add_argument("--no-limits", action="store_true", help="do not enforce the send limits")
    given = parser.parse_args(arguments)
    if given.start is not None and given.start.tzinfo is None:
        parser.error("--start needs a zone, for example 2018-09-17T18:00+06:00")
    asyncio.run(_run(given))


async def _run(given: argparse.Namespace) -> None:
    offset = given.start - datetime.now(UTC) if given.start else timedelta()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    limits = Limits.off() if given.no_limits else Limits()
    async with serve(
        RealClock(offset),
        token=given.token,
        limits=limits,
        offset=offset,
        port=given.port,
        control_port=given.control_port,
    ) as server:
        sys.stdout.write(f"playground at {server.url}\n")
        sys.stdout.write(f"phones at {server.control_url}\n")
        sys.stdout.write(f"signal-cli at {server.signal.url}, account {OURS}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    main()
