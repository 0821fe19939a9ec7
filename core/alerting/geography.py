"""Places as the search for a lawyer sees them: regions, which are next to each other, and how far it is."""

from collections.abc import Sequence
from typing import Protocol

from core.model import Case, Member
from core.places.gazetteer import Gazetteer
from core.places.place_kinds import Point, distance_km

PHONE_KM = 150  # from here on a lawyer helps by phone first: some two hours by road


class Geography(Protocol):
    """What is asked about places. None, or nothing, for what it does not know: an earlier version may have had others."""

    def region_of(self, place: str) -> str | None:
        """The region of a city or district; a region's own id."""

    def neighbours(self, region: str) -> Sequence[str]:
        """The regions next to it, the nearest first."""

    def point(self, place: str) -> Point | None:
        """Where a city or district lies; of a region, its centre."""


class GazetteerGeography:
    """The ground of a country."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def region_of(self, place: str) -> str | None:
        return self._gazetteer.region_of(place) if self._gazetteer.knows(place) else None

    def neighbours(self, region: str) -> Sequence[str]:
        return self._gazetteer.neighbours(region) if self._gazetteer.knows(region) else ()

    def point(self, place: str) -> Point | None:
        known = self._gazetteer
        if place in known.districts:
            district = known.districts[place]
            place = district.city or district.centre or district.region
        if place in known.regions:
            place = known.regions[place].centre
        return known.cities[place].at if place in known.cities else None


def case_region(case: Case, ground: Geography) -> str | None:
    """The region of the case, if it is known."""
    return case.region or (ground.region_of(case.city) if case.city else None)


def km_from_case(case: Case, member: Member, ground: Geography) -> int | None:
    """How many km the case is from the member's nearest place (from the centre, if it is a region). None if either place is
    not known, and if only the region of the case is known and the member works there.
    """
    if case.city is not None and case.city in member.cities:
        return 0
    region = case_region(case, ground)
    named = case.city or case.district
    here = ground.point(named) if named else None
    there = [place for place in member.cities if here or ground.region_of(place) != region]
    here = here or (ground.point(region) if region else None)
    points = [point for place in there if (point := ground.point(place)) is not None]
    return min((round(distance_km(here, point)) for point in points), default=None) if here else None
