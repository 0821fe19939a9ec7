"""How clauses are read beside how a careful reader reads them: status and whose, by language.

The rows with ``part = "unread"`` are never looked at: only their figures are printed.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.intake.cues import Cues, Status, Whose, read_clauses
from core.resources.word_files import load_cues, load_heard
from core.understanding.language import heard_tokens
from core.understanding.plain import readable

SET = Path(__file__).parent / "clauses.toml"
PARTS = ("read", "unread")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A clause of a message, and what it is."""

    language: str
    message: str
    clause: str
    status: str
    whose: str
    part: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one label: rightly read, wrongly read as it, and read as another."""

    right: int
    wrongly: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what is read as it, how much is it."""
        return self.right / max(1, self.right + self.wrongly)

    @property
    def recall(self) -> float:
        """Of what is it, how much is read as it."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f(self) -> float:
        """Both in one figure, their harmonic mean."""
        return 2 * self.right / max(1, 2 * self.right + self.wrongly + self.missed)


@dataclass(frozen=True, slots=True)
class Answer:
    """A labelled clause and how it is read."""

    row: Labelled
    status: Status
    whose: Whose
    rings: Status


def labelled(part: str, language: str | None = None) -> list[Labelled]:
    """The rows of one part, of one language or all."""
    rows = [Labelled(**row) for row in tomllib.loads(SET.read_text("utf-8"))["clause"]]
    return [row for row in rows if row.part == part and language in (None, row.language)]


@cache
def _cues() -> Cues:
    return load_cues()


def answer(row: Labelled) -> Answer:
    """The status and whose of what the reader looked at, by the clause in which most of it lies."""
    shown = readable(row.message)
    line = heard_tokens(shown, load_heard())
    start = shown.index(readable(row.clause))
    end = start + len(readable(row.clause))
    clauses = read_clauses(row.message, _cues(), line)
    clause = max(clauses, key=lambda c: min(end, c.end) - max(start, c.start))
    low, high = max(start, clause.start), min(end, clause.end)
    return Answer(row, clause.status_at(low, high), clause.whose_at(low, high), clause.rings_at(low, high))


def answers(rows: Iterable[Labelled]) -> list[Answer]:
    """How each is read."""
    return [answer(row) for row in rows]


def counted(found: Iterable[Answer], label: str, wanted: str, read: str) -> Counted:
    """One label against the rest. ``wanted`` and ``read``: what is compared, of the row and of the answer."""
    pairs = Counter((getattr(given.row, wanted) == label, getattr(given, read) == label) for given in found)
    return Counted(pairs[True, True], pairs[False, True], pairs[True, False])


def figures(found: list[Answer]) -> Iterator[tuple[str, Counted]]:
    """Of each status and of each whose."""
    for status in Status:
        yield status.value, counted(found, status, "status", "status")
    for whose in Whose:
        yield whose.value, counted(found, whose, "whose", "whose")


def failures(rows: Iterable[Labelled]) -> Iterator[str]:
    """What is read otherwise."""
    for given in answers(rows):
        row = given.row
        if row.status != given.status:
            yield f"{row.language} status {row.status}, read {given.status}: {row.message} [{row.clause}]"
        if row.whose != given.whose:
            yield f"{row.language} whose {row.whose}, read {given.whose}: {row.message} [{row.clause}]"
