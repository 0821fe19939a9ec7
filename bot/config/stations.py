"""[calls]: the round of calls, and the organisation's own file of stations, which is read with the settings."""

from pydantic import Field

from bot.config.mistakes import Mistake
from bot.config.sections import Section
from bot.core.stations import BadStations
from bot.resources.places import load_gazetteer
from bot.resources.stations import load_stations


class Calls(Section):
    """[calls]"""

    stations: str = Field(
        default="", description="A file of stations with numbers that you know, as stations.example.csv."
    )
    denials: int = Field(
        default=3, ge=1, le=50, description="How many stations deny before the holding counts as denied."
    )


def stations_of(calls: Calls, jurisdiction: str) -> list[Mistake]:
    """What is wrong with the file, each with its line."""
    if not calls.stations:
        return []
    try:
        load_stations(jurisdiction, load_gazetteer(jurisdiction), calls.stations)
    except BadStations as error:
        return [Mistake("calls.stations", repr(calls.stations), mistake) for mistake in error.mistakes]
    return []
