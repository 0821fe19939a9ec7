"""The tables by which names are compared, made ready. The data is ``bot/words/matching.toml``."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.core.folding import clean

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
        typed = unicodedata.normalize("NFC", clean(word)).lower().translate(_APOSTROPHES)
        letters = self.otherwise if otherwise else self.letters
        found = self.pattern.sub(lambda m: letters[m.group()], typed)
        bare = unicodedata.normalize("NFD", found)  # a mark that no row knows
        folded = "".join(letter for letter in bare if letter.isalpha())
        for row, instead in self.begins:
            folded = instead + folded.removeprefix(row) if folded.startswith(row) else folded
        for row, instead in self.anywhere:
            folded = folded.replace(row, instead)
        return _TWICE.sub(r"\1", folded)


def name_rules(data: Mapping[str, Any], given: Iterable[str] = ()) -> NameRules:
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
