"""A health check runs each minute: its command loads neither handlers nor a messenger's client."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

HEAVY = ("handlers", "telegram", "aiohttp", "fluent")


def test_the_command_of_a_health_check_loads_nothing_that_it_does_not_need() -> None:
    asked = "import sys, bot.cli.status; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert [name for name in HEAVY if name in done.stdout.split()] == []
