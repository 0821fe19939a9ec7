"""What a whole answer to "in which city?" may mean: one city for sure, or a few to ask back with."""

from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.core.places.context import CITY_AFTER, CITY_BEFORE, PREPOSITIONS
from bot.core.places.kinds import City, District, Places, Proof, Region
from bot.core.places.names import sounds
from bot.core.places.tokens import Token
from bot.core.places.villages import VillageNames

_ALIKE = 60  # of a hundred


def core(tokens: list[Token]) -> str:
    """How the name sounds without the prepositions and city words around it."""
    idle = PREPOSITIONS.keys() | CITY_BEFORE | CITY_AFTER
    return " ".join(token.sound for token in tokens if token.sound not in idle)


class Asking:
    """Names without a sentence around them."""

    def __init__(self, places: Places, villages: VillageNames) -> None:
        self._places = places
        self._villages = villages

    def one(self, typed: str) -> tuple[City, bool] | None:
        """The city so called, or one letter away if no other is; and whether it is surely that one.

        A name that two places bear, or that is no sure city (Абай, Аксай), is None, and so is a village's: ask back.
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
            for key in {sounds(name), sounds(name).replace(" ", "")}
        ]

    @cached_property
    def _doubtful(self) -> set[str]:
        """Names that answer nothing by themselves."""
        named = (pair for city in self._places.cities for pair in city.spellings)
        return {sounds(name) for name, proof in named if proof >= Proof.ENDING}

    @cached_property
    def _called(self) -> list[tuple[str, str]]:
        """What anything may be called, for asking back."""
        places = self._places
        larger: tuple[District | Region, ...] = (*places.districts, *places.regions)
        return [
            *((sounds(name), city.id) for city in places.cities for name, _ in city.spellings),
            *((sounds(name), district.id) for district in places.districts for name in district.said),
            *((sounds(name), place.id) for place in larger for name in place.names.values()),
        ]
