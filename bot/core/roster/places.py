"""What places are called in the roster: by any usual name when they are read, by one that is found again when written."""

from collections.abc import Callable

from bot.core.places.gazetteer import Gazetteer


def city_reader(gazetteer: Gazetteer) -> Callable[[str], str | None]:
    """What a place in the file means: a city, or a whole region, by any usual name or by its id in the gazetteer."""

    def place(typed: str) -> str | None:
        known = typed.casefold()
        if known in gazetteer.cities or known in gazetteer.regions:
            return known
        match = gazetteer.answer(typed)
        return (match.city or match.region) if match is not None else None

    return place


def name_to_import(gazetteer: Gazetteer, place: str) -> str:
    """A name that import finds again; of an ambiguous one the id."""
    name = name_to_read(gazetteer, place)
    return name if city_reader(gazetteer)(name) == place else place


def name_to_read(gazetteer: Gazetteer, place: str, language: str = "en") -> str:
    """A name for people; the id of a place that the gazetteer no longer has."""
    known = place in gazetteer.cities or place in gazetteer.regions
    return gazetteer.name(place, language) if known else place
