"""What the first ``make demo`` says while it installs."""

import re

from tests.project.tree import ROOT
from tools.installing import PINNED, told

PIP = """\
Collecting aiofiles==25.1.0 (from -r requirements-dev.txt (line 1))
  Downloading aiofiles-25.1.0-py3-none-any.whl (14 kB)
Collecting python-docx==1.2.0 (from -r requirements-dev.txt (line 9))
Installing collected packages: aiofiles, python-docx
Successfully installed aiofiles-25.1.0 python-docx-1.2.0
"""


def test_each_package_is_counted_and_the_silent_end_is_said() -> None:
    assert list(told(PIP.splitlines(keepends=True), 2)) == [
        "1 of 2 packages: aiofiles",
        "2 of 2 packages: python-docx",
        "2 packages are here; putting them into place, about a minute more …",
    ]


def test_all_that_is_pinned_is_counted() -> None:
    text = (ROOT / "requirements-dev.txt").read_text("utf-8")
    pins = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(PINNED.findall(text)) == len(pins) > 50


def test_a_newer_version_of_what_a_package_wants_is_never_looked_for() -> None:
    """pip follows ``python-socks[asyncio]`` past our pin to the newest version: the list is whole by itself."""
    asks = re.compile(r"""pip install[^\n]*require-hashes|"[^\n]*require-hashes""")
    pages = (
        "README.md",
        "Dockerfile",
        "docs/run/first-steps.md",
        "docs/run/operations.md",
        "tools/installing.py",
    )
    for name in pages:
        asked = asks.findall((ROOT / name).read_text("utf-8"))
        assert asked, name
        assert all("--no-deps" in line for line in asked), name
