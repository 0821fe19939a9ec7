"""Cases that belong together: an incident, and which cases are in it. A case may be in several.

What the bot proposes stands here too, said by nobody (``by`` 0), until a coordinator says yes or no; a no stays, so that
the same is never proposed again.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class IncidentRule(StrEnum):
    """Why cases are taken for one incident."""

    HAND = "hand"  # a coordinator says so
    EVENT = "event"  # their words name the same event
    SPOT = "spot"  # one station or address
    DISTRICT = "district"
    MASS = "mass"  # so many in one city that it is a mass detention


class IncidentPattern(StrEnum):
    """What several incidents show together."""

    KEPT_FROM_MEETING = "kept_from_meeting"  # representatives of international organisations


class IncidentPhase(StrEnum):
    """What an incident is to coordinators."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    OPEN = "open"
    ENDED = "ended"


class IncidentStanding(StrEnum):
    """How a case stands to an incident."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    IN = "in"
    OUT = "out"


class Incident(Struct, frozen=True):
    """One incident. ``city``: of one that the bot proposes within a city; ``mass_at``: since when it is a mass detention."""

    id: int
    name: str  # sealed; empty: called by its place and day
    rule: IncidentRule
    made_at: datetime
    made_by: int  # the member; 0 for the bot
    city: str | None = None
    confirmed_at: datetime | None = None
    confirmed_by: int | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    mass_at: datetime | None = None
    pattern: IncidentPattern | None = None

    @property
    def phase(self) -> IncidentPhase:
        """Proposed and open go on; refused and ended do not."""
        if self.confirmed_at is None:
            return IncidentPhase.PROPOSED if self.ended_at is None else IncidentPhase.REFUSED
        return IncidentPhase.OPEN if self.ended_at is None else IncidentPhase.ENDED


class IncidentLink(Struct, frozen=True):
    """A case belongs to an incident, since when and until when."""

    id: int
    incident_id: int
    case_id: int
    by: int  # the member who said so; 0: the bot proposes it
    at: datetime
    rule: IncidentRule
    ended_at: datetime | None = None
    ended_by: int | None = None

    @property
    def standing(self) -> IncidentStanding:
        """In it or not, as a member said; or only proposed."""
        if self.ended_at is None:
            return IncidentStanding.IN if self.by else IncidentStanding.PROPOSED
        return IncidentStanding.OUT if self.by else IncidentStanding.REFUSED


def standing_of(links: Iterable[IncidentLink], case_id: int) -> IncidentStanding | None:
    """How a case stands to the incident of these links: what was said last; None if nothing was."""
    own = [link for link in links if link.case_id == case_id]
    return max(own, key=lambda link: link.id).standing if own else None
