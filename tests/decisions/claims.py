"""Claims and kinds as tests make them: every rule has a toy kind of its own."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from core.casework.claim_kinds import Certainty, ClaimKind, ClaimRule, ClaimSubject, ValueKind
from core.casework.claims import Claim, SourceKind
from core.values import Moment, Precision, value_to_data

START = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
LATE = START + timedelta(days=30)
TOYS = {
    rule.value: ClaimKind(rule.value, ValueKind.CHOICE, rule)
    for rule in ClaimRule
    if rule not in (ClaimRule.UNION, ClaimRule.EARLIEST)
} | {
    "union": ClaimKind("union", ValueKind.FLAGS, ClaimRule.UNION),
    "earliest": ClaimKind("earliest", ValueKind.MOMENT, ClaimRule.EARLIEST, ClaimSubject.EITHER),
    "name": ClaimKind("name", ValueKind.NAME, ClaimRule.UNION, ClaimSubject.PERSON),
    "quiet": ClaimKind("quiet", ValueKind.CHOICE, ClaimRule.SUREST, quiets=frozenset({"no"})),
    "alarm": ClaimKind("alarm", ValueKind.CHOICE, ClaimRule.EARLIEST),
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
        value_to_data(value),
        SourceKind(who),
        int(number or 0),
        at(minutes),
        more.pop("certainty", Certainty.SAID),
        **more,
    )
