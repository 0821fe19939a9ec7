"""What ``make test`` leaves out, continuous integration plays; and of what is left out every name is a test."""

import ast
import os
import subprocess

import pytest

from tests.project.tree import ROOT
from tests.quick import LONG, is_long, long_of

FROM_MAKE = {"MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "ALL"}

RUN = """<testsuites><testsuite>
<testcase classname="tests.stories.test_sos" name="test_quick[sqlite]" time="0.1"/>
<testcase classname="tests.stories.test_sos" name="test_quick[postgres]" time="0.1"/>
<testcase classname="tests.stories.test_sos" name="test_slow[sqlite]" time="0.9"/>
<testcase classname="tests.kill.test_kill" name="test_kills" time="20"/>
</testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("test", "long"),
    [
        ("tests/stories/test_sos.py::test_quick[sqlite]", False),
        ("tests/stories/test_sos.py::test_slow[sqlite]", True),
        ("tests/stories/test_sos.py::test_quick[postgres]", True),
        ("tests/stories/test_sos.py::test_quick[postgres-kk]", True),
        ("tests/storage/test_rows.py::test_rows[postgres]", False),
        ("tests/casework/test_units.py::test_words[of postgresql]", False),
        ("tests/browser/test_page.py::test_page", True),
        ("tests/project/test_wheel.py::test_wheel", False),
    ],
)
def test_programs_the_second_database_and_what_is_known_to_take_long_are_left_out(
    test: str, long: bool
) -> None:
    assert (
        is_long(test, {"tests/stories/test_sos.py::test_slow", "tests/project/test_wheel.py::test_wheel"})
        is long
    )


def test_what_took_long_on_average_is_known_by_a_whole_run() -> None:
    assert long_of(RUN) == ["tests/stories/test_sos.py::test_slow"]


def test_every_one_that_is_left_out_is_a_test() -> None:
    listed = LONG.read_text("utf-8").splitlines()
    assert listed == sorted(set(listed))
    of_file: dict[str, set[str]] = {}
    for test in listed:
        file, _, name = test.partition("::")
        if file not in of_file:
            tree = ast.parse((ROOT / file).read_text("utf-8"))
            kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
            of_file[file] = {one.name for one in ast.walk(tree) if isinstance(one, kinds)}
        assert name in of_file[file], f"{test} is gone: take it out of {LONG.name}"


def test_continuous_integration_leaves_nothing_out() -> None:
    last = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    # A make that plays this test hands its own ALL=yes on to every make below it.
    apart = {name: value for name, value in os.environ.items() if name not in FROM_MAKE}
    for command, quick in (("make test", True), (last, False)):
        shown = subprocess.run(
            [*command.split(), "--dry-run"], cwd=ROOT, env=apart, capture_output=True, text=True, check=True
        )
        (line,) = (line for line in shown.stdout.splitlines() if "/pytest" in line)
        assert ("--quick" in line) is quick
