"""Nobody must be found by a place: where few were reported, an export without names says no more than the digest would.

A region is named from FEW cases of this export on, a city or village too; a region that is one city always. A full export
names all.
"""

from collections import Counter
from collections.abc import Container

from msgspec import Struct, field

from bot.core.exporting.shape import TABLES, Cell, Row

FEW = 5  # cases, as in bot.core.digest.regions
REGION, CITY = "region", "city"  # what is withheld


class Small(Struct, frozen=True):
    """``cities``: regions that are one city. ``all_named``: nothing is withheld."""

    cities: Container[str]
    all_named: bool = False
    counted: Counter[str] = field(default_factory=Counter)

    def count(self, case: Row) -> None:
        """A record of ``cases``."""
        at = _AT["cases"]
        self.counted.update({one for one in (case[at], case[at + 1]) if isinstance(one, str) and one})

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
