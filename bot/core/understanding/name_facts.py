"""What is found where somebody is named: the words as typed, their parts, and who that is to the message."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

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
