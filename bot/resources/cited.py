"""What papers cite and to whom they go: sheets of ``bot/jurisdictions/<country>``, read when first asked for.

A country has none of what has no sheet. Each raises SheetMistakes, which names every mistake with its file and row.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.core.cited.articles import Articles, articles_of
from bot.core.cited.checking import SheetMistakes
from bot.core.cited.offices import Offices, offices_of
from bot.core.cited.recalled import Demands, Findings, demands_of, findings_of

_ROOT = files("bot.jurisdictions")


@cache
def load_offices(jurisdiction: str) -> Offices:
    """To whom a paper can be addressed: ``addressees.toml``."""
    return offices_of(*_sheet(jurisdiction, "addressees.toml"))


@cache
def load_articles(jurisdiction: str) -> Articles:
    """Which article says what, by the day: ``articles.toml``."""
    return articles_of(*_sheet(jurisdiction, "articles.toml"))


@cache
def load_findings(jurisdiction: str) -> Findings:
    """What others have found before: ``findings.toml``."""
    return findings_of(*_sheet(jurisdiction, "findings.toml"))


@cache
def load_demands(jurisdiction: str) -> Demands:
    """What a letter may ask for: ``demands.toml``."""
    return demands_of(*_sheet(jurisdiction, "demands.toml"))


def cited_mistakes(jurisdiction: str) -> tuple[str, ...]:
    """What is wrong in all four, for whoever checks before they are needed."""
    found: list[str] = []
    for load in (load_offices, load_articles, load_findings, load_demands):
        try:
            load(jurisdiction)
        except SheetMistakes as error:
            found += error.mistakes
    return tuple(found)


def _sheet(jurisdiction: str, name: str) -> tuple[dict[str, Any], str]:
    file, where = _ROOT / jurisdiction / name, f"bot/jurisdictions/{jurisdiction}/{name}"
    try:
        return (tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}), where
    except tomllib.TOMLDecodeError as error:
        raise SheetMistakes([f"{where}: {error}"]) from error
