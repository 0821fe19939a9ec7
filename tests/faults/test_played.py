"""What make plays: every path that it gives to pytest has tests in it, and the long suite has each sort of bad input."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from tests.project.test_makefile import recipe
from tests.project.tree import ROOT

pytestmark = pytest.mark.slow

PLAYED = [line for target in ("faults", "lowest", "pictures") for line in recipe(target) if "pytest" in line]
BAD_INPUT = {
    "a full disk during a backup": "storage/test_backup.py::test_a_full_disk_leaves_nothing_behind_and",
    "a backup of a newer version": "storage/test_backup.py::test_another_key_another_file_and_a_newer_version",
    "a wrong key": "cli/test_always.py::test_another_key_than_the_databases_is",
    "a restore over a running bot": "storage/test_backup.py::test_a_restore_over_a_bot_that_runs_is_refused",
    "a purge that is interrupted": "kill/test_purge.py::test_",
    "a rotated key that is lost half-way": "cli/test_keys.py::test_where_the_new_key_is_lost_half_way",
    "two standbys": "kill/test_standby.py::test_of_two_whose_sessions_the_server_ends",
    "a clock that jumps": "faults/test_clock.py::test_a_clock_that_jumps_ahead",
    "a proxy that strips headers": "stories/test_webhook.py::test_a_proxy_that_strips_the_secret",
    "a webhook with a wrong secret": "stories/test_webhook.py::test_what_is_not_telegrams_is_refused",
    "a body of 100 MB": "stories/test_webhook.py::test_a_body_of_a_hundred_megabytes",
}


def collected(words: list[str], given: dict[str, str]) -> list[str]:
    """The tests that a command of make would play; only whoever plays them does it side by side, or goes on where it was."""
    rest = words[1 + next(at for at, word in enumerate(words) if word.endswith("pytest")) :]
    for option in ("-n", "--dist", "-p"):
        if option in rest:
            del rest[rest.index(option) : rest.index(option) + 2]
    command = [
        sys.executable,
        "-m",
        "pytest",
        *(word for word in rest if word != "-q"),
        "--collect-only",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **given}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.mark.parametrize("line", PLAYED, ids=range(len(PLAYED)))
def test_every_path_that_make_gives_to_pytest_has_tests_in_it(line: str) -> None:
    words = shlex.split(line)
    given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    found = collected(words, given)
    empty = [word for word in words if word.startswith("tests/") and not any(word in test for test in found)]
    assert empty == []
    if "tests.faults.resuming" in words:
        missing = [what for what, test in BAD_INPUT.items() if not any(test in one for one in found)]
        assert missing == []
