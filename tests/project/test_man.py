"""The manual page that is installed is made of the commands as they are."""

import shutil
import subprocess

import pytest

from bot.cli.printouts import man_page
from tests.project.commands import subcommands
from tests.project.tree import ROOT

PAGE = ROOT / "bot/examples/dabyl.1"


def test_the_page_is_that_of_the_commands() -> None:
    assert PAGE.read_text("utf-8") == man_page(), "make man"


def test_it_has_every_command_with_those_inside() -> None:
    written = {line for line in man_page().replace("\\-", "-").splitlines() if line.startswith(".SS ")}
    for name, inner in subcommands().items():
        for command in [f"{name} {one}" for one in inner] or [name]:
            assert any(line.startswith(f".SS dabyl {command}") for line in written), command


def test_it_reads_without_a_warning() -> None:
    program = shutil.which("groff")
    if program is None:
        pytest.skip("groff is not installed here")
    ran = subprocess.run(
        [program, "-man", "-Tutf8", "-ww", "-z", str(PAGE)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
