"""Where? The places of a jurisdiction, found in what people write and by where they stand.

It is better to find nothing than something wrong: then the person is asked. See ``scan`` for what counts as a place, and
``ranking`` for which of several is the scene. A whole answer to "in which city?" may mean one city for sure, or a few to ask
back with.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from core.folding import clean_text
from core.places.context_words import CITY_AFTER, CITY_BEFORE, PREPOSITIONS
from core.places.districts import DistrictNames
from core.places.foreign_places import ForeignPlaces
from core.places.form_index import TownAdjectives, build_index
from core.places.misspellings import MisspelledNames
from core.places.place_kinds import (
    City,
    District,
    ForeignPlace,
    PlaceMatch,
    PlaceRole,
    Places,
    Proof,
    Region,
    distance_km,
)
from core.places.place_names import SoundedWord, name_forms, sounded_words, sounds_of
from core.places.ranking import Ranking
from core.places.scanner import Scanner
from core.places.station_names import StationNames
from core.places.station_words import StationWords
from core.places.villages import VillageNames

_ALIKE = 60  # of a hundred


def core_sound(tokens: list[SoundedWord]) -> str:
    """How the name sounds without the prepositions and city words around it."""
    idle = PREPOSITIONS.keys() | CITY_BEFORE | CITY_AFTER
    return " ".join(token.sound for token in tokens if token.sound not in idle)


class CityAnswers:
    """Names without a sentence around them."""

    def __init__(self, places: Places, villages: VillageNames) -> None:
        self._places = places
        self._villages = villages

    def find_city(self, typed: str) -> tuple[City, bool] | None:
        """The city with this name, or one letter away if only one is; and whether it is surely that one.

        None for a name that two places have, that is not surely a city (Абай, Аксай), or that is a village's: ask back.
        """
        if not typed or typed in self._doubtful:
            return None
        exactly = {city.id: city for name, city in self._answers if name == typed}
        if exactly:
            (city, *others) = exactly.values()
            return None if others else (city, typed not in city.elsewhere)
        if len(typed) < 4 or self._villages.called(typed):
            return None
        near = {
            city.id: city for name, city in self._answers if OSA.distance(typed, name, score_cutoff=1) <= 1
        }
        return (next(iter(near.values())), False) if len(near) == 1 else None

    def is_another(self, typed: str, city: str | None) -> bool:
        """Whether a village is so called, and the city only so declined: Куланды is no Кулан."""
        called = {village.id for village in self._villages.called(typed)}
        return city is not None and bool(called) and city not in called

    def twins(self, id: str) -> list[str]:
        """A city and those that have one of its names too."""
        city = next((city for city in self._places.cities if city.id == id), None)
        alike = [] if city is None else [v.id for name in city.elsewhere for v in self._villages.called(name)]
        return [id, *alike]

    def some(self, typed: str, n: int) -> list[str]:
        """Ids of what the name may mean, best first: those so called, then those that sound like it."""
        if not typed:
            return []
        names = [name for name, _ in self._called]
        alike = process.extract(typed, names, scorer=fuzz.ratio, limit=4 * n, score_cutoff=_ALIKE)
        exactly = [self._called[index][1] for _, score, index in alike if score == 100]
        villages = [city.id for city in self._villages.called(typed)]
        return list(dict.fromkeys([*exactly, *villages, *(self._called[index][1] for _, _, index in alike)]))[
            :n
        ]

    @cached_property
    def _answers(self) -> list[tuple[str, City]]:
        """What a city may be called in an answer: as it sounds, in one word or several."""
        return [
            (key, city)
            for city in self._places.cities
            for name, proof in city.spellings
            if proof < Proof.ENDING
            for key in {sounds_of(name), sounds_of(name).replace(" ", "")}
        ]

    @cached_property
    def _doubtful(self) -> set[str]:
        """Names that answer nothing by themselves."""
        named = (pair for city in self._places.cities for pair in city.spellings)
        return {sounds_of(name) for name, proof in named if proof >= Proof.ENDING}

    @cached_property
    def _called(self) -> list[tuple[str, str]]:
        """What anything may be called, for asking back."""
        places = self._places
        larger: tuple[District | Region, ...] = (*places.districts, *places.regions)
        return [
            *((sounds_of(name), city.id) for city in places.cities for name, _ in city.spellings),
            *((sounds_of(name), district.id) for district in places.districts for name in district.said),
            *((sounds_of(name), place.id) for place in larger for name in place.names.values()),
        ]


__all__ = ["City", "District", "ForeignPlace", "Gazetteer", "PlaceMatch", "PlaceRole", "Region"]

AT_ONCE = 4  # texts: of one message several ask, one after the other
NEIGHBOUR_KM = 500  # between the centres of two regions; a night's drive


class Gazetteer:
    """Pure and immutable: built once from data, then only asked. Unknown ids raise KeyError."""

    def __init__(self, places: Places, station_words: StationWords) -> None:
        self.places = places
        self.stations = StationNames(places, station_words)
        self.cities = {city.id: city for city in chain(places.cities, places.villages)}
        self.regions = {region.id: region for region in places.regions}
        self.districts = {district.id: district for district in places.districts}
        neither = {sounds_of(word) for word in places.not_places}
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
            MisspelledNames(places.cities, index, villages, neither | foreign, places.ordinary, foreign),
        )
        self._foreign = ForeignPlaces(places.abroad)
        self._ranking = Ranking(self.cities, self.districts, self._foreign.is_named_in)
        self._asking = CityAnswers(places, villages)
        self._named = lru_cache(AT_ONCE)(self._look)

    # ---- in words ----

    def find(self, text: str, language: str | None = None) -> PlaceMatch | None:
        """The place of the scene in free text, or None. ``language`` is not needed: names decide by themselves."""
        return next(iter(self.cities_named(text)), None)

    def cities_named(self, text: str) -> list[PlaceMatch]:
        """Every place named, one a city, the likeliest scene first."""
        return [*self._named(clean_text(text))]

    def _look(self, text: str) -> tuple[PlaceMatch, ...]:
        tokens = sounded_words(text)
        return tuple(self._ranking.ranked(text, tokens, self._scanner.look(tokens).hits))

    def answer(self, text: str) -> PlaceMatch | None:
        """The place, when the whole text answers "which city?": names need no proof. None: offer ``close``."""
        found = self.find(text)
        text = clean_text(text)
        typed = core_sound(sounded_words(text))
        if found is not None:
            return None if self._asking.is_another(typed, found.city) else found
        found_city = self._asking.find_city(typed)
        if found_city is None:
            return None
        city, sure = found_city
        return PlaceMatch(city.region, city.id, None, PlaceRole.BARE, sure, text.strip(), 0, len(text))

    def close(self, text: str, n: int = 4) -> list[str]:
        """Ids of what the text may mean, best first, to ask back with: places of which it does not tell which one, what it
        names not quite, then those that are called or sound like the whole of it."""
        tokens = sounded_words(clean_text(text))
        seen = self._scanner.look(tokens)
        doubtful = (id for doubt in seen.doubts for id in doubt.may_be)
        guessed = (id for hit in seen.hits if not hit.exact for id in self._asking.twins(hit.form.id))
        return list(dict.fromkeys([*doubtful, *guessed, *self._asking.some(core_sound(tokens), n)]))[:n]

    def outside(self, text: str, language: str = "ru", asked: bool = False) -> str | None:
        """The name of a foreign city or country in or from which the text places something; None if it names any of ours.

        ``asked``: the text answers "which city?", so a name alone counts too.
        """
        return self.outside_beside(self.cities_named(text), text, language, asked)

    def outside_beside(
        self, ours: Sequence[PlaceMatch], text: str, language: str = "ru", asked: bool = False
    ) -> str | None:
        """The same, where it is known which of ours it names."""
        if any(match.exact and match.role < PlaceRole.FROM for match in ours):
            return None
        abroad = self._foreign.find(sounded_words(clean_text(text)), asked, inside=bool(ours))
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
        distances = [
            (distance_km((latitude, longitude), city.at), city) for city in self.places.cities if city.at
        ]
        distance, city = min(distances, key=lambda pair: pair[0] - pair[1].reach_km)
        return (city, distance) if distance <= self.places.reach_km else None

    def by_distance(self, region: str) -> tuple[tuple[str, float], ...]:
        """The other regions, the nearest first, each with the distance in km between the centres."""
        here = self._centre(region)
        others = (
            (other, distance_km(here, self._centre(other))) for other in self.regions if other != region
        )
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
        """The IANA zone of the first id given (for a region, that of its centre); None without an id."""
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


def _foreign_forms(abroad: Iterable[ForeignPlace]) -> set[str]:
    """The best known foreign cities in all cases: в Казани is no typo of Казалы."""
    return {
        form for city in abroad if city.known for name in city.names.values() for form, _ in name_forms(name)
    }
