"""By what names that may be one person's are found before anybody reads them: each pass is a row of texts to be hashed.

A  two words of the name, in any order
B  one word, the city, and the day or the one beside it
C  a phone number
D  one word and the year of birth
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from bot.core.matching.tokens import Role, Token

_BESIDE = (-1, 0, 1)  # days


class Pass(StrEnum):
    """See above."""

    WORDS = "A"
    DAY = "B"
    PHONE = "C"
    YEAR = "D"


class Known(Struct, frozen=True):
    """What is known of somebody: the words of the name, the place (an id), days on which it may be, phones, the year."""

    name: tuple[Token, ...] = ()
    place: str | None = None
    days: tuple[date, ...] = ()
    phones: tuple[str, ...] = ()
    born: int | None = None


Block = tuple[Pass, str]


def stored(known: Known) -> set[Block]:
    """Under which blocks somebody is kept."""
    return set(_blocks(known, known.days))


def wanted(known: Known) -> set[Block]:
    """Under which blocks somebody is looked for: the days beside too."""
    return set(_blocks(known, [day + timedelta(days=n) for day in known.days for n in _BESIDE]))


def _blocks(known: Known, days: Sequence[date]) -> Iterable[Block]:
    spelt = (form for token in known.name if token.role is not Role.INITIAL for form in token.forms)
    keys = sorted({key for _, key in spelt if key})
    for one, other in combinations(keys, 2):
        yield Pass.WORDS, f"{one} {other}"
    for key in keys:
        if known.place is not None:
            for day in days:
                yield Pass.DAY, f"{key} {known.place} {day.isoformat()}"
        if known.born is not None:
            yield Pass.YEAR, f"{key} {known.born}"
    for phone in known.phones:
        yield Pass.PHONE, phone
