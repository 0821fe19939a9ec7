"""What one reading of a text has found, and the light that it throws on the same words read again."""

from collections.abc import Mapping

from msgspec import Struct, field

from core.places.context_words import VILLAGE_AFTER, VILLAGE_BEFORE
from core.places.form_index import PlaceForm
from core.places.place_kinds import PlaceLevel, PlaceRole
from core.places.place_names import SoundedWord


class PlaceHit(Struct, frozen=True):
    """A form found in the words ``first`` … ``last`` - 1."""

    form: PlaceForm
    first: int
    last: int
    role: PlaceRole
    exact: bool
    slipped: bool = False  # typed wrongly, and taken for that name all the same


class PlaceDoubt(Struct, frozen=True):
    """The words name one of several districts, or villages, and nothing has told yet which one."""

    kind: PlaceLevel
    first: int
    last: int
    may_be: tuple[str, ...]


class FoundPlaces(Struct, frozen=True):
    """What a reading of the text has found."""

    hits: list[PlaceHit] = field(default_factory=list)
    doubts: list[PlaceDoubt] = field(default_factory=list)


class NamedPlaces(Struct, frozen=True):
    """The regions and cities that the text names, and the regions in which the cities lie."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


class NearbyDistricts(Struct, frozen=True):
    """The districts that the text names or may name, and where words begin or end next to a district or region."""

    districts: frozenset[str] = frozenset()
    behind: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()


def light_for_rereading(
    seen: FoundPlaces, tokens: list[SoundedWord], region_of: Mapping[str, str]
) -> tuple[NamedPlaces, NearbyDistricts]:
    """What the text names, for reading it again. ``region_of``: the regions of cities."""
    cities = frozenset(hit.form.id for hit in seen.hits if hit.form.kind is PlaceLevel.CITY)
    larger = [hit for hit in seen.hits if hit.form.kind is not PlaceLevel.CITY]
    unsure = [doubt for doubt in seen.doubts if doubt.kind is PlaceLevel.DISTRICT]
    districts = {hit.form.id for hit in larger if hit.form.kind is PlaceLevel.DISTRICT}
    spans = [(hit.first, hit.last) for hit in larger] + [(doubt.first, doubt.last) for doubt in unsure]
    behind = {_after(tokens, last) for _, last in spans} - {first for first, _ in spans}
    before = {_until(tokens, first) for first, _ in spans}
    return (
        NamedPlaces(
            frozenset(hit.form.region for hit in larger),
            cities,
            frozenset(region_of[city] for city in cities),
        ),
        NearbyDistricts(
            frozenset(districts.union(*(doubt.may_be for doubt in unsure))),
            frozenset(behind),
            frozenset(before),
        ),
    )


def _after(tokens: list[SoundedWord], at: int) -> int:
    """The first word behind, but for "село"."""
    return at + (at < len(tokens) and tokens[at].sound in VILLAGE_BEFORE)


def _until(tokens: list[SoundedWord], at: int) -> int:
    """The end of the last word before, but for "ауылы"."""
    return at - (at > 0 and tokens[at - 1].sound in VILLAGE_AFTER)
