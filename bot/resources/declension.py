"""Names of people in other grammatical cases, by petrovich (Russian) and qazaq-inflector (Kazakh); loaded when first asked.

Both are asked only for what they are known to do right (bot.core.declining); whatever else is None, and the template takes a
sentence that needs no case. The lawyer sees every declined name before anything is signed.
"""

from functools import cache

from bot.core.declining import kazakh, russian
from bot.core.declining.parts import Book, Case, Role, Sex, book_of, readings, sex_of, words_of
from bot.resources.names import read_names

_KAZAKH_LETTERS = frozenset("әғқңөұүіһ")
_ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)  # as petrovich counts them


def declined(name: str, case: Case, language: str, sex: Sex | None = None) -> str | None:
    """The name in a case of this language; None where that is not sure. ``sex``: if somebody has said it."""
    words, book = words_of(name), _book()
    if words is None or language not in ("kk", "ru"):
        return None
    read = list(readings(words, book, sex))
    if not read:
        return None
    if language == "kk":
        return kazakh.declined(words, case, _is_kazakh, _inflector())
    return russian.declined(read, case, sex, book, _petrovich())


def _is_kazakh(stem: str) -> bool:
    return not _KAZAKH_LETTERS.isdisjoint(stem) or _kazakh_book().is_given(stem)


@cache
def _book() -> Book:
    names = read_names()
    return book_of(names["given"], names["surnames"]["whole"])


@cache
def _kazakh_book() -> Book:
    given = read_names()["given"]
    return book_of({name: given[name] for name in given if name.startswith("kazakh")}, "")


@cache
def _petrovich() -> russian.Library:
    from petrovich.main import Petrovich

    library = Petrovich()
    ask = {Role.SURNAME: library.lastname, Role.GIVEN: library.firstname, Role.FATHERS: library.middlename}

    def inflect(word: str, role: Role, case: Case, sex: str) -> str:
        return str(ask[role](word, _ORDER.index(case), sex))

    return inflect


@cache
def _inflector() -> kazakh.Library:
    from qazaq_inflector import QazaqNameInflector

    library = QazaqNameInflector(strict=True)
    return kazakh.Library(
        inflect=lambda word, case: library.inflect(word, case) or word,
        of_somebody=lambda word, case: library.possessive(word, "3", case),
    )


def sex_shown(name: str) -> Sex | None:
    """Of whom a name is, where every reading of it shows the same; None where that is not sure."""
    words, book = words_of(name), _book()
    shown = {sex_of(one, book) for one in readings(words, book)} if words is not None else set()
    sex, contradicts = shown.pop() if len(shown) == 1 else (None, False)
    return None if contradicts else sex
