"""How many cases become lines of a list, so that none can be pushed out of sight by others.

one source's many    one line, as soon as there are SEVERAL
order                urgent first, then the oldest; while lawyers are short, as bot.core.casework.triage says
in sight             the first page keeps places for the newest lines, and for sources that have reported only once
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice

from msgspec import Struct

from bot.core.casework.triage import by_urgency
from bot.core.model import Case

SEVERAL = 3  # cases of one source that are one line
PAGE = 12  # lines
IN_SIGHT = 3  # places of the first page for the newest, and as many for first-time reporters


class Listed(Struct, frozen=True):
    """One line: a case, or several of one source, the most urgent first."""

    cases: tuple[Case, ...]

    @property
    def first(self) -> Case:
        """The case that stands for the line."""
        return self.cases[0]

    @property
    def newest(self) -> int:
        """The id of its newest case; ids grow with time."""
        return max(case.id for case in self.cases)


def listed(
    cases: Sequence[Case],
    source_of: Mapping[int, int],
    newcomers: Collection[int],
    order: Callable[[Case], tuple[int, ...]] = by_urgency,
) -> list[Listed]:
    """The lines of these cases, in order. ``source_of``: case id → who told it first; ``newcomers``: once only."""
    places = {case.id: order(case) for case in cases}
    by_source: dict[int, list[Case]] = {}
    for case in sorted(cases, key=lambda case: places[case.id]):
        by_source.setdefault(source_of.get(case.id, case.id), []).append(case)
    lines = [
        line
        for told in by_source.values()
        for line in ([Listed(tuple(told))] if len(told) >= SEVERAL else [Listed((case,)) for case in told])
    ]
    lines.sort(key=lambda line: places[line.first.id])
    new = {
        line.first.id for line in lines if len(line.cases) == 1 and source_of.get(line.first.id) in newcomers
    }
    return _in_sight(lines, new)


def _in_sight(lines: list[Listed], new: Collection[int]) -> list[Listed]:
    """On the first page: who comes first in any case, then the newest, then first-time reporters; then the others."""
    if len(lines) <= PAGE:
        return lines
    front, rest = lines[: PAGE - 2 * IN_SIGHT], lines[PAGE - 2 * IN_SIGHT :]
    newest = nlargest(IN_SIGHT, rest, key=lambda line: line.newest)
    rest = _without(newest, rest)
    first_time = list(islice((line for line in rest if line.first.id in new), IN_SIGHT))
    return [*front, *newest, *first_time, *_without(first_time, rest)]


def _without(some: Iterable[Listed], lines: Iterable[Listed]) -> list[Listed]:
    gone = {line.first.id for line in some}
    return [line for line in lines if line.first.id not in gone]


def page_of(page: int, lines: int) -> tuple[int, int]:
    """The page that is there, and how many there are; pages begin at 0, and one past the end is the last."""
    pages = max(1, -(-lines // PAGE))
    return min(max(page, 0), pages - 1), pages


def stops(pages: int, most: int = 7) -> list[int]:
    """Pages that one tap reaches, beside the next and the one before: all, or evenly spread with the first and last."""
    if pages <= most:
        return list(range(pages))
    return [round(stop * (pages - 1) / (most - 1)) for stop in range(most)]
