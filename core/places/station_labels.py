"""How a place of detention is called for people who read of it, in whichever words it was told: as the list of stations has
it, else its kind, its number and the district or town whose it is.
"""

from collections.abc import Sequence

from core.fluent_words import Words
from core.places.gazetteer import Gazetteer
from core.places.station_names import NamedStation
from core.stations import Station


def station_label(
    words: Words, gazetteer: Gazetteer, stations: Sequence[Station], language: str, text: str, town: str
) -> str:
    """The name of the station that this text names; empty if it names none, several, or one that only its words tell."""
    named = gazetteer.stations.only(text, (town,) if town else ())
    if named is None:
        return ""
    listed = listed_station(gazetteer, stations, named, town)
    if listed is not None:
        return listed.names[language]
    place = named.place if named.place is not None and gazetteer.knows(named.place) else None
    if not (place or named.number or not named.name):
        return ""
    kind = words.say(language, f"station-{named.kind}")
    return words.say(
        language,
        "station-named",
        kind=kind,
        number=named.number or 0,
        place=gazetteer.name(place, language) if place is not None and place != town else "no",
    )


def listed_station(
    gazetteer: Gazetteer, stations: Sequence[Station], named: NamedStation, town: str
) -> Station | None:
    """The only station of that town on the list that is called so; none with a number or a district that nobody told."""
    found = [
        station for station in stations if station.city == town and _is_called(gazetteer, station, named)
    ]
    return found[0] if len(found) == 1 else None


def _is_called(gazetteer: Gazetteer, station: Station, named: NamedStation) -> bool:
    near = (station.city,) if station.city else ()
    called = [gazetteer.stations.only(name, near) for name in dict.fromkeys(station.names.values())]
    return any(
        name is not None and name.is_same(named) and (name.place, name.number) == (named.place, named.number)
        for name in called
    )
