"""Places of detention as people shorten them, in three languages: a kind, the district or town whose it is, a number.

    Алмалинском РОВД · Almaly police · Алмалы ПБ          police of Алмалы district
    5-ші бөлімшеде · police station No. 5                 police no. 5
    в ИВС · уақытша ұстау изоляторында                    a temporary detention facility
    держат в Турксибском · in Medeu                       police of that district, if somebody is held there

What a kind is called is a table (core/words/<language>/stations.toml); how a name is put together is here and in
``station_parts``: district or town before the kind or behind it, words such as "районный" between, numbers, prepositions,
endings. Two that have the same normal form are the same station.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from core.folding import clean_text
from core.places.place_kinds import Places
from core.places.same_words import are_alike
from core.places.station_endings import StationRole, stems_of
from core.places.station_parts import KindNamed, PlaceForms, PlaceNamed, StationLine
from core.places.station_words import StationToken, StationWords, station_tokens

POLICE = "police"
# Of these a town has its own, or so it is meant: they need no name beside them.
ALONE = frozenset(
    {"department", "temporary", "remand", "reception", "distributor", "security", "transport", "post"}
)
SEVERAL = frozenset({"post"})  # of these it has more than its own: without a name two may be two
_ELSEWHERE = frozenset({StationRole.FROM, StationRole.NEAR})


class NamedStation(Struct, frozen=True):
    """One mention. ``place``: the id of a district or town; ``name``: other words that tell it from others, as they sound;
    ``bare``: no kind is said; ``adjective``: the district is said as one that a station has (в Медеуском); ``weak``: its
    kind is a word of other things too. ``core``: where its kind stands, or the district alone. ``start`` and ``end`` lie in
    the cleaned text; ``words`` is what stands there.
    """

    kind: str
    place: str | None = None
    number: int | None = None
    name: frozenset[str] = frozenset()
    role: StationRole = StationRole.BARE
    bare: bool = False
    adjective: bool = False
    weak: bool = False
    core: tuple[int, int] = (0, 0)
    start: int = 0
    end: int = 0
    words: str = ""

    @property
    def tells_which(self) -> bool:
        """Whether it is told which one it is."""
        return self.kind in ALONE or bool(self.place or self.number or self.name)

    def is_same(self, other: "NamedStation") -> bool:
        """Whether both may be one station of a town: what both tell agrees, and something of it is told by both."""
        if self.kind != other.kind or not (self.tells_which and other.tells_which):
            return False
        if self.name and other.name and not are_alike(self.name, other.name):
            return False
        told = ((self.place, other.place), (self.number, other.number))
        if any(mine and others and mine != others for mine, others in told):
            return False
        shared = any(mine and others for mine, others in (*told, (self.name, other.name)))
        return shared or self.kind in ALONE - SEVERAL


class StationNames:
    """Finds places of detention in words. Built once."""

    def __init__(self, places: Places, words: StationWords) -> None:
        self.words = words
        self._cities = {district.id: district.city for district in places.districts if district.city}
        self._shared = frozenset(district.id for district in places.districts if district.shared)
        self._towns = frozenset(city.id for city in places.cities if city.town)
        self._forms = PlaceForms(places)

    def find(self, text: str, near: Collection[str] = ()) -> tuple[NamedStation, ...]:
        """All mentions from left to right. ``near``: the towns that are known or named."""
        shown = clean_text(text)
        tokens = station_tokens(shown)
        line = StationLine(tokens, self.words, self._forms)
        found: list[NamedStation] = []
        for read in (self._with_kind, self._with_district_alone):
            at = 0
            while at < len(tokens):
                station, behind = read(line, at, near) or (None, at + 1)
                if station is not None and not any(_overlap(station, other) for other in found):
                    found.append(station)
                at = max(at + 1, behind)
        found.sort(key=lambda station: station.start)
        return tuple(replace(station, words=shown[station.start : station.end]) for station in found)

    def only(self, text: str, near: Collection[str] = (), *, bare: bool = True) -> NamedStation | None:
        """The one that words name which answer "where?"; None if they name none, several, or do not tell which. ``bare``:
        a district alone is its station, too.
        """
        told = [station for station in self.find(text, near) if station.tells_which]
        there = [station for station in told if station.role not in _ELSEWHERE and (bare or not station.bare)]
        first = next(iter(there), None)
        return first if first is not None and all(map(first.is_same, there[1:])) else None

    def is_town(self, token: StationToken) -> bool:
        """Whether it is the name of a town, in any case."""
        sounds = (token.sound, *(stem for stem, _ in stems_of(token)))
        return any(self._towns.intersection(self._forms.ids_of(sound)) for sound in sounds)

    def _with_kind(
        self, line: StationLine, at: int, near: Collection[str]
    ) -> tuple[NamedStation, int] | None:
        """A mention whose kind begins there; a weak one only with a district or number."""
        for weak in (False, True):
            kind = line.kind_at(at, weak=weak)
            if kind is not None and not self._is_other(line, at, kind):
                station = self._put_together(line, at, kind, near)
                if station is not None:
                    return station
        return None

    def _is_other(self, line: StationLine, at: int, kind: KindNamed) -> bool:
        """Whether words beside it make it no place of ours: a railway station, a department of sales."""
        return (kind.weak and line.begins_before("others", at) is not None) or (
            kind.kind not in ALONE and line.ends_at("others", kind.end) is not None
        )

    def _put_together(
        self, line: StationLine, at: int, kind: KindNamed, near: Collection[str]
    ) -> tuple[NamedStation, int] | None:
        place: PlaceNamed | None = None
        number: int | None = None
        first, of_town = at, kind.of_town
        while (
            first and not line.tokens[first].breaks
        ):  # to the left: "в [5-м] [Алмалинском] [районном] отделе"
            if (beside := line.beside_before(first)) is not None:
                of_town = of_town or line.ends_at("of_town", beside) is not None
                first = beside
            elif number is None and not kind.force and (counted := line.number_before(first)) is not None:
                number, first = counted
            elif place is None and (named := line.place_before(first)) is not None:
                place, first = named
            else:
                break
        behind, name, role = kind.end, frozenset[str](), kind.role
        while (
            behind < len(line.tokens) and not line.tokens[behind].ends
        ):  # to the right: "№ 5 Медеуского района"
            if number is None and not kind.force and (after := line.number_at(behind)) is not None:
                number, behind = after
            elif place is None and (within := line.place_behind(behind)) is not None:
                place, behind, role = within, within.end, role or within.role
            elif not name and (street := line.street_at(behind, self._towns)) is not None:
                name, behind = street
            else:
                break
        if not name and (on_street := line.street_before(first)) is not None:
            name, first = on_street
        id = self._which(place, near) if place is not None else None
        if place is None and of_town and len(set(near)) == 1:
            id = next(iter(near))
        if kind.weak and number is None and (id is None or place is None):
            return None
        is_police = kind.kind == "department" and (number is not None or id in self._cities)
        adjective = place is not None and place.adjective
        said, start = line.role_of(first, behind, role, adjective=adjective)
        return NamedStation(
            POLICE if is_police else kind.kind,
            id,
            number,
            name if id is None or number is None else frozenset(),
            said,
            adjective=adjective,
            weak=kind.weak,
            core=(line.tokens[at].start, line.tokens[kind.end - 1].end),
            start=line.tokens[start].start,
            end=line.tokens[behind - 1].end,
        ), behind

    def _with_district_alone(
        self, line: StationLine, at: int, near: Collection[str]
    ) -> tuple[NamedStation, int] | None:
        """A district of a city, and no kind beside it: "держат в Турксибском"."""
        place = line.place_at(at)
        if place is None:
            return None
        behind, role = line.ending_at(place.end, place.role)
        if line.ends_at("area", behind) is not None or line.begins_before("area", at) is not None:
            return None
        id = self._which(place, near)
        if id not in self._cities or (near and self._cities[id] not in near):
            return None
        said, start = line.role_of(at, behind, role, adjective=place.adjective)
        return NamedStation(
            POLICE,
            id,
            role=said,
            bare=True,
            adjective=place.adjective,
            core=(line.tokens[at].start, line.tokens[place.end - 1].end),
            start=line.tokens[start].start,
            end=line.tokens[behind - 1].end,
        ), behind

    def _which(self, place: PlaceNamed, near: Collection[str]) -> str | None:
        """Of several of one name the one of a town that is known; a town; else the only district of a city."""
        here = [id for id in place.ids if self._cities.get(id) in near and id in self._cities]
        towns = sorted((id for id in place.ids if id in self._towns), key=lambda id: id not in near)
        if here or towns:
            return [*here, *towns][0]
        free = [id for id in place.ids if id not in self._shared]
        of_cities = [id for id in free if id in self._cities]
        return _only(of_cities) or _only(free)


def _only(ids: Sequence[str]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _overlap(station: NamedStation, other: NamedStation) -> bool:
    return station.start < other.end and other.start < station.end
