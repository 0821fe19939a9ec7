"""Figures as JSON data and back, as digests keep them: times in ISO form, a tally as three numbers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import to_builtins
from msgspec.structs import fields

from bot.core.digest.figures import Correction, Figures, Flood, Private
from bot.core.digest.tally import Tally

SPAN = ("covers_from", "covers_to")


def to_data(figures: Figures) -> dict[str, Any]:
    """The figures as JSON data."""
    data = {one.name: _plain(getattr(figures, one.name)) for one in fields(figures)}
    return data | {"hours": list(figures.hours), "private": to_builtins(figures.private)}


def from_data(data: Mapping[str, Any]) -> Figures:
    """The figures that :func:`to_data` wrote; what the digests of before did not count is not there.

    Raises KeyError, TypeError or ValueError on anything else.
    """
    first, last = (datetime.fromisoformat(data[one]) for one in SPAN)
    return Figures(
        first, last, **{name: _typed(name, value) for name, value in data.items() if name not in SPAN}
    )


def days_in(data: Mapping[str, Any]) -> dict[str, Tally] | None:
    """What a digest knew of each day; None of one of before, which did not keep it."""
    return {day: Tally(*one) for day, one in data["days"].items()} if "days" in data else None


def _plain(value: Any) -> Any:
    if isinstance(value, Tally):
        return [value.detentions, value.identified, value.unidentified]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple) and value and isinstance(value[0], Correction):
        return [[one.day.isoformat(), _plain(one.was), _plain(one.now)] for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _typed(name: str, value: Any) -> Any:
    if name == "corrections":
        return tuple(Correction(date.fromisoformat(day), Tally(*was), Tally(*now)) for day, was, now in value)
    if name == "hours":
        return tuple(value)
    if name == "private":
        return _private(value)
    if isinstance(value, list):
        return Tally(*value)
    return {key: Tally(*one) for key, one in value.items()} if isinstance(value, Mapping) else value


def _private(value: Mapping[str, Any]) -> Private:
    known: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in value.items()
    }
    return Private(**known | {"floods": tuple(Flood(**one) for one in value.get("floods", ()))})
