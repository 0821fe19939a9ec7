"""The whole demo, as a newcomer starts it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from core.model import LANGUAGES
from tests.papers.statement import differences

pytestmark = pytest.mark.slow

# A shell that runs the tests in its background has them, and what they start, ignore Ctrl+C.
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
LONGEST = 300  # seconds: a guard and no measure; on two cores with a load of 13 it took 83
DEMO = (sys.executable, "-c", f"{HEARS}; from bot.cli.main import main; main()", "demo")


def started(folder: Path, *options: str) -> subprocess.Popen[str]:
    """The demo with a temporary folder of its own, its output a pipe."""
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.Popen(
        (*DEMO, *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_the_scenario_comes_out_as_expected_and_so_do_its_papers(tmp_path: Path) -> None:
    folder, papers = tmp_path / "temporary", tmp_path / "papers"
    folder.mkdir()
    demo = started(folder, "--papers", str(papers))
    said, _ = demo.communicate(timeout=LONGEST)
    assert demo.returncode == 0, said[-4000:]
    for line in (
        "Still open: 2 (2 / 2+)",
        "3 cases (rows 1, 2, 3)",
        "3 identified; others: at least 5",
        "rows 1, 2, 3, 4 in 3 cities (proposed: 1, 3)",
        "row 5 in 1 city",
        "row 4: criminal, cc-274, open | other, ended",
        "open_letter-kk.docx",
        "As expected",
    ):
        assert line in said
    assert "\x1b" not in said
    assert [line for line in said.splitlines() if cell_len(line) > 80] == []
    assert list(folder.iterdir()) == []
    letters = {one: (papers / f"open_letter-{one}.txt").read_text("utf-8") for one in LANGUAGES}
    assert list(differences(letters)) == []
    for language in LANGUAGES:
        assert (papers / f"open_letter-{language}.docx").read_bytes()[:2] == b"PK"
        sources = (papers / f"open_letter-{language}-sources.txt").read_text("utf-8")
        assert all(line.startswith(("«", "←", "🔎")) for line in sources.splitlines() if line)
    form = (papers / "un_wgad-en.txt").read_text("utf-8")
    assert "18 September 2018 (according to the family)" in form
    assert "[not known: date of birth]" in form
    assert (papers / "export.zip").read_bytes()[:2] == b"PK"
    for day in ("2018-09-17", "2018-09-18"):
        assert (papers / f"digest-{day}.png").read_bytes()[1:4] == b"PNG"
        assert "New: 2 detentions" in (papers / f"digest-{day}.txt").read_text("utf-8")


def test_ctrl_c_ends_everything_that_was_started(tmp_path: Path) -> None:
    demo = started(tmp_path)
    assert demo.stdout is not None
    while "18:30" not in demo.stdout.readline():
        assert demo.poll() is None
    children = _children(demo.pid)
    assert len(children) == 2
    demo.send_signal(signal.SIGINT)
    said, _ = demo.communicate(timeout=30)
    assert demo.returncode == 130, said[-2000:]
    assert list(tmp_path.iterdir()) == []
    end = time.monotonic() + 5
    while alive := [pid for pid in children if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < end, alive


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
