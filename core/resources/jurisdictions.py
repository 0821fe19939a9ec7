"""Which countries there are, and the regions of each: a folder of core/jurisdictions with its places.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from core.model import LANGUAGES

_ROOT = files("core.jurisdictions")


class UnknownJurisdiction(LookupError):
    """There is no folder of that name; the message says which there are."""


class MissingNames(LookupError):
    """A row of a country's file has no name in one of the languages; the message says which row and which languages."""


class BadSheet(ValueError):
    """A sheet cannot be read; the message names the file and the place."""


def country_sheet(jurisdiction: str, name: str, own: Path | None = None) -> dict[str, Any]:
    """A country's sheet, with the rows of the organisation's own in place of those that have the same id, or after them.
    Empty where nobody has any. Raises BadSheet.
    """
    sheet = _read_sheet(_ROOT / jurisdiction / name)
    for table, rows in (_read_sheet(own / name) if own is not None else {}).items():
        if isinstance(rows, dict):
            sheet[table] = {**sheet.get(table, {}), **rows}
        else:
            told = {_row_id(row) for row in rows}
            sheet[table] = [row for row in sheet.get(table, []) if _row_id(row) not in told] + rows
    return sheet


def _row_id(row: Mapping[str, Any]) -> Any:
    return row.get("id") or row.get("article")


def _read_sheet(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    except (OSError, ValueError) as error:
        raise BadSheet(f"{file}: {error}") from error


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
