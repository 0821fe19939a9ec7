"""Who has a case beside its owner, and who has it after them: the events of a case that already has somebody.

As in lifecycle: what each does stands in bot.core.casework.life.
"""

from msgspec.structs import replace

from bot.core.casework.holding import SECOND
from bot.core.casework.life import Event
from bot.core.model import Case, Member
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import TAKEN_AWAY, AlertState, AskKind
from handlers.alerting import asks, second
from handlers.cards import tracking
from handlers.casework import facts, lifecycle
from handlers.people.membership import home
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction


async def joined(tx: Transaction, service: Service, case: Case, member: Member) -> None:
    """The member is the second lawyer now."""
    offer = await lifecycle.offer_of(tx, case, member)
    tx.alerts.put(replace(offer, state=AlertState.ACCEPTED, reason=None, answered_at=tx.now))
    case = replace(case, second_id=member.id)
    await lifecycle.happened(tx, service, case, Event.JOINED, member.id)
    await tracking.renew(tx, "alert", offer.id, await home(tx, member), Lane.ALERT, case_id=case.id)
    await asks.settle(tx, service, case, AskKind.SECOND)


async def second_left(
    tx: Transaction, service: Service, case: Case, by: int, state: AlertState, reason: str | None
) -> None:
    """The second lawyer is it no more: gave it back (``by`` them), or takes no cases; the place is looked for again."""
    left = case.second_id
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == left:
            tx.alerts.put(replace(alert, state=state, reason=reason, answered_at=tx.now))
    await lifecycle.happened(
        tx, service, replace(case, second_id=None), Event.SECOND_LEFT, by, {} if by else {"member": left}
    )


async def handed_over(tx: Transaction, service: Service, case: Case, member: Member) -> None:
    """The member, whom somebody had asked, takes the case over. Whoever had it reads why they have it no more."""
    offer = await lifecycle.offer_of(tx, case, member)
    before, asked_by = case.owner_id, offer.asked_by
    await lifecycle.happened(tx, service, case, Event.HANDED_OVER, member.id, successor=member.id)
    if asked_by != before:  # by a coordinator
        for alert in await tx.alerts.by(case_id=case.id):
            if alert.member_id == before:
                tx.alerts.put(replace(alert, reason=TAKEN_AWAY))
        await lifecycle.tell_owner(tx, case)


async def second_said(tx: Transaction, service: Service, case: Case, by: Member, answer: str) -> None:
    """A member says of a case that somebody has whether two lawyers are wanted: yes or no."""
    case = await facts.note(tx, service, case, facts.by_member(tx, case, by, SECOND, answer))
    await timeline.append(tx, case.id, by.id, Line.SECOND_WANTED, {"answer": answer})
    await second.seek(tx, service, case)
    await tracking.touch_case(tx, case.id)
