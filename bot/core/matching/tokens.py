"""The words of a name: each with its stem, its role, and the key by which it is found."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from bot.core.matching.rules import NameRules

READ = 200  # characters of a name that are compared
MOST = 5  # words: of five all orders are tried in a millisecond
VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼʻ`´′][^\W\d_]*)*(?:-[^\W\d_]+(?:['’‘ʼʻ`´′][^\W\d_]*)*)*\.?")
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")


class Role(Enum):
    """What a word of a name is by its form alone."""

    PLAIN = auto()  # a given name, or a surname without an ending
    SURNAME = auto()
    PATRONYMIC = auto()
    INITIAL = auto()


Form = tuple[str, str]  # a stem, and its key


class Token(Struct, frozen=True):
    """One word: folded, its stem (without its ending) with its key, in two forms where a letter has two sounds. ``given``:
    the sound of the name that people have, if it is one.
    """

    folded: str
    forms: tuple[Form, ...]
    role: Role
    given: str = ""

    @property
    def stem(self) -> str:
        """By the first sound of its letters."""
        return self.forms[0][0]

    @property
    def key(self) -> str:
        """Of the stem; empty for an initial."""
        return self.forms[0][1]


def tokens(name: str, rules: NameRules) -> tuple[Token, ...]:
    """The words of a name in their order: the first few of them, however long it is."""
    found: list[Token] = []
    for typed in islice(_words(name[:READ], rules), MOST):
        folded = rules.fold(typed)
        if folded in rules.apart and found and found[-1].role is Role.PLAIN:
            found[-1] = replace(found[-1], role=Role.PATRONYMIC)
        elif folded:
            found.append(_token(folded, typed, rules))
    return tuple(found)


def _words(name: str, rules: NameRules) -> Iterator[str]:
    """Two words with a hyphen are one where this is a name that people have: Нур-Султан; else two: Ким-Досова."""
    for word in _WORD.findall(name):
        if "-" in word and rules.sound(rules.fold(word)) not in rules.given:
            yield from word.split("-")
        else:
            yield word


def born_in(name: str) -> int | None:
    """The year that stands beside a name."""
    found = _YEAR.search(name[:READ])
    return int(found.group()) if found else None


def _token(folded: str, typed: str, rules: NameRules) -> Token:
    if len(typed.rstrip(".")) == 1:
        return Token(folded[:1], ((folded[:1], ""),), Role.INITIAL)
    role, stem = _parted(folded, rules)
    stems = dict.fromkeys((stem, _parted(rules.fold(typed, otherwise=True), rules)[1]))
    sound = rules.sound(stem) if role is not Role.SURNAME else ""
    forms = tuple((one, key_of(one, rules)) for one in stems)
    return Token(folded, forms, role, sound if sound in rules.given else "")


def _parted(folded: str, rules: NameRules) -> tuple[Role, str]:
    """What it is by its ending, and what is before the ending."""
    for role, endings in ((Role.PATRONYMIC, rules.patronymic), (Role.SURNAME, rules.surname)):
        for ending in endings:
            if folded.endswith(ending) and len(folded) - len(ending) >= rules.least:
                stem = folded.removesuffix(ending) + rules.keeps.get(ending, "")
                return role, rules.same.get(stem, stem)
    return Role.PLAIN, rules.same.get(folded, folded)


def key_of(stem: str, rules: NameRules) -> str:
    """The consonants in classes, each once where it is doubled; A stands for a vowel at the beginning."""
    key = ["A"] if stem[:1] in VOWELS else []
    for letter in stem:
        consonant = rules.classes.get(letter)
        if consonant is not None and key[-1:] != [consonant]:
            key.append(consonant)
    return "".join(key)
