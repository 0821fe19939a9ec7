"""Where people are held, by what their sources say: the cases of one station together, however it was told."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from core.casework.case_view import WHEREABOUTS_KINDS, where_held
from core.model import Case
from core.places.spots import Spot
from core.places.station_names import NamedStation
from core.values import Place
from handlers.cards import case_lines
from handlers.cards.case_loading import held_spot, views_of
from handlers.service import Service
from storage.transaction import Transaction

OUT = "released_at"  # the kind of claim
READ = 300  # cases whose claims are read for it: the newest


class DetentionPlace(Struct, frozen=True):
    """One place where people are held: the city and, as far as it is told, the district, ids of the gazetteer; and the words
    that tell which station it is.
    """

    city: str | None
    district: str | None
    said: str
    cases: tuple[Case, ...]


class Whereabouts(Struct, frozen=True):
    """``held``: where somebody of a case is, by its id; ``released``: how many people of it are said to be out."""

    held: dict[int, Place]
    released: dict[int, int]


async def whereabouts(tx: Transaction, cases: Sequence[Case], limit: int = READ) -> Whereabouts:
    """Where people of the newest cases are held, by what their sources say; ``limit``: of so many."""
    newest = sorted(cases, key=lambda case: case.id)[-limit:]
    views = await views_of(tx, newest, (*WHEREABOUTS_KINDS, OUT))
    held = {id: place for id, view in views.items() if (place := where_held(view)) is not None}
    return Whereabouts(
        held, {id: sum(OUT in person.facts for person in view.persons) for id, view in views.items()}
    )


def detention_places(
    service: Service, cases: Sequence[Case], held: Mapping[int, Place]
) -> list[DetentionPlace]:
    """Places where people are said to be, the fullest first."""
    groups: list[tuple[Spot, str | None, list[Case]]] = []
    for case in cases:
        if case.id not in held:
            continue
        here, district = _place_of(service, case, held[case.id])
        group = next(
            (group for group in groups if group[0].is_same(here) or _is_district(group, here, district)), None
        )
        if group is None:
            groups.append((here, district, [case]))
        else:
            group[2].append(case)
    made = [
        DetentionPlace(
            of.town or None, district, _plainest_words(service, of.town, found, held), tuple(found)
        )
        for of, district, found in groups
    ]
    return sorted(made, key=lambda station: -len(station.cases))


def _place_of(service: Service, case: Case, held: Place) -> tuple[Spot, str | None]:
    city = held.city or case.city
    found = service.gazetteer.find(held.text)
    named = found.district if found is not None and found.city in (None, city) else None
    spot = held_spot(service, city or held.region or case.region or "", held.text)
    of_station = spot.station.place if spot.station is not None else None
    in_district = of_station if of_station in service.gazetteer.districts else None
    return spot, held.district or named or in_district


def _plainest_words(service: Service, town: str, found: Sequence[Case], held: Mapping[int, Place]) -> str:
    """Of all words for one station those that tell least of it: the line says of no case more than was said of it."""
    told = [
        (held[case.id].text, service.gazetteer.stations.only(held[case.id].text, (town,))) for case in found
    ]
    named = [(text, station) for text, station in told if station is not None]
    return min(
        named,
        key=lambda said: (said[1].place is not None) + (said[1].number is not None),
        default=("", None),
    )[0]


def _is_district(group: tuple[Spot, str | None, list[Case]], here: Spot, district: str | None) -> bool:
    """The station of a district is one, however it is called, unless both are told and differ."""
    known = group[0].station is not None and here.station is not None
    return not known and district is not None and group[1] == district and group[0].town == here.town


def is_held_in(service: Service, case: Case, held: Place, asked: NamedStation) -> bool:
    """Whether the place where somebody of it is held is that station, however it was told."""
    town = held.city or case.city
    named = service.gazetteer.stations.only(held.text, (town,) if town else ())
    district = asked.place is not None and held.district == asked.place
    return district or (named is not None and named.is_same(asked))


def name_of_place(service: Service, language: str, place: DetentionPlace) -> str:
    """The town and the station as it is called; else the district, or that nobody knows."""
    known, name = service.gazetteer.knows, service.gazetteer.name
    names = [name(id, language) for id in (place.city, place.district) if id and known(id)]
    if label := case_lines.held_label(service, language, place.said, place.city or ""):
        return ", ".join([*names[:1], label])
    return ", ".join(names) or service.words.say(language, "place-unknown")
