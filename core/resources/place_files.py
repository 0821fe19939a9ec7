"""Reads the places abroad of a jurisdiction's folder: abroad.toml names them in three languages, abroad.tsv has more.

Reads the places of a jurisdiction's folder. Every name of its own places comes from there and from nowhere else.

    places.toml       regions, cities and larger villages, with all their names; names that need a proof
    districts.toml    the districts of cities and regions
    settlements.tsv   every settlement: code, kind, two names, coordinates
    abroad.toml, .tsv countries, foreign cities
    ordinary.tsv      words that are no slip of a large city's name, though near it

Bodies are kept beside them and held to their shape by ``tests/places``.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.model import LANGUAGES
from core.places.gazetteer import Gazetteer
from core.places.place_kinds import City, District, ForeignPlace, Places, Proof, Region
from core.places.place_names import adjective_of, romanise, sounds_of, written_spellings
from core.places.station_words import StationWords, check_station_words
from core.resources.file_cache import cached
from core.resources.jurisdictions import jurisdiction_data, jurisdiction_folder, names_by_language


def load_abroad(folder: Traversable) -> Iterator[ForeignPlace]:
    """The countries, the cities named in the file, then the larger ones and every one inside the box (for locations)."""
    data: dict[str, Any] = tomllib.loads((folder / "abroad.toml").read_text("utf-8"))
    named = {str(row["geonames"]): row for row in data["cities"].values()}
    for code, row in data["countries"].items():
        names = names_by_language(row, f"abroad.toml, country {code}")
        yield ForeignPlace(names, (*names.values(), *row.get("also", ())), code, known=True)
    for line in (folder / "abroad.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, country, name, also, north, east, reach = line.split("\t")
        row = named.get(number, {})
        names = {language: row.get(language, name) for language in LANGUAGES}
        spellings = (*names.values(), *row.get("also", ()), *(also.split(",") if also else ()))
        at = (float(north), float(east))
        yield ForeignPlace(names, tuple(dict.fromkeys(spellings)), country, at, float(reach), number in named)


_PROOFS = {
    "other": Proof.OTHER,
    "word": Proof.WORD,
    "verb": Proof.VERB,
    "person": Proof.PERSON,
    "surname": Proof.SURNAME,
    "prep": Proof.PREPOSITION,
    "former": Proof.FORMER,
    "city": Proof.CITY,
}
_TOWN = "г"
_WORDS = Path(__file__).parents[1] / "words"
# Заводской, Мирный: more often a district or a street than the village
_ADJECTIVES = ("ий", "ый", "ой", "ое", "sky", "skoy", "ny", "oye")
_SURNAMES = ("ов", "ев", "ёв", "ин", "ov", "ev", "in")  # Сергеев, in Kazakh; and Смирнова, of Смирново
_OF_SURNAMES = ("ово", "ево", "ино", "ovo", "evo", "ino")
_COMMON = 3  # a name that so many villages bear elsewhere names none of them


@cache
def load_gazetteer(jurisdiction: str) -> Gazetteer:
    """The gazetteer of ``kz`` or another folder, read once. Raises UnknownJurisdiction."""
    return cached(
        f"places-{jurisdiction}", lambda: Gazetteer(load_places(jurisdiction), load_station_words())
    )


def load_station_words(words: Path = _WORDS) -> StationWords:
    """How places of detention are named: ``core/words/<language>/stations.toml``. Raises BadStationWords."""
    paths = {language: words / language / "stations.toml" for language in LANGUAGES}
    tables = {language: tomllib.loads(path.read_text("utf-8")) for language, path in paths.items()}
    return StationWords(
        {language: check_station_words(str(paths[language]), table) for language, table in tables.items()}
    )


def load_places(jurisdiction: str) -> Places:
    """The places of a jurisdiction. Raises UnknownJurisdiction; KeyError: a hole in the files."""
    data = jurisdiction_data(jurisdiction)
    folder = jurisdiction_folder(jurisdiction)
    divided = _toml(folder / "districts.toml")
    country = _Country(data, divided, {s.code: s for s in _settlements(folder / "settlements.tsv")})
    cities = tuple(country.cities())
    return Places(
        regions=tuple(_region(key, row) for key, row in data["regions"].items()),
        cities=cities,
        villages=tuple(country.villages()),
        districts=tuple(country.districts({city.id: city.region for city in cities})),
        abroad=tuple(load_abroad(folder)),
        not_places=tuple(data["not_places"]["words"]),
        namesakes=tuple(data["not_places"].get("names", ())),
        spelt=tuple(data["not_places"].get("spelt", ())),
        ordinary=tuple(_ordinary(folder / "ordinary.tsv")),
        box=tuple(data["box"]),
        reach_km=data["reach_km"],
    )


def _toml(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _ordinary(file: Traversable) -> Iterator[str]:
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    for line in lines:
        if not line.startswith("#"):
            yield from line.split()


class _Settlement(Struct, frozen=True):
    """A line of settlements.tsv."""

    code: str
    kind: str
    ru: str
    kk: str
    at: tuple[float, float] | None


def _settlements(file: Traversable) -> Iterator[_Settlement]:
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, kind, ru, kk, north, east = line.split("\t")
            yield _Settlement(code, kind, ru, kk or ru, (float(north), float(east)) if north else None)


class _Country:
    """The settlements and districts, by the codes that say where they belong."""

    def __init__(
        self, data: dict[str, Any], divided: dict[str, Any], settlements: Mapping[str, _Settlement]
    ) -> None:
        self._rows: dict[str, dict[str, Any]] = data["cities"]
        self._divided = divided
        self._settlements = settlements
        self._regions = {str(row["kato"]): key for key, row in data["regions"].items()}
        self._zones = {key: row["zone"] for key, row in data["regions"].items()}
        self._districts = {str(row["kato"]): key for key, row in divided["rural"].items() if "kato" in row}
        self._proofs = {
            sounds_of(name): _PROOFS[kind] for kind, names in data["proof"].items() for name in names
        }
        self._borne: dict[str, Counter[str]] = {}
        for settlement in settlements.values():
            names = {name for own in {settlement.ru, settlement.kk} for name in written_spellings(own)}
            for name in {sounds_of(name) for name in names}:
                self._borne.setdefault(name, Counter())[settlement.code[:2]] += 1

    def cities(self) -> Iterator[City]:
        """Those of places.toml."""
        found = [self._city(key, row) for key, row in self._rows.items()]
        named: dict[str, dict[str, str]] = {}
        for city in found:
            for name, _ in city.spellings:
                named.setdefault(sounds_of(name), {})[city.id] = city.region
        for city in found:
            yield city if city.button else self._no_more_than_sure(city, named)

    def villages(self) -> Iterator[City]:
        """All other settlements, from the official list."""
        known = {str(row["kato"]) for row in self._rows.values() if "kato" in row}
        for code, row in self._settlements.items():
            if code not in known:
                names = {"kk": row.kk, "ru": row.ru, "en": romanise(row.kk)}
                region = self._regions[code[:2]]
                said = tuple(
                    (name, Proof.CITY)
                    for own in dict.fromkeys((row.ru, row.kk))
                    for name in written_spellings(own)
                )
                district = self._districts.get(code[:4])
                yield City(
                    f"v{code}", region, names, self._zones[region], row.at, said, False, False, district
                )

    def districts(self, region_of: Mapping[str, str]) -> Iterator[District]:
        """Those of cities, then those of regions."""
        for key, row in self._divided["city"].items():
            yield _district(key, row, region_of[row["city"]])
        for key, row in self._divided["rural"].items():
            yield _district(
                key, row, row["region"] if "region" in row else self._regions[str(row["kato"])[:2]]
            )

    def _city(self, key: str, row: dict[str, Any]) -> City:
        code = str(row.get("kato", ""))
        known = self._settlements.get(code)
        region = row["region"] if "region" in row else self._regions[code[:2]]
        town = known is None or known.kind == _TOWN
        names = names_by_language(row, f"places.toml, city {key}")
        own = [*names.values(), *row.get("old", ()), *row.get("also", ())]
        spellings = {n: self._proof(n, town) for name in own for n in written_spellings(name)}
        landmarks = dict.fromkeys(row.get("landmarks", ()), Proof.LANDMARK)
        at = tuple(row["at"]) if "at" in row else known.at if known else None
        return City(
            key,
            region,
            names,
            self._zones[region],
            at,
            (*spellings.items(), *landmarks.items()),
            row.get("button", False),
            town,
            self._districts.get(code[:4]),
            row.get("reach_km", 0),
            adjectives=tuple(self._adjectives(row, own, spellings)) if town else (),
            large=row.get("large", False),
        )

    def _proof(self, name: str, town: bool) -> Proof:
        known = self._proofs.get(sounds_of(name))
        if known is not None:
            return known
        if name.endswith(_SURNAMES):
            return Proof.ENDING
        if name.endswith(_ADJECTIVES) and not town:
            return Proof.CITY
        if name.endswith(_OF_SURNAMES):
            return Proof.PREPOSITION
        return Proof.NONE

    def _adjectives(
        self, row: dict[str, Any], names: list[str], proofs: Mapping[str, Proof]
    ) -> Iterator[str]:
        yield from row.get("adjectives", ())
        if not row.get("no_adjective"):
            for name in names:
                if proofs[name] < Proof.CITY and (adjective := adjective_of(name)):
                    yield adjective

    def _no_more_than_sure(self, city: City, named: Mapping[str, Mapping[str, str]]) -> City:
        """With the proof that a name needs which settlements of other regions have too."""
        own = next(code for code, key in self._regions.items() if key == city.region)
        known = city.town or city.large
        spellings, elsewhere = [], set[str]()
        for name, proof in city.spellings:
            sounded = sounds_of(name)
            others = sum(n for code, n in self._borne.get(sounded, Counter()).items() if code != own)
            many = others >= (_COMMON if city.town else _COMMON + city.large)
            common = many or len(set(named[sounded].values())) > 1
            needed = proof
            if not city.town and (common or len(named[sounded]) > 1):
                needed = Proof.CITY
            elif others and not known:
                needed = max(proof, Proof.PERSON)
            spellings.append((name, needed))
            if common or (others and not known):
                elsewhere.add(sounded)
        return replace(city, spellings=tuple(spellings), elsewhere=frozenset(elsewhere))


def _region(key: str, row: dict[str, Any]) -> Region:
    names = names_by_language(row, f"places.toml, region {key}")
    said = {field: tuple(row.get(field, ())) for field in ("adjectives", "before", "after", "bare")}
    return Region(key, names, row["centre"], tuple(row["neighbours"]), **said)


def _district(key: str, row: dict[str, Any], region: str) -> District:
    names = {
        "kk": f"{row['kk']} ауданы",
        "ru": f"{row['ru']} район" if row["ru"].endswith("ий") else f"район {row['ru']}",
        "en": f"{row['en']} District",
    }
    called = dict.fromkeys((row["kk"], row["ru"], row["en"], *row.get("also", ())))
    adjectives = tuple(name for name in called if name.endswith(("ий", "ый")))
    said = tuple(n for name in called if name not in adjectives for n in written_spellings(name))
    shared = row.get("shared", False)
    return District(key, region, names, adjectives, said, row.get("city"), row.get("centre"), shared)
