"""config.example.toml shows every setting with its default and one sentence; roster.example.csv is a roster."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.config.mistakes import keys_of, sections_of
from bot.config.settings import Settings, load
from core.resources.place_files import load_gazetteer
from core.roster.csv_file import COLUMNS, format_roster, parse_roster
from core.roster.spreadsheet import table_text

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")


# What has no default stands there with a # before it, and nothing between.
WHOLE = re.sub(r"^#(?=[a-z\[])", "", TEXT, flags=re.MULTILINE)


def settings_in(table: dict[str, Any], name: str = "") -> Iterator[str]:
    """Every setting's dotted name; tables of a list carry the list's."""
    for key, value in table.items():
        inside = value if isinstance(value, list) else [value]
        tables = [one for one in inside if isinstance(one, dict)]
        dotted = f"{name}.{key}" if name else key
        for one in tables:
            yield from settings_in(one, dotted)
        if not tables:
            yield dotted


def test_what_the_example_shows_without_setting_it_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(WHOLE, encoding="utf-8")
    settings = load(file, {}, required=())
    assert [plan.name for plan in settings.escalation.policy().plans] == ["nights in the west"]
    assert settings.channels == {"kk": "-1001234567890"}
    plain = {"escalation": Settings().escalation, "digest": Settings().digest, "papers": Settings().papers}
    assert settings.model_copy(update=plain) == Settings()


def test_the_example_loads_to_exactly_the_defaults() -> None:
    assert load(EXAMPLE, {}, required=()) == Settings()


def test_the_example_has_every_setting_and_no_other() -> None:
    assert set(settings_in(tomllib.loads(WHOLE))) == set(keys_of(Settings))


@pytest.mark.parametrize("key", sorted(keys_of(Settings)))
def test_a_setting_has_one_sentence_and_the_example_says_it_just_above(key: str) -> None:
    section, _, name = key.rpartition(".")
    description = sections_of(Settings)[section].model_fields[name].description
    assert description
    assert description.endswith(".")
    assert re.search(rf"^# {re.escape(description)}\n(#.*\n)*{name} = ", WHOLE, re.MULTILINE), description


def test_the_example_roster_can_be_imported_and_exported() -> None:
    gazetteer = load_gazetteer("kz")

    def city_id(words: str) -> str | None:
        found = gazetteer.answer(words)
        return (found.city or found.region) if found else None

    text = table_text((ROOT / "roster.example.csv").read_bytes())
    assert text.splitlines()[0] == ",".join(COLUMNS)
    rows = parse_roster(text, city_id, "KZ")
    assert {row.role for row in rows} == {"lawyer", "coordinator", "administrator"}
    assert any(row.escalation for row in rows)
    assert parse_roster(format_roster(rows, lambda city: gazetteer.name(city, "kk")), city_id, "KZ") == rows
