"""After a start the clocks of all open cases are computed anew: the law may have other rows than before."""

from bot.core.traffic import Timer
from bot.core.vocabulary import STILL
from handlers.cards.case_view import view_of
from handlers.clocks import following
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction

KIND = "recounting"
PORTION = 100  # cases in one transaction


async def schedule(tx: Transaction, service: Service) -> None:
    """At a start, and when the clock was put back. Not when it was given up: it would be given up again."""
    if service.law and await tx.timers.get(KIND) is None:
        tx.timers.put(Timer(KIND, KIND, tx.now))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Some more cases, and then the next."""
    found = await tx.cases.select(
        cases.c.id > timer.subject_id,
        cases.c.state.in_(STILL),
        order_by=cases.c.id,
        limit=PORTION,
    )
    ids = [case.id for case in found]
    await tx.reports.prefetch("case_id", ids)
    await tx.claims.prefetch("case_id", ids)
    reports = [report.id for id in ids for report in await tx.reports.by(case_id=id)]
    await tx.claims.prefetch("report_id", reports)
    for case in found:
        following.wait(tx, service, case, await view_of(tx, case))
    if len(found) == PORTION:
        tx.timers.put(Timer(KIND, KIND, tx.now, found[-1].id))
