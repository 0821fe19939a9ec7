"""Foreign cities, so that "a place outside" gets a clear answer. Their names are not declined beforehand: endings
are taken off what was typed instead, since there are thousands of them and one question a day."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from bot.core.places.context import CITY_AFTER, CITY_BEFORE, PROVING
from bot.core.places.kinds import Abroad
from bot.core.places.names import sounds
from bot.core.places.scene import Token

# A Russian ending, and what the name may have had in its place.
_RUSSIAN = {
    "е": ("", "а", "й"),
    "и": ("", "а", "я"),
    "у": ("", "а"),
    "а": ("",),
    "я": ("й", ""),
    "ом": ("",),
    "ем": ("й", ""),
    "ой": ("а",),
}
_PLACED = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен")
_KAZAKH = (*_PLACED, "га", "ге", "ка", "ке", "нин", "дин", "тин")
_LONGEST = 3


class Foreign:
    """The foreign cities by name and by latitude."""

    def __init__(self, abroad: Iterable[Abroad]) -> None:
        self._abroad = tuple(abroad)

    @cached_property
    def _named(self) -> dict[str, Abroad]:
        named: dict[str, Abroad] = {}
        for city in self._abroad:
            for name in city.spellings:
                named.setdefault(sounds(name), city)
        return named

    def find(self, tokens: list[Token], asked: bool) -> Abroad | None:
        """The first foreign city that stands where a place must stand; the whole text counts too if it was ``asked``."""
        for at in range(len(tokens)):
            for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
                typed = " ".join(token.sound for token in tokens[at : at + count])
                for name, placed in _names(typed):
                    city = self._named.get(name)
                    if city and (placed or _stands_for_a_place(tokens, at, at + count, asked)):
                        return city
        return None

    def near(self, latitude: float) -> Iterator[Abroad]:
        """Those about as far north: within a quarter of a degree."""
        return (city for city in self._abroad if abs(city.latitude - latitude) < 0.25)


def _stands_for_a_place(tokens: list[Token], first: int, last: int, asked: bool) -> bool:
    before = tokens[first - 1].sound if first else ""
    after = tokens[last].sound if last < len(tokens) else ""
    return (
        before in PROVING
        or before in CITY_BEFORE
        or after in CITY_AFTER
        or (asked and last - first == len(tokens))
    )


def _names(typed: str) -> Iterator[tuple[str, bool]]:
    """The names that the word may be a case of, and whether its ending alone says "there" or "from there"."""
    yield typed, False
    for ending in _KAZAKH:
        if typed.endswith(ending) and len(typed) - len(ending) >= 4:
            stem, placed = typed[: -len(ending)], ending in _PLACED and len(typed) - len(ending) >= 5
            yield stem, placed
            if ending[0] == "т":  # Ташкентте: a doubled letter sounds once
                yield stem + "т", placed
    for ending, others in _RUSSIAN.items():
        if typed.endswith(ending) and len(typed) - len(ending) >= 2:
            for other in others:
                yield typed[: -len(ending)] + other, False
