"""Rows of ``heard.toml`` as they are written, and the mistakes that are seen before they are compiled.

``{name}`` in a row stands for the words of ``[groups] name`` of the same file. Right behind a stem they are its endings, of
which "-" says that it has no ending: with ``past = ["-", "ла", "ли"]`` the row ``увез{past}`` is увез, увезла and увезли.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import process

from core.understanding.plain import is_word, plain

_NEAR = 75  # percent of likeness of a name that was probably meant
GROUP = re.compile(r"\{(\w+)\}")
_CHOICES = re.compile(r"[^!\[\]]+")  # for one word of a phrase
_NO_ENDING = "-"


class HeardMistake(ValueError):
    """A ``heard.toml`` that cannot be used; the message says file, table, row and reason."""


class HeardRow(NamedTuple):
    """One row as it is written. ``example``: a sentence in which it is heard, if the row itself is not a sentence."""

    file: str
    table: str
    number: int  # from 1
    text: str
    example: str | None
    groups: Mapping[str, tuple[str, ...]]

    def mistake(self, reason: str) -> HeardMistake:
        """The mistake, said of this row."""
        return HeardMistake(f"{self.file}: {self.table}, row {self.number} «{self.text}»: {reason}")

    def each(self) -> Iterator[str]:
        """The words that the row stands for: itself, or one for each word of the groups in it."""
        literal, names = GROUP.split(self.text)[::2], GROUP.findall(self.text)
        for words in product(*map(self._group, names)):
            endings = ["" if word == _NO_ENDING else word for word in words]
            yield "".join(text + ending for text, ending in zip(literal, (*endings, ""), strict=True))

    def each_saying(self) -> Iterator[str]:
        """The same of words in a row, where a word may be one of several (``а|б``) or be missing (``[в]``)."""
        for text in self.each():
            choices = [
                ("", *word[1:-1].split("|")) if word[:1] == "[" and word[-1:] == "]" else word.split("|")
                for word in text.split(" ")
            ]
            yield from dict.fromkeys(" ".join(filter(None, words)) for words in product(*choices))

    def filled(self) -> str:
        """A phrase with the words of its groups, and the forms of its stems, as alternatives."""
        return " ".join(
            _CHOICES.sub(self._alternatives, word) if "{" in word else word for word in self.text.split()
        )

    def _alternatives(self, choices: re.Match[str]) -> str:
        words = (each for choice in choices[0].split("|") for each in self._replace(text=choice).each())
        return "|".join(dict.fromkeys(words))

    def _group(self, name: str) -> tuple[str, ...]:
        if not self.groups.get(name):
            raise self.mistake(f"there are no {name!r} in [groups] of this file")
        return self.groups[name]


class Table(Struct, frozen=True):
    """A table of one language's file. ``name`` is dotted, "" for the whole file. What stands in it may be the table of
    another file.
    """

    language: str
    file: str
    name: str
    data: Mapping[str, object]
    groups: Mapping[str, tuple[str, ...]]

    def inner(self, name: str) -> "Table":
        """The table in it; an empty one where the language says nothing of the kind."""
        data = self.data.get(name, {})
        if isinstance(data, Table):
            return data  # of a file of its own
        if not isinstance(data, dict):
            raise HeardMistake(f"{self.file}: {self._dotted(name)}: expected a table, not {_shown(data)}")
        return Table(self.language, self.file, self._dotted(name), data, self.groups)

    def rows(self, name: str) -> list[HeardRow]:
        table, listed = self._dotted(name), self.data.get(name, [])
        if not isinstance(listed, list):
            raise HeardMistake(f"{self.file}: {table}: expected rows in [ ], not {_shown(listed)}")
        rows: dict[str, HeardRow] = {}
        for number, written in enumerate(listed, 1):
            row = self._row(table, number, written)
            if not row.text.strip():
                raise row.mistake("it is empty")
            if before := rows.get(row.text.lower()):
                raise row.mistake(f"it is there already, as row {before.number}")
            rows[row.text.lower()] = row
        return list(rows.values())

    def refuse_all_but(self, known: Sequence[str]) -> None:
        """Raises HeardMistake for a table or rows of a name that nothing reads."""
        for name in self.data:
            if name not in known:
                near = process.extractOne(name, known, score_cutoff=_NEAR)
                meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
                raise HeardMistake(f"{self.file}: {self._dotted(name)}: nothing reads it; {meant}")

    def _row(self, table: str, number: int, written: object) -> HeardRow:
        match written:
            case str():
                return HeardRow(self.file, table, number, written, None, self.groups)
            case {"row": str(text), "example": str(example), **rest} if not rest:
                return HeardRow(self.file, table, number, text, example, self.groups)
        raise HeardMistake(
            f"{self.file}: {table}, row {number}: expected text in quotes, "
            f'or {{ row = "…", example = "…" }}, not {_shown(written)}'
        )

    def _dotted(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name


def _one_word(row: HeardRow, word: str) -> str:
    if word != _NO_ENDING and not is_word(plain(word.removesuffix("*"))):
        raise row.mistake("a group is of single words")
    return word


def _shown(value: object) -> str:
    return f"{value!r:.60}"


def file_table(language: str, file: str, data: Mapping[str, object]) -> Table:
    """A whole file, whose ``groups`` its other rows may name. ``file`` is how mistakes call it."""
    whole = Table(language, file, "", data, {})
    listed = whole.inner("groups")
    groups: dict[str, tuple[str, ...]] = {}
    for name in listed.data:  # made of those above it
        rows = [row._replace(groups=groups) for row in listed.rows(name)]
        groups[name] = tuple(dict.fromkeys(_one_word(row, word) for row in rows for word in row.each()))
    return Table(language, file, "", {name: data[name] for name in data if name != "groups"}, groups)
