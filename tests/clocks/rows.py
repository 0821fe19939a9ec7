"""Rows as tests make them: nothing of them is anybody's law."""

from datetime import date
from typing import Any

from core.clocks.clock_rows import AtEnd, ClockLength, ClockRegime, ClockRow, RowSureness
from core.model import LANGUAGES


def row(id: str = "made-up", **more: Any) -> ClockRow:
    """A row that starts with the restriction of freedom, stops with the release, and is over after three hours."""
    given: dict[str, Any] = {
        "names": dict.fromkeys(LANGUAGES, id),
        "starts": ("started",),
        "else_from": (),
        "stops": frozenset({"released_at"}),
        "at_end": AtEnd.OVERRUN,
        "situations": frozenset(),
        "regimes": frozenset(),
        "lengths": (hours(3),),
        "extended_by": "",
        "articles": dict.fromkeys(LANGUAGES, ("Made-up 1",)),
        "article_ids": ("made-up-1",),
        "sure": RowSureness.A,
        "source": "made up",
        "valid_from": None,
        "valid_to": None,
        "note": dict.fromkeys(LANGUAGES, ""),
        "text": id,
    }
    return ClockRow(id=id, **(given | more))


def hours(count: int, *regimes: str, minor: bool | None = None, doubtful: bool = False) -> ClockLength:
    """So many hours."""
    return ClockLength(count, "hours", frozenset(map(ClockRegime, regimes)), minor, doubtful)


def day(text: str) -> date:
    """2026-06-30."""
    return date.fromisoformat(text)
