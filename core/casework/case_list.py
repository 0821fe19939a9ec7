"""The list of cases that a coordinator sees: which cases, in which order, and how many of them become lines.

A coordinator's choice (which cases, of which region, and whether they are choosing just now) is kept in the card as text,
``which/region/asks/station``. Values that this version does not know are read as if nothing was chosen.

While more cases wait for a lawyer than lawyers are on duty, these come first:

    minor        a child is among them
    injured      somebody is hurt, or was beaten
    no_contact   nobody can reach them: it is not known where they are

Then urgent cases before the others, then those that have waited longest. Nobody is asked later because of this: it is only
the order in which cases are shown, and in which members are asked at the same moment.

No case can be pushed out of sight by others:

one source's many    become one line, as soon as there are SEVERAL
order                urgent first, then the oldest; while lawyers are short, as above
in sight             the first page keeps places for the newest lines, and for sources that have reported only once
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from heapq import nlargest
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from core.casework.sieves import Sieve, is_sought
from core.model import Case
from core.qualification import Speciality


class CaseFilter(StrEnum):
    """The choices, in the order of their buttons."""

    OPEN = "open"  # all that are not closed, in three groups
    STATIONS = "stations"  # those in which somebody is held, by where
    FOR_ME = "for-me"
    FREE = "free"
    TAKEN = "taken"
    REFUSED = "refused"
    INSIDE = "inside"
    OVERDUE = "overdue"
    NO_STATION = "no-station"
    RECORDS = "records"
    HEARINGS = "hearings"  # one is soon
    HIDDEN = "hidden"  # the reporter's phone was being taken, and the chat is not answered yet
    UNVERIFIED = "unverified"
    CLOSED = "closed"  # lately
    MINE = "mine"  # the reader's own, and those they opened with a reason


SIEVES_OF: Mapping[
    CaseFilter, tuple[Sieve, ...]
] = {  # what is counted by the one module; the others are found by board
    CaseFilter.FOR_ME: (Sieve.FOR_ME,),
    CaseFilter.FREE: (Sieve.UNTAKEN,),
    CaseFilter.TAKEN: (Sieve.TAKEN,),
    CaseFilter.REFUSED: (Sieve.REFUSED,),
    CaseFilter.INSIDE: (Sieve.INSIDE,),
    CaseFilter.OVERDUE: (Sieve.SURELY_OVER, Sieve.PERHAPS_OVER),
    CaseFilter.NO_STATION: (Sieve.NO_STATION,),
    CaseFilter.RECORDS: (Sieve.RECORD,),
    CaseFilter.UNVERIFIED: (Sieve.UNVERIFIED,),
}


class FilterMenu(StrEnum):
    """What is being chosen."""

    NOTHING = ""
    WHICH = "which"
    WHERE = "where"


ALL_REGIONS = "all"  # the word for every region


class ListChoice(Struct, frozen=True):
    """``region``: empty for all; ``station``: the id of a case of which somebody is held there, 0 for all."""

    which: CaseFilter = CaseFilter.OPEN
    region: str = ""
    asks: FilterMenu = FilterMenu.NOTHING
    station: int = 0

    @property
    def text(self) -> str:
        """As a card keeps it."""
        return f"{self.which}/{self.region}/{self.asks}/{self.station}"


def read_list_choice(text: str) -> ListChoice:
    """The choice that a card keeps as text."""
    which, region, asks, station = (*text.split("/"), *[""] * 4)[:4]
    try:
        return ListChoice(CaseFilter(which), region, FilterMenu(asks), int(station or 0))
    except ValueError:
        return ListChoice()


def press_filter(chosen: ListChoice, word: str) -> ListChoice | None:
    """What is chosen after a press: a menu, one of its choices, ``in-<region>`` or ``at-<case>``; None for anything else."""
    if word.startswith("in-"):
        region = word.removeprefix("in-")
        return replace(
            chosen, region="" if region == ALL_REGIONS else region, asks=FilterMenu.NOTHING, station=0
        )
    if word.startswith("ask-"):
        asks = word.removeprefix("ask-")
        return (
            replace(chosen, asks=FilterMenu(asks)) if asks in {FilterMenu.WHICH, FilterMenu.WHERE} else None
        )
    if word.startswith("at-") and word.removeprefix("at-").isdecimal():
        return ListChoice(CaseFilter.STATIONS, chosen.region, station=int(word.removeprefix("at-")))
    return ListChoice(CaseFilter(word), chosen.region) if word in {*CaseFilter} else None


URGENT_FIRST = ("urgent", "unknown", "normal")
# First to last, and how a case shows it.
TRIAGE_GROUNDS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("minor", lambda case: Speciality.MINORS in case.wanted),
    ("injured", lambda case: Speciality.TORTURE in case.wanted),
    ("no_contact", lambda case: case.situation == "missing"),
)
TRIAGE_GROUND_NAMES = tuple(name for name, _ in TRIAGE_GROUNDS)


def triage_grounds(case: Case) -> tuple[str, ...]:
    """Why it stands above others."""
    return tuple(name for name, holds in TRIAGE_GROUNDS if holds(case))


def by_urgency(case: Case) -> tuple[int, ...]:
    """As long as there are lawyers enough: the urgent before the others, then the oldest."""
    return URGENT_FIRST.index(case.priority), case.id


class Triage(Struct, frozen=True):
    """``short``: the regions in which lawyers are short; None is for cases of which the region is not known."""

    short: Collection[str | None] = ()

    def key(self, case: Case) -> tuple[int, ...]:
        """A sort key: cases with a lower one come earlier."""
        why = self.why(case)
        first = TRIAGE_GROUND_NAMES.index(why[0]) if why else len(TRIAGE_GROUNDS)
        return first, -len(why), *by_urgency(case)

    def why(self, case: Case) -> tuple[str, ...]:
        """Why it stands above others; nothing while there are lawyers enough."""
        return triage_grounds(case) if is_sought(case) and case.region in self.short else ()


def short_regions(waiting: Mapping[str | None, int], lawyers: Mapping[str | None, int]) -> set[str | None]:
    """Of the regions with so many lawyers on duty those in which more cases wait."""
    return {region for region, count in lawyers.items() if waiting.get(region, 0) > count}


SEVERAL = 3  # cases of one source that are one line
PAGE = 12  # lines
IN_SIGHT = 3  # places of the first page for the newest, and as many for first-time reporters


class CaseListLine(Struct, frozen=True):
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


def list_cases(
    cases: Sequence[Case],
    source_of: Mapping[int, int],
    newcomers: Collection[int],
    order: Callable[[Case], tuple[int, ...]] = by_urgency,
) -> list[CaseListLine]:
    """The lines of these cases, in order. ``source_of``: case id → who told it first; ``newcomers``: once only."""
    places = {case.id: order(case) for case in cases}
    by_source: dict[int, list[Case]] = {}
    for case in sorted(cases, key=lambda case: places[case.id]):
        by_source.setdefault(source_of.get(case.id, case.id), []).append(case)
    lines = [
        line
        for told in by_source.values()
        for line in (
            [CaseListLine(tuple(told))] if len(told) >= SEVERAL else [CaseListLine((case,)) for case in told]
        )
    ]
    lines.sort(key=lambda line: places[line.first.id])
    new = {
        line.first.id for line in lines if len(line.cases) == 1 and source_of.get(line.first.id) in newcomers
    }
    return _put_in_sight(lines, new)


def _put_in_sight(lines: list[CaseListLine], new: Collection[int]) -> list[CaseListLine]:
    """On the first page: who comes first in any case, then the newest, then first-time reporters; then the others."""
    if len(lines) <= PAGE:
        return lines
    front, rest = lines[: PAGE - 2 * IN_SIGHT], lines[PAGE - 2 * IN_SIGHT :]
    newest = nlargest(IN_SIGHT, rest, key=lambda line: line.newest)
    rest = _lines_without(newest, rest)
    first_time = list(islice((line for line in rest if line.first.id in new), IN_SIGHT))
    return [*front, *newest, *first_time, *_lines_without(first_time, rest)]


def _lines_without(some: Iterable[CaseListLine], lines: Iterable[CaseListLine]) -> list[CaseListLine]:
    gone = {line.first.id for line in some}
    return [line for line in lines if line.first.id not in gone]


def page_shown(page: int, lines: int) -> tuple[int, int]:
    """The page that is there, and how many there are; pages begin at 0, and one past the end is the last."""
    pages = max(1, -(-lines // PAGE))
    return min(max(page, 0), pages - 1), pages


def page_stops(pages: int, most: int = 7) -> list[int]:
    """Pages that one tap reaches, beside the next and the one before: all, or evenly spread with the first and last."""
    if pages <= most:
        return list(range(pages))
    return [round(stop * (pages - 1) / (most - 1)) for stop in range(most)]
