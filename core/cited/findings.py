"""Earlier findings that a letter recalls, and the demands from which it chooses."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from core.cited.checks import (
    ROW,
    SheetMistakes,
    check_languages,
    check_maybe_text,
    check_one_of,
    check_text,
    read_rows,
)

_DEMAND = {**ROW, "text": check_languages}
_FINDING = {
    **_DEMAND,
    "by": check_text,
    "noted": check_text,
    "place": check_maybe_text,
    "link": check_maybe_text,
    "record": check_maybe_text,
}
RECORDS = ("deprivation", "prosecution", "observation")


class Demand(Struct, frozen=True):
    """One thing that a letter asks for, by language."""

    id: str
    text: Mapping[str, str]
    sure: str
    source: str
    reviewed_by: str


class Finding(Struct, frozen=True):
    """What somebody with authority has noted before. ``noted``: a year, a month or a day; ``link`` is empty if unknown."""

    id: str
    text: Mapping[str, str]
    by: str
    noted: str
    place: str
    link: str
    record: str  # of which sort of records it is
    sure: str
    source: str
    reviewed_by: str


class Findings:
    """All findings of a country."""

    def __init__(self, findings: Mapping[str, Finding]) -> None:
        self._findings = findings

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings.values())

    def by(self, on: date) -> tuple[Finding, ...]:
        """Those that had been noted by that day, the oldest first."""
        shown = on.isoformat()
        past = (
            finding
            for finding in self
            if finding.noted < shown[: len(finding.noted)] or shown == finding.noted
        )
        return tuple(sorted(past, key=lambda finding: finding.noted))

    def chosen(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """These, in this order. Raises KeyError."""
        return tuple(self._findings[id] for id in ids)


class Demands:
    """All demands of a country, in the order in which they are offered."""

    def __init__(self, demands: Mapping[str, Demand]) -> None:
        self._demands = demands

    def __iter__(self) -> Iterator[Demand]:
        return iter(self._demands.values())

    def chosen(self, ids: Iterable[str]) -> tuple[Demand, ...]:
        """These, in this order. Raises KeyError."""
        return tuple(self._demands[id] for id in ids)


def read_findings(sheet: Mapping[str, Any], where: str) -> Findings:
    """The findings of a sheet. Raises SheetMistakes."""
    mistakes: list[str] = []
    found = {}
    for name, row in read_rows(sheet, "finding", _FINDING, where, mistakes):
        if not _is_date(row["noted"]):
            mistakes.append(f"{name}: noted is {row['noted']!r}: write 2015, 2015-06 or 2015-06-30")
        if (wrong := check_one_of(("", *RECORDS))(row["record"])) is not None:
            mistakes.append(f"{name}: record is {row['record']!r}: it {wrong}")
        found[row["id"]] = Finding(**{field: row[field] for field in row if field != "reviewed_on"})
    if mistakes:
        raise SheetMistakes(mistakes)
    return Findings(found)


def read_demands(sheet: Mapping[str, Any], where: str) -> Demands:
    """The demands of a sheet. Raises SheetMistakes."""
    mistakes: list[str] = []
    rows = read_rows(sheet, "demand", _DEMAND, where, mistakes)
    if mistakes:
        raise SheetMistakes(mistakes)
    return Demands({row["id"]: Demand(**{f: row[f] for f in row if f != "reviewed_on"}) for _, row in rows})


def _is_date(noted: str) -> bool:
    try:
        date.fromisoformat(f"{noted}-01-01"[:10])
    except ValueError:
        return False
    return len(noted) in (4, 7, 10)
