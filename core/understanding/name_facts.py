"""What is found where somebody is named: the words as typed, their parts, and who the person is in the message. And which
names of a message are the same person, as in "Ерлана увезли. Ерлан Ахметов, 1990".
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from core.understanding.name_book import name_sound
from core.understanding.plain import readable, tokens

_ENDS = ".!?"


class Part(StrEnum):
    """What a word of a name is. ``NAMED`` is one that only its place in the sentence shows to be a name."""

    GIVEN = "given"
    SURNAME = "surname"
    PATRONYMIC = "patronymic"
    INITIALS = "initials"
    NAMED = "named"


class Sureness(StrEnum):
    """``SURE``: two parts agree, or words say that it is a name. ``LIKELY``: a known name, or a surname in its place."""

    SURE = "sure"
    LIKELY = "likely"


class Who(StrEnum):
    """Who somebody is to the message. ``HELD``: nothing says that they are anyone else."""

    HELD = "held"
    REPORTER = "reporter"
    OFFICER = "officer"
    LAWYER = "lawyer"
    CONTACT = "contact"
    BYSTANDER = "bystander"  # told of, but nothing happened to them: a nurse, a witness, the bride


class NamePart(Struct, frozen=True):
    """One word of a name as typed, in the case in which it stands."""

    words: str
    part: Part


class NameFound(Struct, frozen=True):
    """A person's name in a message; ``start`` and ``end`` are positions in the text that was read."""

    words: str
    start: int
    end: int
    parts: tuple[NamePart, ...]
    sureness: Sureness
    who: Who = Who.HELD
    born: int | None = None  # the year, if it stands beside the name
    age: int | None = None  # years
    told: bool = False  # words beside it say that it is a name: a relation, "зовут", a title, an age


def without_names(shown: str, found: Sequence[NameFound]) -> str:
    """The text with blanks in place of names, at the same length: nobody's name is a place.

    What only may be the writer's own name stays: "мен Нур-Султандамын".
    """
    for name in found:
        if name.who is Who.REPORTER and name.sureness is not Sureness.SURE:
            continue
        shown = shown[: name.start] + " " * (name.end - name.start) + shown[name.end :]
    return shown


def with_anybody(shown: str, found: Sequence[NameFound], anybody: str) -> str:
    """With a word that stands for anybody in place of each name: what is said of them is said of the name too."""
    for name in reversed(found):
        shown = f"{shown[: name.start]}{anybody}{shown[name.end :]}"
    return shown


def among_words(shown: str, found: Sequence[NameFound]) -> list[NameFound]:
    """Those that can be nothing else, by their capitals: none that begins a sentence with its only word."""
    return [
        name for name in found if _has_capitals(name) and (len(name.parts) > 1 or not _begins(shown, name))
    ]


def _has_capitals(name: NameFound) -> bool:
    words = [part.words for part in name.parts if part.part is not Part.INITIALS]
    return all(word.istitle() for word in words)


def _begins(shown: str, name: NameFound) -> bool:
    return shown[: name.start].rstrip()[-1:] in _ENDS


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


def are_one(name: str, other: str) -> bool:
    """Whether two names, as they were written down, are one person's: each part of the shorter stands in the longer."""
    short, long = sorted((_sounds_in(name), _sounds_in(other)), key=len)
    return bool(short) and all(any(_is_same(Part.NAMED, a, b) for b in long) for a in short)


def _sounds_in(name: str) -> list[str]:
    return [name_sound(token.text) for token in tokens(readable(name)) if token.kind == "word"]


Sounds = tuple[tuple[Part, str], ...]


def _is_one(sounds: Sounds, other: Sounds) -> bool:
    """Whether each part of the shorter name stands in the longer, in any grammatical case."""
    short, long = sorted((sounds, other), key=len)
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
