"""Reads the places abroad of a jurisdiction's folder: abroad.toml names them in three languages, abroad.tsv has more."""

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from bot.core.places.kinds import Abroad

LANGUAGES = ("kk", "ru", "en")


def load_abroad(folder: Traversable) -> Iterator[Abroad]:
    """The countries, the cities named in the file, then the larger ones and every one inside the box (for locations)."""
    data: dict[str, Any] = tomllib.loads((folder / "abroad.toml").read_text("utf-8"))
    named = {str(row["geonames"]): row for row in data["cities"].values()}
    for code, row in data["countries"].items():
        names = {language: row[language] for language in LANGUAGES}
        yield Abroad(names, (*names.values(), *row.get("also", ())), code, known=True)
    for line in (folder / "abroad.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, country, name, also, north, east, reach = line.split("\t")
        row = named.get(number, {})
        names = {language: row.get(language, name) for language in LANGUAGES}
        spellings = (*names.values(), *row.get("also", ()), *(also.split(",") if also else ()))
        at = (float(north), float(east))
        yield Abroad(names, tuple(dict.fromkeys(spellings)), country, at, float(reach), number in named)
