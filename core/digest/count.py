"""Counting, by OVD-Info's rules: detentions, not people; named and unnamed apart; corrections shown as such. Pure.

Regions are never crossed with situations or hours: that would point at people.

Each digest keeps the numbers that it knew, and the next one lists the days whose numbers have changed since. So everything
we learn (a name, another date, a false alarm, a report that belongs to another case) changes a day in the same way.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from core.casework.claim_kinds import HELD
from core.casework.sieves import is_confirmed, was_untaken
from core.digest.figures import HOURS, PARTS, ChatFlood, CoordinatorFigures, DayCorrection, DigestFigures
from core.digest.tally import UNKNOWN, Tally, event_day, fold_small_regions, tally_by, total_tally
from core.model import Case
from core.values import Precision
from core.vocabulary import JOKE, UNTRUE, RecordKind

REMEMBERED = timedelta(
    days=14
)  # a day's numbers grow by 8-12 % within two weeks; later changes are not announced
SHOWN = 30


def shown_days(today: date) -> list[str]:
    """The days that are shown, today last."""
    return [(today - timedelta(days=ago)).isoformat() for ago in range(SHOWN - 1, -1, -1)]


def tallies_by_day(true: Iterable[Case], today: date) -> dict[str, Tally]:
    """Of each of the thirty days what is known of it, by day of event; none of those of which nothing is."""
    tallies = tally_by(true, event_day)
    return {day: tallies[day] for day in shown_days(today) if day in tallies}


def day_corrections(
    were: Mapping[str, Tally], days: Mapping[str, Tally], before: datetime, zone: ZoneInfo, today: date
) -> tuple[DayCorrection, ...]:
    """``were``: the days as the digest that ended ``before`` knew them. The day on which it ended counts only if something
    was known of it then.
    """
    ended_on = before.astimezone(zone).date()
    found = []
    for key in sorted({*were, *days}):
        day, was, now = date.fromisoformat(key), were.get(key, Tally()), days.get(key, Tally())
        if was != now and today - REMEMBERED <= day and (day < ended_on or key in were):
            found.append(DayCorrection(day, was, now))
    return tuple(found)


FINE = (Precision.MINUTE, Precision.HOUR)  # of these the time of day is known


class DigestExtras(Struct, frozen=True):
    """What is not read from cases. Hearings and overrun clocks by the codes of their cases."""

    offers: Mapping[str, int] = field(default_factory=dict)
    unfinished: int = 0
    hearings: tuple[str, ...] = ()
    overrun: tuple[str, ...] = ()
    floods: tuple[ChatFlood, ...] = ()
    overrun_perhaps: tuple[str, ...] = ()
    lapsed: int = 0


NO_EXTRAS = DigestExtras()


class EarlierDigest(Struct, frozen=True):
    """The end of the last digest, and what it knew of each day."""

    covers_to: datetime
    days: Mapping[str, Tally]


def count_figures(
    cases: Iterable[Case],
    covers_from: datetime,
    covers_to: datetime,
    *,
    zone: ZoneInfo,
    zone_of: Callable[[Case], tzinfo] | None = None,
    cities: Container[str] = (),
    before: EarlierDigest | None = None,
    known_at: datetime | None = None,
    beside: DigestExtras = NO_EXTRAS,
) -> DigestFigures:
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
    known = [case for case in every if not (_is_closed(case, covers_to) and case.outcome == JOKE)]
    held = [case for case in known if case.record in HELD]
    true = _true_cases(known, known_at or covers_to)
    new = [case for case in true if within(case.opened_at)]
    opened = [case.record for case in known if within(case.opened_at)]
    ended = [case.outcome for case in held if within(case.closed_at)]
    today = covers_to.astimezone(zone).date()
    days = tallies_by_day(true, today)
    return DigestFigures(
        covers_from,
        covers_to,
        new=total_tally(new),
        confirmed=sum(is_confirmed(case) for case in new),
        earlier=total_tally(case for case in new if _earlier(event_day(case), reported(case))),
        reported=tally_by(new, reported),
        happened=tally_by(new, event_day),
        regions=fold_small_regions(tally_by(new, lambda case: case.region or UNKNOWN), cities),
        situations=tally_by(new, lambda case: case.situation),
        hours=_hours(new, zone_of or (lambda case: zone)),
        days=days,
        prosecutions=opened.count(RecordKind.PROSECUTION),
        observations=opened.count(RecordKind.OBSERVATION),
        summonses=opened.count(RecordKind.SUMMONS),
        unclear=opened.count(RecordKind.UNCLEAR),
        without_place=sum(case.region is None for case in new),
        unfinished=beside.unfinished,
        still_open=total_tally(c for c in true if not _is_closed(c, covers_to) and c.ongoing != "no"),
        accepted=sum(_is_accepted(case) and within(case.accepted_at) for case in held),
        released=ended.count("released"),
        false_alarms=ended.count("false_alarm"),
        closed_otherwise=sum(outcome not in ("released", "false_alarm") for outcome in ended),
        hearings=len(beside.hearings),
        overrun=len(beside.overrun),
        overrun_perhaps=len(beside.overrun_perhaps),
        corrections=day_corrections(before.days, days, before.covers_to, zone, today) if before else (),
        private=_coordinator_figures(known, covers_to, within, beside),
    )


def _coordinator_figures(
    known: Sequence[Case], end: datetime, within: Callable[[datetime | None], bool], beside: DigestExtras
) -> CoordinatorFigures:
    took = [
        (case.accepted_at - case.opened_at)
        for case in known
        if case.accepted_at and _is_accepted(case) and within(case.accepted_at)
    ]
    free = [case for case in known if was_untaken(case, end)]
    return CoordinatorFigures(
        found_nobody=tuple(case.code for case in known if within(case.found_nobody_at)),
        without=tuple(case.code for case in free),
        answer_seconds=tuple(sorted(round(duration / timedelta(seconds=1)) for duration in took)),
        offers=dict(sorted(beside.offers.items())),
        hearings=beside.hearings,
        overrun=beside.overrun,
        overrun_perhaps=beside.overrun_perhaps,
        unanswered=sum(case.unclaimed_at is not None and case.unclaimed_at < end for case in free),
        lapsed=beside.lapsed,
        floods=beside.floods,
    )


def _hours(new: Iterable[Case], zone_of: Callable[[Case], tzinfo]) -> tuple[int, ...]:
    found = [0] * PARTS
    for case in new:
        if case.started_at is not None and case.started_precision in FINE:
            found[case.started_at.astimezone(zone_of(case)).hour // HOURS] += 1
    return tuple(found)


def _earlier(event: str, report: str) -> bool:
    """Of a month or a year only an earlier one is surely before the day of the report."""
    return event != UNKNOWN and event < report[: len(event)]


def _true_cases(cases: Iterable[Case], by: datetime) -> list[Case]:
    """Deprivations of liberty that were not known as false alarms or jokes by then."""
    held = (case for case in cases if case.record is RecordKind.DEPRIVATION)
    return [case for case in held if not (_is_closed(case, by) and case.outcome in UNTRUE)]


def _is_closed(case: Case, by: datetime) -> bool:
    return case.closed_at is not None and case.closed_at < by


def _is_accepted(case: Case) -> bool:
    """Somebody has it, or had it when it was closed: who gave it back or lost it has accepted nothing."""
    return case.owner_id is not None
