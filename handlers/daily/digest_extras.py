"""What a digest counts besides cases: offers, unfinished reports, hearings of the day after, overrun clocks, floods."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, func, select

from core.casework.proceedings import tracked_proceedings
from core.casework.sieves import how_surely_over
from core.digest.count import DigestExtras
from core.digest.figures import ChatFlood
from core.records.holds import ClockMark, HowSurely
from core.vocabulary import STILL, ReportState
from handlers.cards import case_lines
from handlers.cards.case_loading import view_from
from handlers.service import Service
from storage.schema import alerts, cases, claims, clock_marks, entries, reports, timers
from storage.sieves import GOES_ON
from storage.transaction import Transaction

MANY = 3  # cases that one chat opens in these hours; more are a flood
DAY, PORTION = timedelta(days=1), 500
# Clocks elsewhere, and the question what came of a hearing, which is asked after it.
SPARE = timedelta(hours=12)
OF_COURTS = ("proceeding", "hearing")


async def count_extras(
    tx: Transaction, service: Service, covers_from: datetime, covers_to: datetime
) -> DigestExtras:
    """As of the end of these hours."""
    over = await _overruns(tx, covers_to)
    return DigestExtras(
        await _count_offers(tx, covers_from, covers_to),
        await _count_unfinished(tx, covers_from, covers_to),
        await _hearings_next_day(tx, service, covers_to),
        over[HowSurely.SURELY],
        await _floods(tx, covers_from, covers_to),
        over[HowSurely.PERHAPS],
        await _count_lapsed(tx, covers_from, covers_to),
    )


async def _count_offers(tx: Transaction, covers_from: datetime, covers_to: datetime) -> dict[str, int]:
    made = (alerts.c.offered_at >= covers_from, alerts.c.offered_at < covers_to)
    found = await tx.execute(
        select(alerts.c.state, func.count().label("number")).where(*made).group_by(alerts.c.state)
    )
    return {row.state: row.number for row in found.all()}


async def _count_lapsed(tx: Transaction, covers_from: datetime, covers_to: datetime) -> int:
    lapsed = select(func.count()).where(alerts.c.lapsed_at >= covers_from, alerts.c.lapsed_at < covers_to)
    return int((await tx.execute(lapsed)).scalar_one())


async def _overruns(tx: Transaction, covers_to: datetime) -> dict[HowSurely, tuple[str, ...]]:
    """The codes of open cases in which somebody is held longer than the law allows."""
    running = select(cases.c.id).where(cases.c.state.in_(STILL))
    marks: dict[int, list[ClockMark]] = {}
    for mark in await tx.clock_marks.select(
        clock_marks.c.case_id.in_(running), clock_marks.c.passed_at < covers_to, GOES_ON
    ):
        marks.setdefault(mark.case_id, []).append(mark)
    found = [
        case for ids in in_portions(sorted(marks)) for case in await tx.cases.select(cases.c.id.in_(ids))
    ]
    over = {case.code: how_surely_over(marks[case.id]) for case in found}
    return {how: tuple(code for code, said in over.items() if said is how) for how in HowSurely}


def in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many as one statement may name."""
    for first in range(0, len(ids), PORTION):
        yield ids[first : first + PORTION]


async def _count_unfinished(tx: Transaction, covers_from: datetime, covers_to: datetime) -> int:
    """Begun, and more than buttons was said; a case was never made of it."""
    said = exists().where(entries.c.report_id == reports.c.id, entries.c.kind != "answer")
    found = await tx.execute(
        select(func.count()).where(
            reports.c.state.in_((ReportState.DRAFT, ReportState.EXPIRED)),
            reports.c.created_at >= covers_from,
            reports.c.created_at < covers_to,
            reports.c.case_id.is_(None),
            said,
        )
    )
    return int(found.scalar_one())


async def _hearings_next_day(tx: Transaction, service: Service, covers_to: datetime) -> tuple[str, ...]:
    """The code of the case of each that is on the next day where it is. All that are ahead have a timer."""
    soon = timers.c.due_at < covers_to + 2 * DAY + SPARE
    waiting = [timer.subject_id for timer in await tx.timers.select(timers.c.kind == "hearing", soon)]
    found = []
    for portion in in_portions(waiting):
        told = select(claims.c.case_id).where(claims.c.id.in_(portion))
        held = await tx.cases.select(cases.c.id.in_(told), cases.c.state.in_(STILL))
        about = await tx.claims.select(
            claims.c.case_id.in_([case.id for case in held]), claims.c.kind.in_(OF_COURTS)
        )
        for case in held:
            view = view_from([claim for claim in about if claim.case_id == case.id])
            zone = case_lines.zone_of(service, case)
            days = [
                sitting.hearing.at.astimezone(zone).date()
                for course in tracked_proceedings(view)
                for sitting in course.sittings
                if not sitting.hearing.off
            ]
            found += [case.code] * days.count(covers_to.astimezone(zone).date() + DAY)
    return tuple(found)


async def _floods(tx: Transaction, covers_from: datetime, covers_to: datetime) -> tuple[ChatFlood, ...]:
    """For each chat that opened more than MANY: how many, and the newest; the largest first."""
    number, newest = func.count().label("number"), func.max(reports.c.case_id).label("newest")
    found = await tx.execute(
        select(number, newest)
        .where(
            reports.c.state.in_((ReportState.OPEN, ReportState.CLOSED)),
            reports.c.created_at >= covers_from - DAY,
            reports.c.opened_at >= covers_from,
            reports.c.opened_at < covers_to,
        )
        .group_by(reports.c.address_id)
        .having(number > MANY)
        .order_by(number.desc())
    )
    floods = []
    for row in found.all():
        case = await tx.cases.get(row.newest)
        assert case is not None
        floods.append(ChatFlood(row.number, case.code))
    return tuple(floods)
