"""Who is held where: cases of one station together, called by its district. How it was told stays in the case."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.core.casework.whereabouts import KINDS, where_held
from bot.core.model import Case
from bot.core.places.spot import Spot
from bot.core.values import Place
from handlers.cards.bundle_rows import spot_of
from handlers.cards.case_view import views_of
from handlers.service import Service
from storage.transaction import Transaction

OUT = "released_at"  # the kind of claim
READ = 300  # cases whose claims are read for it: the newest


class Station(Struct, frozen=True):
    """One place where people are held: the city and, as far as it is told, the district; ids of the gazetteer."""

    city: str | None
    district: str | None
    cases: tuple[Case, ...]


class Whereabouts(Struct, frozen=True):
    """``held``: where somebody of a case is, by its id; ``released``: how many people of it are said to be out."""

    held: dict[int, Place]
    released: dict[int, int]


async def whereabouts(tx: Transaction, cases: Sequence[Case]) -> Whereabouts:
    """Of the newest cases, by what their sources say."""
    newest = sorted(cases, key=lambda case: case.id)[-READ:]
    views = await views_of(tx, newest, (*KINDS, OUT))
    held = {id: place for id, view in views.items() if (place := where_held(view)) is not None}
    return Whereabouts(
        held, {id: sum(OUT in one.facts for one in view.persons) for id, view in views.items()}
    )


def stations(service: Service, cases: Sequence[Case], held: Mapping[int, Place]) -> list[Station]:
    """Those of which it is told where people are, the fullest first."""
    groups: list[tuple[Spot, str | None, list[Case]]] = []
    for case in cases:
        if case.id not in held:
            continue
        here, district = _place(service, case, held[case.id])
        group = next(
            (one for one in groups if one[0].is_same(here) or _is_district(one, here, district)), None
        )
        if group is None:
            groups.append((here, district, [case]))
        else:
            group[2].append(case)
    made = [Station(of.town or None, district, tuple(found)) for of, district, found in groups]
    return sorted(made, key=lambda station: -len(station.cases))


def _place(service: Service, case: Case, held: Place) -> tuple[Spot, str | None]:
    city = held.city or case.city
    found = service.gazetteer.find(held.text)
    named = found.district if found is not None and found.city in (None, city) else None
    town = city or held.region or case.region or ""
    return spot_of(service, town, held.text), held.district or named


def _is_district(group: tuple[Spot, str | None, list[Case]], here: Spot, district: str | None) -> bool:
    """The station of a district is one, however it is called."""
    return district is not None and group[1] == district and group[0].town == here.town
