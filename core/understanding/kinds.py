"""Kinds of tables in ``heard.toml``: what becomes of their rows.

A section's attributes are kinds, or further sections; their names are those of the file. Rows are folded here, by the
section's ``fold``. Languages are joined in the order in which their files are given: of two phrases that begin at one
word the earlier is heard.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Annotated, Any, NoReturn, TypeVar, get_type_hints

from msgspec import Struct

from core.understanding.phrase_table import PhraseTable, read_phrase
from core.understanding.plain import is_word, plain, spellings
from core.understanding.rows import GROUP, HeardMistake, HeardRow, Table

K = TypeVar("K", bound=Hashable)
Fold = Callable[[str], str]

_NOTHING = "(?!)"  # the pattern of a table without rows
_TELLS_NOTHING = 2  # letters: so short a word may be one of any language


class VocabularySection:
    """A frozen part of the vocabulary. (As dataclasses, with a hundred fields, they would cost the start 15 ms.)"""

    fold = staticmethod(plain)  # how the rows of its words are compared

    def __init__(self, values: Mapping[str, object]) -> None:
        """``values``: name → what its kind made of the rows."""
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Nothing changes after the start."""
        raise AttributeError(f"the vocabulary is frozen: {name}")


S = TypeVar("S", bound=VocabularySection)


def compiled(section: type[S], tables: Sequence[Table]) -> S:
    """The section filled with the tables of all languages. Raises HeardMistake."""
    hints = section_kinds(section)
    for table in tables:
        table.refuse_all_but(tuple(hints))
    values: dict[str, object] = {}
    for name, kind in hints.items():
        if isinstance(kind, type):
            values[name] = compiled(kind, [table.inner(name) for table in tables])
        else:
            values[name] = kind(tables, name, section.fold)
    return section(values)


def section_kinds(section: type[VocabularySection]) -> dict[str, Any]:
    """Name → kind of what stands in the section, or a further section."""
    hints = get_type_hints(section, include_extras=True)
    return {name: hint if isinstance(hint, type) else hint.__metadata__[0] for name, hint in hints.items()}


def _rows(tables: Sequence[Table], name: str) -> list[HeardRow]:
    return [row for table in tables for row in table.rows(name)]


def _each(tables: Sequence[Table], name: str) -> Iterator[tuple[HeardRow, str, str]]:
    """Each row with each of its words, and the language of its file."""
    for table in tables:
        for row in table.rows(name):
            for text in row.each():
                yield row, text, table.language


def _phrases(tables: Sequence[Table], name: str, _fold: Fold = plain) -> PhraseTable:
    phrases = []
    for table in tables:
        for row in table.rows(name):
            try:
                phrases.append(read_phrase(row.filled(), table.language))
            except ValueError as error:
                raise row.mistake(str(error)) from None
    return PhraseTable(phrases)


class CutOff(Struct, frozen=True):
    """The phrases of another table, each as the end of a message that breaks off in its last word."""

    path: tuple[str, ...]  # to that table, from the section in which this stands

    def __call__(self, tables: Sequence[Table], _name: str, _fold: Fold) -> PhraseTable:
        """They have no rows of their own."""
        *sections, name = self.path
        for section in sections:
            tables = [table.inner(section) for table in tables]
        rows = [(row, table.language) for table in tables for row in table.rows(name)]
        return PhraseTable([read_phrase(row.filled(), language, cut=True) for row, language in rows])


def _word(row: HeardRow, text: str, fold: Fold) -> str:
    word = fold(text)
    if not is_word(word):
        raise row.mistake(f"«{text}» is no single word, so nothing that is typed can be it")
    return word


def _words(tables: Sequence[Table], name: str, fold: Fold) -> frozenset[str]:
    return frozenset(
        word
        for row, text, language in _each(tables, name)
        for word in spellings(_word(row, text, fold), language)
    )


def _wholes(tables: Sequence[Table], name: str, fold: Fold) -> frozenset[str]:
    """Words in a row that are all that is typed."""
    return frozenset(
        " ".join(_word(row, word, fold) for word in text.split(" "))
        for row in _rows(tables, name)
        for text in row.each_saying()
    )


def _letters(tables: Sequence[Table], name: str, _fold: Fold) -> frozenset[str]:
    """As they are written: folded they would tell nothing."""
    rows = _rows(tables, name)
    for row in rows:
        if len(row.text) != 1 or not row.text.islower():
            raise row.mistake("expected one small letter")
    return frozenset(row.text for row in rows)


def _beginnings(tables: Sequence[Table], name: str, fold: Fold) -> tuple[str, ...]:
    return _parts(tables, name, fold, str.removesuffix, "a beginning is written with * behind it")


def _endings(tables: Sequence[Table], name: str, fold: Fold) -> tuple[str, ...]:
    return _parts(tables, name, fold, str.removeprefix, "an ending is written with * before it")


def _parts(
    tables: Sequence[Table], name: str, fold: Fold, cut: Callable[[str, str], str], reason: str
) -> tuple[str, ...]:
    found: list[str] = []
    for row, text, language in _each(tables, name):
        if cut(text, "*") == text:
            raise row.mistake(reason)
        found += spellings(_word(row, cut(text, "*"), fold), language)
    return tuple(dict.fromkeys(found))


def _numbers(tables: Sequence[Table], name: str, fold: Fold) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for table in (table.inner(name) for table in tables):
        for key in table.data:
            if not key.isdecimal():
                raise HeardMistake(f"{table.file}: {table.name}.{key}: expected a number before the =")
            for row, text, language in _each([table], key):
                for word in spellings(_word(row, text, fold), language):
                    _add_row(found, word, int(key), row)
    return found


