"""The legal clocks of a country: ``bot/jurisdictions/<country>/clocks.toml`` and their articles, read at the start."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from bot.core.clocks.reading import ARTICLES, CLOCKS, LawError, law_of
from bot.core.clocks.rows import Law

_ROOT = files("bot.jurisdictions")


@cache
def load_law(jurisdiction: str) -> Law:
    """The rows; none if the country has none. Raises LawError, which names every mistake with its file and row."""
    folder = _ROOT / jurisdiction
    return law_of(_sheet(folder / CLOCKS), _sheet(folder / ARTICLES), f"bot/jurisdictions/{jurisdiction}")


def _sheet(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{file}: {error}") from error
