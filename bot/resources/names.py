"""The names of people and the words around them, read once at the start: ``bot/words/names.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bot.core.understanding.name_book import NameBook, name_book
from bot.resources.cached import cached

_FILE = Path(__file__).parents[1] / "words" / "names.toml"


@cache
def read_names() -> dict[str, Any]:
    """The tables as they stand in the file."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def load_names() -> NameBook:
    """The book in which names are looked up."""
    return cached("names", lambda: name_book(read_names()))
