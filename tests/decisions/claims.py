"""Claims and kinds as tests make them: every rule has a toy kind of its own."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.core.casework.claims import Certainty, Claim, SourceKind
from bot.core.casework.kinds import About, Holds, Kind, Rule
from bot.core.values import Moment, Precision, to_data

START = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
LATE = START + timedelta(days=30)
TOYS = {
    rule.value: Kind(rule.value, Holds.CHOICE, rule)
    for rule in Rule
    if rule not in (Rule.UNION, Rule.EARLIEST)
} | {
    "union": Kind("union", Holds.FLAGS, Rule.UNION),
    "earliest": Kind("earliest", Holds.MOMENT, Rule.EARLIEST, About.EITHER),
    "name": Kind("name", Holds.NAME, Rule.UNION, About.PERSON),
    "quiet": Kind("quiet", Holds.CHOICE, Rule.SUREST, quiets=frozenset({"no"})),
    "alarm": Kind("alarm", Holds.CHOICE, Rule.EARLIEST),
}
_ids = count(1)


def at(minutes: float) -> datetime:
    """So many minutes after START."""
    return START + timedelta(minutes=minutes)


def moment(minutes: float) -> Moment:
    """A moment that somebody names."""
    return Moment(at(minutes), Precision.MINUTE, exact=True)


def claim(kind: str, value: Any, by: str = "report 1", minutes: float = 0, **more: Any) -> Claim:
    """A claim of a case. ``by``: ``member 2``; ``minutes``: when we learnt it."""
    who, _, number = by.partition(" ")
    return Claim(
        more.pop("id", None) or next(_ids),
        None if who == "report" else 1,
        int(number) if who == "report" else None,
        kind,
        to_data(value),
        SourceKind(who),
        int(number or 0),
        at(minutes),
        more.pop("certainty", Certainty.SAID),
        **more,
    )
