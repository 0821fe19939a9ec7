"""The whole demo, as a newcomer starts it."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from core.model import LANGUAGES
from playground.demo.statement import differences, load_statement

pytestmark = pytest.mark.slow

# A shell that runs the tests in its background has them, and what they start, ignore Ctrl+C.
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
README = Path(__file__).parents[2] / "README.md"
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


def untold(excerpt: str, said: str) -> list[str]:
    """Lines of it that were not said in this order; lines may break elsewhere, and a receipt code is made at random."""
    played, at, missing = _in_one_line(said), 0, []
    for line in map(_in_one_line, excerpt.strip().splitlines()):
        found = played.find(line, at)
        at = max(found, at)
        missing += [line] if found < 0 else []
    return missing


def _in_one_line(text: str) -> str:
    return re.sub(r"Ваш код: \w+ \w+ \d\d", "Ваш код: …", " ".join(text.split()))


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
    shown = README.read_text("utf-8").partition("```text\n")[2].partition("```")[0]
    assert "Ваш код" in shown
    assert untold(shown, said) == []
    assert "\x1b" not in said
    assert [line for line in said.splitlines() if cell_len(line) > 80] == []
    assert list(folder.iterdir()) == []
    letters = {one: (papers / f"open_letter-{one}.txt").read_text("utf-8") for one in LANGUAGES}
    assert list(differences(load_statement(), letters)) == []
    facts = (papers / "facts.txt").read_text("utf-8")
    assert "55. He noticed in Aktau that he himself was watched" in facts
    assert facts.endswith("Each is in the letter in each language, and nothing besides.\n")
    work = said.partition("20 September. The coordinator makes the open letter")[2]
    taps, typed = work.count(" taps ["), work.count(" writes «")
    assert 0 < taps <= 25
    assert 0 < typed <= 4
    for language in LANGUAGES:
        assert (papers / f"open_letter-{language}.docx").read_bytes()[:2] == b"PK"
        sources = (papers / f"open_letter-{language}-sources.txt").read_text("utf-8")
        assert all(line.startswith(("«", "←", "🔎")) for line in sources.splitlines() if line)
    form = (papers / "un_wgad-en.txt").read_text("utf-8")
    assert "18 September 2018 (according to the family)" in form
    assert "4. Date of birth: —" in form
    assert "[not known" not in form
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
