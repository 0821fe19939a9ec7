"""Who is on duty, and why. Of all that was said of a member the first of these decides:

    suspended · cannot be reached · tapped *off* · taken out, or replaced · put in, or in a colleague's place ·
    tapped *on* · a shift · for whoever has no shift at all: the mark of the roster

Nothing here depends on the order in which things were said. Intervals include their beginning and not their end.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.core.duty.wall import interval
from bot.core.model import Member
from bot.core.rota import Change, Rota, Shift
from bot.core.vocabulary import Role

DAYS = timedelta(days=1)
AHEAD = timedelta(days=15)  # so far it is looked for the next change: every shift comes within a week
NOTHING = Rota()
Interval = tuple[datetime, datetime]


class Why(StrEnum):
    """What decides that somebody is on duty, or is not."""

    SUSPENDED = "suspended"
    UNREACHABLE = "unreachable"
    OFF = "off"
    REMOVED = "removed"
    REPLACED = "replaced"
    ADDED = "added"
    REPLACES = "replaces"
    ON = "on"
    SHIFT = "shift"
    NO_SHIFT = "no_shift"
    STANDING = "standing"
    NOT_STANDING = "not_standing"
    ELSEWHERE = "elsewhere"  # does not work in the region


ON_DUTY = frozenset({Why.ADDED, Why.REPLACES, Why.ON, Why.SHIFT, Why.STANDING})


class Schedule:
    """Everybody's duty. ``away``: ids of who cannot be reached. ``regions``: where a member works; none is everywhere.

    ``zone`` is the organisation's. Administrators are asked nothing and never on duty.
    """

    def __init__(
        self,
        members: Sequence[Member],
        zone: ZoneInfo,
        *,
        away: Collection[int],
        regions: Callable[[Member], Collection[str]],
    ) -> None:
        self.members = [member for member in members if member.role is not Role.ADMINISTRATOR]
        self.zone = zone
        self.away = away
        self.regions = regions
        self._lasting: dict[tuple[datetime, Shift], bool] = {}  # many have the same shifts
        self._replaced: dict[int, list[Interval]] = {}
        for member in self.members:
            for one in (member.duty or NOTHING).overrides:
                if one.replaces is not None and member.suspended_at is None:
                    self._replaced.setdefault(one.replaces, []).append((one.starts, one.ends))

    def on_duty(
        self, at: datetime, region: str | None = None, language: str | None = None
    ) -> list[tuple[Member, Why]]:
        """Who is, with the reason, in the order of the roster. Without a region: anywhere."""
        found = [
            (member, self.why(member, at, region))
            for member in self.members
            if language is None or language in member.languages
        ]
        return [(member, why) for member, why in found if why in ON_DUTY]

    def why(self, member: Member, at: datetime, region: str | None = None) -> Why:
        """What decides about one member."""
        if member.suspended_at is not None:
            return Why.SUSPENDED
        if member.id in self.away:
            return Why.UNREACHABLE
        if region is not None and not self.serves(member, region):
            return Why.ELSEWHERE
        return self.said(member, at, region)

    def said(self, member: Member, at: datetime, region: str | None = None) -> Why:
        """The same by what was said of their duty alone: as if they could be reached."""
        if member.duty is None and member.id not in self._replaced:
            return Why.STANDING if member.on_duty else Why.NOT_STANDING
        rota = member.duty or NOTHING
        mark = rota.mark if rota.mark is not None and rota.mark.since <= at < rota.mark.until else None
        now = [one.change for one in rota.overrides if one.starts <= at < one.ends]
        if mark is not None and not mark.on:
            return Why.OFF
        if Change.REMOVE in now:
            return Why.REMOVED
        if any(starts <= at < ends for starts, ends in self._replaced.get(member.id, ())):
            return Why.REPLACED
        if Change.REPLACE in now:
            return Why.REPLACES
        if Change.ADD in now:
            return Why.ADDED
        if mark is not None:
            return Why.ON
        if not rota.shifts:
            return Why.STANDING if member.on_duty else Why.NOT_STANDING
        theirs = (shift for shift in rota.shifts if region is None or shift.region in (None, region))
        return Why.SHIFT if any(self._lasts(shift, at) for shift in theirs) else Why.NO_SHIFT

    def serves(self, member: Member, region: str) -> bool:
        """Whether the member works there."""
        where = self.regions(member)
        return not where or region in where

    def gaps(
        self, start: datetime, end: datetime, region: str | None = None, language: str | None = None
    ) -> list[Interval]:
        """When nobody is on duty between these moments, earliest first."""
        return self._when(start, end, self.members, lambda moment: not self.on_duty(moment, region, language))

    def stints(self, member: Member, start: datetime, end: datetime) -> list[Interval]:
        """When the member is on duty between these moments, as planned: taps and reachability left out of account."""
        rota = member.duty or NOTHING
        return self.times(replace(member, duty=replace(rota, mark=None)), start, end)

    def times(self, member: Member, start: datetime, end: datetime) -> list[Interval]:
        """The same with taps."""
        return self._when(start, end, [member], lambda moment: self.said(member, moment) in ON_DUTY)

    def until(self, member: Member, at: datetime) -> datetime | None:
        """Until when the member is on duty, or is not; None: nothing changes within two weeks."""
        now = self.said(member, at) in ON_DUTY
        later = sorted(self._moments([member], at, at + AHEAD))
        return next(
            (one for one in later if one > at and (self.said(member, one) in ON_DUTY) is not now), None
        )

    def _when(
        self,
        start: datetime,
        end: datetime,
        members: Sequence[Member],
        holds: Callable[[datetime], bool],
    ) -> list[Interval]:
        """The intervals in which something holds that changes only with these members' duty."""
        cuts = sorted({start, *self._moments(members, start, end)})
        found: list[Interval] = []
        for since, until in zip(cuts, [*cuts[1:], end], strict=True):
            if since < until and holds(since):
                joins = found and found[-1][1] == since
                found[-1:] = [(found[-1][0], until)] if joins else [*found[-1:], (since, until)]
        return found

    def _moments(self, members: Sequence[Member], start: datetime, end: datetime) -> Iterator[datetime]:
        """When something begins or ends for one of these, from ``start`` on and before ``end``."""
        for member in members:
            rota = member.duty or NOTHING
            spans = [*self._replaced.get(member.id, ()), *((one.starts, one.ends) for one in rota.overrides)]
            if rota.mark is not None:
                spans.append((rota.mark.since, rota.mark.until))
            for day in _days(start.astimezone(self.zone).date(), end.astimezone(self.zone).date()):
                spans += [interval(s, day, self.zone) for s in rota.shifts if s.weekday == day.weekday()]
            yield from (moment for span in spans for moment in span if start <= moment < end)

    def _lasts(self, shift: Shift, at: datetime) -> bool:
        """Whether a shift covers the moment."""
        known = self._lasting.get((at, shift))
        if known is None:
            today = at.astimezone(self.zone).date()
            day = next((one for one in _days(today, today) if one.weekday() == shift.weekday), None)
            starts, ends = interval(shift, day, self.zone) if day is not None else (at, at)
            known = self._lasting[at, shift] = starts <= at < ends
        return known


def _days(first: date, last: date) -> list[date]:
    """The days on which what is there from the first to the last may begin; one more on both sides for clocks put back."""
    return [first + DAYS * n for n in range(-2, (last - first).days + 2)]
