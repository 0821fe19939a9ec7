"""Places as values: regions, cities, districts, foreign cities, a place found in somebody's words, and how far two points
are from each other.

Ids are short ascii slugs, unique among all kinds: ``almaty`` (city), ``almaty-city`` (region), ``almaty-medeu``
(district). A village has its code. Degrees are WGS 84.
"""

from collections.abc import Mapping
from enum import Enum, IntEnum, auto
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

Point = tuple[float, float]  # latitude, longitude; degrees, WGS 84


def distance_km(point: Point, other: Point) -> float:
    """The distance along a great circle."""
    a, b = radians(point[0]), radians(other[0])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - point[1]) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


Names = Mapping[str, str]  # language → name


class Proof(IntEnum):
    """What a name is beside a place, the surest place first: ``proofs`` says what must stand beside it then."""

    NONE = 0
    OTHER = 1  # a river, a mountain, a district of another city
    WORD = 2  # семей, "of families"
    VERB = 3  # орал, "he yelled"
    PERSON = 4  # a given name
    SURNAME = 5
    PREPOSITION = 6  # with a Kazakh ending a word of its own: есікте, "at the door"
    FORMER = 7  # no longer a place's first meaning: Шевченко
    ENDING = 8  # a surname in Kazakh, a town with the ending of one: Лисаковта
    NAMESAKE = 9  # a case of the name that is a given name too: Арыстан, "from Arys"
    ADJECTIVE = 10  # Темиртауский: with an office
    LANDMARK = 11  # на Медео, с Байтерека
    CITY = 12  # the word "city" or the region only


class PlaceRole(IntEnum):
    """What a place is to the sentence, the likeliest scene first."""

    IN = 0  # в Астане, Астанада, near Astana
    BARE = 1  # named, nothing more
    FROM = 2  # из Караганды, Қарағандыдан
    BROUGHT = 3  # увезли в Астану, taken to Astana
    TO = 4  # едем в Астану, Астанаға бара жатыр: nobody is there yet
    WRITER = 5  # пишу из Астаны: nothing need have happened there


class PlaceLevel(Enum):
    """The three sizes of a place."""

    REGION = auto()
    CITY = auto()
    DISTRICT = auto()


class Region(Struct, frozen=True):
    """A region, or a city of that rank. The other fields are how people say it: see ``place_index``."""

    id: str
    names: Names
    centre: str  # a city's id
    neighbours: tuple[str, ...]
    adjectives: tuple[str, ...] = ()  # before or after "область": Карагандинская
    before: tuple[str, ...] = ()  # before "облысы", "region": Қарағанды
    after: tuple[str, ...] = ()  # after "область": Абай
    bare: tuple[str, ...] = ()  # without such a word: ВКО


class City(Struct, frozen=True):
    """A city, town or village. ``zone`` is an IANA name; ``spellings`` are all its names, each with the proof it needs.

    ``at``: None if no source says where it lies. A location within ``reach_km`` is in it.
    ``elsewhere`` are those of its names, as they sound, that a settlement of another region has too; a town or a
    ``large`` village is meant all the same where these are few.
    """

    id: str
    region: str
    names: Names
    zone: str
    at: tuple[float, float] | None
    spellings: tuple[tuple[str, Proof], ...]
    button: bool = False
    town: bool = True
    district: str | None = None  # of the region, where it is known
    reach_km: float = 0
    elsewhere: frozenset[str] = frozenset()
    adjectives: tuple[str, ...] = ()  # Темиртауский
    large: bool = False


class District(Struct, frozen=True):
    """A district of a city, or of a region (then it has no ``city``; ``centre`` is a city's id).

    ``said`` are its names without the word district. ``shared``: it counts only beside its city, or its region.
    """

    id: str
    region: str
    names: Names
    adjectives: tuple[str, ...]  # Алмалинский
    said: tuple[str, ...]  # Алмалы
    city: str | None = None
    centre: str | None = None
    shared: bool = False


class ForeignPlace(Struct, frozen=True):
    """A city outside the jurisdiction, or a country as a whole. A point within ``reach_km`` of a city is there."""

    names: Names
    spellings: tuple[str, ...]
    country: str  # ISO 3166, two letters
    at: tuple[float, float] | None = None
    reach_km: float = 0
    known: bool = False  # in the jurisdiction's own file: no typo of a city of ours either


class Places(Struct, frozen=True):
    """Everything that a jurisdiction's gazetteer is made of, in the order of the file."""

    regions: tuple[Region, ...]
    cities: tuple[City, ...]
    villages: tuple[City, ...]  # all the others: they count only where something beside them says so
    districts: tuple[District, ...]
    abroad: tuple[ForeignPlace, ...]
    not_places: tuple[str, ...]
    namesakes: tuple[str, ...]
    spelt: tuple[str, ...]  # spelt like this they are never a place, even if they sound like one
    ordinary: tuple[
        str, ...
    ]  # words and people's names that are a letter or two from a large city's, as they sound
    box: tuple[float, float, float, float]  # south, west, north, east
    reach_km: float


class PlaceMatch(Struct, frozen=True):
    """A place found in words. ``start`` and ``end`` are offsets in ``clean(text)``, ``words`` what stands there.

    ``region`` is always known, ``city`` unless only a region or its district was named. ``exact`` is False for a
    guessed typo, and for a name that a village of another region has too.
    """

    region: str
    city: str | None
    district: str | None
    role: PlaceRole
    exact: bool
    words: str
    start: int
    end: int
