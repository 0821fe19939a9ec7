"""Which names of a message are one person: "Ерлана увезли. Ерлан Ахметов, 1990" is one."""

from collections.abc import Sequence

from bot.core.understanding.name_book import name_sound
from bot.core.understanding.name_facts import NameFound, NamePart, Part, Who

_LEAST = 3  # letters that two forms of one name share
_CASE = 2  # letters by which they may differ behind these
_VOWELS = "аеиоу"


def distinct(names: Sequence[NameFound]) -> tuple[str, ...]:
    """The names of those to whom it happened, each person once, with the year of birth if it was told."""
    found: list[NameFound] = []
    for name in names:
        if name.who is not Who.HELD:
            continue
        same = next((i for i, other in enumerate(found) if _is_one(other, name)), None)
        if same is None:
            found.append(name)
        elif len(name.parts) > len(found[same].parts):
            found[same] = name
    return tuple(n.words if n.born is None else f"{n.words}, {n.born}" for n in found)


def _is_one(one: NameFound, other: NameFound) -> bool:
    """Whether each part of the shorter name stands in the longer, in whatever case."""
    short, long = sorted((one.parts, other.parts), key=len)
    return all(any(_is_same(a, b) for b in long) for a in short)


def _is_same(one: NamePart, other: NamePart) -> bool:
    if one.part is not other.part:
        return False
    a, b = name_sound(one.words), name_sound(other.words)
    if one.part is Part.INITIALS or min(len(a), len(b)) < _LEAST:
        return a == b
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ends = a[shared:], b[shared:]
    cases = "" in ends or all(
        len(end) == 1 and end in _VOWELS for end in ends
    )  # Айгүл, Айгүлді; Мадина, Мадину
    return shared >= _LEAST and cases and max(map(len, ends)) <= _CASE
