"""Counting, by OVD-Info's rules: detentions, not people; named and unnamed apart; corrections shown as such. Pure.

Regions are never crossed with situations or hours: both would point at people.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from bot.core.casework.kinds import HELD
from bot.core.digest.corrections import corrections, days_of
from bot.core.digest.figures import HOURS, PARTS, Figures, Flood, Private
from bot.core.digest.regions import folded
from bot.core.digest.tally import UNKNOWN, Tally, by, event_day, total
from bot.core.model import Case
from bot.core.values import Precision
from bot.core.vocabulary import JOKE, UNTRUE, CaseState, Record

FINE = (Precision.MINUTE, Precision.HOUR)  # of these the time of day is known
CONFIRMED = "confirmed"  # mt 41


class Beside(Struct, frozen=True):
    """What is not read from cases. Hearings and overrun clocks by the codes of their cases."""

    offers: Mapping[str, int] = field(default_factory=dict)
    unfinished: int = 0
    hearings: tuple[str, ...] = ()
    overrun: tuple[str, ...] = ()
    floods: tuple[Flood, ...] = ()


NOTHING = Beside()


class Before(Struct, frozen=True):
    """The end of the last digest, and what it knew of each day."""

    covers_to: datetime
    days: Mapping[str, Tally]


def figures(
    cases: Iterable[Case],
    covers_from: datetime,
    covers_to: datetime,
    *,
    zone: ZoneInfo,
    zone_of: Callable[[Case], tzinfo] | None = None,
    cities: Container[str] = (),
    before: Before | None = None,
    known_at: datetime | None = None,
    beside: Beside = NOTHING,
) -> Figures:
    """Count. ``cases``: at least the open ones, all that were opened in the last thirty days and all that were closed in the
    hours covered. ``zone_of``: the clock where a case happened. ``cities``: regions that are one city.

    ``known_at``: until when a false alarm is taken out of what is new, if not until the end of the hours: for a digest that
    is corrected.
    """

    def within(moment: datetime | None) -> bool:
        return moment is not None and covers_from <= moment < covers_to

    def reported(case: Case) -> str:
        return case.opened_at.astimezone(zone).date().isoformat()

    every = [case for case in cases if case.opened_at < covers_to]
    known = [case for case in every if not (_closed(case, covers_to) and case.outcome == JOKE)]
    held = [case for case in known if case.record in HELD]
    true = _true(known, known_at or covers_to)
    new = [case for case in true if within(case.opened_at)]
    opened = [case.record for case in known if within(case.opened_at)]
    ended = [case.outcome for case in held if within(case.closed_at)]
    today = covers_to.astimezone(zone).date()
    days = days_of(true, today)
    return Figures(
        covers_from,
        covers_to,
        new=total(new),
        confirmed=sum(_confirmed(case) for case in new),
        earlier=total(one for one in new if _earlier(event_day(one), reported(one))),
        reported=by(new, reported),
        happened=by(new, event_day),
        regions=folded(by(new, lambda case: case.region or UNKNOWN), cities),
        situations=by(new, lambda case: case.situation),
        hours=_hours(new, zone_of or (lambda case: zone)),
        days=days,
        prosecutions=opened.count(Record.PROSECUTION),
        observations=opened.count(Record.OBSERVATION),
        summonses=opened.count(Record.SUMMONS),
        unclear=opened.count(Record.UNCLEAR),
        without_place=sum(case.region is None for case in new),
        unfinished=beside.unfinished,
        still_open=total(c for c in true if not _closed(c, covers_to) and c.ongoing != "no"),
        accepted=sum(_accepted(case) and within(case.accepted_at) for case in held),
        released=ended.count("released"),
        false_alarms=ended.count("false_alarm"),
        closed_otherwise=sum(outcome not in ("released", "false_alarm") for outcome in ended),
        hearings=len(beside.hearings),
        overrun=len(beside.overrun),
        corrections=corrections(before.days, days, before.covers_to, zone, today) if before else (),
        private=_private(known, covers_to, within, beside),
    )


def _private(
    known: Sequence[Case], end: datetime, within: Callable[[datetime | None], bool], beside: Beside
) -> Private:
    took = [
        (case.accepted_at - case.opened_at)
        for case in known
        if case.accepted_at and _accepted(case) and within(case.accepted_at)
    ]
    free = [
        c
        for c in known
        if c.alerting and not _closed(c, end) and (c.state is CaseState.OPEN or _accepted_after(c, end))
    ]
    return Private(
        found_nobody=tuple(case.code for case in known if within(case.found_nobody_at)),
        without=tuple(case.code for case in free if case.found_nobody_at and case.found_nobody_at < end),
        answer_seconds=tuple(sorted(round(one / timedelta(seconds=1)) for one in took)),
        offers=dict(sorted(beside.offers.items())),
        hearings=beside.hearings,
        overrun=beside.overrun,
        floods=beside.floods,
    )


def _hours(new: Iterable[Case], zone_of: Callable[[Case], tzinfo]) -> tuple[int, ...]:
    found = [0] * PARTS
    for case in new:
        if case.started_at is not None and case.started_precision in FINE:
            found[case.started_at.astimezone(zone_of(case)).hour // HOURS] += 1
    return tuple(found)


def _earlier(event: str, report: str) -> bool:
    """Of a month only an earlier one is surely before the day of the report."""
    return event != UNKNOWN and event < report[: len(event)]


def _confirmed(case: Case) -> bool:
    """A member has verified it, or knows it well enough to have coded the act."""
    return case.verification == CONFIRMED or case.act is not None


def _true(cases: Iterable[Case], by: datetime) -> list[Case]:
    """Deprivations of liberty that were not known as false alarms or jokes by then."""
    held = (case for case in cases if case.record is Record.DEPRIVATION)
    return [case for case in held if not (_closed(case, by) and case.outcome in UNTRUE)]


def _closed(case: Case, by: datetime) -> bool:
    return case.closed_at is not None and case.closed_at < by


def _accepted(case: Case) -> bool:
    """Somebody has it, or had it when it was closed: who gave it back or lost it has accepted nothing."""
    return case.owner_id is not None


def _accepted_after(case: Case, moment: datetime) -> bool:
    return case.accepted_at is not None and case.accepted_at >= moment
