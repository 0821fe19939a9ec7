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

from core.matching.name_tokens import NameToken, TokenRole

_BESIDE = (-1, 0, 1)  # days


class BlockPass(StrEnum):
    """See above."""

    WORDS = "A"
    DAY = "B"
    PHONE = "C"
    YEAR = "D"


class KnownPerson(Struct, frozen=True):
    """What is known of somebody: the words of the name, the place (an id), days on which it may be, phones, the year."""

    name: tuple[NameToken, ...] = ()
    place: str | None = None
    days: tuple[date, ...] = ()
    phones: tuple[str, ...] = ()
    born: int | None = None


Block = tuple[BlockPass, str]


def blocks_to_store(known: KnownPerson) -> set[Block]:
    """Under which blocks somebody is kept."""
    return set(_blocks(known, known.days))


def blocks_to_search(known: KnownPerson) -> set[Block]:
    """Under which blocks somebody is looked for: the days beside too."""
    return set(_blocks(known, [day + timedelta(days=n) for day in known.days for n in _BESIDE]))


def _blocks(known: KnownPerson, days: Sequence[date]) -> Iterable[Block]:
    spelt = (form for token in known.name if token.role is not TokenRole.INITIAL for form in token.forms)
    keys = sorted({key for _, key in spelt if key})
    for first, second in combinations(keys, 2):
        yield BlockPass.WORDS, f"{first} {second}"
    for key in keys:
        if known.place is not None:
            for day in days:
                yield BlockPass.DAY, f"{key} {known.place} {day.isoformat()}"
        if known.born is not None:
            yield BlockPass.YEAR, f"{key} {known.born}"
    for phone in known.phones:
        yield BlockPass.PHONE, phone
