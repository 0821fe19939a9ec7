"""Where? The places of a jurisdiction, found in what people write and by where they stand.

When a text names several places, the likeliest scene comes first: *in* a city, then a city merely named, then *from*,
then *to*; among equals an exact name before a guessed one, a city before a region, the first before the later. A region
gives way to a city inside it. Nothing is found rather than something wrong: the person is then asked.
"""

from collections.abc import Iterable
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.core.folding import clean
from bot.core.places.abroad import Foreign
from bot.core.places.context import CITY_AFTER, CITY_BEFORE, PREPOSITIONS
from bot.core.places.index import build_index
from bot.core.places.kinds import Abroad, City, District, Kind, Match, Places, Proof, Region, Role
from bot.core.places.names import name_forms, sounds
from bot.core.places.scan import Hit, Scanner
from bot.core.places.scene import Token, tokens_of

__all__ = ["Abroad", "City", "District", "Gazetteer", "Match", "Region", "Role"]


class Gazetteer:
    """Pure and immutable: built once from data, then only asked. Unknown ids raise KeyError."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.cities = {city.id: city for city in places.cities}
        self.regions = {region.id: region for region in places.regions}
        self.districts = {district.id: district for district in places.districts}
        neither = {sounds(word) for word in places.not_places}
        self._scanner = Scanner(build_index(places, neither), neither | _foreign_forms(places.abroad))
        self._short = {
            (district.city, sounds(name)): district.id
            for district in places.districts
            if not district.shared
            for name in district.short
        }

    # ---- in words ----

    def find(self, text: str, language: str | None = None) -> Match | None:
        """The place of the scene in free text, or None. ``language`` is not needed: names decide by themselves."""
        return next(iter(self.cities_named(text)), None)

    def cities_named(self, text: str) -> list[Match]:
        """Every place named, one a city, the likeliest scene first."""
        text = clean(text)
        tokens = tokens_of(text)
        return self._ranked(text, tokens, self._scanner.hits(tokens))

    def answer(self, text: str) -> Match | None:
        """The place, when the whole text answers "which city?": names need no proof and may be typed less well.

        A name that two places bear, or that is no sure city (Абай, Аксай), is None: offer ``close``.
        """
        found = self.find(text)
        if found is not None:
            return found
        text = clean(text)
        typed = " ".join(t.sound for t in _core(tokens_of(text)))
        if not typed:
            return None
        best = None if typed in self._doubtful else self._closest_city(typed)
        if best is None:
            return None
        city, exact = best
        return Match(city.region, city.id, None, Role.BARE, exact, text.strip(), 0, len(text))

    def close(self, text: str, n: int = 4) -> list[str]:
        """Ids of the cities, regions and districts that the text may mean, best first, to ask back with."""
        typed = " ".join(t.sound for t in _core(tokens_of(clean(text))))
        names = [name for name, _ in self._called]
        found = (
            process.extract(typed, names, scorer=fuzz.ratio, limit=4 * n, score_cutoff=60) if typed else []
        )
        ids = dict.fromkeys(self._called[index][1] for _, _, index in found)
        return list(ids)[:n]

    def outside(self, text: str, language: str = "ru", asked: bool = False) -> str | None:
        """The name of a foreign city in which, or from which, the text places something; None if any place of ours is named.

        ``asked``: the text answers "which city?", so a name alone counts too.
        """
        if self.find(text) is not None:
            return None
        abroad = self._foreign.find(tokens_of(clean(text)), asked)
        return abroad.names[language] if abroad else None

    # ---- on the map ----

    def nearest(self, latitude: float, longitude: float) -> tuple[City, float] | None:
        """The nearest city and its distance in km; None outside the jurisdiction, in a foreign city, or far from all."""
        south, west, north, east = self.places.box
        if not (south <= latitude <= north and west <= longitude <= east):
            return None
        if any(
            _km(latitude, longitude, a.latitude, a.longitude) <= a.reach_km
            for a in self._foreign.near(latitude)
        ):
            return None
        city = min(self.places.cities, key=lambda c: _km(latitude, longitude, c.latitude, c.longitude))
        distance = _km(latitude, longitude, city.latitude, city.longitude)
        return (city, distance) if distance <= self.places.reach_km else None

    # ---- by id ----

    def name(self, id: str, language: str) -> str:
        """The name of a city, region or district for people to read."""
        place = self.cities.get(id) or self.districts.get(id) or self.regions[id]
        return place.names[language]

    def region_of(self, id: str) -> str:
        """The region in which a city or district lies; a region's own id."""
        if id in self.districts:
            id = self.districts[id].city
        return self.cities[id].region if id in self.cities else self.regions[id].id

    def knows(self, id: str) -> bool:
        """Whether there is such a place (today: the file of an earlier version may have had others)."""
        return id in self.cities or id in self.districts or id in self.regions

    def neighbours(self, region: str) -> tuple[str, ...]:
        """The regions next to a region."""
        return self.regions[region].neighbours

    def zone_of(self, *ids: str | None) -> str | None:
        """The IANA zone of the first id given (a region's is its centre's); None if all are None."""
        id = next((id for id in ids if id is not None), None)
        if id is None:
            return None
        if id in self.districts:
            id = self.districts[id].city
        return self.cities[id if id in self.cities else self.regions[id].centre].zone

    def buttons(self) -> tuple[City, ...]:
        """The cities to offer as buttons, in order."""
        return tuple(city for city in self.places.cities if city.button)

    # ---- inside ----

    def _ranked(self, text: str, tokens: list[Token], hits: Iterable[Hit]) -> list[Match]:
        by_place: dict[str, Match] = {}
        for hit in sorted(hits, key=lambda h: (h.role, not h.exact, h.form.kind is Kind.REGION, h.first)):
            match = self._match(text, tokens, hit)
            known = by_place.get(match.city or match.region)
            if known is None:
                by_place[match.city or match.region] = match
            elif known.district is None and match.district is not None:
                by_place[match.city or match.region] = _with_district(known, match.district)
        matches = list(by_place.values())
        within = {m.region for m in matches if m.city and m.role < Role.FROM}
        return [m for m in matches if m.city or m.region not in within]

    def _match(self, text: str, tokens: list[Token], hit: Hit) -> Match:
        form = hit.form
        city = form.id if form.kind is Kind.CITY else None
        district = form.id if form.kind is Kind.DISTRICT else None
        if district:
            city = self.districts[district].city
        elif city:
            district = self._short_name_beside(city, tokens, hit)
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        return Match(form.region, city, district, hit.role, hit.exact, text[start:end], start, end)

    def _short_name_beside(self, city: str, tokens: list[Token], hit: Hit) -> str | None:
        """Алматы, Медеу: a district's short name next to its city."""
        after, before = tokens[hit.last : hit.last + 2], tokens[max(0, hit.first - 2) : hit.first]
        for words in (after[:1], after, before[-1:], before):
            district = self._short.get((city, " ".join(t.sound for t in words)))
            if district is not None:
                return district
        return None

    def _closest_city(self, typed: str) -> tuple[City, bool] | None:
        """The one city whose name is nearest to what was typed, if it is near enough and no other is as near."""
        allowed = 0 if len(typed) < 4 else 1 if len(typed) < 7 else 2 if len(typed) < 11 else 3
        distances: dict[str, int] = {}
        for name, id in self._answers:
            distance = OSA.distance(typed, name, score_cutoff=allowed)
            if distance <= allowed:
                distances[id] = min(distance, distances.get(id, distance))
        best = sorted(distances.items(), key=lambda pair: pair[1])
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return self.cities[best[0][0]], best[0][1] == 0

    @cached_property
    def _answers(self) -> list[tuple[str, str]]:
        """What a city may be called in an answer: as it sounds, in one word or several."""
        return [
            (key, city.id)
            for city in self.places.cities
            for name, proof in city.spellings
            if proof < Proof.CITY
            for key in {sounds(name), sounds(name).replace(" ", "")}
        ]

    @cached_property
    def _doubtful(self) -> set[str]:
        """Names that answer nothing by themselves."""
        named = (pair for city in self.places.cities for pair in city.spellings)
        return {sounds(name) for name, proof in named if proof is Proof.CITY}

    @cached_property
    def _called(self) -> list[tuple[str, str]]:
        """What anything may be called, for asking back."""
        larger: tuple[District | Region, ...] = (*self.places.districts, *self.places.regions)
        return [
            *((sounds(name), city.id) for city in self.places.cities for name, _ in city.spellings),
            *((sounds(name), district.id) for district in self.places.districts for name in district.short),
            *((sounds(name), place.id) for place in larger for name in place.names.values()),
        ]

    @cached_property
    def _foreign(self) -> Foreign:
        return Foreign(self.places.abroad)


def _foreign_forms(abroad: Iterable[Abroad]) -> set[str]:
    """The best known foreign cities in all cases: в Казани is no typo of Казалы."""
    return {
        form for city in abroad if city.known for name in city.names.values() for form, _ in name_forms(name)
    }


def _core(tokens: list[Token]) -> list[Token]:
    """Without the prepositions and city words around a name."""
    idle = PREPOSITIONS.keys() | CITY_BEFORE | CITY_AFTER
    return [token for token in tokens if token.sound not in idle]


def _with_district(match: Match, district: str) -> Match:
    return Match(
        match.region, match.city, district, match.role, match.exact, match.words, match.start, match.end
    )


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great circle distance."""
    a, b = radians(lat), radians(other_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))
