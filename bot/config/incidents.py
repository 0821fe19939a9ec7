"""When many detentions of one city are one alert for coordinators."""

from datetime import timedelta

from pydantic import Field

from bot.config.sections import Minutes, Section
from bot.core.casework.same_event import Mass

_MASS = Mass()


class Incidents(Section):
    """[incidents]"""

    mass: int = Field(
        default=_MASS.count,
        ge=3,
        le=100,
        description="From so many people on who tell of detentions in one city, coordinators get one alert for all.",
    )
    within_minutes: Minutes = Field(
        default=_MASS.within.total_seconds() / 60,
        description="Within how many minutes these were reported.",
    )

    def rule(self) -> Mass:
        """The core's value."""
        return Mass(self.mass, timedelta(minutes=self.within_minutes))
