"""A long run that goes on where it was leaves out only what has passed, and keeps no failure to itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import ROOT

pytestmark = pytest.mark.slow

TESTS = """
import pytest

@pytest.fixture
def leaves_something_behind():
    yield
    assert False, "left behind"

def test_whole(): pass
def test_leaving(leaves_something_behind): pass
def test_broken(): assert False, "broken"
def test_broken_off(): pytest.exit("broken off")
"""


def _runs(folder: Path) -> str:
    (folder / "test_some.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-v", "-p", "tests.faults.resuming", "--rootdir", str(folder)]
    done = subprocess.run(
        [*command, str(folder / "test_some.py")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout


def test_what_failed_is_told_before_a_run_is_broken_off_and_is_tried_again(tmp_path: Path) -> None:
    told = _runs(tmp_path).split("test_broken_off", 1)[0]
    assert "AssertionError: broken" in told
    assert "AssertionError: left behind" in told
    again = _runs(tmp_path)
    assert "1 tests have passed already" in again
    assert "test_some.py::test_whole" not in again
    assert "test_some.py::test_leaving" in again
