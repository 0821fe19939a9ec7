"""Stations with their numbers: the country's (``core/jurisdictions/<country>/stations.toml``) and the organisation's own."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from core.places.gazetteer import Gazetteer
from core.stations import COLUMNS, BadStations, PlaceLookup, Station, read_stations

_ROOT = files("core.jurisdictions")


def load_stations(jurisdiction: str, gazetteer: Gazetteer, own: str = "") -> tuple[Station, ...]:
    """The country's and then the organisation's (``own``: its file, if it has one), which count where both name one.

    Raises BadStations, which names every mistake with its row.
    """
    places, country = _places(gazetteer), jurisdiction.upper()
    found = read_stations(_of_country(jurisdiction), places, country)
    found += read_stations(_of_file(Path(own)), places, country) if own else []
    return tuple({station.id: station for station in found}.values())


def _of_country(jurisdiction: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    file = _ROOT / jurisdiction / "stations.toml"
    sheet = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    for number, row in enumerate(sheet.get("station", []), start=1):
        cells = {**row, "name": row["ru"], "phones": ";".join(row["phones"])}
        yield f"{file.name} no. {number}", cells


def _of_file(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BadStations([f"the file cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise BadStations(["expected a CSV file in UTF-8"]) from error
    lines = text.splitlines()
    semicolons = bool(lines) and lines[0].count(";") > lines[0].count(",")
    table = csv.DictReader(lines, delimiter=";" if semicolons else ",", strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            raise BadStations(
                [f"line 1: expected the columns {', '.join(COLUMNS)}; missing {', '.join(missing)}"]
            )
        for row in table:
            yield f"line {table.line_num}", {column: row[column] or "" for column in COLUMNS}
    except csv.Error as error:
        raise BadStations([f"line {table.line_num}: {error}"]) from error


def _places(gazetteer: Gazetteer) -> PlaceLookup:
    def place(typed: str) -> tuple[str, str | None] | None:
        known = typed if gazetteer.knows(typed) else None
        match = gazetteer.answer(typed) if known is None and typed else None
        id = known or (match.city or match.region if match is not None else None)
        if id is None:
            return None
        return gazetteer.region_of(id), id if id in gazetteer.cities else None

    return place
