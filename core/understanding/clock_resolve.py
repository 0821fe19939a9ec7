"""Groups of facts that belong together, and the moment that a group makes in a place's zone. The rules are in
:mod:`clock_words`.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.clock_facts import Ago, Before, Clock, Date, Day, Fact, Line, Now, Part, Weekday
from core.understanding.clock_hours import READERS
from core.values import Precision

PART_STARTS = {"night": 0, "morning": 6, "afternoon": 12, "evening": 18}
_NEAR = 3  # tokens between facts that still explain each other
DayFact = Day | Weekday | Date | Before


class Group(Struct):
    """What was said of one moment, and between which tokens."""

    start: int
    end: int
    day: DayFact | None = None
    clock: Clock | None = None
    part: Part | None = None
    ago: Ago | None = None
    now: Now | None = None
    about: bool = False

    def takes(self, fact: Fact, start: int) -> bool:
        """Put the fact in if it does not contradict; whether it did."""
        if self.now is not None:
            return False
        near = start - self.end <= _NEAR
        match fact:
            case Clock():
                fits = self.clock is None and self.ago is None and _within(fact, self.part)
                self.clock = fact if fits else self.clock
            case Part():
                fits = (
                    self.part is None
                    and self.ago is None
                    and (self.clock is None or (near and not self.clock.part))
                )
                self.part = fact if fits else self.part
            case Ago():
                fits = not (self.clock or self.part or self.ago) and self.day in (None, Day(0))
                self.ago = fact if fits else self.ago
            case Now():
                fits = False
            case _:
                fits = self._takes_day(fact, near)
        return fits

    def _takes_day(self, fact: DayFact, near: bool) -> bool:
        """A date beside a weekday or "yesterday" says the same day more surely."""
        if self.day is None:
            self.day = fact
            return self.ago is None and self.now is None
        if near and isinstance(self.day, Day | Weekday) and isinstance(fact, Date) and fact.day:
            self.day = fact
            return True
        return near and isinstance(self.day, Date | Day) and isinstance(fact, Weekday)


def _is_of_hearing(line: Line, i: int) -> bool:
    return any(line.word(k).startswith(line.said.hearings) for k in range(i - 4, i))


def _within(clock: Clock, part: Part | None) -> bool:
    if part is None or clock.hour < 13 or clock.part:
        return True
    start = PART_STARTS[part.name]
    return (part.name == "night" and clock.hour >= 21) or start - 2 <= clock.hour <= start + 8


def groups(line: Line) -> Iterator[Group]:
    """The groups of a line, left to right."""
    group: Group | None = None
    i = 0
    while i < len(line.words):
        readers = READERS if line.may_tell(i) else ()
        found = next((f for reader in readers if (f := reader(line, i))), None)
        if found is None:
            i += 1
            continue
        facts, end = found
        for fact in facts:
            if isinstance(fact, Clock) and not line.hearing and _is_of_hearing(line, i):
                continue
            if group is None or not group.takes(fact, i):
                if group is not None:
                    yield group
                group = Group(i, end)
                group.takes(fact, i)
                group.now = fact if isinstance(fact, Now) else None
            group.end = end
            group.about |= any(line.word(k) in line.said.about for k in (*range(i - 2, i + 2), end, end + 1))
        i = max(end, i + 1)
    if group is not None:
        yield group


SKEW = timedelta(minutes=5)  # phones' clocks differ, and people round up
_AHEAD = timedelta(days=31)  # so far ahead a yearless date is in the future rather than last year's
_LATELY = timedelta(hours=12)  # so long ago an hour without a day may be yesterday's
_LAST_EVENING = timedelta(hours=18)  # the same where its part of the day is said
_SMALL = 5  # an hour up to this one is in the afternoon, unless it is said to be of the night
_YEARS = range(1900, 3000)  # that a date can have; outside it only the year is compared


class When(Struct, frozen=True):
    """The local reading of a group. ``local``: None if only the ``year`` is known, or nothing."""

    local: datetime | None
    precision: Precision = Precision.UNKNOWN
    exact: bool = False
    year: int | None = None
    impossible: bool = False


IMPOSSIBLE = When(None, impossible=True)


def resolve(group: Group, now: datetime, zone: ZoneInfo, ahead: bool = False) -> When:
    """What the group means at ``now`` (UTC) in ``zone``. ``ahead``: it is an appointment, and no beginning."""
    named = group.clock.zone if group.clock else ""
    here = now.astimezone(ZoneInfo(named) if named else zone)
    if group.ago is not None:
        at = (now - timedelta(minutes=group.ago.minutes)).replace(second=0, microsecond=0)
        return When(at, Precision.HOUR if group.ago.coarse else Precision.MINUTE)
    if group.now is not None:
        return When(now.replace(second=0, microsecond=0), Precision.MINUTE)
    on = _day_ahead(group.day, here.date()) if ahead else _day(group.day, here.date())
    if on is None:
        return IMPOSSIBLE
    if isinstance(on, When):
        return on
    when = _at(group, on, here, ahead)
    return replace(when, local=when.local.replace(tzinfo=here.tzinfo)) if named and when.local else when


def _day(fact: DayFact | None, today: date) -> date | When | None:
    """The day; or a reading that is no finer than a month; None where the calendar has no such day."""
    match fact:
        case None:
            return today
        case Day():
            return today + timedelta(days=fact.shift)
        case Weekday(after=True):
            return _day_ahead(fact, today)
        case Weekday():
            back = (today.weekday() - fact.number) % 7
            return today - timedelta(days=7 if fact.before and not back else back)
        case Before():
            months = fact.amount * (12 if fact.unit == "year" else 1)
            year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
            if fact.unit == "year" or year not in _YEARS:
                return When(None, year=year)
            return When(datetime(year, month + 1, 1), Precision.MONTH)  # noqa: DTZ001
        case Date(day=None):
            return _month(fact, today)
        case Date():
            return _date(fact, today)


def _day_ahead(fact: DayFact | None, today: date) -> date | When | None:
    """The next such day, today's too."""
    match fact:
        case Weekday():
            days = (fact.number - today.weekday()) % 7
            return today + timedelta(days=7 if fact.after and not days else days)
        case Date(day=int(day), year=None):
            months = (divmod(today.year * 12 + today.month - 1 + on, 12) for on in range(13))
            days_of = (_valid(y, m + 1, day) for y, m in months if fact.month in (None, m + 1))
            return next((d for d in days_of if d and d >= today), None)
    return _day(fact, today)


