"""Detentions, and the persons in them: the numbers from which all others are made; and which regions a digest names.

A number must not point at a person. A region is named only if it has FEW new detentions or more: otherwise somebody who
knows one of the people held there would know what was told of them. A city that is a region by itself is so large that it is
always named. All other regions are added up to one number.
"""

from collections.abc import Callable, Container, Iterable, Mapping

from msgspec import Struct

from core.model import Case
from core.values import Precision

UNKNOWN = ""  # the key of what is not known
COARSE = {Precision.MONTH: len("2018-09"), Precision.YEAR: len("2018")}  # as much of an ISO day as is known


class Tally(Struct, frozen=True):
    """Detentions, and the persons in them: named, and the least number of unnamed ones. Never added to one number."""

    detentions: int = 0
    identified: int = 0
    unidentified: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.detentions + other.detentions,
            self.identified + other.identified,
            self.unidentified + other.unidentified,
        )


def total_tally(cases: Iterable[Case]) -> Tally:
    """The tally of all these cases together."""
    found = tuple(cases)
    return Tally(
        len(found), sum(case.identified for case in found), sum(case.unidentified_min for case in found)
    )


def tally_by(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, Tally]:
    """Of each key, in the order of keys."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(case)
    return {name: total_tally(groups[name]) for name in sorted(groups)}


def event_day(case: Case) -> str:
    """The ISO day on which it happened, the month or the year of what is known no better, or UNKNOWN."""
    if case.happened_on is None or case.started_precision is Precision.UNKNOWN:
        return UNKNOWN
    return case.happened_on.isoformat()[: COARSE.get(case.started_precision)]


FEW = 5
OTHERS = "others"


def fold_small_regions(regions: Mapping[str, Tally], cities: Container[str]) -> dict[str, Tally]:
    """The same numbers. ``cities``: regions that are one city."""
    found: dict[str, Tally] = {}
    for region, tally in regions.items():
        named = region == UNKNOWN or region in cities or tally.detentions >= FEW
        key = region if named else OTHERS
        found[key] = found.get(key, Tally()) + tally
    return found
