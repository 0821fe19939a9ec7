"""``dabyl emergency`` on a terminal: it asks what has happened and leads through the card, one line after another."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from bot.cli.emergency_card import CARD, Happened, Line

OURS = "dabyl "


def on_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def walk(config: Path) -> None:
    """Every line can be left out; what was done is told at the end, and where it is broken off."""
    lines = CARD[_happened()].lines
    done: list[bool] = []
    try:
        for number, line in enumerate(lines, start=1):
            typer.echo(f"\n{number} of {len(lines)}. {line.says}")
            done.append(_by_us(line, config) if line.command.startswith(OURS) else _by_hand(line))
    finally:
        _tell(lines, done)


def _happened() -> Happened:
    pages = list(CARD)
    typer.echo("What has happened? Before anything else, if people are in danger: ring them.")
    for number, one in enumerate(pages, start=1):
        typer.echo(f"  {number}. {CARD[one].title}")
    while True:
        answer = typer.prompt("Number")
        if answer.isdecimal() and 1 <= int(answer) <= len(pages):
            return pages[int(answer) - 1]
        typer.echo(f"One of 1 to {len(pages)}.")


def _by_hand(line: Line) -> bool:
    if line.command:
        typer.echo(f"     {line.command}")
    return typer.confirm("Done? (No: left out)", default=True)


def _by_us(line: Line, config: Path) -> bool:
    """Run, and once more where it failed, until it is done or left out."""
    typer.echo(f"     {line.command}")
    question = "Run it now? (No: left out)"
    while typer.confirm(question, default=True):
        words = [typer.prompt(word) if word.isupper() else word for word in line.command.split()[1:]]
        if run([*words, "--config", str(config)]) == 0:
            return True
        question = "That did not work. Once more? (No: left out)"
    return False


def run(words: Sequence[str]) -> int:
    """A command of this program, on this terminal; how it ended."""
    return subprocess.run([sys.executable, "-m", "bot", *words], check=False).returncode


def _tell(lines: Sequence[Line], done: Sequence[bool]) -> None:
    typer.echo("\nWhat was done:")
    for number, line in enumerate(lines):
        mark = "not reached" if number >= len(done) else "done" if done[number] else "LEFT OUT"
        typer.echo(f"  {mark:<11} {number + 1}. {line.says}")
    typer.echo(
        "Whatever is not done can be done later: dabyl emergency card; what this program did: dabyl emergency steps."
    )
