"""Who has a case beside its owner, and who has it after them: the events of a case that somebody already has.

Members also say whether two lawyers are wanted; a second lawyer who cannot be reached loses that place. As in lifecycle,
what each event does is decided in core.casework.transitions.
"""

from msgspec.structs import replace

from core.casework.ownership import SECOND, asked_still_key, handing_key, second_is_sought
from core.casework.transitions import CaseEvent, first_action_key
from core.model import Case, Member
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import TAKEN_AWAY, CaseState, OfferState, TaskKind
from handlers.alerting import second_lawyer, tasks
from handlers.alerting.timer_keys import escalation_key
from handlers.arguments import OnCase
from handlers.cards import case_lines, live_cards
from handlers.cards.card_lines import CardReading
from handlers.casework import facts, lifecycle
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction


async def join(tx: Transaction, service: Service, case: Case, member: Member) -> None:
    """The member is the second lawyer now."""
    offer = await lifecycle.offer_of(tx, case, member)
    tx.alerts.put(replace(offer, state=OfferState.ACCEPTED, reason=None, answered_at=tx.now))
    case = replace(case, second_id=member.id)
    await lifecycle.apply_event(tx, service, case, CaseEvent.JOINED, member.id)
    await live_cards.renew(tx, "alert", offer.id, await home_address(tx, member), Lane.ALERT, case_id=case.id)
    await tasks.settle(tx, service, case, TaskKind.SECOND)


async def remove_second(
    tx: Transaction, service: Service, case: Case, by: int, state: OfferState, reason: str | None
) -> None:
    """The second lawyer leaves: they gave it back (``by`` them), or take no cases any more; another is looked for."""
    left = case.second_id
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == left:
            tx.alerts.put(replace(alert, state=state, reason=reason, answered_at=tx.now))
    await lifecycle.apply_event(
        tx, service, replace(case, second_id=None), CaseEvent.SECOND_LEFT, by, {} if by else {"member": left}
    )


async def hand_over(tx: Transaction, service: Service, case: Case, member: Member) -> None:
    """The member, whom somebody had asked, takes the case over. The former owner reads why they no longer have it."""
    offer = await lifecycle.offer_of(tx, case, member)
    before, asked_by = case.owner_id, offer.asked_by
    await lifecycle.apply_event(tx, service, case, CaseEvent.HANDED_OVER, member.id, successor=member.id)
    if asked_by != before:  # by a coordinator
        for alert in await tx.alerts.by(case_id=case.id):
            if alert.member_id == before:
                tx.alerts.put(replace(alert, reason=TAKEN_AWAY))
        await lifecycle.tell_owner(tx, case)


async def answer_second_wanted(
    tx: Transaction, service: Service, case: Case, by: Member, answer: str
) -> None:
    """A member says of a case that somebody has whether two lawyers are wanted: yes or no."""
    case = await facts.record(tx, service, case, facts.member_claim(tx, case, by, SECOND, answer))
    await timeline.append(tx, case.id, by.id, TimelineKind.SECOND_WANTED, {"answer": answer})
    await second_lawyer.seek(tx, service, case)
    await live_cards.touch_case(tx, case.id)


ANSWERS = ("yes", "no")


async def on_second_answered(turn: Turn, found: OnCase) -> None:
    """*A second lawyer*, or *one is enough*. A member who is already the second stays."""
    if found.case.state is CaseState.ACCEPTED:
        await answer_second_wanted(turn.tx, turn.service, found.case, found.member, found.word)
    else:
        turn.reply("case-is-open")


async def on_second_gone(tx: Transaction, service: Service, timer: Timer) -> None:
    """The second lawyer has blocked the bot or hidden the chat: somebody else is asked."""
    case = await tx.cases.get(timer.subject_id)
    second = await tx.members.get(case.second_id or 0) if case is not None else None
    if case is None or second is None or case.state is not CaseState.ACCEPTED:
        return
    if not await is_reachable(tx, second):
        await remove_second(tx, service, case, 0, OfferState.UNREACHABLE, None)


async def holder_lines(reading: CardReading) -> list[str]:
    """Who has it: whether it is still theirs, who is asked to take it over, who else has it, or is looked for."""
    tx, service, case, reader = reading.tx, reading.service, reading.case, reading.reader
    say, told = reading.say, list[str]()
    if case.state is not CaseState.ACCEPTED:
        return []
    due = await tx.timers.get(first_action_key(case.id)) if case.owner_id == reader.id else None
    if due is not None:
        until = case_lines.local_time(due.due_at, reading.zone, service.zone)
        soon = due.due_at - tx.now <= service.policy.first_action / 3
        told.append(say("case-first-action-soon" if soon else "case-first-action", time=until))
    if case.owner_id == reader.id and await tx.timers.get(asked_still_key(case.id)):
        told.append(say("holding-still" if due is None else "holding-still-first"))
    if asked := await tx.timers.get(handing_key(case.id)):
        until = case_lines.local_time(asked.due_at, reading.zone, service.zone)
        own = "yes" if case.owner_id == reader.id else "no"
        told.append(say("holding-handing", time=until, own=own))
    other = case.owner_id if case.second_id == reader.id else case.second_id
    member = await tx.members.get(other or 0)
    if member is not None:
        key = "holding-first" if other == case.owner_id else "holding-second"
        told.append(say(key, name=member.name, phone=member.phone or "—"))
    elif second_is_sought(case):
        told_of = await tx.cards.by(subject=f"ask-{TaskKind.SECOND}", subject_id=case.id)
        is_over = told_of and await tx.timers.get(escalation_key(case.id)) is None
        told.append(say("holding-not-found" if is_over else "holding-sought"))
    return told
