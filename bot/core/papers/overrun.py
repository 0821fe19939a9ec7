"""Hours of the law that are over: what was frozen when it was seen, with its minutes. Pure.

The minutes of an overrun that has ended are final. One that goes on is counted up to the moment at which the paper is made,
and the dossier that is kept with the paper keeps it so. Of a doubtful one nothing is verified, and each leaf says that it is
not confirmed: when the time was over with the reasons (bot.core.papers.doubting).
"""

from datetime import timedelta

from bot.core.clocks.rows import AtEnd, Row
from bot.core.clocks.subjects import subjects
from bot.core.law_kept import ClockMark
from bot.core.papers import stating
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.doubting import Seen, doubted, is_of_holding, seen
from bot.core.papers.matter import Matter

NAMES = ("clock", "length", "began", "due", "by", "article")
_MINUTE = timedelta(minutes=1)
_UNITS = {"h": "hours", "d": "days", "m": "months"}


def overruns(matter: Matter) -> tuple[Node, ...]:
    """All that hold still, the gravest first."""
    return tuple(_overrun(matter, one) for one in held(matter))


def gravest(matter: Matter) -> Node:
    """The first of them by which somebody must be let go; leaves without words, if there is none. Of which code it is an
    argument is said only where the sort of detention is sure.
    """
    found = next((one for one in held(matter) if is_of_holding(one.row)), None)
    if found is None:
        return {**dict.fromkeys(NAMES, Leaf("")), "is_criminal": False, "is_administrative": False}
    criminal = any(regime.startswith("criminal") for regime in found.row.regimes)
    sure = bool(found.row.regimes) and not found.sort
    return {
        **_overrun(matter, found),
        "is_criminal": sure and criminal,
        "is_administrative": sure and not criminal,
    }


def held(matter: Matter) -> list[Seen]:
    """Those that no doubt stands against go first, of these the longest over. Of the doubtful the least over: its term is
    the longest, and holds whatever the age turns out to be.
    """
    rows = {row.id: row for row in matter.law}
    whose = matter.who if matter.who in set(subjects(matter.law, matter.view)) else None
    found = [
        seen(matter, mark, rows[mark.clock])
        for mark in matter.marks
        if mark.passed_at is not None
        and mark.void_at is None
        and mark.person_id == whose
        and mark.clock in rows
        and rows[mark.clock].at_end is AtEnd.OVERRUN
    ]
    return sorted(found, key=lambda one: (*_surest(matter, one), one.mark.id))


def _surest(matter: Matter, one: Seen) -> tuple[bool, int]:
    over = _minutes(matter, one.mark)
    return (True, over) if one.why else (False, -over)


def _minutes(matter: Matter, mark: ClockMark) -> int:
    return (matter.now - mark.due_at) // _MINUTE if mark.goes_on else mark.minutes


def _overrun(matter: Matter, one: Seen) -> dict[str, Leaf]:
    mark, row = one.mark, one.row
    law, about = f"law:{row.id}", (f"mark:{mark.id}", *stating.origins(one.facts))
    term = one.sort + one.term
    began = matter.tongue.minute(one.began) if one.began is not None else ""
    due, over = matter.tongue.minute(mark.due_at), matter.tongue.span(_minutes(matter, mark))
    return {
        "clock": Leaf(row.names[matter.tongue.language], (f"mark:{mark.id}", law)),
        "length": Leaf(_if_so(matter, _length(matter, mark.length), term), (*about, law), not term),
        "began": Leaf(_if_so(matter, began, one.start), about, not one.start),
        "due": Leaf(doubted(matter, due, one.why), about, not one.why),
        "by": Leaf(_if_so(matter, over, one.why), about, not one.why),
        "article": Leaf(_article(matter, row), (law,)),
    }


def _if_so(matter: Matter, text: str, why: tuple[str, ...]) -> str:
    return matter.say("paper-doubted-short", what=text) if text and why else text


def _length(matter: Matter, length: str) -> str:
    unit = _UNITS.get(length[-1:], "")
    return matter.say(f"paper-{unit}", count=int(length[:-1])) if unit and length[:-1].isdecimal() else length


def _article(matter: Matter, row: Row) -> str:
    return ", ".join(row.articles[matter.tongue.language])
