"""Whether two people speak of one station or one address: by their pins, or by the words that tell it from others there.

    "РОВД Ауэзовского района", "Ауэзовское РУВД"     one station
    "Abay street 10", "ул. Абая, 10"                 one address
    "at the police station", "in the street"         tells nothing: the same as no other

What is taken for one is shown as one line of a list, no more.
"""

import re
from collections.abc import Collection

from msgspec import Struct

from core.places.context_words import (
    DISTRICT_OFFICE,
    OFFICE_AFTER,
    OFFICE_BEFORE,
    OFFICE_LETTERS,
    TOWN_OFFICE,
    sound_set,
)
from core.places.place_kinds import Point, distance_km
from core.places.place_names import sound_of
from core.places.same_words import are_alike, is_among
from core.places.station_names import NamedStation

NEAR = 0.15  # km between pins
_WORD = re.compile(r"[^\W_]+")
_COMMON = (
    OFFICE_AFTER
    | OFFICE_BEFORE
    | OFFICE_LETTERS
    | TOWN_OFFICE
    | DISTRICT_OFFICE
    | sound_set(
        "улица улице улицы улицу проспект проспекте проспекта просп дом угол углу возле около рядом здание здании "
        "район района районе город городе города кошеси кошесинде кошесинин дангылы дангылында уйи жанында ауданы "
        "ауданынын ауданында каласы каласында болими болиминде болимше басындагы street avenue house corner near "
        "station district department office city the and его она они сейчас казир now held"
    )
)


class Spot(Struct, frozen=True):
    """A place inside a town. ``words``: those that tell it from others there, as they sound; ``point``: a pin;
    ``station``: the place of detention that is named."""

    town: str
    words: frozenset[str]
    point: Point | None = None
    station: NamedStation | None = None

    def is_same(self, other: "Spot") -> bool:
        """Whether it is one station or one address."""
        if self.town != other.town:
            return False
        if self.point is not None and other.point is not None:
            return distance_km(self.point, other.point) <= NEAR
        if self.station is not None and other.station is not None:
            return self.station.is_same(other.station)
        return bool(self.words) and are_alike(self.words, other.words)


def make_spot(
    town: str,
    said: str,
    besides: Collection[str] = (),
    point: Point | None = None,
    station: NamedStation | None = None,
) -> Spot:
    """The place of these words. ``besides``: names that tell nothing here, such as the town's."""
    names = {sound_of(word) for name in besides for word in _WORD.findall(name)}
    told = (sound_of(word) for word in _WORD.findall(said))
    return Spot(
        town,
        frozenset(word for word in told if tells_apart(word) and not is_among(word, names)),
        point,
        station,
    )


def tells_apart(word: str) -> bool:
    """Whether a word of a place, as it sounds, tells it from others: no word for a street or an office."""
    return any(map(str.isdigit, word)) or (len(word) > 2 and word not in _COMMON)
