"""The lines of ``dabyl check``, said as they are found, and the last line that counts them."""

import typer


class Report:
    """Says each finding at once; ``mistakes`` counts what is wrong."""

    def __init__(self) -> None:
        self.mistakes = 0
        self.gaps = 0

    def ok(self, text: str) -> None:
        """As it must be."""
        self._line("ok", text)

    def note(self, text: str) -> None:
        """Works, but is probably not meant."""
        self._line("note", text)

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

    def _line(self, mark: str, text: str) -> None:
        typer.echo(f"{mark:<6}{text}")


def _count(number: int, what: str) -> str:
    return f"{number} {what} is" if number == 1 else f"{number} {what}s are"
