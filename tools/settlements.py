"""Makes ``core/jurisdictions/kz/settlements.tsv``: every settlement of Kazakhstan, with its code, names and coordinates.

    python -m tools.settlements KATO.csv WHOSONFIRST > core/jurisdictions/kz/settlements.tsv

``KATO.csv`` is the state's classifier of administrative objects (Bureau of National Statistics) as ``id;parent;code;name``;
``WHOSONFIRST`` a checkout of whosonfirst-data-admin-kz. The classifier says what there is and in which district; the
other where it lies, and its Kazakh name if it has one. They are joined by how a name sounds, within the old region;
a name that the region has twice, or that lies far from the rest of its district, gets no coordinates rather than wrong ones.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from core.places.place_kinds import distance_km
from core.places.place_names import sounds_of

HEAD = """\
# Every settlement of Kazakhstan: code, kind (г town, п settlement, с village), name in Russian, in Kazakh if it is known
# and differs, latitude and longitude if they are known. The first four digits of a code are its district.
# Codes, kinds and Russian names: classifier of administrative-territorial objects (KATO), Bureau of National Statistics,
# 17 October 2022. Kazakh names and coordinates: Who's On First (whosonfirst.org, CC BY 4.0; from GeoNames, CC BY 4.0, and
# GeoPlanet, CC BY 3.0). Made by tools/settlements.py; corrections belong into places.toml.
"""
OLD_REGIONS = {
    "10": "East Kazakhstan", "11": "Aqmola", "15": "Aqtöbe", "19": "Almaty", "23": "Atyrau", "27": "West Kazakhstan",
    "31": "Zhambyl", "33": "Almaty", "35": "Qaraghandy", "39": "Qostanay", "43": "Qyzylorda", "47": "Mangghystau",
    "55": "Pavlodar", "59": "North Kazakhstan", "61": "South Kazakhstan", "62": "Qaraghandy", "63": "East Kazakhstan",
}  # fmt: skip
NAMED = re.compile(r"([спг])\.\s*(?![оа]\.|о\b)(.+)")  # с.Шелек, but not с.о.Акмол, a rural circle
KAZAKH = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі -]+")
FAR, SURE = 120, 1.3  # km from the middle of a district, times the distance of its ninth tenth


@dataclass(frozen=True)
class Row:
    """A settlement of the classifier."""

    code: str
    kind: str
    name: str

    @property
    def district(self) -> str:
        return self.code[:4]

    @property
    def region(self) -> str:
        return OLD_REGIONS.get(self.code[:2], "")


@dataclass(frozen=True)
class Point:
    """A place on the map, and its Kazakh name or nothing."""

    at: tuple[float, float]
    kazakh: str


def main() -> None:
    """Write the file to the standard output."""
    rows = [row for row in classifier(Path(sys.argv[1])) if row.code[-2:] in {"00", "80"}]
    places = joined(rows, located(Path(sys.argv[2])))
    sys.stdout.write(HEAD)
    for row in sorted(rows, key=lambda row: row.code):
        point = places.get(row.code)
        kazakh = point.kazakh if point and point.kazakh != row.name else ""
        at = f"{point.at[0]:.3f}\t{point.at[1]:.3f}" if point else "\t"
        sys.stdout.write(f"{row.code}\t{row.kind}\t{row.name}\t{kazakh}\t{at}\n")


def classifier(file: Path) -> Iterator[Row]:
    """The settlements of the classifier, without districts, circles, winterings and sidings."""
    for line in file.read_text("utf-8-sig").splitlines()[1:]:
        _, _, code, name = line.split(";", 3)
        match = NAMED.fullmatch(re.sub(r"[«»\"]", "", name.strip()))
        if match and (match[1] == "г" or not code.endswith("000")):
            yield Row(code, match[1], match[2].strip())


def located(folder: Path) -> dict[tuple[str, str], list[Point]]:
    """(old region, how a name sounds) → where it may be."""
    files = (file for file in sorted(folder.glob("data/**/*.geojson")) if "-alt-" not in file.name)
    read = [json.loads(file.read_bytes())["properties"] for file in files]
    regions = {p["wof:id"]: p["wof:name"] for p in read if p["wof:placetype"] == "region"}
    found: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for place in read:
        if place["wof:placetype"] != "locality" or place.get("edtf:deprecated", "uuuu") not in {
            "",
            "uuuu",
            "..",
        }:
            continue
        names = _names(place)
        kazakh = next((n for n in names["kaz"] if KAZAKH.fullmatch(n)), "")
        kazakh = re.sub(" (қаласы|ауылы|кенті|ауданы)$", "", kazakh)
        point = Point((place["geom:latitude"], place["geom:longitude"]), kazakh)
        called = {sounds_of(re.sub("['’]", "", name)) for of in names.values() for name in of}
        for region in {regions.get(h.get("region_id"), "") for h in place["wof:hierarchy"]}:
            for name in called:
                found[region, name].append(point)
    return found


def _names(place: dict[str, Any]) -> dict[str, list[str]]:
    said = {
        code: [n for kind in ("preferred", "variant") for n in place.get(f"name:{code}_x_{kind}", ())]
        for code in ("kaz", "rus", "eng", "und")
    }
    return said | {"": [place["wof:name"]]}


def joined(rows: list[Row], points: dict[tuple[str, str], list[Point]]) -> dict[str, Point]:
    """Code → point: first names that a region has once, then those that lie in the middle of their district."""
    borne = Counter((row.region, sounds_of(row.name)) for row in rows)
    may = {row.code: points.get((row.region, sounds_of(row.name)), []) for row in rows}
    once = {
        row.code: may[row.code][0]
        for row in rows
        if len(may[row.code]) == 1 and borne[row.region, sounds_of(row.name)] == 1
    }
    districts: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for code, point in once.items():
        districts[code[:4]].append(point.at)
    middle = {d: (median(a for a, _ in at), median(o for _, o in at)) for d, at in districts.items()}
    reach = {d: _reach(middle[d], at) for d, at in districts.items()}
    found: dict[str, Point] = {}
    taken: set[Point] = set()
    for row in sorted(rows, key=lambda row: row.code not in once):
        near = [
            point
            for point in may[row.code]
            if row.district in middle
            and point not in taken
            and distance_km(middle[row.district], point.at) <= reach[row.district]
        ]
        if near and all(distance_km(near[0].at, other.at) < 8 for other in near):
            found[row.code] = near[0]
            taken.add(near[0])
    return found


def _reach(middle: tuple[float, float], points: list[tuple[float, float]]) -> float:
    distances = sorted(distance_km(middle, at) for at in points)
    return min(FAR, max(40, SURE * distances[int(len(distances) * 0.9)]))


if __name__ == "__main__":
    main()
