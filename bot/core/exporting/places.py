"""Where somebody was held, from when until when: each place as each source says it. Nothing is made one that is said twice.

``seen`` is where it happened; ``taken`` where they were brought; ``held`` where they were since; ``found`` where a list from
a station's door has them; ``denied`` where that was denied. A stay ends when the next begins, or with the release.
"""

from collections.abc import Iterator

from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.exporting.shape import Cell, Row
from bot.core.exporting.told import Told, person_id
from bot.core.values import Place

# How a stay is called, by what it is said; and which moments begin and end it: the first that is known.
KINDS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "place": ("seen", ("started",), ("delivered", "transferred", "released_at")),
    "taken": ("taken", ("delivered",), ("transferred", "released_at")),
    "held": ("held", ("transferred", "delivered"), ("released_at",)),
    "found": ("found", (), ("released_at",)),
    "denied": ("denied", (), ()),
}


def places(told: Told) -> list[Row]:
    """All of them, in the order in which we learnt them."""
    found = [
        (fact.claim.noted_at, fact.claim.id, kind, whom, fact)
        for (kind, whom), facts in told.view.said.items()
        if kind in KINDS
        for fact in _counted(told.view, kind, whom, facts)
    ]
    found.sort(key=lambda one: one[:2])
    return [_stay(told, kind, whom, fact) for _, _, kind, whom, fact in found]


def placed(told: Told, place: Place | None) -> tuple[str, str, str]:
    """Region, city and district by their ids. A district may name somebody, and stands in a full export alone."""
    if place is None:
        return "", "", ""
    city = place.city or ""
    known = city and told.gazetteer.knows(city)
    region = place.region or (told.gazetteer.region_of(city) if known else "")
    return region, city, (place.district or "") if told.may_tell else ""


def _counted(view: CaseView, kind: str, whom: int | None, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """What each source says now; of what happened again and again, everything."""
    if kind in ("found", "denied", "taken", "held"):
        yield from facts
        return
    now = view.fact(kind) if whom is None else view.of(whom, kind)
    if now is not None:
        yield from (now, *now.others)


def _stay(told: Told, kind: str, whom: int | None, fact: Fact) -> Row:
    how, begins, ends = KINDS[kind]
    value = fact.value
    place = value if isinstance(value, Place) else Place(text=str(value))
    came = fact if not begins else _first(told, begins, whom)
    left = _first(told, ends, whom)
    exact: tuple[Cell, Cell, Cell] = ("", None, None)
    if told.may_tell:
        exact = told.typed(place.text), place.latitude, place.longitude
    return (
        told.code,
        person_id(whom),
        how,
        *placed(told, place),
        "",
        *exact,
        *told.when(came),
        told.source(came),
        *told.when(left),
        told.source(left),
        *told.tail(fact),
    )


def _first(told: Told, kinds: tuple[str, ...], whom: int | None) -> Fact | None:
    of = (told.view.of(whom, kind) for kind in kinds)
    return next((fact for fact in of if fact is not None), None)
