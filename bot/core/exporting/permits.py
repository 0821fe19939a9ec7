"""Who let names leave the house: one coordinator asks for a full export, another one allows it. The rows stay.

A question that nobody answers ends after a day; so does what was allowed, and it works once.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.core.exporting.scope import Scope
from bot.core.vocabulary import Use

VALID = timedelta(days=1)


class Stage(StrEnum):
    """How far it is."""

    ASKED = "asked"
    ALLOWED = "allowed"
    REFUSED = "refused"
    OVER = "over"  # nobody answered in time, or nobody used it
    USED = "used"


class Permit(Struct, frozen=True):
    """``number``: what the technician types. The cases are those that were opened from ``opened_from`` to before
    ``opened_before``; the names of those that permit it for this purpose.
    """

    id: int
    number: int
    purpose: Use
    opened_from: datetime
    opened_before: datetime
    reason: str  # sealed
    asked_at: datetime
    asked_by: int  # the member
    settled_at: datetime | None = None
    settled_by: int | None = None  # the member
    allowed: bool = False
    used_at: datetime | None = None

    def stage(self, now: datetime) -> Stage:
        """How far it is at a moment."""
        if self.used_at is not None:
            return Stage.USED
        if self.settled_at is None:
            return Stage.ASKED if now < self.asked_at + VALID else Stage.OVER
        if not self.allowed:
            return Stage.REFUSED
        return Stage.ALLOWED if now < self.settled_at + VALID else Stage.OVER

    def scope(self, as_of: datetime) -> Scope:
        """What it allows."""
        return Scope(
            as_of, opened_from=self.opened_from, opened_before=self.opened_before, purpose=self.purpose
        )
