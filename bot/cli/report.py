"""The lines of ``dabyl check``, said as they are found, and the last line that counts them."""

from typing import Any

import typer

from bot.cli.loudness import is_quiet

GOOD, NOTE = "ok", "note"


class Report:
    """Says each finding at once, unless a program reads it; ``mistakes`` counts what is wrong, ``gaps`` what nobody saw."""

    def __init__(self, *, silent: bool = False) -> None:
        self.mistakes = 0
        self.gaps = 0
        self._silent = silent
        self._lines: list[dict[str, str]] = []

    def ok(self, text: str) -> None:
        """As it must be."""
        self._line(GOOD, text)

    def note(self, text: str) -> None:
        """Works, but is probably not meant."""
        self._line(NOTE, text)

    def wrong(self, text: str) -> None:
        """Does not work."""
        self.mistakes += 1
        self._line("wrong", text)

    def unknown(self, text: str) -> None:
        """Could not be looked at."""
        self.gaps += 1
        self._line("?", text)

    def verdict(self) -> str:
        """The last line."""
        if self.mistakes:
            return f"{_count(self.mistakes, 'thing')} wrong."
        return f"Nothing is wrong in what was looked at{' (see the lines with ?)' if self.gaps else ''}."

    def document(self) -> dict[str, Any]:
        """All of it, for programs."""
        counts = {"wrong": self.mistakes, "not looked at": self.gaps}
        return {**counts, "verdict": self.verdict(), "findings": self._lines}

    def _line(self, mark: str, text: str) -> None:
        self._lines.append({"mark": mark, "text": text})
        if not self._silent and not (mark in (GOOD, NOTE) and is_quiet()):
            typer.echo(f"{mark:<6}{text}")


def _count(number: int, what: str) -> str:
    return f"{number} {what} is" if number == 1 else f"{number} {what}s are"
