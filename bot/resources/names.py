"""The names of people and the words around them, read once at the start: ``bot/words/names.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from bot.core.understanding.name_book import NameBook, name_book

_FILE = Path(__file__).parents[1] / "words" / "names.toml"


@cache
def load_names() -> NameBook:
    """The book in which names are looked up."""
    return name_book(tomllib.loads(_FILE.read_text(encoding="utf-8")))
