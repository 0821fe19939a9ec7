"""Hours of the law that are over: what was frozen when it was seen, with its minutes. Pure.

The minutes of an overrun that has ended are final. One that goes on is counted up to the moment at which the paper is made,
and the dossier that is kept with the paper keeps it so. It is as sure as the moment from which it is counted, and
the term of a minor as what says that they are one.
"""

from datetime import datetime, timedelta

from bot.core.casework.rules import Fact
from bot.core.clocks.ages import MINOR
from bot.core.clocks.rows import AtEnd, Row
from bot.core.law_kept import ClockMark
from bot.core.papers import stating
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import Matter

NAMES = ("clock", "length", "began", "due", "by", "article")
_MINUTE = timedelta(minutes=1)
_UNITS = {"h": "hours", "d": "days", "m": "months"}


def overruns(matter: Matter) -> tuple[Node, ...]:
    """All that hold still, the gravest first."""
    return tuple(_overrun(matter, mark) for mark in marks(matter))


def gravest(matter: Matter) -> Node:
    """The first of them by which somebody must be let go; leaves without words, if there is none."""
    ids = {row.id for row in matter.law if is_of_holding(row)}
    found = [mark for mark in marks(matter) if mark.clock in ids]
    if found:
        row = next(row for row in matter.law if row.id == found[0].clock)
        criminal = any(regime.startswith("criminal") for regime in row.regimes)
        other = bool(row.regimes) and not criminal
        return {**_overrun(matter, found[0]), "is_criminal": criminal, "is_administrative": other}
    return {**dict.fromkeys(NAMES, Leaf("")), "is_criminal": False, "is_administrative": False}


def is_of_holding(row: Row) -> bool:
    """Whether nobody may be held longer, and not only a paper or a hearing is late: then a charge or an order of a court
    ends it too.
    """
    return (
        "started" in row.starts
        and bool(row.stops - {"released_at", "in_court"})
        and "released_at" in row.stops
    )


def marks(matter: Matter) -> list[ClockMark]:
    """Those that no doubt stands against go first, of these the longest over. Of the doubtful the least over: its term is
    the longest, and holds whatever the age turns out to be.
    """
    rows = {row.id: row for row in matter.law}
    found = [
        mark
        for mark in matter.marks
        if mark.passed_at is not None
        and mark.void_at is None
        and mark.person_id in (None, matter.who)
        and mark.clock in rows
        and rows[mark.clock].at_end is AtEnd.OVERRUN
    ]
    return sorted(found, key=lambda mark: (*_surest(matter, mark), mark.id))


def _surest(matter: Matter, mark: ClockMark) -> tuple[bool, int]:
    over = _minutes(matter, mark)
    return (True, over) if mark.known.get("doubts") else (False, -over)


def _minutes(matter: Matter, mark: ClockMark) -> int:
    return (matter.now - mark.due_at) // _MINUTE if mark.goes_on else mark.minutes


def _overrun(matter: Matter, mark: ClockMark) -> dict[str, Leaf]:
    row = next(row for row in matter.law if row.id == mark.clock)
    claim = mark.known.get("claim", 0)
    started = [fact for facts in matter.view.said.values() for fact in facts if fact.claim.id == claim]
    young = _young(matter, row, mark)
    is_young = not young or any(stating.is_verified(matter.view, fact) for fact in young)
    sure = is_young and all(stating.is_verified(matter.view, fact) for fact in started)
    origin = (f"mark:{mark.id}",)
    start = mark.known.get("start", "")
    began = matter.tongue.minute(datetime.fromisoformat(start)) if start else ""
    return {
        "clock": Leaf(row.names[matter.tongue.language], (*origin, f"law:{row.id}")),
        "length": Leaf(
            _length(matter, mark.length), (*origin, f"law:{row.id}", *stating.origins(young)), is_young
        ),
        "began": Leaf(began, (*origin, *stating.origins(started)), sure),
        "due": Leaf(matter.tongue.minute(mark.due_at), origin, sure),
        "by": Leaf(matter.tongue.span(_minutes(matter, mark)), origin, sure),
        "article": Leaf(_article(matter, row), (f"law:{row.id}",)),
    }


def _young(matter: Matter, row: Row, mark: ClockMark) -> list[Fact]:
    """What says that they are a minor, where it is the term of minors alone."""
    of_age = [length.minor for length in row.lengths if length.text == mark.length]
    if not of_age or not all(of_age):
        return []
    flags = [fact for who in {matter.who, None} for fact in matter.each("urgent", who)]
    flagged = [fact for fact in flags if isinstance(fact.value, tuple) and MINOR in fact.value]
    return [*matter.own("born_on"), *flagged]


def _length(matter: Matter, length: str) -> str:
    unit = _UNITS.get(length[-1:], "")
    return matter.say(f"paper-{unit}", count=int(length[:-1])) if unit and length[:-1].isdecimal() else length


def _article(matter: Matter, row: Row) -> str:
    return ", ".join(row.articles[matter.tongue.language])
