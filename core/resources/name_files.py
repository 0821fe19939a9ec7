"""What is read from files about people's names.

``core/words/names.toml`` has names and the words around them, ``core/words/matching.toml`` says how names are compared; both
are read once at the start.

Names in other grammatical cases come from petrovich (Russian) and qazaq-inflector (Kazakh), which are loaded when they are
first needed. They are asked only for what they are known to do right (core.declining); for all else they give nothing, and
the template uses a sentence that needs no case. The lawyer sees every declined name before anything is signed.
"""

import re
import tomllib
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from core.declining import grammar
from core.declining.name_parts import (
    FATHERS,
    DeclensionBook,
    GrammaticalCase,
    NameWordRole,
    Sex,
    may_be_nominative,
    name_readings,
    nominative_words,
    read_declension_book,
    sex_of_name,
    words_of_name,
)
from core.matching.name_tokens import NameRules, read_name_rules
from core.resources.file_cache import cached
from core.understanding.name_book import NameBook, name_book

_NAMES_FILE = Path(__file__).parents[1] / "words" / "names.toml"


@cache
def read_names() -> dict[str, Any]:
    """The tables as they stand in the file."""
    return tomllib.loads(_NAMES_FILE.read_text(encoding="utf-8"))


@cache
def load_names() -> NameBook:
    """The book in which names are looked up."""
    return cached("names", lambda: name_book(read_names()))


_KAZAKH_LETTERS = frozenset("әғқңөұүіһ")
_ORDER = (
    GrammaticalCase.GENITIVE,
    GrammaticalCase.DATIVE,
    GrammaticalCase.ACCUSATIVE,
    GrammaticalCase.INSTRUMENTAL,
)  # as petrovich counts them


def declined_name(name: str, case: GrammaticalCase, language: str, sex: Sex | None = None) -> str | None:
    """The name in a case of this language; None where that is not sure. ``sex``: if somebody has said it."""
    words, book = words_of_name(name), _declension_book()
    if words is None or language not in ("kk", "ru"):
        return None
    read = list(name_readings(words, book, sex))
    if not read:
        return None
    if language == "kk":
        return grammar.decline_kazakh(words, case, _is_kazakh, _inflector())
    return grammar.decline_russian(read, case, sex, book, _petrovich())


MOST = 3  # ways in which a name may have been meant
WIDEST = 64  # combinations of words that are tried


def meant_names(name: str, sex: Sex | None = None) -> list[str]:
    """What is meant by a name that looks as if it stood in a case of Russian or Kazakh (Дану Выдуманову): the name itself
    where nobody can tell. Empty: it looks as names do. ``sex``: if somebody has said it.
    """
    words, book = [_capitalized(word) for word in name.split()], _declension_book()
    his = any(book.sex(word) is Sex.MALE for word in words)  # no case of a woman's surname stands beside it
    odd = [
        words_of_name(word) is not None
        and not may_be_nominative(word, book, sex)
        and not (his and word.endswith("ой"))
        for word in words
    ]
    if not any(odd):
        return []
    choices = [[*nominative_words(word, book), word] for word in words]
    whole = " ".join(words)
    every = [meant for chosen in islice(product(*choices), WIDEST) if (meant := " ".join(chosen)) != whole]
    found = [meant for meant in every if whole in _declined(meant)] or [
        meant for meant in every if all(may_be_nominative(word, book, sex) for word in meant.split())
    ]
    return found[:MOST] or [name]


def _capitalized(word: str) -> str:
    """As names are written; a father's name of two words keeps its second one small."""
    return word if re.fullmatch(FATHERS, word) else "-".join(map(str.capitalize, word.split("-")))


def _declined(name: str) -> set[str | None]:
    """In all cases of both languages, of a man and of a woman."""
    return {
        declined_name(name, case, language, sex)
        for language in ("ru", "kk")
        for sex in (None, *Sex)
        for case in GrammaticalCase
    }


def _is_kazakh(stem: str) -> bool:
    return not _KAZAKH_LETTERS.isdisjoint(stem) or _kazakh_book().is_given(stem)


@cache
def _declension_book() -> DeclensionBook:
    names = read_names()
    return read_declension_book(names["given"], names["surnames"]["whole"])


@cache
def _kazakh_book() -> DeclensionBook:
    given = read_names()["given"]
    return read_declension_book({name: given[name] for name in given if name.startswith("kazakh")}, "")


@cache
def _petrovich() -> grammar.RussianInflector:
    from petrovich.main import Petrovich

    library = Petrovich()
    ask = {
        NameWordRole.SURNAME: library.lastname,
        NameWordRole.GIVEN: library.firstname,
        NameWordRole.FATHERS: library.middlename,
    }

    def inflect(word: str, role: NameWordRole, case: GrammaticalCase, sex: str) -> str:
        return str(ask[role](word, _ORDER.index(case), sex))

    return inflect


@cache
def _inflector() -> grammar.KazakhInflector:
    from qazaq_inflector import QazaqNameInflector

    library = QazaqNameInflector(strict=True)
    return grammar.KazakhInflector(
        inflect=lambda word, case: library.inflect(word, case) or word,
        of_somebody=lambda word, case: library.possessive(word, "3", case),
    )


def sex_shown(name: str) -> Sex | None:
    """Of whom a name is, where every reading of it shows the same; None where that is not sure."""
    words, book = words_of_name(name), _declension_book()
    shown = (
        {sex_of_name(reading, book) for reading in name_readings(words, book)} if words is not None else set()
    )
    sex, contradicts = shown.pop() if len(shown) == 1 else (None, False)
    return None if contradicts else sex


_MATCHING_FILE = Path(__file__).parents[1] / "words" / "matching.toml"
_GIVEN = ("kazakh_men", "kazakh_women", "russian_men", "russian_women")


@cache
def load_name_rules() -> NameRules:
    """The tables by which names are compared."""
    return cached("matching", _read_rules)


def _read_rules() -> NameRules:
    names = read_names()["given"]
    given = [name for table in _GIVEN for name in names[table].split()]
    return read_name_rules(tomllib.loads(_MATCHING_FILE.read_text(encoding="utf-8")), given)
