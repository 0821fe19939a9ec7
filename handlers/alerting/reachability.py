"""What a decision about whom to ask must know beside the roster: who can be reached, how much each has to do, who must not.

If the only member on duty somewhere cannot be reached, coordinators are told at once, with the number to ring.
"""

from collections.abc import Sequence

from core.alerting.candidates import Circumstances
from core.casework.ownership import is_conflict_of_interest
from core.duty.schedule import ON_DUTY, DutyReason
from core.model import Case, Member
from core.presentation import Presentation
from core.traffic import Lane
from core.vocabulary import OfferState, Role
from handlers.alerting import tasks
from handlers.outbox import sending
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of, unreachable_ids, who_need_help, who_reported
from handlers.service import Service
from storage.transaction import Transaction
from storage.workload import Workloads


async def circumstances_of(
    tx: Transaction, case: Case, members: Sequence[Member], known: Workloads
) -> Circumstances:
    """As it is now. What was done in this transaction counts."""
    return Circumstances(
        unreachable=await unreachable_ids(tx, members),
        crying=await who_need_help(tx, case, members),
        reporting=await who_reported(tx, case, members),
        conflicted=await _conflicted_ids(tx, case),
        load=known.load,
        asked_at=known.asked_at,
    )


async def _conflicted_ids(tx: Transaction, case: Case) -> set[int]:
    """Members who declined a case that is linked to this one because one report has fed both."""
    if case.opened_at == tx.now:  # what feeds it has fed no other yet
        return set()
    reports = [report.id for report in await tx.reports.by(case_id=case.id)]
    await tx.prefetch(tx.links.want("report_id", reports))
    linked = {link.case_id for report in reports for link in await tx.links.by(report_id=report)} - {case.id}
    await tx.prefetch(tx.alerts.want("case_id", linked, state=OfferState.DECLINED))
    return {
        alert.member_id
        for other in linked
        for alert in await tx.alerts.by(case_id=other, state=OfferState.DECLINED)
        if is_conflict_of_interest(alert)
    }


async def tell_coverage_gap(tx: Transaction, service: Service, member: Member) -> None:
    """The member has just become unreachable."""
    if member.role is not Role.LAWYER or member.suspended_at is not None:
        return
    planned = await on_call.schedule(tx, service)
    if planned.said(member, tx.now) not in ON_DUTY:
        return
    alone = [
        region for region in sorted(planned.regions(member)) if not _others(planned.on_duty(tx.now, region))
    ]
    if not alone and (planned.regions(member) or _others(planned.on_duty(tx.now))):
        return
    for coordinator in await tasks.coordinators(tx):
        there = await home_address(tx, coordinator)
        language = await language_of(tx, service, there)
        say = service.words.say
        places = ", ".join(service.gazetteer.name(region, language) for region in alone)
        text = say(
            language,
            "duty-left-alone",
            name=member.name,
            places=places or say(language, "duty-everywhere"),
            phone=member.phone or "–",
        )
        shown = Presentation(text, protect=True)
        sending.send_message(tx, service, there, shown, Lane.ALERT)


def _others(on: Sequence[tuple[Member, DutyReason]]) -> bool:
    return any(member.role is Role.LAWYER for member, _ in on)
