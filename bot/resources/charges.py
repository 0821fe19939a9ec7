"""Articles under which people are often charged: ``bot/jurisdictions/<country>/articles.toml``, read when asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from bot.core.model import LANGUAGES

_ROOT = files("bot.jurisdictions")


class Charge(Struct, frozen=True):
    """``id`` is that of the article; ``sort``: of which proceedings; ``text``: how it is called, by language."""

    id: str
    sort: str
    text: Mapping[str, str]


def charges(jurisdiction: str, sort: str) -> tuple[Charge, ...]:
    """Those of one sort of proceedings, the most usual first; none where the country names none."""
    return tuple(charge for charge in _read(jurisdiction) if charge.sort == sort)


def charge_of(jurisdiction: str, article: str) -> Charge | None:
    """The one that was chosen; None for what was typed."""
    return next((charge for charge in _read(jurisdiction) if charge.id == article), None)


@cache
def _read(jurisdiction: str) -> tuple[Charge, ...]:
    file = _ROOT / jurisdiction / "articles.toml"
    sheet = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return tuple(
        Charge(row["article"], row["sort"], {language: row[language] for language in LANGUAGES})
        for row in sheet.get("charge", ())
    )
