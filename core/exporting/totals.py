"""The day table: one row for each day, and one for each day and incident, with totals. Detentions are counted, named and
others apart.

``corrected_from`` is what the last digest before the moment said of the day, if we know better now.

Nobody must be found by a place: if few cases were reported there, an export without names says no more than the digest
would. A region, city or village is named only if it has FEW cases of this export or more; a region that is one city is
always named. A full export names all.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct, field

from core.casework.claim_kinds import HELD
from core.exporting.exported_case import KNOWN, ExportedCase
from core.exporting.table_columns import TABLES, Cell, Row
from core.values import Precision
from core.vocabulary import UNTRUE, RecordKind

Totals = tuple[int, int, int]
NO_TOTALS: Totals = (0, 0, 0)


class DayTotals(Struct, frozen=True):
    """What was counted so far, by day and incident (empty: all of the day)."""

    counted: dict[tuple[str, str], Totals] = field(default_factory=lambda: defaultdict(lambda: NO_TOTALS))

    def count(self, told: ExportedCase) -> None:
        """One case: once a day, and once for each incident of which it is a part as of the moment."""
        columns = told.columns
        if (
            columns["record"] not in HELD
            or columns["outcome"] in UNTRUE
            or columns["record"] is RecordKind.STUB
        ):
            return
        people = 1, int(str(columns["identified"])), told.others
        day = _event_day(told)
        for incident in ("", *told.incidents):
            before = self.counted[day, incident]
            self.counted[day, incident] = (
                before[0] + people[0], before[1] + people[1], before[2] + people[2],
            )  # fmt: skip

    def rows(self, as_of: str, published: Mapping[str, Totals]) -> Iterator[Row]:
        """In the order of days; an unknown day stands first, as an empty one."""
        for (day, incident), totals in sorted(self.counted.items()):
            was = published.get(day) if not incident else None
            corrected: Iterable[int | None] = was if was is not None and was != totals else (None,) * 3
            yield (day, incident, *totals, as_of, *corrected)


def _event_day(told: ExportedCase) -> str:
    """The day in the place's zone; the month or the year of what is known no better."""
    happened_on, precision = told.columns["happened_on"], told.columns["started_precision"]
    if happened_on is None or precision is Precision.UNKNOWN:
        return ""
    return str(happened_on)[: KNOWN.get(str(precision))]


FEW = 5  # cases, as in core.digest.tally
REGION, CITY = "region", "city"  # what is withheld


class SmallNumbers(Struct, frozen=True):
    """``cities``: regions that are one city. ``all_named``: nothing is withheld."""

    cities: Container[str]
    all_named: bool = False
    counted: Counter[str] = field(default_factory=Counter)

    def count(self, case: Row) -> None:
        """A record of ``cases``."""
        at = _AT["cases"]
        self.counted.update({value for value in (case[at], case[at + 1]) if isinstance(value, str) and value})

    def shown(self, table: str, row: Row) -> Row:
        """The record with its place as it may be told."""
        at = _AT.get(table)
        if at is None or self.all_named:
            return row
        region, city, _, withheld = self._placed(row[at], row[at + 1])
        return (*row[:at], region, city, "", withheld, *row[at + 4 :])

    def names(self, region: str, place: str) -> bool:
        """Whether the place, which lies in this region, can stand in a record at all."""
        near = "" if place == region else place
        return self.all_named or place in self._placed(region, near)[:2]

    def _placed(self, region: Cell, city: Cell) -> tuple[Cell, Cell, str, str]:
        named, near = str(region or ""), str(city or "")
        if named in self.cities:
            return named, near, "", ""
        if not named:
            return "", "", "", REGION if near else ""
        if self.counted[named] < FEW:
            return "", "", "", REGION
        if near and self.counted[near] < FEW:
            return named, "", "", CITY
        return named, near, "", ""


# Where the four columns of a place begin.
_AT = {table: columns.index("region") for table, columns in TABLES.items() if "place_withheld" in columns}
