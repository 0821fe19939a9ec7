"""Which of the places that a text names is the scene.

*In* a city comes before a city merely named, then *from*, then *to*; among equals an exact name before a guessed one, a
city or district before a region, the first before the later. A region gives way to a city or district inside it, a
district to a city inside it; a city to the district of another region: "Алматы, Талгарский район".
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from bot.core.places.context import NEXT_TO, NEXT_TO_IT
from bot.core.places.homes import set_apart
from bot.core.places.kinds import City, District, Kind, Match, Role
from bot.core.places.light import Hit
from bot.core.places.names import sounds
from bot.core.places.tokens import Token


class Ranking:
    """Makes matches of what was found in a text."""

    def __init__(
        self,
        cities: Mapping[str, City],
        districts: Mapping[str, District],
        is_abroad: Callable[[list[Token]], bool],
    ) -> None:
        self._cities = cities
        self._is_abroad = is_abroad
        self._districts = districts
        self._short = {
            (district.city, sounds(name)): district.id
            for district in districts.values()
            if district.city is not None and not district.shared
            for name in district.said
        }

    def ranked(self, text: str, tokens: list[Token], hits: Iterable[Hit]) -> list[Match]:
        """One match a place, the likeliest scene first."""
        placed = list(_next_to_larger(tokens, sorted(hits, key=lambda hit: hit.first)))
        hits = set_apart(tokens, placed, self._is_abroad)
        regions = {hit.form.region for hit in hits if hit.form.kind is Kind.CITY}
        by_place: dict[str, Match] = {}
        for hit in sorted(hits, key=lambda h: (h.role, not h.exact, _breadth(h, regions), h.first)):
            match = self._match(text, tokens, hit)
            place = match.city or match.district or match.region
            known = by_place.setdefault(place, match)
            if known.district is None and match.district is not None:
                by_place[place] = replace(known, district=match.district)
        return list(self._without_the_larger(list(by_place.values())))

    def _without_the_larger(self, matches: list[Match]) -> Iterable[Match]:
        regions = {
            match.region for match in matches if match.role < Role.FROM and (match.city or match.district)
        }
        districts = {
            self._cities[match.city].district for match in matches if match.city and match.role <= Role.FROM
        }
        for match in matches:
            larger = match.district in districts if match.district else match.region in regions
            if match.city or not larger:
                yield match

    def _match(self, text: str, tokens: list[Token], hit: Hit) -> Match:
        form = hit.form
        city = form.id if form.kind is Kind.CITY else None
        district = form.id if form.kind is Kind.DISTRICT else None
        if district:
            city = self._districts[district].city
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


def _next_to_larger(tokens: list[Token], hits: list[Hit]) -> Iterable[Hit]:
    """затобольск под костанаем, Қостанай маңындағы Тобыл: the larger place only says where the smaller one is."""
    roles = [hit.role for hit in hits]
    for at, (one, other) in enumerate(pairwise(hits)):
        if one.form.kind is not Kind.CITY or other.form.kind is not Kind.CITY:
            continue
        between = " ".join(token.sound for token in tokens[one.last : other.first])
        if between in NEXT_TO:
            roles[at + 1] = max(roles[at], roles[at + 1], Role.BARE)
        elif between in NEXT_TO_IT:
            roles[at] = max(roles[at], roles[at + 1], Role.FROM)
    return [replace(hit, role=role) for hit, role in zip(hits, roles, strict=True)]


def _breadth(hit: Hit, regions: set[str]) -> int:
    if hit.form.kind is Kind.REGION:
        return 2
    return 0 if hit.form.kind is Kind.DISTRICT and hit.form.region not in regions else 1
