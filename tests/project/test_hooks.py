"""The commit hooks run the project's own tools and fetch nothing."""

import re
import subprocess
import sys

from tests.project.tree import ROOT

TEXT = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")


def test_the_hooks_are_valid() -> None:
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(ROOT / ".pre-commit-config.yaml")],
        check=True,
        capture_output=True,
    )


def test_every_hook_is_local_and_fetches_nothing() -> None:
    assert set(re.findall(r"- repo: (\S+)", TEXT)) == {"local"}
    assert set(re.findall(r"language: (\S+)", TEXT)) == {"system"}
    assert "://" not in TEXT


def test_the_hooks_run_what_make_lint_runs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lint = makefile.split("\nlint:")[1].split("\n\n")[0]
    tools = {line.split()[0].removeprefix("$(BIN)/") for line in lint.splitlines() if "$(BIN)/" in line}
    hooks = {entry.removeprefix(".venv/bin/").split()[0] for entry in re.findall(r"entry: (.+)", TEXT)}
    assert hooks == tools
