"""The day table: one row a day, and one a day and incident, with totals. Detentions are counted, named and others apart.

``corrected_from`` is what the last digest before the moment said of the day, where it is known otherwise now.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from bot.core.casework.kinds import HELD
from bot.core.exporting.shape import Row
from bot.core.exporting.told import Told
from bot.core.values import Precision
from bot.core.vocabulary import UNTRUE, Record

Totals = tuple[int, int, int]
NONE: Totals = (0, 0, 0)
A_MONTH = len("2018-09")


class Days(Struct, frozen=True):
    """What was counted so far, by day and incident (empty: all of the day)."""

    counted: dict[tuple[str, str], Totals] = field(default_factory=lambda: defaultdict(lambda: NONE))

    def count(self, told: Told) -> None:
        """One case: once a day, and once for each incident of which it is a part as of the moment."""
        columns = told.columns
        if columns["record"] not in HELD or columns["outcome"] in UNTRUE or columns["record"] is Record.STUB:
            return
        people = 1, int(str(columns["identified"])), told.others
        day = _day(told)
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


def _day(told: Told) -> str:
    """The day in the place's zone; the month of what is known no better."""
    happened_on, precision = told.columns["happened_on"], told.columns["started_precision"]
    if happened_on is None or precision is Precision.UNKNOWN:
        return ""
    return str(happened_on)[:A_MONTH] if precision is Precision.MONTH else str(happened_on)