def _spellings(tables: Sequence[Table], name: str, fold: Fold) -> Mapping[str, str]:
    """What is typed → what it is written for, the key of its rows."""
    found: dict[str, str] = {}
    for table in (table.inner(name) for table in tables):
        for key in table.data:
            for row in table.rows(key):
                _add_row(found, _word(row, row.text, fold), fold(key), row)
    return found


class PhrasesBy(Struct, frozen=True):
    """Phrases for each of these ids, in this order."""

    ids: tuple[str, ...]

    def __call__(self, tables: Sequence[Table], name: str, _fold: Fold) -> Mapping[str, PhraseTable]:
        """Each id's phrases as one table."""
        inner = [table.inner(name) for table in tables]
        for table in inner:
            table.refuse_all_but(self.ids)
        return {key: _phrases(inner, key) for key in self.ids}


class Sayings(Struct, frozen=True):
    """Words that follow each other, and what they stand for: the value of their table's id."""

    values: Mapping[str, int | str]

    def __call__(self, tables: Sequence[Table], name: str, fold: Fold) -> Mapping[tuple[str, ...], int | str]:
        """Words in a row → value."""
        inner = [table.inner(name) for table in tables]
        found: dict[tuple[str, ...], int | str] = {}
        for table in inner:
            table.refuse_all_but(tuple(self.values))
        for key, value in self.values.items():
            for row in _rows(inner, key):
                for text in row.each_saying():
                    _add_row(found, tuple(_word(row, word, fold) for word in text.split(" ")), value, row)
        return found


class Typed(Struct, frozen=True):
    """Rows in a pattern that is looked for in the text as typed; only capitals make no difference."""

    pattern: str  # {name} is where the rows of that name go

    def __call__(self, tables: Sequence[Table], _name: str, _fold: Fold) -> re.Pattern[str]:
        """The pattern with all rows in it."""

        def either(group: re.Match[str]) -> str:
            texts = [text for row in _rows(tables, group[1]) for text in row.each()]
            escaped = [re.escape(text).replace(r"\ ", r"\s") for text in texts]
            return f"(?:{'|'.join(escaped) or _NOTHING})"

        return re.compile(GROUP.sub(either, self.pattern), re.IGNORECASE)


class ByLanguage(Struct, frozen=True):
    """Another kind, for each language by itself."""

    kind: Callable[[Sequence[Table], str, Fold], Any]

    def __call__(self, tables: Sequence[Table], name: str, fold: Fold) -> Mapping[str, Any]:
        """Language → what the kind makes of its rows."""
        return {table.language: self.kind([table], name, fold) for table in tables}


class KnownWords(Struct, frozen=True):
    """Language → the words that tell it: those of a table of its own, and all longer ones in rows of its file alone."""

    own: tuple[str, str]  # the section and name of that table
    apart: frozenset[str]  # tables whose words tell no language, by their dotted names

    def __call__(self, tables: Sequence[Table], _name: str, fold: Fold) -> Mapping[str, frozenset[str]]:
        """They have no rows of their own."""
        section, name = self.own
        in_rows = {table.language: set(_words_in_rows(table, self.apart)) for table in tables}
        found = {}
        for table in tables:
            others = (words for language, words in in_rows.items() if language != table.language)
            found[table.language] = _words([table.inner(section)], name, fold).union(
                in_rows[table.language].difference(*others)
            )
        return found


def _words_in_rows(file: Table, apart: frozenset[str]) -> Iterator[str]:
    choices = {
        choice: row
        for row in _rows_in(file, apart)
        for word in row.text.split()
        for choice in word.strip("![]").split("|")
    }
    for choice, row in choices.items():
        for word in row._replace(text=choice).each():
            if len(word) > _TELLS_NOTHING and is_word(folded := plain(word)):
                yield from spellings(folded, file.language)


def _rows_in(table: Table, apart: frozenset[str]) -> Iterator[HeardRow]:
    for name, listed in table.data.items():
        if f"{table.name}.{name}".removeprefix(".") in apart:
            continue
        if isinstance(listed, dict):
            yield from _rows_in(table.inner(name), apart)
        elif isinstance(listed, list):
            yield from table.rows(name)


def by_first_letter(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Always in the same order, since of two that are as near to what was typed the first is meant."""
    return {letter: tuple(same) for letter, same in groupby(sorted(words), key=itemgetter(0))}


def _add_row(found: dict[K, Any], key: K, value: int | str, row: HeardRow) -> None:
    if found.setdefault(key, value) != value:
        raise row.mistake(f"it already stands for {found[key]!r}")


Phrases = Annotated[PhraseTable, _phrases]
Words = Annotated[frozenset[str], _words]
Wholes = Annotated[frozenset[str], _wholes]
Beginnings = Annotated[tuple[str, ...], _beginnings]
Endings = Annotated[tuple[str, ...], _endings]
Numbers = Annotated[Mapping[str, int], _numbers]
LettersByLanguage = Annotated[Mapping[str, frozenset[str]], ByLanguage(_letters)]
WordsByLanguage = Annotated[Mapping[str, frozenset[str]], ByLanguage(_words)]
BeginningsByLanguage = Annotated[Mapping[str, tuple[str, ...]], ByLanguage(_beginnings)]
EndingsByLanguage = Annotated[Mapping[str, tuple[str, ...]], ByLanguage(_endings)]
NumbersByLanguage = Annotated[Mapping[str, Mapping[str, int]], ByLanguage(_numbers)]
SpellingsByLanguage = Annotated[Mapping[str, Mapping[str, str]], ByLanguage(_spellings)]
