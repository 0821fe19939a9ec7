"""Legal holds, and what is kept about the law's clocks.

A case under a hold is kept past its term, because a court, an inquiry or a complaint needs it: why, by whom, and until when.
Of the clocks we keep the marks of those that warned or were overrun, and who has checked a row.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Hold(Struct, frozen=True):
    """One hold of a case. ``until``: None until it is lifted."""

    id: int
    case_id: int
    by: int  # the member
    at: datetime
    reason: str  # sealed
    until: datetime | None = None
    lifted_at: datetime | None = None
    lifted_by: int | None = None

    def lives(self, now: datetime) -> bool:
        """Whether it still keeps the case."""
        return self.lifted_at is None and (self.until is None or now < self.until)


class HowSurely(StrEnum):
    """How surely somebody is held longer than the law allows."""

    SURELY = "surely"
    PERHAPS = "perhaps"  # the sort of detention, the age or the start is not sure


class ClockMark(Struct, frozen=True):
    """One end of one clock, for as long as nothing moves it: what followed, and, of an overrun, the evidence.

    ``clock`` is the row's id, ``length`` how long (``48h``). ``minutes``: over, as far as it was looked at; final once it
    has ended. ``known``: what we knew when it was frozen (start, article, what was not known, who had checked the row).
    """

    id: int
    case_id: int
    clock: str
    length: str
    due_at: datetime
    person_id: int | None = None
    warned_at: datetime | None = None
    passed_at: datetime | None = None  # when we saw that it was over
    answered_at: datetime | None = None  # the owner of the case has seen it
    answered_by: int | None = None
    told_at: datetime | None = None  # the coordinators
    minutes: int = 0
    ended_at: datetime | None = None  # what stopped it, at that time
    void_at: datetime | None = None  # since when what is claimed does not show it any more
    over: HowSurely | None = (
        None  # of an overrun: as it is known now; None for clocks that only ask or remind
    )
    known: dict[str, Any] = field(default_factory=dict)  # sealed

    @property
    def key(self) -> tuple[str, int | None, str, datetime]:
        """Of which clock it is (``Clock.key``)."""
        return self.clock, self.person_id, self.length, self.due_at

    @property
    def goes_on(self) -> bool:
        """Whether it is over, and neither stopped nor void."""
        return self.passed_at is not None and self.ended_at is None and self.void_at is None


class Signature(Struct, frozen=True):
    """A member has checked a row of the law. ``hash``: keyed, of the row's text, the member and the time."""

    id: int
    row: str
    member_id: int
    name: str  # sealed; the member's, at that time
    signed_at: datetime
    hash: bytes
    revoked_at: datetime | None = None
    revoked_by: int | None = None
