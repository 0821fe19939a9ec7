"""Promises about the page: words in three languages, the map is the gazetteer's, small modules, nothing from outside."""

import json
import re
from graphlib import TopologicalSorter
from typing import Any

import pytest

from core.resources.place_files import load_gazetteer
from playground.bot_api.faults import FaultKind
from playground.signal_cli.faults import KINDS
from playground.web.app import PAGE

LANGUAGES = ("en", "ru", "kk")
SCRIPTS = sorted((PAGE / "js").glob("*.js"))
BUILT = re.compile(r"^(section|role|band|kind|fault|log)-")  # keys that scripts put together


def words(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((PAGE / "words" / f"{language}.json").read_text("utf-8"))
    return found


def sources() -> str:
    files = [*SCRIPTS, PAGE / "index.html"]
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_word_exists_in_every_language_with_the_same_variables(language: str) -> None:
    def variables(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    english, other = words("en"), words(language)
    assert list(english) == list(other)
    for key, text in english.items():
        assert variables(text) == variables(other[key]), key
        assert other[key].strip(), key


def test_months_and_weekdays_are_complete() -> None:
    for language in LANGUAGES:
        assert len(words(language)["months"].split()) == 12
        assert len(words(language)["weekdays"].split()) == 7


def test_every_word_is_used_and_every_used_word_exists() -> None:
    text = sources()
    quoted = set(re.findall(r'"([a-z0-9_-]+)"', text))
    assert [key for key in words("en") if key not in quoted and not BUILT.match(key)] == []
    said = set(re.findall(r'\b(?:here|says)\(\s*"([^"]+)"', text))
    said |= set(re.findall(r'\bsay\([\w.]+, "([^"]+)"', text))
    said |= set(re.findall(r'data-say(?:-label)?="([^"]+)"', text))
    assert said - set(words("en")) == set()


def test_every_fault_of_the_server_has_its_words() -> None:
    assert {f"fault-{kind}" for kind in FaultKind} <= set(words("en"))
    assert {f"fault-signal_{kind}" for kind in KINDS} <= set(words("en"))


@pytest.mark.slow
def test_the_map_shows_the_cities_of_the_gazetteer() -> None:
    country: dict[str, Any] = json.loads((PAGE / "data" / "country.json").read_text("utf-8"))
    gazetteer = load_gazetteer("kz")
    shown = {city["id"]: city for city in country["cities"]}
    assert list(shown) == [city.id for city in gazetteer.buttons()]
    for city in gazetteer.buttons():
        assert shown[city.id]["names"] == city.names
        assert shown[city.id]["zone"] == city.zone
        assert shown[city.id]["at"] == pytest.approx(city.at, abs=0.05)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_module_is_small_says_what_it_is_and_sets_texts_as_text(path: Any) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    assert text.startswith("// ")
    assert not re.search(
        r"(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function", text
    )


def test_nothing_comes_from_outside() -> None:
    files = [*PAGE.rglob("*.js"), *PAGE.rglob("*.css"), *PAGE.rglob("*.html")]
    for path in files:
        outside = set(re.findall(r"https?://[\w./-]+", path.read_text("utf-8"))) - {
            "http://www.w3.org/2000/svg"
        }
        assert outside == set(), path


def test_no_two_scripts_import_each_other() -> None:
    imports = {
        path.name: re.findall(r'^import .* from "\./(.+)";$', path.read_text("utf-8"), re.M)
        for path in SCRIPTS
    }
    assert imports["main.js"]
    TopologicalSorter(imports).prepare()  # a circle is an error
