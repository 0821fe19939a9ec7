"""A sheet as JSON data and back, as it waits in the outbox until it is drawn."""

from collections.abc import Mapping
from typing import Any

from msgspec import convert, to_builtins

from bot.core.digest.sheet import Sheet


def to_data(sheet: Sheet) -> Mapping[str, Any]:
    """The sheet as JSON data."""
    data: Mapping[str, Any] = to_builtins(sheet)
    return data


def from_data(data: Mapping[str, Any]) -> Sheet:
    """The sheet that :func:`to_data` wrote."""
    return convert(data, Sheet)
