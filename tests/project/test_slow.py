"""What ``make test`` leaves out, continuous integration plays."""

import os
import subprocess

from tests.project.tree import ROOT

FROM_MAKE = {"MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "ALL"}


def test_continuous_integration_leaves_nothing_out() -> None:
    last = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    # A make that plays this test hands its own ALL=yes on to every make below it.
    apart = {name: value for name, value in os.environ.items() if name not in FROM_MAKE}
    for command, quick in (("make test", True), (last, False)):
        shown = subprocess.run(
            [*command.split(), "--dry-run"], cwd=ROOT, env=apart, capture_output=True, text=True, check=True
        )
        (line,) = (line for line in shown.stdout.splitlines() if "/pytest" in line)
        assert ('-m "not slow"' in line) is quick
