"""Who is on duty, and why. Of all that was said of a member the first of these decides:

    suspended · cannot be reached · tapped *off* · taken out, or replaced · put in, or in a colleague's place ·
    tapped *on* · a shift · for a member without any shift: the mark in the roster

The order in which things were said does not matter. Intervals include their beginning and not their end.

Also here: how nights of duty and alerts are shared among people, so that it is seen if one person bears most of them.

Times of the wall clock become moments, also when clocks are put forward or back:

    begins   the first moment at which the clock shows the time or a later one
    ends     the moment after the last at which it showed an earlier one

A time that does not exist that day is the moment of the jump in both. Of a time that comes twice a beginning is the first
and an end the second: where one shift ends and the next begins then, two are there for an hour, and never nobody.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.model import Member
from core.rota import DAY, OverrideKind, Rota, Shift, Stint, StintState
from core.vocabulary import Role

NIGHT = (
    time(0),
    time(6),
)  # on the organisation's clock: a member on duty at any moment between them has had a night


class DutyShare(Struct, frozen=True):
    """What one person had."""

    name: str
    nights: int
    alerts: int


def count_nights(stints: Iterable[Stint], zone: ZoneInfo, since: datetime, until: datetime) -> Counter[int]:
    """How many nights each member had between these moments, by id. A stint that nobody took counts for nobody."""
    found: set[tuple[int, date]] = set()
    for stint in stints:
        if stint.state is not StintState.OFFERED:
            starts, ends = max(stint.starts, since), min(stint.ends, until)
            found |= {(stint.taken_by or stint.member_id, day) for day in _within(starts, ends, zone)}
    return Counter(member for member, _ in found)


def _within(starts: datetime, ends: datetime, zone: ZoneInfo) -> list[date]:
    first, last = starts.astimezone(zone).date(), ends.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    begin, end = ([datetime.combine(day, at, zone) for day in days] for at in NIGHT)
    return [day for day, a, b in zip(days, begin, end, strict=True) if max(a, starts) < min(b, ends)]


def most_and_least(shares: Sequence[DutyShare], most: int) -> tuple[list[DutyShare], list[DutyShare]]:
    """Those who had most, and those who had least; together ``most`` at most. Where all fit the second is empty."""
    shares = sorted(shares, key=lambda share: (-share.nights, -share.alerts, share.name))
    if len(shares) <= most:
        return shares, []
    half = most // 2
    return shares[:half], shares[-half:]


SECOND = timedelta(seconds=1)


@lru_cache(maxsize=8192)
def wall_moment(day: date, minutes: int, zone: ZoneInfo, *, end: bool) -> datetime:
    """When the clock shows so many minutes of this day, UTC; ``DAY`` and more are of the days after."""
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    first = shown.replace(tzinfo=zone).astimezone(UTC)
    second = shown.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if first > second:
        return _jump(second, first, zone)
    return second if end else first


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment between these two from which on the clock is another."""
    was = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == was:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def shift_interval(shift: Shift, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when the shift that begins on this day lasts; empty where clocks jump over all of it."""
    ends = shift.ends if shift.ends > shift.starts else shift.ends + DAY
    return wall_moment(day, shift.starts, zone, end=False), wall_moment(day, ends, zone, end=True)


DAYS = timedelta(days=1)
AHEAD = timedelta(days=15)  # so far it is looked for the next change: every shift comes within a week
NOTHING = Rota()
Interval = tuple[datetime, datetime]


class DutyReason(StrEnum):
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


ON_DUTY = frozenset(
    {DutyReason.ADDED, DutyReason.REPLACES, DutyReason.ON, DutyReason.SHIFT, DutyReason.STANDING}
)


class DutySchedule:
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
            for override in (member.duty or NOTHING).overrides:
                if override.replaces is not None and member.suspended_at is None:
                    self._replaced.setdefault(override.replaces, []).append((override.starts, override.ends))

    def on_duty(
        self, at: datetime, region: str | None = None, language: str | None = None
    ) -> list[tuple[Member, DutyReason]]:
        """Who is, with the reason, in the order of the roster. Without a region: anywhere."""
        found = [
            (member, self.why(member, at, region))
            for member in self.members
            if language is None or language in member.languages
        ]
        return [(member, why) for member, why in found if why in ON_DUTY]

    def why(self, member: Member, at: datetime, region: str | None = None) -> DutyReason:
        """What decides about one member."""
        if member.suspended_at is not None:
            return DutyReason.SUSPENDED
        if member.id in self.away:
            return DutyReason.UNREACHABLE
        if region is not None and not self.serves(member, region):
            return DutyReason.ELSEWHERE
        return self.said(member, at, region)

    def said(self, member: Member, at: datetime, region: str | None = None) -> DutyReason:
        """The same by what was said of their duty alone: as if they could be reached."""
        if member.duty is None and member.id not in self._replaced:
            return DutyReason.STANDING if member.on_duty else DutyReason.NOT_STANDING
        rota = member.duty or NOTHING
        mark = rota.mark if rota.mark is not None and rota.mark.since <= at < rota.mark.until else None
        now = [override.change for override in rota.overrides if override.starts <= at < override.ends]
        if mark is not None and not mark.on:
            return DutyReason.OFF
        if OverrideKind.REMOVE in now:
            return DutyReason.REMOVED
        if any(starts <= at < ends for starts, ends in self._replaced.get(member.id, ())):
            return DutyReason.REPLACED
        if OverrideKind.REPLACE in now:
            return DutyReason.REPLACES
        if OverrideKind.ADD in now:
            return DutyReason.ADDED
        if mark is not None:
            return DutyReason.ON
        if not rota.shifts:
            return DutyReason.STANDING if member.on_duty else DutyReason.NOT_STANDING
        theirs = (shift for shift in rota.shifts if region is None or shift.region in (None, region))
        return DutyReason.SHIFT if any(self._lasts(shift, at) for shift in theirs) else DutyReason.NO_SHIFT

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
            (moment for moment in later if moment > at and (self.said(member, moment) in ON_DUTY) is not now),
            None,
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
            spans = [
                *self._replaced.get(member.id, ()),
                *((override.starts, override.ends) for override in rota.overrides),
            ]
            if rota.mark is not None:
                spans.append((rota.mark.since, rota.mark.until))
            for day in _days_between(start.astimezone(self.zone).date(), end.astimezone(self.zone).date()):
                spans += [
                    shift_interval(s, day, self.zone) for s in rota.shifts if s.weekday == day.weekday()
                ]
            yield from (moment for span in spans for moment in span if start <= moment < end)

    def _lasts(self, shift: Shift, at: datetime) -> bool:
        """Whether a shift covers the moment."""
        known = self._lasting.get((at, shift))
        if known is None:
            today = at.astimezone(self.zone).date()
            day = next((day for day in _days_between(today, today) if day.weekday() == shift.weekday), None)
            starts, ends = shift_interval(shift, day, self.zone) if day is not None else (at, at)
            known = self._lasting[at, shift] = starts <= at < ends
        return known


def _days_between(first: date, last: date) -> list[date]:
    """The days on which what is there from the first to the last may begin; one more on both sides for clocks put back."""
    return [first + DAYS * n for n in range(-2, (last - first).days + 2)]
