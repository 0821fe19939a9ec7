"""Where? The places of a jurisdiction, found in what people write and by where they stand.

Nothing is found rather than something wrong: the person is then asked. See ``scan`` for what counts as a place, and
``ranking`` for which of several is the scene.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from bot.core.folding import clean
from bot.core.places.abroad import Foreign
from bot.core.places.adjectives import TownAdjectives
from bot.core.places.asking import Asking, core
from bot.core.places.distance import km
from bot.core.places.districts import DistrictNames
from bot.core.places.index import build_index
from bot.core.places.kinds import Abroad, City, District, Match, Places, Region, Role
from bot.core.places.names import name_forms, sounds
from bot.core.places.ranking import Ranking
from bot.core.places.scan import Scanner
from bot.core.places.slipped import SlippedNames
from bot.core.places.tokens import tokens_of
from bot.core.places.villages import VillageNames

__all__ = ["Abroad", "City", "District", "Gazetteer", "Match", "Region", "Role"]

AT_ONCE = 4  # texts: of one message several ask, one after the other
NEIGHBOUR_KM = 500  # between the centres of two regions; a night's drive


class Gazetteer:
    """Pure and immutable: built once from data, then only asked. Unknown ids raise KeyError."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.cities = {city.id: city for city in chain(places.cities, places.villages)}
        self.regions = {region.id: region for region in places.regions}
        self.districts = {district.id: district for district in places.districts}
        neither = {sounds(word) for word in places.not_places}
        villages = VillageNames(places)
        towns = TownAdjectives(places.cities)
        index = build_index(places, neither)
        foreign = _foreign_forms(places.abroad)
        self._scanner = Scanner(
            index,
            DistrictNames(places, towns),
            villages,
            towns,
            {city.id: city.region for city in self.cities.values()},
            neither | foreign,
            places.spelt,
            SlippedNames(places.cities, index, villages, neither | foreign, places.ordinary, foreign),
        )
        self._foreign = Foreign(places.abroad)
        self._ranking = Ranking(self.cities, self.districts, self._foreign.is_named_in)
        self._asking = Asking(places, villages)
        self._named = lru_cache(AT_ONCE)(self._look)

    # ---- in words ----

    def find(self, text: str, language: str | None = None) -> Match | None:
        """The place of the scene in free text, or None. ``language`` is not needed: names decide by themselves."""
        return next(iter(self.cities_named(text)), None)

    def cities_named(self, text: str) -> list[Match]:
        """Every place named, one a city, the likeliest scene first."""
        return [*self._named(clean(text))]

    def _look(self, text: str) -> tuple[Match, ...]:
        tokens = tokens_of(text)
        return tuple(self._ranking.ranked(text, tokens, self._scanner.look(tokens).hits))

    def answer(self, text: str) -> Match | None:
        """The place, when the whole text answers "which city?": names need no proof. None: offer ``close``."""
        found = self.find(text)
        text = clean(text)
        typed = core(tokens_of(text))
        if found is not None:
            return None if self._asking.is_another(typed, found.city) else found
        one = self._asking.one(typed)
        if one is None:
            return None
        city, sure = one
        return Match(city.region, city.id, None, Role.BARE, sure, text.strip(), 0, len(text))

    def close(self, text: str, n: int = 4) -> list[str]:
        """Ids of what the text may mean, best first, to ask back with: places of which it does not tell which one, what it
        names not quite, then those that are called or sound like the whole of it."""
        tokens = tokens_of(clean(text))
        seen = self._scanner.look(tokens)
        doubtful = (id for doubt in seen.doubts for id in doubt.may_be)
        guessed = (id for hit in seen.hits if not hit.exact for id in self._asking.twins(hit.form.id))
        return list(dict.fromkeys([*doubtful, *guessed, *self._asking.some(core(tokens), n)]))[:n]

    def outside(self, text: str, language: str = "ru", asked: bool = False) -> str | None:
        """The name of a foreign city or country in or from which the text places something; None if it names any of ours.

        ``asked``: the text answers "which city?", so a name alone counts too.
        """
        return self.outside_beside(self.cities_named(text), text, language, asked)

    def outside_beside(
        self, ours: Sequence[Match], text: str, language: str = "ru", asked: bool = False
    ) -> str | None:
        """The same, where it is known which of ours it names."""
        if any(match.exact and match.role < Role.FROM for match in ours):
            return None
        abroad = self._foreign.find(tokens_of(clean(text)), asked, inside=bool(ours))
        return abroad.names[language] if abroad else None

    # ---- on the map ----

    def nearest(self, latitude: float, longitude: float) -> tuple[City, float] | None:
        """The nearest city and its distance in km, a large one reaching as far as the file says.

        None outside the jurisdiction, in a foreign city, or far from all.
        """
        south, west, north, east = self.places.box
        inside = south <= latitude <= north and west <= longitude <= east
        if not inside or self._foreign.near(latitude, longitude):
            return None
        distances = [(km((latitude, longitude), city.at), city) for city in self.places.cities if city.at]
        distance, city = min(distances, key=lambda pair: pair[0] - pair[1].reach_km)
        return (city, distance) if distance <= self.places.reach_km else None

    def by_distance(self, region: str) -> tuple[tuple[str, float], ...]:
        """The other regions, the nearest first, each with the distance in km between the centres."""
        here = self._centre(region)
        others = ((other, km(here, self._centre(other))) for other in self.regions if other != region)
        return tuple(sorted(others, key=lambda pair: pair[1]))

    def neighbours(self, region: str) -> tuple[str, ...]:
        """The regions next to a region, then those whose centre is within ``NEIGHBOUR_KM``; the nearest first in both."""
        bordering = self.regions[region].neighbours
        near = [
            other
            for other, distance in self.by_distance(region)
            if distance <= NEIGHBOUR_KM or other in bordering
        ]
        return tuple(sorted(near, key=lambda other: other not in bordering))

    # ---- by id ----

    def name(self, id: str, language: str) -> str:
        """The name of a city, region or district for people to read; of a village with its district or region."""
        if id not in self.cities:
            return (self.districts.get(id) or self.regions[id]).names[language]
        city = self.cities[id]
        name = city.names[language]
        return name if city.town else f"{name}, {self.name(city.district or city.region, language)}"

    def region_of(self, id: str) -> str:
        """The region in which a city or district lies; a region's own id."""
        place = self.cities.get(id) or self.districts.get(id)
        return place.region if place else self.regions[id].id

    def knows(self, id: str) -> bool:
        """Whether there is such a place (today: the file of an earlier version may have had others)."""
        return id in self.cities or id in self.districts or id in self.regions

    def zone_of(self, *ids: str | None) -> str | None:
        """The IANA zone of the first id given (a region's is its centre's); None if all are None."""
        id = next((id for id in ids if id is not None), None)
        if id is None:
            return None
        return self.cities[id if id in self.cities else self.regions[self.region_of(id)].centre].zone

    def buttons(self) -> tuple[City, ...]:
        """The cities to offer as buttons, in order."""
        return tuple(city for city in self.places.cities if city.button)

    @cached_property
    def city_regions(self) -> frozenset[str]:
        """The regions that are one city."""
        towns = Counter(city.region for city in self.places.cities if city.town)
        return frozenset(region for region, count in towns.items() if count == 1)

    # ---- inside ----

    def _centre(self, region: str) -> tuple[float, float]:
        at = self.cities[self.regions[region].centre].at
        assert at is not None, f"the centre of {region} has no coordinates"
        return at


def _foreign_forms(abroad: Iterable[Abroad]) -> set[str]:
    """The best known foreign cities in all cases: в Казани is no typo of Казалы."""
    return {
        form for city in abroad if city.known for name in city.names.values() for form, _ in name_forms(name)
    }
