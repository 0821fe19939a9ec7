"""dabyl playground as a process: a port that is taken, and Ctrl+C while it starts."""

import asyncio
import signal
import socket
from asyncio.subprocess import PIPE, STDOUT

import pytest

from tests.cli.test_run import DABYL

pytestmark = pytest.mark.slow


async def test_another_port_is_taken_and_ctrl_c_ends_the_start_in_order() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            *DABYL, "playground", "--port", str(port), stdout=PIPE, stderr=STDOUT, start_new_session=True
        )
        assert process.stdout is not None
        said = (await process.stdout.readline()).decode()
        assert said.startswith(f"Port {port} cannot be had")
        process.send_signal(signal.SIGINT)
        rest = (await process.stdout.read()).decode()
        assert await process.wait() == 0
        assert rest in ("", "Starting a Telegram server on this machine …\n")
