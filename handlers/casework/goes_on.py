"""Somebody was said to be free, and it is denied: "not true, he was not let go". The case goes on.

A release that members told does not hold any more; a case that was closed by it is open again, and its owner's, if they take
cases still; clocks run. Who has the case and coordinators hear it with a sound, reporters who read of the release read that
it is not so.
"""

from msgspec.structs import replace

from core.casework.claims import SourceKind
from core.casework.linking import is_stub
from core.casework.turns import is_out
from core.casework.visits import RELEASED
from core.model import Case, Member, Report
from core.timeline import TimelineKind
from core.understanding.later import names_person
from core.understanding.member_news import release_denied
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import escalation, tasks
from handlers.cards import live_cards
from handlers.cards.case_loading import claims_of, view_of
from handlers.casework import facts, lifecycle
from handlers.outbox import news
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

OVER = "released"  # the outcome


async def is_denied(tx: Transaction, service: Service, case: Case, words: str) -> bool:
    """Whether somebody of the case was said to be free, and the words tell that they are not."""
    is_closed = case.state is CaseState.CLOSED
    if is_stub(case) or not release_denied(words, service.heard, plainly=is_closed):
        return False
    if is_closed:
        return case.outcome == OVER
    if case.says_over:
        return True
    persons = (await view_of(tx, case)).persons
    named = [person for person in persons if any(names_person(words, name) for name in person.names)]
    out = [is_out(person) for person in named or persons]
    return bool(out) and all(out) and release_denied(words, service.heard, plainly=True)


async def go_on(
    tx: Transaction,
    service: Service,
    case: Case,
    words: str,
    *,
    by: Member | None = None,
    report: Report | None = None,
) -> None:
    """``by`` or the reporter of ``report`` denies it."""
    told_free = await _withdraw_releases(tx, case, words)
    was_over, was_closed = case.says_over, case.state is CaseState.CLOSED
    said = (
        [facts.member_claim(tx, case, by, kind, "no") for kind in ("says_over", "says_false")] if by else []
    )
    case = await facts.record(tx, service, case, *said)
    await tasks.settle(tx, service, case, TaskKind.BETTER)
    if was_closed:
        told = {report.address_id} if report is not None else None
        await lifecycle.reopen(tx, service, case, by, told=told, to_owner=True)
        case = await tx.cases.get(case.id) or case
    else:
        await timeline.append(tx, case.id, by.id if by else 0, TimelineKind.STILL_HELD, {})
        await escalation.go_on(tx, service, case, was_over=was_over)
    if case.owner_id is not None and (by is None or case.owner_id != by.id):
        await lifecycle.tell_owner(tx, case)
    await tasks.ask_coordinators(tx, service, case, TaskKind.GOES_ON, again=True)
    await live_cards.touch_case(tx, case.id)
    if told_free and not was_closed:
        reports = {other.id for other in await tx.reports.by(case_id=case.id)}
        await news.tell(
            tx, service, case, "news-not-free", only=reports - {report.id if report is not None else 0}
        )


async def _withdraw_releases(tx: Transaction, case: Case, words: str) -> bool:
    """What members said of who is out: of those whom the words name, else of all."""
    out = [person for person in (await view_of(tx, case)).persons if is_out(person)]
    named = {person.id for person in out if any(names_person(words, name) for name in person.names)}
    found = [
        claim
        for claim in await claims_of(tx, case)
        if claim.source_kind is SourceKind.MEMBER
        and claim.withdrawn_at is None
        and (claim.kind == "released_at" or (claim.kind == "status" and claim.value in RELEASED))
        and (not named or claim.person_id in named)
    ]
    for claim in found:
        tx.claims.put(replace(claim, withdrawn_at=tx.now))
    return bool(found)
