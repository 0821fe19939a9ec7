"""Villages, of which there are thousands and hardly a name that is not a word, a person or another village too.

A village counts where a word beside it says so (в селе Шубарсу, Шубарсу ауылында), or next to its district or region
(Ордабасинский район, Шубарсу). If several have the name, other places in the text must tell which one is meant; if they
cannot, but all lie in one district or region, that district or region is known. Names are not declined beforehand: see
``bases``.
"""

from functools import cached_property

from core.places.context_words import (
    RURAL_AFTER,
    RURAL_BEFORE,
    STATION_AFTER,
    STATION_BEFORE,
    VILLAGE_AFTER,
    VILLAGE_BEFORE,
)
from core.places.form_index import NamedForms, PlaceForm
from core.places.hits import NamedPlaces, NearbyDistricts
from core.places.place_kinds import City, PlaceLevel, Places, Proof
from core.places.place_names import NameCase, SoundedWord, base_forms, sounds_of

_LONGEST = 3
_SHORT = frozenset({"с", "п", "а"})  # с. Шубарсу; without the full stop these are other words
_NO_CASE: frozenset[NameCase] = frozenset()


class VillageNames:
    """Finds villages in a sentence. The names are read when the first one is asked for."""

    def __init__(self, places: Places) -> None:
        self._places = places

    @cached_property
    def _named(self) -> dict[str, tuple[City, ...]]:
        found: dict[str, dict[str, City]] = {}
        for city in (*self._places.cities, *self._places.villages):
            said = (name for name, proof in city.spellings if proof is not Proof.LANDMARK)
            for name in (*said, city.names["en"]):
                found.setdefault(sounds_of(name), {})[city.id] = city
        return {name: tuple(bearers.values()) for name, bearers in found.items()}

    def called(self, typed: str) -> tuple[City, ...]:
        """Those whose name it is, exactly."""
        return self._named.get(typed, ())

    def at(
        self, tokens: list[SoundedWord], at: int, near: NamedPlaces, beside: NearbyDistricts
    ) -> NamedForms | None:
        """The villages named by the words from here on."""
        if not self._may_begin(tokens, at, beside):
            return None
        for last in range(min(at + _LONGEST, len(tokens)), at, -1):
            if not all(token.joined for token in tokens[at + 1 : last]):
                continue
            at_station = _says_station(tokens, at, last)
            said = at_station or _says_village(tokens, at, last)
            if not said and at not in beside.behind and last not in beside.before:
                continue
            bearers = self._bearers(" ".join(token.sound for token in tokens[at:last]))
            if at_station and any(
                city.town for city in bearers
            ):  # its name alone says whether it is the town
                continue
            if said:
                bearers = [city for city in bearers if not city.town] or bearers
            else:
                there = [city for city in bearers if _lies_there(city, near, beside.districts)]
                bearers = [city for city in there if city.town] or there
            if bearers:
                return NamedForms(
                    last, _form(bearers, near, beside.districts), tuple(city.id for city in bearers)
                )
        return None

    def _may_begin(self, tokens: list[SoundedWord], at: int, beside: NearbyDistricts) -> bool:
        before = tokens[at - 1].sound if at else ""
        if before in RURAL_BEFORE or before in _SHORT or at in beside.behind:
            return True
        ends = range(at + 1, at + _LONGEST + 1)
        return any(tokens[end].sound in RURAL_AFTER for end in ends if end < len(tokens)) or bool(
            beside.before.intersection(ends)
        )

    def _bearers(self, typed: str) -> list[City]:
        found: dict[str, City] = {}
        for name, _ in base_forms(typed):
            found |= {city.id: city for city in self.called(name)}
            if found and name == typed:
                break
        return list(found.values())


def _says_village(tokens: list[SoundedWord], first: int, last: int) -> bool:
    before = tokens[first - 1] if first else None
    gap = tokens[first].gap
    if before is not None and "," not in gap and "\n" not in gap:
        if before.sound in VILLAGE_BEFORE:
            return True
        if before.sound in _SHORT and gap.startswith(".") and not before.capital:
            return True
    return last < len(tokens) and tokens[last].joined and tokens[last].sound in VILLAGE_AFTER


def _says_station(tokens: list[SoundedWord], first: int, last: int) -> bool:
    """Towns have stations too: станция Арысь, Бейнеу станциясында; but a "police station" does not count."""
    gap = tokens[first].gap
    if first and tokens[first].joined and "," not in gap and tokens[first - 1].sound in STATION_BEFORE:
        return True
    return last < len(tokens) and tokens[last].joined and tokens[last].sound in STATION_AFTER


def _lies_there(city: City, near: NamedPlaces, districts: frozenset[str]) -> bool:
    return city.district in districts if districts else city.region in near.regions


def _form(bearers: list[City], near: NamedPlaces, districts: frozenset[str]) -> PlaceForm | None:
    """The one that is meant; else the district or region that they share."""
    may_be = [city for city in bearers if city.district in districts] or bearers
    may_be = [city for city in may_be if city.region in near.regions] or may_be
    may_be = [city for city in may_be if city.region in near.around] or may_be
    may_be = [city for city in may_be if city.large] or may_be
    regions, shared = {city.region for city in may_be}, {city.district for city in may_be}
    if len(regions) > 1:
        return None
    region = regions.pop()
    if len(may_be) == 1:
        return PlaceForm(PlaceLevel.CITY, may_be[0].id, region, _NO_CASE, Proof.NONE, town=False)
    district = shared.pop() if len(shared) == 1 else None
    kind = PlaceLevel.REGION if district is None else PlaceLevel.DISTRICT
    return PlaceForm(kind, district or region, region, _NO_CASE, Proof.NONE)
