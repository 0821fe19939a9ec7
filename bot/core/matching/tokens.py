"""The words of a name: each with its stem, its role, and the key by which it is found."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.matching.rules import NameRules

READ = 200  # characters of a name that are compared
MOST = 5  # words: of five all orders are tried in a millisecond
VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼʻ`´′][^\W\d_]*)*\.?")
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")


class Role(Enum):
    """What a word of a name is by its form alone."""

    PLAIN = auto()  # a given name, or a surname without an ending
    SURNAME = auto()
    PATRONYMIC = auto()
    INITIAL = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word: folded, without its ending, and its key (empty for an initial); the sound of a given name that is known."""

    folded: str
    stem: str
    role: Role
    key: str
    given: str = ""


def tokens(name: str, rules: NameRules) -> tuple[Token, ...]:
    """The words of a name in their order: the first few of them, however long it is."""
    found: list[Token] = []
    for typed in _WORD.findall(name[:READ])[:MOST]:
        folded = rules.fold(typed)
        if folded in rules.apart and found and found[-1].role is Role.PLAIN:
            found[-1] = Token(found[-1].folded, found[-1].stem, Role.PATRONYMIC, found[-1].key)
        elif folded:
            found.append(_token(folded, typed, rules))
    return tuple(found)


def born_in(name: str) -> int | None:
    """The year that stands beside a name."""
    found = _YEAR.search(name[:READ])
    return int(found.group()) if found else None


def _token(folded: str, typed: str, rules: NameRules) -> Token:
    if len(typed.rstrip(".")) == 1:
        return Token(folded[:1], folded[:1], Role.INITIAL, "")
    for role, endings in ((Role.PATRONYMIC, rules.patronymic), (Role.SURNAME, rules.surname)):
        for ending in endings:
            if folded.endswith(ending) and len(folded) - len(ending) >= rules.least:
                stem = folded.removesuffix(ending)
                stem = rules.same.get(stem, stem)
                return Token(folded, stem, role, key_of(stem, rules))
    stem = rules.same.get(folded, folded)
    sound = rules.sound(stem)
    return Token(folded, stem, Role.PLAIN, key_of(stem, rules), sound if sound in rules.given else "")


def key_of(stem: str, rules: NameRules) -> str:
    """The consonants in classes, each once where it is doubled; A stands for a vowel at the beginning."""
    key = ["A"] if stem[:1] in VOWELS else []
    for letter in stem:
        consonant = rules.classes.get(letter)
        if consonant is not None and key[-1:] != [consonant]:
            key.append(consonant)
    return "".join(key)
