"""What a digest counts, by OVD-Info's rules: detentions, not people; named and unnamed apart; corrections shown as such.

    who is counted   records of a deprivation of liberty that are no false alarm; proceedings, observations and what is
                     only guessed apart: a number is of what somebody said, or a member confirmed
    new              opened in the hours covered, by day of the report, day of the event, region and situation
    changes          accepted, released, false alarm, closed otherwise in the hours covered; open at their end
    corrections      days of events within two weeks whose numbers are not what was known at the end of the last digest

Nothing is placed more finely than a region, and regions are never crossed with situations: both would point at people.
Everything is as of the end of the hours covered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from bot.core.casework.kinds import HELD
from bot.core.model import Alert, Case
from bot.core.values import Precision
from bot.core.vocabulary import JOKE, UNTRUE, CaseState, Record

REMEMBERED = timedelta(
    days=14
)  # a day's numbers grow by 8-12 % within two weeks; later changes are not announced
UNKNOWN = ""  # the key of what is not known


@dataclass(frozen=True, slots=True)
class Tally:
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


@dataclass(frozen=True, slots=True)
class Correction:
    """A day's numbers as an earlier digest knew them, and as they are known now."""

    day: date
    was: Tally
    now: Tally


@dataclass(frozen=True, slots=True)
class Private:
    """For coordinators only. Codes are of cases; seconds run from opening to acceptance, of cases accepted now."""

    found_nobody: tuple[str, ...] = ()  # came to the last step in the hours covered
    without: tuple[str, ...] = ()  # of all that ever came there: still without a lawyer
    answer_seconds: tuple[int, ...] = ()  # sorted
    offers: Mapping[str, int] = field(default_factory=dict)  # made in the hours covered: state → how many

    @property
    def median_seconds(self) -> int | None:
        """The middle of the response times; None if nothing was accepted."""
        return round(median(self.answer_seconds)) if self.answer_seconds else None

    @property
    def worst_seconds(self) -> int | None:
        """The longest response time; None if nothing was accepted."""
        return self.answer_seconds[-1] if self.answer_seconds else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one digest. Days are ISO dates; a month (``2018-08``) is the day of what is known no better."""

    covers_from: datetime  # UTC
    covers_to: datetime  # UTC, not included
    new: Tally = Tally()
    reported: Mapping[str, Tally] = field(default_factory=dict)  # day in the organisation's zone
    happened: Mapping[str, Tally] = field(default_factory=dict)  # day in the place's zone
    regions: Mapping[str, Tally] = field(default_factory=dict)
    situations: Mapping[str, Tally] = field(default_factory=dict)
    prosecutions: int = 0  # new
    observations: int = 0  # new
    summonses: int = 0  # new
    unclear: int = 0  # new; nobody has said that somebody is held
    without_place: int = 0  # new detentions of which nobody knows in which region
    still_open: Tally = Tally()
    accepted: int = 0
    released: int = 0
    false_alarms: int = 0
    closed_otherwise: int = 0
    corrections: tuple[Correction, ...] = ()
    private: Private = Private()

    @property
    def eventless(self) -> bool:
        """Whether nothing came in, nothing changed and nothing is corrected."""
        new = self.new.detentions + self.prosecutions + self.observations + self.summonses + self.unclear
        changed = self.accepted + self.released + self.false_alarms + self.closed_otherwise
        return not (new or changed or self.corrections)


def figures(
    cases: Iterable[Case],
    alerts: Iterable[Alert],
    covers_from: datetime,
    covers_to: datetime,
    *,
    zone: ZoneInfo,
    before: datetime | None = None,
    were: Mapping[int, Case] | None = None,
) -> Figures:
    """Count. ``cases``: at least the open ones and all of the last two weeks. ``before``: the end of the last digest, and
    ``were``: those of which we have learnt something since, as they were known then, by id.
    """

    def within(moment: datetime | None) -> bool:
        return moment is not None and covers_from <= moment < covers_to

    every = [case for case in cases if case.opened_at < covers_to]
    known = [case for case in every if not (_closed(case, covers_to) and case.outcome == JOKE)]
    held = [case for case in known if case.record in HELD]
    true = _true(known, covers_to)
    new = [case for case in true if within(case.opened_at)]
    ended = [case.outcome for case in held if within(case.closed_at)]
    today = covers_to.astimezone(zone).date()
    return Figures(
        covers_from,
        covers_to,
        new=_total(new),
        reported=_by(new, lambda case: case.opened_at.astimezone(zone).date().isoformat()),
        happened=_by(new, _event_day),
        regions=_by(new, lambda case: case.region or UNKNOWN),
        situations=_by(new, lambda case: case.situation),
        prosecutions=sum(case.record is Record.PROSECUTION and within(case.opened_at) for case in known),
        observations=sum(case.record is Record.OBSERVATION and within(case.opened_at) for case in known),
        summonses=sum(case.record is Record.SUMMONS and within(case.opened_at) for case in known),
        unclear=sum(case.record is Record.UNCLEAR and within(case.opened_at) for case in known),
        without_place=sum(case.region is None for case in new),
        still_open=_total([c for c in true if not _closed(c, covers_to) and c.ongoing != "no"]),
        accepted=sum(_accepted(case) and within(case.accepted_at) for case in held),
        released=ended.count("released"),
        false_alarms=ended.count("false_alarm"),
        closed_otherwise=sum(outcome not in ("released", "false_alarm") for outcome in ended),
        corrections=_corrections(every, true, before, were or {}, zone, today) if before is not None else (),
        private=_private(known, [alert for alert in alerts if within(alert.offered_at)], covers_to, within),
    )


def _private(
    known: Sequence[Case], offers: Sequence[Alert], end: datetime, within: Callable[[datetime | None], bool]
) -> Private:
    took = [
        (case.accepted_at - case.opened_at)
        for case in known
        if case.accepted_at and _accepted(case) and within(case.accepted_at)
    ]
    states = [alert.state for alert in offers]
    free = [
        c
        for c in known
        if c.alerting and not _closed(c, end) and (c.state is CaseState.OPEN or _accepted_after(c, end))
    ]
    return Private(
        found_nobody=tuple(case.code for case in known if within(case.found_nobody_at)),
        without=tuple(case.code for case in free if case.found_nobody_at and case.found_nobody_at < end),
        answer_seconds=tuple(sorted(round(one.total_seconds()) for one in took)),
        offers={state: states.count(state) for state in sorted(set(states))},
    )


def _corrections(
    known: Sequence[Case],
    true: Sequence[Case],
    before: datetime,
    were: Mapping[int, Case],
    zone: ZoneInfo,
    today: date,
) -> tuple[Correction, ...]:
    """Days whose numbers changed. The day on which the last digest ended counts only if something was known of it then."""
    then = [were.get(case.id, case) for case in known if case.opened_at < before]
    were_days, days = _days(_true(then, before), today), _days(true, today)
    ended_on = before.astimezone(zone).date()
    found = []
    for key in sorted({*were_days, *days}):
        day, was, now = date.fromisoformat(key), were_days.get(key, Tally()), days.get(key, Tally())
        if was != now and (day < ended_on or key in were_days):
            found.append(Correction(day, was, now))
    return tuple(found)


def _days(true: Iterable[Case], today: date) -> dict[str, Tally]:
    """The last two weeks by day of event."""
    return {
        day: tally
        for day, tally in _by(true, _event_day).items()
        if len(day) == len("2018-09-18") and today - REMEMBERED <= date.fromisoformat(day)
    }


def _true(cases: Iterable[Case], by: datetime) -> list[Case]:
    """Deprivations of liberty that were not known as false alarms by then."""
    held = (case for case in cases if case.record is Record.DEPRIVATION)
    return [case for case in held if not (_closed(case, by) and case.outcome in UNTRUE)]


def _closed(case: Case, by: datetime) -> bool:
    return case.closed_at is not None and case.closed_at < by


def _accepted(case: Case) -> bool:
    """Somebody has it, or had it when it was closed: who gave it back or lost it has accepted nothing."""
    return case.owner_id is not None


def _accepted_after(case: Case, moment: datetime) -> bool:
    return case.accepted_at is not None and case.accepted_at >= moment


def _event_day(case: Case) -> str:
    if case.happened_on is None or case.started_precision is Precision.UNKNOWN:
        return UNKNOWN
    day = case.happened_on.isoformat()
    return day[: len("2018-09")] if case.started_precision is Precision.MONTH else day


def _by(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for case in cases:
        name = key(case)
        tallies[name] = tallies.get(name, Tally()) + _one(case)
    return dict(sorted(tallies.items()))


def _total(cases: Iterable[Case]) -> Tally:
    return sum(map(_one, cases), Tally())


def _one(case: Case) -> Tally:
    return Tally(1, case.identified, case.unidentified_min)
