"""Foreign cities and countries, so that "a place outside" gets a clear answer. Their names are not declined beforehand:
endings are taken off what was typed instead, since there are thousands of them and one question a day."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from core.places.context_words import PROVING, TOWN_AFTER, TOWN_BEFORE, VILLAGE_AFTER, VILLAGE_BEFORE
from core.places.place_kinds import ForeignPlace, distance_km
from core.places.place_names import PLACED, SoundedWord, base_forms, sounds_of
from core.places.ranking import is_where_writer_is
from core.places.sentence import OUT_OF, writes_from

_LONGEST = 3
_TO = ("у", "ю")  # в Москву, в Россию: not there yet
_FROM = tuple(ending for ending in PLACED if ending.endswith("н"))
_INTO = frozenset({"в", "во"})


class ForeignPlaces:
    """The foreign cities and countries by name, the cities by latitude."""

    def __init__(self, abroad: Iterable[ForeignPlace]) -> None:
        self._abroad = tuple(abroad)

    @cached_property
    def _named(self) -> dict[str, ForeignPlace]:
        named: dict[str, ForeignPlace] = {}
        for place in self._abroad:
            for name in place.spellings:
                named.setdefault(sounds_of(name), place)
        return named

    def find(self, tokens: list[SoundedWord], asked: bool, inside: bool = False) -> ForeignPlace | None:
        """The first place abroad that stands where a place must stand; the whole text counts too if it was ``asked``.

        ``inside``: only what stands *in* it counts, not *from* it, since a place of ours is named too.
        """
        for at in range(len(tokens)):
            for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
                typed = " ".join(token.sound for token in tokens[at : at + count])
                for name, placed in base_forms(typed):
                    place = self._named.get(name)
                    if place is None or (name != typed and _is_destination(tokens, at, typed)):
                        continue
                    if writes_from(tokens, at - 1) or (inside and _is_from(tokens, at, typed)):
                        continue
                    if not asked and is_where_writer_is(tokens, at):
                        continue
                    if placed or _stands_for_a_place(tokens, at, at + count, asked):
                        return place
        return None

    def is_named_in(self, tokens: list[SoundedWord]) -> bool:
        """Whether something happens in one of them by these words."""
        return self.find(tokens, asked=False, inside=True) is not None

    def near(self, latitude: float, longitude: float) -> bool:
        """Whether a foreign city is so near that the point is in it."""
        around = (place for place in self._about_as_far_north(latitude))
        return any(distance_km((latitude, longitude), at) <= reach for at, reach in around)

    def _about_as_far_north(self, latitude: float) -> Iterator[tuple[tuple[float, float], float]]:
        for place in self._abroad:
            if place.at is not None and abs(place.at[0] - latitude) < 0.25:
                yield place.at, place.reach_km


def _is_from(tokens: list[SoundedWord], first: int, typed: str) -> bool:
    """из Москвы, from Moscow, Мәскеуден"""
    return typed.endswith(_FROM) or (first > 0 and tokens[first - 1].sound in OUT_OF)


def _is_destination(tokens: list[SoundedWord], first: int, typed: str) -> bool:
    return first > 0 and tokens[first - 1].sound in _INTO and typed.endswith(_TO)


def _stands_for_a_place(tokens: list[SoundedWord], first: int, last: int, asked: bool) -> bool:
    before = tokens[first - 1].sound if first else ""
    after = tokens[last].sound if last < len(tokens) else ""
    return (
        before in PROVING
        or before in TOWN_BEFORE | VILLAGE_BEFORE
        or after in TOWN_AFTER | VILLAGE_AFTER
        or (after in PLACED and tokens[last].gap == "-")  # АҚШ-та
        or (asked and last - first == len(tokens))
    )
