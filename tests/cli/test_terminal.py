"""dabyl on any terminal: without letters of ours, from a script, in a shell that completes, quiet and verbose."""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import output
from bot.cli.commands import COMMANDS, load_command
from bot.cli.output import show_progress
from bot.cli.session import CONFIG, quiet_logs
from bot.config.settings import KEY
from tests.cli.command import KEY_VALUE, dabyl
from tests.project.tree import ROOT

# Several commands in one process, as main() runs them: what they say, with the exit code of each behind it.
RUNS = """
import json, sys
from bot.cli.main import main
for words in json.loads(sys.argv[1]):
    sys.argv = ["dabyl", *words]
    try:
        main()
    except SystemExit as ended:
        print(f"[{' '.join(words[:2])}: {ended.code or 0}]", flush=True)
"""
SPEAKING = [
    ["roster", "import", "roster.example.csv"],
    ["roster", "import", "roster.example.csv", "--dry-run"],
    ["roster", "list"],
    ["roster", "list", "--json"],
    ["roster", "export"],
    ["check"],
    ["digest"],
    ["policy", "try", "--region", "almaty-city"],
    ["paper", "list"],
    ["example", "stations"],
    ["audit", "show", "жоқ іс 1"],
    ["--help"],
    ["roster", "--help"],
]


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """As loud as usual again, for whoever comes next."""
    yield
    output.choose_loudness(quiet=False, verbose=False)
    for name in ("bot", "core", "handlers", "playground", "storage"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def ran(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own."""
    env = {**os.environ, KEY: KEY_VALUE, **environ}
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_no_command_ends_over_a_letter_that_the_terminal_does_not_know(config: Path) -> None:
    done = ran(
        "-c",
        RUNS,
        json.dumps(SPEAKING),
        DABYL_CONFIG=str(config),
        PYTHONIOENCODING="ascii",
        LANG="C",
        LC_ALL="C",
        TERM="dumb",
    )
    assert done.returncode == 0, done.stderr[-2000:].decode()
    assert b"Traceback" not in done.stderr
    said = done.stdout.decode()
    codes = re.findall(r"^\[[a-z -]+: (\d)\]$", said, re.MULTILINE)
    assert codes == ["0" if words[:2] != ["audit", "show"] else "2" for words in SPEAKING]
    assert "\\u041e" in said  # a name on the screen
    assert "Алматы" in said  # a file that is read again


def test_python_runs_it_as_a_module_too() -> None:
    done = ran("-m", "bot", "--version")
    assert (done.returncode, done.stdout[:6]) == (0, b"dabyl ")


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_the_configuration_may_be_named_by_the_environment(config: Path) -> None:
    ended = dabyl("roster", "list", config=None, **{CONFIG: str(config)})
    assert ended.code == 0
    ended = dabyl("roster", "list", config=config.with_name("none.toml"), **{CONFIG: str(config)})
    assert ended.code == 2  # what is typed counts


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "completed"),
    [("ch", "check"), ("roster su", "suspend"), ("check --js", "--json"), ("example ros", "roster")],
)
def test_a_shell_completes_commands_options_and_choices(words: str, completed: str) -> None:
    typed = f"dabyl {words}"
    count = str(len(typed.split()) - 1)
    environ = {"_DABYL_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": count}
    done = ran("-m", "bot", **environ)
    assert completed.encode() in done.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_reads_is_printed(shell: str) -> None:
    ended = dabyl("completion", shell)
    assert ended.code == 0
    assert f"_DABYL_COMPLETE=complete_{shell}" in ended.out


def test_every_command_can_be_quiet_and_verbose() -> None:
    for name in COMMANDS:
        found = load_command(name)
        for one in getattr(found, "commands", {"": found}).values():
            assert {"-q", "-v", "--help"} <= {option for param in one.params for option in param.opts} | {
                "--help"
            }


def test_quiet_shows_no_progress_and_logs_warnings_only(capsys: pytest.CaptureFixture[str]) -> None:
    output.choose_loudness(quiet=True, verbose=False)
    with show_progress("Rows") as shown:
        shown(1, 1)
    assert capsys.readouterr().err == ""
    quiet_logs()
    assert not logging.getLogger("bot.loops").isEnabledFor(logging.INFO)


def test_verbose_opens_our_own_log_and_never_that_of_libraries() -> None:
    output.choose_loudness(quiet=False, verbose=True)
    quiet_logs()
    assert logging.getLogger("storage.engine").isEnabledFor(logging.DEBUG)
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)  # the token stands in its lines
    quiet_logs(logging.WARNING)
    assert logging.getLogger("bot.cli").isEnabledFor(logging.INFO)
