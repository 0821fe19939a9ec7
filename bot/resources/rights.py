"""What the law says a person may ask for who is held: ``bot/jurisdictions/<country>/rights.toml``, read at the start.

A text that no lawyer of the organisation has signed is shown only where the organisation allows it, and says so.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files

from msgspec import Struct

from bot.core.model import LANGUAGES

TOPICS = ("held", "minor", "foreigner", "relatives")
_ROOT = files("bot.jurisdictions")


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
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            reviewed_by=row["reviewed_by"],
            text={language: row[language] for language in LANGUAGES},
        )
        for row in sheet["right"]
    )
    return tuple(right for right in rights if unreviewed or right.reviewed_by)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
