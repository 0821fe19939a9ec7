"""How a letter is typed: one message a language, or one for all. Pure.

A line that begins with kk:, ru: or en: starts a language; one that begins with the code of a case is its paragraph, which
stands in place of what is built of it; others begin with a word: title, text, to whom, right, demand.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from core.folding import folded_words
from core.model import LANGUAGES
from core.papers.letter import OWN, TYPED, LetterChoices
from core.values import Texts

TITLE, TEXT = "title", "text"
LONGEST = 4000  # characters of what was typed of one thing
_BEGINS = re.compile(r"^\s*([^\s:：][^:：\n]{0,40})[:：]\s*", re.MULTILINE)
_ALSO = {"kz": "kk", "қаз": "kk", "каз": "kk", "рус": "ru", "eng": "en", "анг": "en"}
_CALLED = {language: language for language in LANGUAGES} | _ALSO


class TypedPart(Struct, frozen=True):
    """What was typed below one mark: ``of`` is a language's title, text, list, or the code of a case as it is kept."""

    language: str
    of: str
    words: str


def split_typed(text: str, language: str, marks: Mapping[str, str], other: str = TEXT) -> list[TypedPart]:
    """``marks``: folded mark → what it stands for; ``other``: what is meant before any mark. A line that begins with no mark
    goes on with what stands above it.
    """
    found: list[TypedPart] = []
    of, at = other, 0

    def keep(until: int) -> None:
        lines = [" ".join(line.split()) for line in text[at:until].split("\n")]
        words = "\n".join(line for line in lines if line)[:LONGEST]
        if words:
            found.append(TypedPart(language, of, words))

    for mark in _BEGINS.finditer(text):
        said = " ".join(folded_words(mark[1]))
        if said not in _CALLED and said not in marks:
            continue
        keep(mark.start())
        at = mark.end()
        language, of = (_CALLED[said], other) if said in _CALLED else (language, marks[said])
    keep(len(text))
    return found


def split_languages(text: str, language: str) -> dict[str, str]:
    """Language → what was written in it, in one line. What stands before any mark is in the writer's ``language``."""
    return {part.language: " ".join(part.words.split()) for part in split_typed(text, language, {})}


def add_typed(choices: LetterChoices, parts: Sequence[TypedPart]) -> LetterChoices:
    """With what was typed in place of what stood there in these languages; what was not typed again stays."""
    languages = {part.language for part in parts}
    said = {(part.of, part.language): part.words for part in parts}
    typed = {of: [dict(row) for row in choices.typed.get(of, ())] for of in TYPED}
    for of, rows in typed.items():
        for language in languages:
            written = [part.words for part in parts if part.of == of and part.language == language]
            for row in rows if written else ():
                row.pop(language, None)
            for number, words in enumerate(written):
                rows.extend({} for _ in range(number + 1 - len(rows)))
                rows[number][language] = " ".join(words.split())
    changed = {
        of: _without_own(getattr(choices, of)) for of in TYPED if typed[of] != choices.typed.get(of, [])
    }
    return replace(
        choices,
        **changed,
        occasion=_with_written(choices.occasion, said, TITLE, languages),
        text=_with_written(choices.text, said, TEXT, languages),
        typed={of: rows for of, rows in typed.items() if any(rows)},
    )


def without_typed(choices: LetterChoices, parts: Sequence[TypedPart]) -> LetterChoices:
    """Without them: what they replaced is not known any more."""
    said = {(part.of, part.language, part.words) for part in parts}

    def left(of: str, texts: Mapping[str, str]) -> dict[str, str]:
        return {language: words for language, words in texts.items() if (of, language, words) not in said}

    return replace(
        choices,
        occasion=left(TITLE, choices.occasion),
        text=left(TEXT, choices.text),
        typed={of: [left(of, row) for row in rows] for of, rows in choices.typed.items()},
    )


def _without_own(chosen: Sequence[str]) -> tuple[str, ...]:
    """What was typed is chosen by somebody who has read it as it is now."""
    return tuple(id for id in chosen if not id.startswith(OWN))


def _with_written(
    before: Mapping[str, str], said: Mapping[tuple[str, str], str], of: str, languages: Collection[str]
) -> dict[str, str]:
    new = {language: said[of, language] for language in languages if (of, language) in said}
    return {**before, **new}


def add_written(before: Texts, written: dict[str, str]) -> Texts:
    """The texts with these languages replaced; languages that were not written again stay as they were."""
    return Texts(**{language: written.get(language, before.of(language)) for language in LANGUAGES})
