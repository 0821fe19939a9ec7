"""What agrees and what differs between somebody who is looked for and somebody who is known, and the three answers.

A name alone proves nothing: of two reports of one name in two cities most are two people. So without a place, a phone or a
year that agrees there is no answer, and names that many have need more than a place.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from bot.core.matching.blocks import Known
from bot.core.matching.score import score

SURE, PERHAPS = 0.91, 0.885
COMMON = 5  # people under one pair of words, from which a name and a place are not enough


class Likeness(StrEnum):
    """The three answers. Nobody is made one by any of them."""

    SAME = "same"
    MAYBE = "maybe"
    NONE = "none"


class Fact(StrEnum):
    """What is compared beside the name."""

    PLACE = "place"
    DAY = "day"
    PHONE = "phone"
    YEAR = "year"


class Compared(Struct, frozen=True):
    """``facts``: whether they agree; what one side does not tell is not there."""

    likeness: Likeness
    score: float
    facts: Mapping[Fact, bool]


def compare(sought: Known, known: Known, *, bearers: int = 1) -> Compared:
    """``bearers``: how many people are known under the same words of the name."""
    found = score(sought.name, known.name)
    facts = _facts(sought, known)
    agree = {fact for fact, same in facts.items() if same}
    proof = agree - {Fact.DAY}
    if Fact.PHONE in agree and not sought.name:
        return Compared(Likeness.MAYBE, found, facts)
    if found < PERHAPS or not proof or facts.get(Fact.YEAR) is False:
        return Compared(Likeness.NONE, found, facts)
    sure = found >= SURE and (Fact.PLACE in agree and Fact.DAY in agree)
    if sure and (bearers <= COMMON or proof - {Fact.PLACE}):
        return Compared(Likeness.SAME, found, facts)
    return Compared(Likeness.MAYBE, found, facts)


def _facts(sought: Known, known: Known) -> dict[Fact, bool]:
    facts: dict[Fact, bool] = {}
    if sought.place is not None and known.place is not None:
        facts[Fact.PLACE] = sought.place == known.place
    if sought.days and known.days:
        facts[Fact.DAY] = any(abs((a - b).days) <= 1 for a in sought.days for b in known.days)
    if sought.phones and known.phones:
        facts[Fact.PHONE] = not set(sought.phones).isdisjoint(known.phones)
    if sought.born is not None and known.born is not None:
        facts[Fact.YEAR] = sought.born == known.born
    return facts
