"""A case is kept whatever its term: a court, an inquiry or a complaint needs it. Why, by whom, and until when."""

from datetime import datetime

from msgspec import Struct


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
