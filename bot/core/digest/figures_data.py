"""Figures as JSON data and back, as digests keep them: times in ISO form, a tally as three numbers."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from bot.core.digest.figures import Correction, Figures, Private, Tally


def to_data(figures: Figures) -> dict[str, Any]:
    """The figures as JSON data."""
    data = {one.name: _plain(getattr(figures, one.name)) for one in fields(figures)}
    return data | {"private": asdict(figures.private)}


def from_data(data: Mapping[str, Any]) -> Figures:
    """The figures that :func:`to_data` wrote. Raises KeyError, TypeError or ValueError on anything else."""
    data = {"without_place": 0, "summonses": 0, "unclear": 0, **data}  # digests of before did not count them
    return Figures(**{one.name: _typed(one.name, data[one.name]) for one in fields(Figures)})


def _plain(value: Any) -> Any:
    if isinstance(value, Tally):
        return [value.detentions, value.identified, value.unidentified]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [[one.day.isoformat(), _plain(one.was), _plain(one.now)] for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _typed(name: str, value: Any) -> Any:
    if name in ("covers_from", "covers_to"):
        return datetime.fromisoformat(value)
    if name == "corrections":
        return tuple(Correction(date.fromisoformat(day), Tally(*was), Tally(*now)) for day, was, now in value)
    if name == "private":
        return Private(
            tuple(value["found_nobody"]),
            tuple(value["without"]),
            tuple(value["answer_seconds"]),
            dict(value["offers"]),
        )
    if isinstance(value, list):
        return Tally(*value)
    return {key: Tally(*one) for key, one in value.items()} if isinstance(value, Mapping) else value