def _month(fact: Date, today: date) -> When | None:
    if fact.month is None or (fact.year is not None and fact.year not in _YEARS):
        return When(None, year=fact.year)
    year = fact.year or (today.year if fact.month <= today.month else today.year - 1)
    return When(datetime(year, fact.month, 1), Precision.MONTH)  # noqa: DTZ001


def _date(fact: Date, today: date) -> date | When | None:
    day = fact.day or 1
    if fact.year is not None and fact.month is not None:
        if fact.year not in _YEARS:
            return When(None, year=fact.year)
        return _valid(fact.year, fact.month, day)
    if fact.month is None:
        firsts = (divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(3))
        return next((d for y, m in firsts if (d := _valid(y, m + 1, day)) and d <= today), None)
    found = _valid(today.year, fact.month, day)
    if found and found - today <= _AHEAD:
        return found
    return next((d for back in range(1, 9) if (d := _valid(today.year - back, fact.month, day))), None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(group: Group, on: date, here: datetime, ahead: bool) -> When:
    """The hour or part of the day on that day.

    Where that is still to come and no day was said, it is the day before: a part of the day ("вечером"), an hour only if
    it is lately, for who knows which one "в 18:30" is at noon.
    """
    after = _night_after(group, here)
    if group.clock is None and group.part is None:
        about = group.about or (isinstance(group.day, Day) and group.day.about)
        return When(datetime.combine(on, time()), Precision.DAY, not about)
    if group.clock is None:
        assert group.part is not None
        hour, minute, precision = PART_STARTS[group.part.name], 0, Precision.PART
        exact = not group.about
    else:
        clock = group.clock
        part = clock.part or (group.part.name if group.part else "")
        hour = hour_of(clock.hour, part)
        if not part and _is_afternoon(clock, on, here, ahead):
            hour += 12
        minute = clock.minute or 0
        if clock.hour > 24 or minute > 59 or (clock.hour == 24 and minute):
            return IMPOSSIBLE
        precision = Precision.HOUR if clock.minute is None else Precision.MINUTE
        exact = not (group.about or clock.vague)
        after = after and hour < 18
        if isinstance(group.day, Day) and group.day.shift < 0 and clock.part == "night" and clock.hour == 12:
            after = True  # "вчера в 12 ночи" is the end of yesterday
    local = datetime.combine(on, time()) + timedelta(days=int(after), hours=hour, minutes=minute)
    back = {Weekday: 7, type(None): 1}.get(type(group.day))
    there = local.replace(tzinfo=here.tzinfo)
    if ahead:
        return When(local + timedelta(days=group.day is None and there < here), precision, exact)
    if back and there > here + SKEW:
        before = timedelta(days=back)
        lately = _LAST_EVENING if group.clock and group.clock.part else _LATELY
        if group.day is not None or group.clock is None or here - (there - before) <= lately:
            local -= before
    return When(local, precision, exact)


def _is_afternoon(clock: Clock, on: date, here: datetime, ahead: bool) -> bool:
    """Whether an hour without a part of the day is one of the afternoon: "полпятого", "в 3"."""
    small = 0 < clock.hour <= _SMALL and (clock.minute is None or clock.dial)
    if ahead or on != here.date():
        return small
    if clock.hour >= 12 or not (small or clock.dial):
        return False
    later = datetime.combine(on, time(), here.tzinfo) + timedelta(
        hours=clock.hour + 12, minutes=clock.minute or 0
    )
    return later <= here + SKEW


def _night_after(group: Group, here: datetime) -> bool:
    """Whether the night meant is the one that followed the day named."""
    if group.part is None or group.part.name != "night" or group.part.exact or not isinstance(group.day, Day):
        return False
    return group.day.shift < -1 or (group.day.shift == -1 and here.hour >= 6)


def hour_of(hour: int, part: str) -> int:
    """The hour of the day, 0 to 24, for an hour said with a part of the day."""
    match part:
        case "night" if hour == 12:
            return 0
        case "night" if 6 < hour < 12:
            return hour + 12
        case "morning" if hour == 12:
            return 0
        case "afternoon" if 0 < hour < 8:
            return hour + 12
        case "evening" if 0 < hour <= 12:
            return hour + 12
        case "pm" if 0 < hour < 12:
            return hour + 12
    return hour


def as_utc(when: When, zone: ZoneInfo) -> datetime | None:
    """The moment in UTC. Local times that a clock change skips or repeats are read as before the change."""
    if when.local is None:
        return None
    local = when.local if when.local.tzinfo else when.local.replace(tzinfo=zone)
    return local.astimezone(UTC)
