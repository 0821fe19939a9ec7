"""What whoever makes an open letter has chosen: of what it tells, to whom it goes, what it asks for. Pure."""

import json
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields, replace

from bot.core.papers.dossier import Leaf
from bot.core.papers.telling import Told

LISTS = (
    "languages",
    "offices",
    "rights",
    "demands",
    "findings",
)  # what is chosen from a list; the order is that of choosing
CASES = ("cases", "earlier")
TICK, SHOWN = 12, 8  # hexadecimal digits


class Choices(Struct, frozen=True):
    """``cases``: of this letter; ``earlier``: similar ones that it recalls. ``ticks``: what somebody has checked, as it was
    then. ``occasion``: its title in each language. ``hedged``: the motive is spoken of, as what may be.
    """

    cases: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    occasion: Mapping[str, str] = field(default_factory=dict)
    hedged: bool = True


def toggled(choices: Choices, of: str, one: str | int) -> Choices:
    """Chosen if it was not, else not."""
    before = getattr(choices, of)
    after = tuple(each for each in before if each != one) if one in before else (*before, one)
    changed: dict[str, Any] = {of: after}
    return replace(choices, **changed)


def tick(told: Told, part: str) -> str:
    """Of a part of what is told of a case, as it stands: once something else is known it is another."""
    origins = " ".join((str(told.case.id), part, *told.parts[part].origins))
    return sha256(origins.encode()).hexdigest()[:TICK]


def unticked(told: Told, ticks: Collection[str]) -> tuple[str, ...]:
    """The parts that nobody has checked: they are left out."""
    return tuple(
        part
        for part, leaf in told.parts.items()
        if leaf.text and not leaf.verified and tick(told, part) not in ticks
    )


def checked(told: Told, ticks: Collection[str]) -> Told:
    """Without what is neither sure nor ticked."""
    left = unticked(told, ticks)
    parts = {part: Leaf("") if part in left else leaf for part, leaf in told.parts.items()}
    return replace(told, parts=parts)


def shown(choices: Choices, told: Iterable[Told]) -> str:
    """A hash of all that a page has shown: what was chosen, and what is known of the cases."""
    known = [tick(one, part) for one in told for part in one.parts]
    return sha256(" ".join((to_text(choices), *known)).encode()).hexdigest()[:SHOWN]


def to_text(choices: Choices) -> str:
    """To keep it."""
    data = {one.name: getattr(choices, one.name) for one in fields(choices)}
    return json.dumps(data | {"occasion": dict(choices.occasion)}, ensure_ascii=False)


def from_text(text: str) -> Choices:
    """What :func:`to_text` wrote."""
    data = json.loads(text)
    read: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in data.items()}
    return Choices(**read)
