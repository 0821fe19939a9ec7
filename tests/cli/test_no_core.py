"""The key is in the memory of the process: a crash must not write that to a disk."""

import subprocess
import sys
from pathlib import Path

SHOWS = """
import resource, sys
from bot.cli import main
sys.argv = ["dabyl", "--version"]
try:
    main.main()
except SystemExit:
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""
UNIT = Path(__file__).parents[2] / "bot/examples/dabyl.service"


def test_a_command_leaves_no_core_dump() -> None:
    """In a process of its own, because the limit cannot be raised again."""
    ended = subprocess.run([sys.executable, "-c", SHOWS], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "(0, 0)"


def test_the_service_leaves_none_either() -> None:
    assert "LimitCORE=0" in UNIT.read_text("utf-8")
