"""A sheet as JSON data and back, as it waits in the outbox until it is drawn."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.core.digest.sheet import Bar, Panel, Sheet


def to_data(sheet: Sheet) -> dict[str, Any]:
    """The sheet as JSON data."""
    return asdict(sheet)


def from_data(data: Mapping[str, Any]) -> Sheet:
    """The sheet that :func:`to_data` wrote."""
    columns = tuple(_panel(one) for one in data["columns"])
    return Sheet(**{**data, "below": tuple(data["below"]), "rows": _panel(data["rows"]), "columns": columns})


def _panel(data: Mapping[str, Any]) -> Panel:
    return Panel(data["title"], tuple(Bar(**one) for one in data["bars"]), data["today"])
