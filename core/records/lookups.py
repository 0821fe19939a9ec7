"""Who asks where a person is, by what people in cases are found, and which two cases may be about the same people: one
frozen class for each table, one field for each column.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from core.vocabulary import LookUpState


class LookUp(Struct, frozen=True):
    """Somebody asks where a person is. The city and the number to call back stand in its dialogue."""

    id: int
    address_id: int
    dialogue_id: int
    state: LookUpState
    created_at: datetime
    names: tuple[str, ...] = ()  # sealed
    words: tuple[str, ...] = ()  # sealed; all that was typed, in its order
    settled_at: datetime | None = None
    settled_by: int | None = None  # the member; None also where the person reports it themselves
    report_id: int | None = None  # what it became


class NameBlock(Struct, frozen=True):
    """One hash by which a person of a case is found, or the case by a phone (core.matching.search_blocks).

    ``through``: the pass; ``key``: tells which key made the hash.
    """

    id: int
    case_id: int
    person_id: int | None
    through: str
    hash: bytes
    key: bytes


class PairAnswer(StrEnum):
    """What a coordinator says of a pair. What is said to be different is never asked again by itself."""

    SAME = "same"
    DIFFERENT = "different"


class Pair(Struct, frozen=True):
    """``case_id``: the newer of both. Without an answer it waits for one."""

    id: int
    case_id: int
    other_id: int
    rule: str  # by name or by hand (core.casework.linking)
    found_at: datetime
    score: float | None = None  # how alike the names are, 0 to 1
    answer: PairAnswer | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None  # the member
