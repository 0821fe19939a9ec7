"""A command starts fast: what it does not need is not imported."""

import subprocess
import sys

import pytest

from bot.cli.commands import COMMANDS, load_command

SHOWS = """
import sys
before = set(sys.modules)
from bot.cli.main import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n" + " ".join({name for name, module in sys.modules.items() if module} - before))
"""
PYDANTIC = {
    "pydantic",
    "pydantic_core",
    "annotated_types",
    "typing_inspection",
}  # typer's, for what a command takes
LIGHT = {
    "attr",
    "typer",
    "shellingham",
    "rich",
    "pygments",
    "markdown_it",
    "mdurl",
    "annotated_doc",
    "typing_extensions",
}
OURS = {"bot", "bot.cli", "bot.cli.main", "bot.cli.commands", "bot.cli.output"}


def imported(*words: str) -> set[str]:
    """The modules that a process imports to run this command."""
    ran = subprocess.run([sys.executable, "-c", SHOWS, *words], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def foreign(modules: set[str]) -> set[str]:
    """The packages of others, and the modules of ours."""
    tops = {name.partition(".")[0] for name in modules}
    ours = {
        name
        for name in modules
        if name.partition(".")[0] in ("bot", "core", "handlers", "playground", "storage")
    }
    return {top for top in tops if not top.startswith("_")} - sys.stdlib_module_names - {
        "bot",
        "handlers",
        "storage",
    } | ours


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "also"),
    [
        (("--help",), set()),
        (("--version",), set()),
        (("example", "config"), {"bot.cli.printouts", "bot.examples"}),
    ],
    ids=lambda given: " ".join(sorted(given)),
)
def test_what_needs_no_database_imports_nothing_heavy(words: tuple[str, ...], also: set[str]) -> None:
    modules = imported(*words)
    assert foreign(modules) - LIGHT - PYDANTIC - OURS - also == set()
    assert len(modules) < 500


@pytest.mark.slow
def test_the_bot_loads_nothing_that_only_draws_terminals_or_documents() -> None:
    looks = "import sys, bot.cli.run; print(*(name for name, module in sys.modules.items() if module))"
    ran = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True)
    modules = set(ran.stdout.split())
    assert "telegram" in modules
    assert modules.isdisjoint({"rich", "pygments", "click", "docxtpl", "openpyxl"})


@pytest.mark.parametrize("name", COMMANDS)
def test_the_sentence_in_the_list_is_the_first_of_the_command_itself(name: str) -> None:
    assert COMMANDS[name] == load_command(name).get_short_help_str(limit=1000)


@pytest.mark.slow
def test_a_word_that_is_nearly_a_command_is_answered_with_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from bot.cli.main import main; main()", "chekc"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "'check'" in ran.stderr
