"""What ``dabyl check`` finds, in the language of the terminal; for programs in English. Its lines are printed as they are
found, and the last one counts them.
"""

from typing import Any

import typer

from bot.cli.output import is_quiet
from bot.config.speech import OTHERWISE, chosen_language, spoken

GOOD, NOTE, WRONG = "ok", "note", "wrong"


class Report:
    """Says each finding at once, unless a program reads it; ``mistakes`` counts what is wrong, ``gaps`` what nobody saw."""

    def __init__(self, *, silent: bool = False) -> None:
        self.language = OTHERWISE if silent else chosen_language()
        self.mistakes = 0
        self.gaps = 0
        self._silent = silent
        self._lines: list[dict[str, str]] = []

    def say(self, key: str, /, **values: object) -> str:
        """Words of core/words/*/console.ftl, in the language of this report."""
        return spoken(key, self.language, **values)

    def ok(self, key: str, /, **values: object) -> None:
        self._line(GOOD, self.say(key, **values))

    def note(self, key: str, /, **values: object) -> None:
        """Works, but is probably not meant."""
        self._line(NOTE, self.say(key, **values))

    def hint(self, text: str) -> None:
        """The same, of a text that others have written."""
        self._line(NOTE, text)

    def wrong(self, key: str, /, **values: object) -> None:
        self.found(self.say(key, **values))

    def found(self, text: str) -> None:
        """What is wrong, in a text that others have written."""
        self.mistakes += 1
        self._line(WRONG, text)

    def unknown(self, key: str, /, **values: object) -> None:
        """Could not be looked at."""
        self.gaps += 1
        self._line("?", self.say(key, **values))

    def verdict(self) -> str:
        """The last line, which counts the others."""
        if self.mistakes:
            return self.say("checked-verdict-wrong", count=self.mistakes)
        return self.say("checked-verdict-gaps" if self.gaps else "checked-verdict-well")

    def document(self) -> dict[str, Any]:
        """All of it, for programs."""
        counts = {"wrong": self.mistakes, "not looked at": self.gaps}
        return {**counts, "verdict": self.verdict(), "findings": self._lines}

    def _line(self, mark: str, text: str) -> None:
        self._lines.append({"mark": mark, "text": text})
        if not self._silent and not (mark in (GOOD, NOTE) and is_quiet()):
            shown = self.say(f"checked-mark-{mark}") if mark in (NOTE, WRONG) else mark
            typer.echo(f"{shown:<6}{text}")
