"""What is found where somebody is named: the words as typed, their parts, and who that is to the message."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name as typed, in the case in which it stands."""

    words: str
    part: Part


@dataclass(frozen=True, slots=True)
class NameFound:
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
