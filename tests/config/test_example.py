"""config.example.toml shows every setting with its default and one sentence; roster.example.csv is a roster."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.config.errors import keys, sections
from bot.config.settings import Settings, load
from bot.core.roster.file import COLUMNS, decode, format_roster, parse
from bot.resources.places import load_gazetteer

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")


def test_the_example_loads_to_exactly_the_defaults() -> None:
    assert load(EXAMPLE, {}, required=()) == Settings()


def test_the_example_has_every_setting_and_no_other() -> None:
    shown = {
        f"{section}.{name}"
        for section, table in tomllib.loads(TEXT).items()
        for name in table
        if name != "steps"
    } | {f"escalation.steps.{name}" for step in tomllib.loads(TEXT)["escalation"]["steps"] for name in step}
    assert shown == set(keys(Settings))


@pytest.mark.parametrize("key", sorted(keys(Settings)))
def test_a_setting_has_one_sentence_and_the_example_says_it_just_above(key: str) -> None:
    section, _, name = key.rpartition(".")
    description = sections(Settings)[section].model_fields[name].description
    assert description
    assert description.endswith(".")
    assert re.search(rf"^# {re.escape(description)}\n(#.*\n)*{name} = ", TEXT, re.MULTILINE), description


def test_the_example_roster_can_be_imported_and_exported() -> None:
    gazetteer = load_gazetteer("kz")

    def city_id(words: str) -> str | None:
        found = gazetteer.answer(words)
        return (found.city or found.region) if found else None

    text = decode((ROOT / "roster.example.csv").read_bytes())
    assert text.splitlines()[0] == ",".join(COLUMNS)
    rows = parse(text, city_id, "KZ")
    assert {row.role for row in rows} == {"lawyer", "coordinator", "administrator"}
    assert any(row.escalation for row in rows)
    assert parse(format_roster(rows, lambda city: gazetteer.name(city, "kk")), city_id, "KZ") == rows
