"""The tables of what people say stay small enough to be read: no phrase stands there for a single sentence."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from core.model import LANGUAGES
from core.resources.word_files import WORDS

MOST = 10_500  # in all languages: a word that is missing takes the place of a phrase that it makes needless
BARE = (
    "seized",
    "hurt",
    "confined",
    "searched",
    "vanished",
    "followed",
)  # each rings by itself
FEWEST_BARE = 140


def written(language: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / language / "heard.toml").read_text("utf-8"))


def rows(data: Mapping[str, Any]) -> Iterator[object]:
    """All rows of a file: those of groups, which others name, and those that are read."""
    for value in data.values():
        yield from rows(value) if isinstance(value, dict) else value


def test_all_languages_together_have_no_more_rows_than_can_be_read() -> None:
    assert sum(1 for language in LANGUAGES for _ in rows(written(language))) <= MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_bare_words_of_what_is_done_to_people(language: str) -> None:
    data = written(language)
    assert sum(len(data["groups"][name]) for name in BARE) >= FEWEST_BARE
    read = {choice for row in rows(data["situations"]) for choice in str(row).split("|")}
    assert {f"{{{name}}}" for name in BARE} <= read
