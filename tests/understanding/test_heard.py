"""Every row of every ``heard.toml`` can be heard: an example is made of it, and the whole vocabulary hears that."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from core.model import LANGUAGES
from core.resources.word_files import WORDS, heard_table, load_heard
from core.understanding.clock_facts import Line
from core.understanding.heard_people import spoken
from core.understanding.kinds import (
    Beginnings,
    ByLanguage,
    Endings,
    LettersByLanguage,
    Numbers,
    Phrases,
    PhrasesBy,
    Sayings,
    SpellingsByLanguage,
    Typed,
    VocabularySection,
    Wholes,
    Words,
    section_kinds,
)
from core.understanding.phrases import happened, mentions, says
from core.understanding.plain import loose, plain, sentence, tokens
from core.understanding.rows import HeardRow, Table
from core.understanding.situations import UNDENIED
from tests.project.tree import ROOT

HEARD = load_heard()
TYPED = {  # what a row is typed in, and how often its pattern is then found
    "who.between": "Айгүл {} Болат",
    "who.and_so_on": "Айгүл, {}.",
    "who.which": "двое, {} были с ней",
    "who.among": "{}: Айгүл",
}


@dataclass(frozen=True)
class Listed:
    """The rows of one table, and what they were compiled to. ``key``: a part of what they stand for."""

    language: str
    name: str
    key: str
    kind: Any
    value: Any
    rows: tuple[HeardRow, ...]


def kind_of(hint: Any) -> Any:
    return hint.__metadata__[0]


def listed(section: VocabularySection, table: Table) -> Iterator[Listed]:
    """All tables of a language's file."""
    for name, kind in section_kinds(type(section)).items():
        value = getattr(section, name)
        if isinstance(value, VocabularySection):
            yield from listed(value, table.inner(name))
        elif name in table.data:
            own = isinstance(kind, ByLanguage)
            nested = isinstance(table.data[name], dict)
            inner = table.inner(name) if nested else table
            for key in inner.data if nested else (name,):
                rows = tuple(inner.rows(key))
                yield Listed(
                    table.language,
                    f"{inner.name}.{key}",
                    key,
                    kind.kind if own else kind,
                    value[table.language] if own else value,
                    rows,
                )


TABLES = [table for language in LANGUAGES for table in listed(HEARD, heard_table(WORDS, language))]


def sentences(row: HeardRow) -> Iterator[str]:
    """Examples of a phrase: each of its alternatives stands in one; what may be missing is, and nothing is between."""
    words = [
        [choice.removesuffix("*") for choice in word.split("|")]
        for word in row.filled().split()
        if word != "~" and word[0] not in "[!"
    ]
    for i in range(max(map(len, words))):
        yield " ".join(choices[i % len(choices)] for choices in words)


def hears_phrase(table: Listed, text: str) -> bool:
    pattern = table.value[table.key] if isinstance(table.value, dict) else table.value
    if table.name.startswith("flags."):
        return says(pattern, sentence(text), HEARD.denial)
    if table.name.startswith("situations.") and table.key not in UNDENIED:
        return happened(pattern, sentence(text), HEARD.denial) is not None
    return mentions(pattern, sentence(text))


def word(table: Listed, text: str) -> str:
    """The word as those who look it up have it; "" if it is none."""
    line = Line(tokens(text), HEARD, kazakh=False)
    if len(line.tokens) != 1:
        return ""
    if table.name.startswith("people."):
        return spoken(line.tokens[0].text)
    return line.word(0) if table.name.startswith("clock.") else line.tokens[0].text


def hears_word(table: Listed, text: str) -> bool:
    return word(table, text) in table.value


def hears_beginning(table: Listed, text: str) -> bool:
    return word(table, text.removesuffix("*")).startswith(table.value)


def hears_ending(table: Listed, text: str) -> bool:
    fold = loose if table.name.startswith("clock.") else plain
    ending = text.removeprefix("*")
    return fold(("ba" if ending.isascii() else "ба") + ending).endswith(table.value)


def hears_number(table: Listed, text: str) -> bool:
    return bool(table.value.get(word(table, text)) == int(table.key))


def hears_spelling(table: Listed, text: str) -> bool:
    return bool(table.value.get(plain(text)) == plain(table.key))


def hears_saying(table: Listed, text: str) -> bool:
    line = Line(tokens(text), HEARD, kazakh=False)
    meant = table.kind.values[table.key]
    return line.phrase(table.value, 0) == (meant, len(line.tokens))


def hears_typed(table: Listed, text: str) -> bool:
    return table.value.search(TYPED[table.name].format(text)) is not None


def hears_letter(table: Listed, text: str) -> bool:
    return text in table.value


def hears_whole(table: Listed, text: str) -> bool:
    return " ".join(one.text for one in tokens(text)) in table.value


HEARERS: dict[Any, Callable[[Listed, str], bool]] = {
    kind_of(Phrases): hears_phrase,
    kind_of(Words): hears_word,
    kind_of(Beginnings): hears_beginning,
    kind_of(Endings): hears_ending,
    kind_of(Numbers): hears_number,
    kind_of(Wholes): hears_whole,
    kind_of(LettersByLanguage).kind: hears_letter,
    kind_of(SpellingsByLanguage).kind: hears_spelling,
    PhrasesBy: hears_phrase,
    Sayings: hears_saying,
    Typed: hears_typed,
}


EXAMPLES: dict[Callable[[Listed, str], bool], Callable[[HeardRow], Iterator[str]]] = {
    hears_phrase: sentences,
    hears_whole: HeardRow.each_saying,
    hears_saying: HeardRow.each_saying,
}


def unheard(table: Listed) -> list[str]:
    """The examples of its rows that nothing hears."""
    hears = HEARERS[type(table.kind) if type(table.kind) in HEARERS else table.kind]
    examples = EXAMPLES.get(hears, HeardRow.each)
    return [
        example
        for row in table.rows
        for example in ((row.example,) if row.example else examples(row))
        if not hears(table, example)
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: f"{t.language} {t.name}")
def test_every_row_is_heard(table: Listed) -> None:
    assert unheard(table) == []


def test_a_row_that_nothing_hears_is_seen() -> None:
    def table(name: str, text: str) -> Listed:
        like = next(one for one in TABLES if one.language == "ru" and one.name == name)
        return replace(like, rows=(HeardRow("", name, 1, text, None, {}),))

    assert unheard(table("situations.missing", "испарил*")) == ["испарил"]
    assert unheard(table("clock.ago", "тогда")) == ["тогда"]
    assert unheard(table("clock.days.yesterday", "завтра")) == ["завтра"]


@pytest.mark.slow
def test_no_words_of_a_language_are_left_in_the_code() -> None:
    """Only the letters that stand for each other, in plain; the words around names are in names.toml."""
    found = [
        (path.name, node.value)
        for path in sorted((ROOT / "core/understanding").glob("*.py"))
        if path.name != "plain.py" and not path.name.startswith("name")
        for node in strings(ast.parse(path.read_text(encoding="utf-8")))
        if re.search("[а-яёәғқңөұүһі]", str(node.value).lower())
    ]
    assert found == []


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Those that are no docstrings, parts of texts included."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node
