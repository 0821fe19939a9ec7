"""Two cases that may be about the same people: one frozen class, one field a column."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Answer(StrEnum):
    """What a coordinator says of a pair. What is said to be different is never asked again by itself."""

    SAME = "same"
    DIFFERENT = "different"


class Pair(Struct, frozen=True):
    """``case_id``: the newer of both. Without an answer it waits for one."""

    id: int
    case_id: int
    other_id: int
    rule: str  # by name or by hand (bot.core.casework.linking)
    found_at: datetime
    score: float | None = None  # how alike the names are, 0 to 1
    answer: Answer | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None  # the member
