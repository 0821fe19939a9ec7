"""What the Makefile names is there, also in targets that nobody runs for weeks."""

import os
import re
import subprocess

import pytest

from tests.project.commands import targets
from tests.project.tree import ROOT

OURS = "benchmarks|bot|docs|handlers|storage|tests|tools"
MADE = {"bot/examples/dabyl.1.new"}  # by the target itself


def recipe(target: str) -> list[str]:
    """The commands of a target, with what its variables stand for; none of them is run."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", "--dry-run", "--always-make", target]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("target", sorted(targets()))
def test_every_path_and_module_that_a_target_names_exists(target: str) -> None:
    said = "\n".join(recipe(target))
    paths = re.findall(rf"(?<![\w./-])(?:{OURS})/[\w./@-]+", said)
    paths += [name.replace(".", "/") for name in re.findall(rf" -[mp] ((?:{OURS})(?:\.\w+)+)", said)]
    there = [path for path in paths if any((ROOT / f"{path}{end}").exists() for end in ("", ".py"))]
    assert {*paths} - {*there} - MADE == set()


def test_the_list_of_components_is_made_of_files_that_pin_everything_by_a_pinned_tool() -> None:
    said = "\n".join(recipe("components"))
    assert re.search(r"pip install .*\bcyclonedx-bom==[\d.]+", said)
    read = re.findall(r" ([\w-]*requirements[\w-]*\.txt)", said)
    assert read
    for name in read:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        named = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert [line for line in named if not re.match(r"[\w.\[\]-]+==\S+", line)] == []
