"""Writes anew the papers that tests compare with: ``python -m tests.papers``. Read them by eye before they are kept."""

from tests.papers.test_domestic import EXPECTED, SHOWN, shown

for name in SHOWN:
    (EXPECTED / f"{name}.txt").write_text(shown(name), "utf-8")
