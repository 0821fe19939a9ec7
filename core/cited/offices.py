"""To whom a paper is addressed. Who holds an office is known by the day; if nobody is known for a day, no name is
printed.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Any

from msgspec import Struct

from core.cited.checks import (
    ROW,
    SOURCED,
    SheetMistakes,
    check_day,
    check_languages,
    check_maybe_text,
    check_truth,
    check_words,
    field_mistakes,
    gap_mistakes,
    parse_day,
    read_rows,
)

NEEDS = (
    "region",
    "station",
    "court",
    "through",
)  # what somebody fills in: nothing of it is guessed or declined
FRESH = timedelta(
    days=30
)  # so long after somebody looked, a holder without an end still counts as the holder
_OFFICE = {
    **ROW,
    "name": check_languages,
    "line": check_languages,
    "unnamed": lambda value: check_languages(value) if value else None,
    "needs": check_words(NEEDS),
    "personal": check_truth,
    "from": check_day,
    "to": check_day,
    "contact": check_maybe_text,
    "holder": lambda value: None if isinstance(value, list) else "must be rows",
}
_DAYS = ({"on"}, {"from", "to"}, {"from", "seen"})  # on one day; from to; since, as somebody saw on a day


def _days(value: Any) -> str | None:
    if (
        not isinstance(value, dict)
        or set(value) not in _DAYS
        or any(check_day(day) or not day for day in value.values())
    ):
        return 'must be { on = "2026-06-30" }, or from and to, or from and seen: the day on which somebody saw it'
    first, last = _span(value)
    return "ends before it begins" if last < first else None


def _span(days: Mapping[str, str]) -> tuple[date, date]:
    first = days.get("on") or days["from"]
    last = days.get("to") or days.get("seen") or first
    return date.fromisoformat(first), date.fromisoformat(last)


_HOLDER = {**SOURCED, "name": check_languages, "addressed": check_languages, "days": _days}


class NotAddressableReason(StrEnum):
    """Why an office cannot be addressed on a day."""

    GONE = "gone"  # there was no such office on that day
    NOBODY = "nobody"  # nobody is named for that day
    STALE = "stale"  # somebody held it when somebody last looked, which is too long ago


class Holder(Struct, frozen=True):
    """Who holds an office. ``first`` to ``last``: the days for which that is known."""

    names: Mapping[str, str]  # by language
    addressed: Mapping[str, str]  # as it stands in the addressee's line
    first: date
    last: date
    ended: bool  # nothing is known of later; else it was so when somebody last looked
    source: str
    reviewed_by: str


class Office(Struct, frozen=True):
    """An office; ``needs``: what must stand below its line."""

    id: str
    names: Mapping[str, str]
    lines: Mapping[str, str]
    unnamed: Mapping[str, str]  # the same without the holder; empty where nobody is named anyway
    needs: tuple[str, ...]
    personal: bool
    first: date | None
    last: date | None
    contact: str
    holders: tuple[Holder, ...]
    sure: str
    source: str
    reviewed_by: str


class Addressee(Struct, frozen=True):
    """An office that may be addressed, with its holder if it is addressed by name."""

    office: Office
    holder: Holder | None

    def line(self, language: str) -> str:
        """The line of the addressee, in the grammatical case in which it stands."""
        who = {"holder": self.holder.addressed[language]} if self.holder is not None else {}
        return self.office.lines[language].format_map(who)


class NotAddressable(Struct, frozen=True):
    """The office cannot be addressed on that day. ``known``: for which days somebody is named."""

    office: Office
    on: date
    why: NotAddressableReason
    known: tuple[tuple[date, date], ...]
    last: Holder | None = None  # who held it when somebody last looked, which is too long ago


class Offices:
    """All offices of a country."""

    def __init__(self, offices: Mapping[str, Office]) -> None:
        self._offices = offices

    def __iter__(self) -> Iterator[Office]:
        return iter(self._offices.values())

    def of(self, id: str, on: date) -> Addressee | NotAddressable:
        """The office and its holder on that day, or why not. Raises KeyError where no row has this id."""
        office = self._offices[id]
        known = tuple((holder.first, holder.last) for holder in office.holders)
        if (office.first and on < office.first) or (office.last and on > office.last):
            return NotAddressable(office, on, NotAddressableReason.GONE, known)
        if not office.personal:
            return Addressee(office, None)
        for holder in office.holders:
            if holder.first <= on <= _known_until(holder):
                return Addressee(office, holder)
        seen = [holder for holder in office.holders if not holder.ended and holder.first <= on]
        last = max(seen, key=lambda holder: holder.last, default=None)
        why = NotAddressableReason.NOBODY if last is None else NotAddressableReason.STALE
        return NotAddressable(office, on, why, known, last)


def read_offices(sheet: Mapping[str, Any], where: str) -> Offices:
    """The offices of a sheet. Raises SheetMistakes."""
    mistakes: list[str] = []
    offices = {}
    for name, row in read_rows(sheet, "office", _OFFICE, where, mistakes):
        wrong = [f"line, {what}" for what in gap_mistakes(row["line"], ["holder"] if row["personal"] else [])]
        for number, holder in enumerate(row["holder"], start=1):
            wrong += [f"holder {number}: {what}" for what in field_mistakes(holder, _HOLDER)]
        if row["holder"] and not row["personal"]:
            wrong.append("an office that is addressed without a name has no holders")
        if row["personal"] is not bool(row["unnamed"]):
            wrong.append("unnamed: the line without a holder, where it is addressed by name; else {}")
        if not wrong:
            offices[row["id"]] = office = _office(row)
            wrong += [
                f"two hold it on {max(a.first, b.first)}"
                for a, b in combinations(office.holders, 2)
                if a.first <= b.last and b.first <= a.last
            ]
        mistakes += [f"{name}: {what}" for what in wrong]
    if mistakes:
        raise SheetMistakes(mistakes)
    return Offices(offices)


def _known_until(holder: Holder) -> date:
    return holder.last if holder.ended else holder.last + FRESH


def _office(row: Mapping[str, Any]) -> Office:
    return Office(
        id=row["id"],
        names=row["name"],
        lines=row["line"],
        unnamed=row["unnamed"],
        needs=tuple(row["needs"]),
        personal=row["personal"],
        first=parse_day(row["from"]),
        last=parse_day(row["to"]),
        contact=row["contact"],
        holders=tuple(_holder(holder) for holder in row["holder"]),
        sure=row["sure"],
        source=row["source"],
        reviewed_by=row["reviewed_by"],
    )


def _holder(row: Mapping[str, Any]) -> Holder:
    first, last = _span(row["days"])
    return Holder(
        names=row["name"],
        addressed=row["addressed"],
        first=first,
        last=last,
        ended="seen" not in row["days"],
        source=row["source"],
        reviewed_by=row["reviewed_by"],
    )
