"""Which names of a message are one person: "Ерлана увезли. Ерлан Ахметов, 1990" is one."""

from collections.abc import Sequence

from bot.core.understanding.name_book import name_sound
from bot.core.understanding.name_facts import NameFound, Part, Who
from bot.core.understanding.plain import readable, tokens

_LEAST = 3  # letters that two forms of one name share
_CASE = 2  # letters by which they may differ behind these
_VOWELS = "аеиоу"


def distinct(names: Sequence[NameFound]) -> tuple[str, ...]:
    """The names of those to whom it happened, each person once, with the year of birth if it was told."""
    found: dict[int, NameFound] = {}
    for person, name in zip(persons(names), names, strict=True):
        if name.who is Who.HELD and (person not in found or len(name.parts) > len(found[person].parts)):
            found[person] = name
    return tuple(n.words if n.born is None else f"{n.words}, {n.born}" for n in found.values())


def persons(names: Sequence[NameFound]) -> tuple[int, ...]:
    """For each name the place of the first one that is the same person's."""
    sounds = [tuple((part.part, name_sound(part.words)) for part in name.parts) for name in names]
    found: list[int] = []
    first: dict[str, list[int]] = {}  # the beginning of a part's sound → persons who have it
    for i, parts in enumerate(sounds):
        begins = {sound[:_LEAST] for _, sound in parts}
        alike = sorted({j for begin in begins for j in first.get(begin, ())})
        found.append(next((j for j in alike if _is_one(sounds[j], parts)), i))
        for begin in begins:
            first.setdefault(begin, []).extend([i] if found[i] == i else ())
    return tuple(found)


def are_one(one: str, other: str) -> bool:
    """Whether two names, as they were written down, are one person's: each part of the shorter stands in the longer."""
    short, long = sorted((_sounds_in(one), _sounds_in(other)), key=len)
    return bool(short) and all(any(_is_same(Part.NAMED, a, b) for b in long) for a in short)


def _sounds_in(name: str) -> list[str]:
    return [name_sound(token.text) for token in tokens(readable(name)) if token.kind == "word"]


Sounds = tuple[tuple[Part, str], ...]


def _is_one(one: Sounds, other: Sounds) -> bool:
    """Whether each part of the shorter name stands in the longer, in whatever case."""
    short, long = sorted((one, other), key=len)
    return all(any(part is as_part and _is_same(part, a, b) for as_part, b in long) for part, a in short)


def _is_same(part: Part, a: str, b: str) -> bool:
    if a == b or part is Part.INITIALS or min(len(a), len(b)) < _LEAST or a[:_LEAST] != b[:_LEAST]:
        return a == b
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ends = a[shared:], b[shared:]
    cases = "" in ends or all(
        len(end) == 1 and end in _VOWELS for end in ends
    )  # Айгүл, Айгүлді; Мадина, Мадину
    return cases and max(map(len, ends)) <= _CASE
