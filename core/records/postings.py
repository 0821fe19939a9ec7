"""What coordinators say of a digest before it is posted, and where which one was: one frozen class a table."""

from datetime import date, datetime

from msgspec import Struct


class DigestPreview(Struct, frozen=True):
    """One day's digest before it is posted. It is held from ``held_at`` until ``released_at``."""

    id: int  # the day, as its ordinal number
    note: str = ""  # sealed; a sentence that is posted with it
    noted_by: int | None = None  # the member
    note_agreed: bool = False  # though it may name somebody
    held_at: datetime | None = None
    held_by: int | None = None
    reason: str = ""  # sealed
    released_at: datetime | None = None
    released_by: int | None = None

    @property
    def day(self) -> date:
        return date.fromordinal(self.id)

    @property
    def is_held(self) -> bool:
        """Whether somebody holds it and nobody has let it go since."""
        return self.held_at is not None and self.released_at is None


class DigestPosting(Struct, frozen=True):
    """One digest in one channel. ``number``: 1 as first posted, then its corrections."""

    id: int
    day: date
    language: str
    number: int
    weekly: bool
    address_id: int
    made_at: datetime
    posted_at: datetime | None = None  # when the channel had it
    message_id: int | None = None
