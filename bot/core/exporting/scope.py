"""What one export is about: the moment of knowledge, which cases, and how much is told."""

from datetime import datetime

from msgspec import Struct

from bot.core.vocabulary import Use


class Scope(Struct, frozen=True):
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
