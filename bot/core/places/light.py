"""What one reading of a text has found, and the light that it throws on the same words read again."""

from collections.abc import Mapping

from msgspec import Struct, field

from bot.core.places.context import VILLAGE_AFTER, VILLAGE_BEFORE
from bot.core.places.index import Form
from bot.core.places.kinds import Kind, Role
from bot.core.places.tokens import Token


class Hit(Struct, frozen=True):
    """A form found in the words ``first`` … ``last`` - 1."""

    form: Form
    first: int
    last: int
    role: Role
    exact: bool
    slipped: bool = False  # typed wrongly, and taken for that name all the same


class Doubt(Struct, frozen=True):
    """The words name one of several districts, or villages, and nothing has told yet which one."""

    kind: Kind
    first: int
    last: int
    may_be: tuple[str, ...]


class Seen(Struct, frozen=True):
    """What a reading of the text has found."""

    hits: list[Hit] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


class Near(Struct, frozen=True):
    """The regions and cities that the text names, and the regions in which the cities lie."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


class Beside(Struct, frozen=True):
    """The districts that the text names or may name, and where words begin or end next to a district or region."""

    districts: frozenset[str] = frozenset()
    behind: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()


def light(seen: Seen, tokens: list[Token], region_of: Mapping[str, str]) -> tuple[Near, Beside]:
    """What the text names, for reading it again. ``region_of``: the regions of cities."""
    cities = frozenset(hit.form.id for hit in seen.hits if hit.form.kind is Kind.CITY)
    larger = [hit for hit in seen.hits if hit.form.kind is not Kind.CITY]
    unsure = [doubt for doubt in seen.doubts if doubt.kind is Kind.DISTRICT]
    districts = {hit.form.id for hit in larger if hit.form.kind is Kind.DISTRICT}
    spans = [(hit.first, hit.last) for hit in larger] + [(doubt.first, doubt.last) for doubt in unsure]
    behind = {_after(tokens, last) for _, last in spans} - {first for first, _ in spans}
    before = {_until(tokens, first) for first, _ in spans}
    return (
        Near(
            frozenset(hit.form.region for hit in larger),
            cities,
            frozenset(region_of[city] for city in cities),
        ),
        Beside(
            frozenset(districts.union(*(doubt.may_be for doubt in unsure))),
            frozenset(behind),
            frozenset(before),
        ),
    )


def _after(tokens: list[Token], at: int) -> int:
    """The first word behind, but for "село"."""
    return at + (at < len(tokens) and tokens[at].sound in VILLAGE_BEFORE)


def _until(tokens: list[Token], at: int) -> int:
    """The end of the last word before, but for "ауылы"."""
    return at - (at > 0 and tokens[at - 1].sound in VILLAGE_AFTER)
