"""A row of the country's legal clocks. Nothing of any country stands in code: rows are data, as a lawyer has checked them
or not.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

FIRST_SAID = "first_said"  # in ``else_from``: when we were first told anything of the case


class Regime(StrEnum):
    """What sort of detention it is: the options of the claim ``regime``."""

    ADMINISTRATIVE = "administrative"  # an offence without arrest
    ARRESTABLE = "arrestable"  # administrative arrest is possible
    BORDER = "border"  # border, migration, customs, protected object
    CRIMINAL = "criminal"
    CRIMINAL_GRAVE = "criminal_grave"  # one of the cases with the longest term


class AtEnd(StrEnum):
    """What it means that the time is over."""

    OVERRUN = "overrun"  # somebody is held longer than the law allows: evidence
    ASK = "ask"  # by now it must have happened; whether it did, nobody tells us by itself
    TERM = "term"  # our own: what was not filed by then is late


class Sure(StrEnum):
    """How surely a row is known, until a lawyer has checked it."""

    A = "A"  # wording of the code, read in a copy of it
    B = "B"  # an official body, or its press
    C = "C"  # secondary, unofficial, or a draft
    UNKNOWN = "?"


class Length(Struct, frozen=True):
    """How long, for which regimes (empty: any) and ages (``minor``: None is any). ``doubtful``: nobody knows if it holds."""

    count: int
    unit: str  # hours, days, months
    regimes: frozenset[Regime] = frozenset()
    minor: bool | None = None
    doubtful: bool = False

    @property
    def text(self) -> str:
        """``48h``, ``10d``, ``2m``: as marks of it are kept."""
        return f"{self.count}{self.unit[0]}"

    def after(self, start: datetime, zone: ZoneInfo) -> datetime:
        """When it is over. Hours and days are spans of time; months end on the same day of the calendar in the zone."""
        if self.unit != "months":
            return start + timedelta(**{self.unit: self.count})
        here = start.astimezone(zone)
        year, month = divmod(here.year * 12 + here.month - 1 + self.count, 12)
        day = min(here.day, monthrange(year, month + 1)[1])
        return here.replace(year=year, month=month + 1, day=day).astimezone(start.tzinfo)


class Row(Struct, frozen=True):
    """One clock. ``text`` is the whole row as it stands in the file: what a lawyer signs."""

    id: str
    names: Mapping[str, str]  # by language
    starts: tuple[str, ...]
    else_from: tuple[str, ...]
    stops: frozenset[str]
    at_end: AtEnd
    situations: frozenset[str]
    regimes: frozenset[Regime]
    lengths: tuple[Length, ...]
    extended_by: str
    articles: Mapping[str, tuple[str, ...]]  # as they are cited, by language
    article_ids: tuple[str, ...]
    sure: Sure
    source: str
    valid_from: date | None
    valid_to: date | None
    note: Mapping[str, str]  # by language
    text: str
    answers: frozenset[str] = frozenset()  # sorts of papers to which a body has to answer by it

    def holds(self, day: date) -> bool:
        """Whether it is the law of that day, as far as that is known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


Law = tuple[Row, ...]
