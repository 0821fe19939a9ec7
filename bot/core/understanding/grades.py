"""Who has to hear of a message at once (LISTENING 5)."""

from enum import StrEnum

from bot.core.understanding.understood import Understood


class Grade(StrEnum):
    """Who is woken by a message."""

    LAWYERS = "lawyers"
    COORDINATORS = "coordinators"
    NOBODY = "nobody"


def grade(understood: Understood) -> Grade:
    """Lawyers where it is told what happens and where; coordinators where either is not; else nobody."""
    if not understood.happening:
        return Grade.NOBODY
    place = understood.place
    known = place is not None and not place.outside and (place.city or place.region)
    return Grade.LAWYERS if known and understood.situation else Grade.COORDINATORS
