"""The words of a name, each with its stem, its role, and the key by which it is found; by the tables of
``core/words/matching.toml``, which are prepared here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from itertools import islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.folding import clean_text

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'"))
_TWICE = re.compile(r"(.)\1+")


class NameRules(Struct, frozen=True):
    """``same``: a folded stem → the stem that stands for it; ``classes``: a folded letter → its letter in a key;
    ``given``: names that people have, so that two of them are two names and not a slip of one.
    """

    letters: Mapping[str, str]
    otherwise: Mapping[str, str]
    pattern: re.Pattern[str]
    begins: tuple[tuple[str, str], ...]
    anywhere: tuple[tuple[str, str], ...]
    classes: Mapping[str, str]
    least: int
    patronymic: tuple[str, ...]
    surname: tuple[str, ...]
    keeps: Mapping[str, str]
    apart: frozenset[str]
    same: Mapping[str, str]
    given: frozenset[str] = frozenset()  # whole names, as :meth:`sound` writes them

    def sound(self, stem: str) -> str:
        """The stem with one letter for a class of consonants: Асхат and Асқат are one."""
        return "".join(self.classes.get(letter, letter) for letter in stem)

    def fold(self, word: str, *, otherwise: bool = False) -> str:
        """One word as Latin letters in which one sound has one letter; what is no letter is left out. ``otherwise``: where a
        letter has a second sound, by that.
        """
        typed = unicodedata.normalize("NFC", clean_text(word)).lower().translate(_APOSTROPHES)
        letters = self.otherwise if otherwise else self.letters
        found = self.pattern.sub(lambda m: letters[m.group()], typed)
        bare = unicodedata.normalize("NFD", found)  # a mark that no row knows
        folded = "".join(letter for letter in bare if letter.isalpha())
        for row, instead in self.begins:
            folded = instead + folded.removeprefix(row) if folded.startswith(row) else folded
        for row, instead in self.anywhere:
            folded = folded.replace(row, instead)
        return _TWICE.sub(r"\1", folded)


def read_name_rules(data: Mapping[str, Any], given: Iterable[str] = ()) -> NameRules:
    """The tables of ``matching.toml`` made ready, and the ``given`` names that are known. KeyError: a table is missing."""
    letters: Mapping[str, str] = data["letters"]
    by_length = sorted(letters, key=len, reverse=True)
    alike, endings = data["alike"], data["endings"]
    bare = NameRules(
        letters=letters,
        otherwise={**letters, **data["either"]},
        pattern=re.compile("|".join(map(re.escape, by_length))),
        begins=tuple(alike["begins"].items()),
        anywhere=tuple(alike["anywhere"].items()),
        classes={letter: name for name, of in data["classes"].items() for letter in of},
        least=endings["least"],
        patronymic=(),
        surname=(),
        keeps={},
        apart=frozenset(),
        same={},
    )
    same = {bare.fold(name): bare.fold(row[0]) for row in data["same"]["rows"] for name in row}
    return replace(
        bare,
        patronymic=_longest_first(bare, endings["patronymic"]),
        surname=_longest_first(bare, [*endings["surname"], *endings["keeps"]]),
        keeps={bare.fold(ending): bare.fold(kept) for ending, kept in endings["keeps"].items()},
        apart=frozenset(map(bare.fold, endings["apart"])),
        same=same,
        given=frozenset(bare.sound(same.get(stem, stem)) for stem in map(bare.fold, given)),
    )


def _longest_first(rules: NameRules, endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({rules.fold(ending) for ending in endings}, key=lambda e: (-len(e), e)))


READ = 200  # characters of a name that are compared
MOST = 5  # words: of five all orders are tried in a millisecond
VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼʻ`´′][^\W\d_]*)*(?:-[^\W\d_]+(?:['’‘ʼʻ`´′][^\W\d_]*)*)*\.?")
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")


class TokenRole(Enum):
    """What a word of a name is by its form alone."""

    PLAIN = auto()  # a given name, or a surname without an ending
    SURNAME = auto()
    PATRONYMIC = auto()
    INITIAL = auto()


NameForm = tuple[str, str]  # a stem, and its key


class NameToken(Struct, frozen=True):
    """One word: folded, its stem (without its ending) with its key, in two forms where a letter has two sounds. ``given``:
    the sound of the name that people have, if it is one.
    """

    folded: str
    forms: tuple[NameForm, ...]
    role: TokenRole
    given: str = ""

    @property
    def stem(self) -> str:
        """By the first sound of its letters."""
        return self.forms[0][0]

    @property
    def key(self) -> str:
        """Of the stem; empty for an initial."""
        return self.forms[0][1]


def name_tokens(name: str, rules: NameRules) -> tuple[NameToken, ...]:
    """The words of a name in their order: the first few of them, however long it is."""
    found: list[NameToken] = []
    for typed in islice(_words(name[:READ], rules), MOST):
        folded = rules.fold(typed)
        if folded in rules.apart and found and found[-1].role is TokenRole.PLAIN:
            found[-1] = replace(found[-1], role=TokenRole.PATRONYMIC)
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


def birth_year_in(name: str) -> int | None:
    """The year that stands beside a name."""
    found = _YEAR.search(name[:READ])
    return int(found.group()) if found else None


def _token(folded: str, typed: str, rules: NameRules) -> NameToken:
    if len(typed.rstrip(".")) == 1:
        return NameToken(folded[:1], ((folded[:1], ""),), TokenRole.INITIAL)
    role, stem = _parted(folded, rules)
    stems = dict.fromkeys((stem, _parted(rules.fold(typed, otherwise=True), rules)[1]))
    sound = rules.sound(stem) if role is not TokenRole.SURNAME else ""
    forms = tuple((stem, key_of(stem, rules)) for stem in stems)
    return NameToken(folded, forms, role, sound if sound in rules.given else "")


def _parted(folded: str, rules: NameRules) -> tuple[TokenRole, str]:
    """What it is by its ending, and what is before the ending."""
    for role, endings in ((TokenRole.PATRONYMIC, rules.patronymic), (TokenRole.SURNAME, rules.surname)):
        for ending in endings:
            if folded.endswith(ending) and len(folded) - len(ending) >= rules.least:
                stem = folded.removesuffix(ending) + rules.keeps.get(ending, "")
                return role, rules.same.get(stem, stem)
    return TokenRole.PLAIN, rules.same.get(folded, folded)


def key_of(stem: str, rules: NameRules) -> str:
    """The consonants in classes, each once where it is doubled; A stands for a vowel at the beginning."""
    key = ["A"] if stem[:1] in VOWELS else []
    for letter in stem:
        consonant = rules.classes.get(letter)
        if consonant is not None and key[-1:] != [consonant]:
            key.append(consonant)
    return "".join(key)
