"""What one export is about: the moment of knowledge, which cases, and how much is told."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.vocabulary import OF_NAMES, Use

PURPOSES = tuple(
    str(use) for use in OF_NAMES
)  # for whom a full export is made: see bot.core.casework.consents


@dataclass(frozen=True, slots=True)
class Scope:
    """``as_of``: a moment of knowledge. ``since``: only cases of which something was learnt after it. ``opened_from`` and
    ``opened_before``: when they were opened. ``purpose``: what a full export is for; None: no names, words, exact places.
    """

    as_of: datetime
    since: datetime | None = None
    opened_from: datetime | None = None
    opened_before: datetime | None = None
    purpose: Use | None = None

    @property
    def full(self) -> bool:
        """Whether names may stand in it, where the consents permit."""
        return self.purpose is not None

    def opened_in(self, at: datetime) -> bool:
        """Whether a case that was opened then is meant."""
        return (
            at <= self.as_of
            and (self.opened_from is None or at >= self.opened_from)
            and (self.opened_before is None or at < self.opened_before)
        )
