"""Another machine, as a network namespace, with a cable to this one that can be pulled. Root and iproute2 are needed."""

import asyncio
import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

NAME = "dabyl-test"
HERE, THERE, NETWORK = "10.213.7.1", "10.213.7.2", "10.213.7.0/24"


def possible() -> bool:
    """Whether such a machine can be made here."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        return False
    tried = f"{NAME}-{os.getpid()}"  # each process of tests tries it
    made = subprocess.run(["ip", "netns", "add", tried], capture_output=True, check=False)
    subprocess.run(["ip", "netns", "del", tried], capture_output=True, check=False)
    return made.returncode == 0


class Machine:
    """Has the address ``THERE``; this one is ``HERE`` for it."""

    command = ("ip", "netns", "exec", NAME)  # before what is to run on it

    def pull(self) -> None:
        """Its cable: nothing arrives any more, and nobody is told."""
        _ip("link", "set", f"{NAME[:10]}0", "down")

    def plug_in(self) -> None:
        """Again."""
        _ip("link", "set", f"{NAME[:10]}0", "up")


@asynccontextmanager
async def machine() -> AsyncIterator[Machine]:
    """Until the block ends. There is one at a time: others wait for it."""
    here, there = f"{NAME[:10]}0", f"{NAME[:10]}1"
    alone = os.open(Path(tempfile.gettempdir(), f"{NAME}.lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        await asyncio.to_thread(fcntl.flock, alone, fcntl.LOCK_EX)
        async with _made(here, there) as made:
            yield made
    finally:
        os.close(alone)


@asynccontextmanager
async def _made(here: str, there: str) -> AsyncIterator[Machine]:
    _ip("netns", "add", NAME)
    try:
        _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", NAME)
        _ip("addr", "add", f"{HERE}/24", "dev", here)
        _ip("link", "set", here, "up")
        for words in (("addr", "add", f"{THERE}/24", "dev", there), ("link", "set", there, "up")):
            _ip("-n", NAME, *words)
        _ip("-n", NAME, "link", "set", "lo", "up")
        yield Machine()
    finally:
        _ip("netns", "del", NAME)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


@asynccontextmanager
async def passed_on(port: int) -> AsyncIterator[int]:
    """Whoever comes to this port of ``HERE`` arrives at that one of this machine's own."""
    tasks: set[asyncio.Task[None]] = set()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        for source, sink in ((reader, back), (there, writer)):
            tasks.add(asyncio.create_task(_flow(source, sink)))

    server = await asyncio.start_server(pass_on, HERE)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _flow(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    try:
        while piece := await source.read(65_536):
            sink.write(
                piece.replace(b"Host: " + HERE.encode(), b"Host: 127.0.0.1")
            )  # else it is no guest there
            await sink.drain()
    except OSError:
        pass
    finally:
        sink.close()
