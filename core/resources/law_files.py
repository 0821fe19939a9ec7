"""Articles under which people are often charged: ``core/jurisdictions/<country>/articles.toml``, read when asked for.

What papers cite and to whom they go: sheets of ``core/jurisdictions/<country>``, read when first asked for.

A country has none of what has no sheet. Each raises SheetMistakes, which names every mistake with its file and row.

The legal clocks of a country: ``core/jurisdictions/<country>/clocks.toml`` and their articles, read at the start.

What the law says a person may ask for who is held: ``core/jurisdictions/<country>/rights.toml``, read at the start.

A text that no lawyer of the organisation has signed is shown only where the organisation allows it, and says so.

Beside its templates an organisation may have sheets of the same names (``own`` is that folder): a row there stands in place
of the shipped one with its id, or comes after the shipped ones.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from core.cited.articles import Articles, read_articles
from core.cited.checks import SheetMistakes
from core.cited.findings import Demands, Findings, read_demands, read_findings
from core.cited.offices import Offices, read_offices
from core.clocks.clock_rows import ARTICLES, CLOCKS, Law, LawError, read_law
from core.resources.jurisdictions import BadSheet, country_sheet, names_by_language

_ROOT = files("core.jurisdictions")


class Charge(Struct, frozen=True):
    """``id`` is that of the article; ``sort``: of which proceedings; ``text``: how it is called, by language."""

    id: str
    sort: str
    text: Mapping[str, str]


def known_charges(sort: str, jurisdiction: str, own: Path | None = None) -> tuple[Charge, ...]:
    """Those of one sort of proceedings, the most usual first; none where the country names none."""
    return tuple(charge for charge in _read_charges(jurisdiction, own) if charge.sort == sort)


def charge_of(article: str, jurisdiction: str, own: Path | None = None) -> Charge | None:
    """The one that was chosen; None for what was typed."""
    return next((charge for charge in _read_charges(jurisdiction, own) if charge.id == article), None)


@cache
def _read_charges(jurisdiction: str, own: Path | None) -> tuple[Charge, ...]:
    sheet = country_sheet(jurisdiction, ARTICLES, own)
    return tuple(
        Charge(row["article"], row["sort"], names_by_language(row, f"articles.toml, charge {row['article']}"))
        for row in sheet.get("charge", ())
    )


@cache
def load_offices(jurisdiction: str, own: Path | None = None) -> Offices:
    """To whom a paper can be addressed: ``addressees.toml``."""
    return read_offices(*_cited_sheet(jurisdiction, "addressees.toml", own))


@cache
def load_articles(jurisdiction: str, own: Path | None = None) -> Articles:
    """Which article says what, by the day: ``articles.toml``."""
    return read_articles(*_cited_sheet(jurisdiction, "articles.toml", own))


@cache
def load_findings(jurisdiction: str, own: Path | None = None) -> Findings:
    """What others have found before: ``findings.toml``."""
    return read_findings(*_cited_sheet(jurisdiction, "findings.toml", own))


@cache
def load_demands(jurisdiction: str, own: Path | None = None) -> Demands:
    """What a letter may ask for: ``demands.toml``."""
    return read_demands(*_cited_sheet(jurisdiction, "demands.toml", own))


def cited_mistakes(jurisdiction: str, own: Path | None = None) -> tuple[str, ...]:
    """What is wrong in all four files, to be checked before they are needed."""
    found: list[str] = []
    for load in (load_offices, load_articles, load_findings, load_demands):
        try:
            load(jurisdiction, own)
        except SheetMistakes as error:
            found += error.mistakes
    return tuple(found)


def _cited_sheet(jurisdiction: str, name: str, own: Path | None) -> tuple[dict[str, Any], str]:
    try:
        return country_sheet(jurisdiction, name, own), f"core/jurisdictions/{jurisdiction}/{name}"
    except BadSheet as error:
        raise SheetMistakes([str(error)]) from error


@cache
def load_law(jurisdiction: str, own: Path | None = None) -> Law:
    """The rows; none if the country has none. Raises LawError, which names every mistake with its file and row."""
    try:
        clocks, articles = (country_sheet(jurisdiction, name, own) for name in (CLOCKS, ARTICLES))
    except BadSheet as error:
        raise LawError(str(error)) from error
    return read_law(clocks, articles, f"core/jurisdictions/{jurisdiction}")


TOPICS = ("held", "minor", "foreigner", "relatives")


class Right(Struct, frozen=True):
    """One text. ``valid_from`` and ``valid_to``: from and until which day it holds; None where nobody has looked it up."""

    id: str
    topics: tuple[str, ...]
    articles: str
    source: str
    valid_from: date | None
    valid_to: date | None
    reviewed_by: str
    text: Mapping[str, str]  # by language

    def holds(self, day: date) -> bool:
        """Whether it is the law of that day, as far as that is known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def load_rights(jurisdiction: str, *, unreviewed: bool) -> tuple[Right, ...]:
    """The texts that may be shown; none if the country has none. ``unreviewed``: also those that no lawyer has signed."""
    file = _ROOT / jurisdiction / "rights.toml"
    sheet = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {"right": []}
    rights = (
        Right(
            id=row["id"],
            topics=tuple(row["topics"]),
            articles=row["articles"],
            source=row["source"],
            valid_from=_parse_day(row["valid_from"]),
            valid_to=_parse_day(row["valid_to"]),
            reviewed_by=row["reviewed_by"],
            text=names_by_language(row, f"rights.toml, right {row['id']}"),
        )
        for row in sheet["right"]
    )
    return tuple(right for right in rights if unreviewed or right.reviewed_by)


def _parse_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
