"""Which countries there are, and the regions of each: a folder of core/jurisdictions with its places.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from core.model import LANGUAGES

_ROOT = files("core.jurisdictions")


class UnknownJurisdiction(LookupError):
    """There is no folder of that name; the message says which there are."""


class MissingNames(LookupError):
    """A row of a country's file has no name in one of the languages; the message says which row and which languages."""


def names_by_language(row: Mapping[str, Any], where: str) -> dict[str, str]:
    """What a row of a file is called in each language. Raises MissingNames; ``where`` is the file and the row."""
    if missing := [language for language in LANGUAGES if language not in row]:
        raise MissingNames(f"{where}: {', '.join(missing)} is missing")
    return {language: row[language] for language in LANGUAGES}


def known_jurisdictions() -> tuple[str, ...]:
    """The folders that hold places."""
    return tuple(sorted(d.name for d in _ROOT.iterdir() if d.is_dir() and (d / "places.toml").is_file()))


def jurisdiction_folder(jurisdiction: str) -> Traversable:
    """Its folder. Raises UnknownJurisdiction."""
    if jurisdiction not in known_jurisdictions():
        known = ", ".join(known_jurisdictions())
        raise UnknownJurisdiction(f"there is no jurisdiction {jurisdiction!r}; known: {known}")
    return _ROOT / jurisdiction


@cache
def jurisdiction_data(jurisdiction: str) -> dict[str, Any]:
    """What its places.toml says, read once. Raises UnknownJurisdiction."""
    return tomllib.loads((jurisdiction_folder(jurisdiction) / "places.toml").read_text("utf-8"))


def known_regions(jurisdiction: str) -> tuple[str, ...]:
    """The ids of its regions, in the order of the file. Raises UnknownJurisdiction."""
    return tuple(jurisdiction_data(jurisdiction)["regions"])


def citizenship_words(jurisdiction: str) -> tuple[str, ...]:
    """How its own nationality is written; none where the file does not say it. Raises UnknownJurisdiction."""
    return tuple(jurisdiction_data(jurisdiction).get("citizenship", ()))
