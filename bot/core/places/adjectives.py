"""Towns said as adjectives, beside an office: Темиртауский отдел полиции. Endings are taken off, not made beforehand."""

from collections.abc import Iterable

from bot.core.places.index import Form
from bot.core.places.kinds import City, Kind, Proof
from bot.core.places.names import ADJECTIVE_ENDINGS, Case, sounds

_NO_CASE: frozenset[Case] = frozenset()
_ENDINGS = tuple(sorted(ADJECTIVE_ENDINGS, key=len, reverse=True))


class TownAdjectives:
    """The towns by the stems of their adjectives."""

    def __init__(self, cities: Iterable[City]) -> None:
        found: dict[str, dict[str, Form]] = {}
        for city in cities:
            form = Form(Kind.CITY, city.id, city.region, _NO_CASE, Proof.ADJECTIVE, city.town)
            for name in city.adjectives:
                found.setdefault(sounds(name)[:-2], {})[city.id] = form
        self._stems = {stem: tuple(forms.values()) for stem, forms in found.items()}

    def forms(self, sounded: str) -> tuple[Form, ...]:
        """What the word may be the adjective of."""
        for ending in _ENDINGS:
            if sounded.endswith(ending):
                return self._stems.get(sounded[: -len(ending)], ())
        return ()
