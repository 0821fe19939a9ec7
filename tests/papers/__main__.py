"""Writes again the papers that tests compare with: ``python -m tests.papers``. Read them by eye before they are kept."""

from tests.papers import test_domestic, test_un

for module in (test_domestic, test_un):
    for name in module.SHOWN:
        (module.EXPECTED / f"{name}.txt").write_text(module.shown(name), "utf-8")
