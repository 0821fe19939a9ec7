"""What one export is about: the moment of knowledge (as it is typed on a command line or in a chat), which cases, and how
much is told.

Names leave the house only with a permit: one coordinator asks for a full export, and another one allows it. A request that
nobody answers ends after a day; so does a permit, which works once. Both are kept as rows.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.vocabulary import ConsentUse

DAY = timedelta(days=1)


def parse_moment(typed: str, zone: ZoneInfo, *, end: bool = False) -> datetime | None:
    """A day, or a moment with or without an offset (without: in the zone). ``end``: of a day its end. None: neither."""
    try:
        return (
            datetime.combine(day + DAY if end else day, time(), zone)
            if (day := _day(typed))
            else _exact(typed, zone)
        )
    except (ValueError, OverflowError):
        return None


def _day(typed: str) -> date | None:
    return date.fromisoformat(typed) if len(typed) == len("2018-09-18") else None


def _exact(typed: str, zone: ZoneInfo) -> datetime:
    found = datetime.fromisoformat(typed)
    return found if found.tzinfo is not None else found.replace(tzinfo=zone)


class ExportScope(Struct, frozen=True):
    """``as_of``: a moment of knowledge. ``since``: only cases of which something was learnt after it. ``opened_from`` and
    ``opened_before``: when they were opened. ``purpose``: what a full export is for; None: no names, words, exact places.
    ``case_id``: this case alone.
    """

    as_of: datetime
    since: datetime | None = None
    opened_from: datetime | None = None
    opened_before: datetime | None = None
    purpose: ConsentUse | None = None
    case_id: int | None = None

    @property
    def full(self) -> bool:
        """Whether names may stand in it, where the consents permit."""
        return self.purpose is not None


VALID = timedelta(days=1)


class PermitStage(StrEnum):
    """How far it is."""

    ASKED = "asked"
    ALLOWED = "allowed"
    REFUSED = "refused"
    OVER = "over"  # nobody answered in time, or nobody used it
    USED = "used"


class ExportPermit(Struct, frozen=True):
    """``number``: what the technician types. The cases are those that were opened from ``opened_from`` to before
    ``opened_before``, or the one ``case_id``; the names of those that permit it for this purpose.
    """

    id: int
    number: int
    purpose: ConsentUse
    opened_from: datetime
    opened_before: datetime
    reason: str  # sealed
    asked_at: datetime
    asked_by: int  # the member
    settled_at: datetime | None = None
    settled_by: int | None = None  # the member
    allowed: bool = False
    used_at: datetime | None = None
    case_id: int | None = None

    def stage(self, now: datetime) -> PermitStage:
        """How far it is at a moment."""
        if self.used_at is not None:
            return PermitStage.USED
        if self.settled_at is None:
            return PermitStage.ASKED if now < self.asked_at + VALID else PermitStage.OVER
        if not self.allowed:
            return PermitStage.REFUSED
        return PermitStage.ALLOWED if now < self.settled_at + VALID else PermitStage.OVER

    def scope(self, as_of: datetime) -> ExportScope:
        """The scope of the export that the permit allows."""
        if self.case_id is not None:
            return ExportScope(as_of, purpose=self.purpose, case_id=self.case_id)
        return ExportScope(
            as_of, opened_from=self.opened_from, opened_before=self.opened_before, purpose=self.purpose
        )
