"""Cases that nobody has taken: coordinators have them on one card, which is edited and sounds less and less often.

a new one         when their number is past a step (handlers.cards.sounds), or the card was quiet for long
the same again    when the escalation looks again, if the card has been quiet for half the time until its next look,
                  and no coordinator says that they are ringing
asked themselves  a coordinator who is asked to take it hears that instead: nobody is asked twice for one case
urgent            coordinators ring long before everybody was asked; messages wake nobody; once for each search

The card has the numbers of those who were asked; members who are rung are still asked. A list that changed without a sound,
because it had just made one, makes it later if there is still a reason.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from msgspec.structs import replace

from core.alerting.quiet_hours import next_morning
from core.casework.claim_kinds import QUIET
from core.casework.transitions import ringing_key
from core.model import Case
from core.records.holds import ClockMark
from core.traffic import Card, Lane, Timer
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import tasks
from handlers.alerting.timer_keys import pause_key, unheard_key
from handlers.cards import case_lines, live_cards, missed_card, sounds, task_card, unclaimed_card, unread_card
from handlers.cards.unclaimed_card import UNCLAIMED
from handlers.people.membership import home_address
from handlers.service import Service
from storage.schema import clock_marks
from storage.transaction import Transaction

ALL_CLOCKS = "clocks"  # the subject of the one card of clocks that are over


async def on_delayed_sound(tx: Transaction, service: Service, timer: Timer) -> None:
    """The list has been quiet long enough: what came meanwhile and still waits is heard."""
    card = await tx.cards.get(timer.subject_id)
    if card is not None and await _has_news(tx, card, card.rang_at or card.created_at):
        if (free := await sounds.next_sound(tx, card)) > tx.now:
            await live_cards.ring_later(
                tx, card, free
            )  # another card was heard; until then it stays where it is
            return
        is_again = card.subject in sounds.UNREAD_ASKS and card.rang_at is not None
        if is_again and await tx.timers.get(sounds.RANG_AGAIN):
            live_cards.move_to_end(tx, card)  # another one was heard again just now
            return
        card = await live_cards.renew(
            tx, card.subject, card.subject_id, card.address_id, Lane.ALERT, case_id=card.case_id
        )
        sounds.note_rung_again(tx, card)
        if card.subject == UNCLAIMED and card.rang_at == tx.now:
            sounds.note_heard(tx, card, len(await unclaimed_card.unclaimed_cases(tx)))
        if card.subject == unread_card.CARD:
            await tasks.chatter_may_ring(tx, card.address_id)  # not again for a while


async def _has_news(tx: Transaction, card: Card, since: datetime) -> bool:
    if card.subject == UNCLAIMED:
        return any((case.unclaimed_at or since) > since for case in await unclaimed_card.unclaimed_cases(tx))
    if card.subject == missed_card.CARD:
        return any(case.opened_at > since for case in await missed_card.waiting(tx))
    if card.subject == unread_card.CARD:
        return await unread_card.has_come_since(tx, since)
    if card.subject == ALL_CLOCKS:
        told = [mark.told_at for _, marks in (await unanswered_clocks(tx)).values() for mark in marks]
        return any(at is not None and at > since for at in told)
    if card.subject == tasks.CHAT:
        return any(case.opened_at > since for case in await _emergencies_of(tx, card.subject_id))
    if card.subject == sounds.OFFER:
        offer = await tx.alerts.get(card.subject_id)
        return offer is not None and offer.state is OfferState.OFFERED
    if card.subject.startswith("ask-"):
        case = await tx.cases.get(card.case_id)
        return case is not None and not task_card.is_settled(case, card.subject.removeprefix("ask-"))
    offers = await tx.alerts.by(member_id=card.subject_id, state=OfferState.OFFERED)
    return any(offer.offered_at > since for offer in offers)


async def _emergencies_of(tx: Transaction, address_id: int) -> list[Case]:
    """What one chat has told for which no lawyer can be asked yet."""
    told = [report.case_id for report in await tx.reports.by(address_id=address_id) if report.case_id]
    found = [case for id in dict.fromkeys(told) if (case := await tx.cases.get(id)) is not None]
    return [
        case
        for case in found
        if case.state is CaseState.OPEN and not case.alerting and case.situation not in QUIET
    ]


NEW = timedelta(minutes=3)
ASKED_LATELY = timedelta(minutes=30)


async def tell_coordinators(
    tx: Transaction,
    service: Service,
    case: Case,
    *,
    first: bool,
    wait: timedelta,
    asked: Collection[int] = (),
) -> None:
    """Nobody has accepted, for the ``first`` time or still. ``wait``: until the next look; ``asked``: members asked now."""
    await tasks.tell_if_unread(tx, service, case, TaskKind.NOBODY)
    ringing = await tx.timers.get(ringing_key(case.id)) is not None
    asked = {*asked, *await _asked_lately(tx, case)}
    count = len({*(c.id for c in await unclaimed_card.unclaimed_cases(tx)), case.id})
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        if member.id in asked or (ringing and not first):
            await live_cards.show(tx, UNCLAIMED, 0, there, Lane.EDIT)
        else:
            quiet = NEW if first else wait / 2 if count == 1 else max(wait / 2, sounds.PATIENCE)
            if first:
                await live_cards.ring_by_steps(tx, UNCLAIMED, there, count=count, quiet=quiet, later=True)
            else:
                await live_cards.ring(tx, UNCLAIMED, 0, there, quiet=quiet, later=False)
    morning = Timer(
        f"morning:case-{case.id}",
        "morning",
        next_morning(tx.now, case_lines.zone_of(service, case)),
        case.id,
    )
    if await tx.timers.get(morning.key) is None:
        tx.timers.put(morning)


async def _asked_lately(tx: Transaction, case: Case) -> set[int]:
    """Who has heard of the case as an offer, and still can take it; of one that is not urgent also within a while."""
    since = tx.now - ASKED_LATELY if case.priority != "urgent" else tx.now
    return {
        offer.member_id
        for offer in await tx.alerts.by(case_id=case.id)
        if offer.state is OfferState.OFFERED
        or (offer.state is OfferState.EXPIRED and offer.offered_at > since)
    }


async def wait_for_answer(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody was asked just now: from the first offer of a search on, an urgent case waits only so long."""
    if case.priority != "urgent" or case.unclaimed_at is not None:
        return
    if await tx.timers.get(unheard_key(case.id)) is None:
        due = tx.now + service.policy.ring_after
        tx.timers.put(Timer(unheard_key(case.id), "unheard", due, case.id))


async def on_wait_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """An offer that has waited so long is rung about; a younger one has its own time."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.OPEN or case.unclaimed_at is not None:
        return
    if not case.alerting or await tx.timers.get(pause_key(case.id)):
        return
    offers = [a.offered_at for a in await tx.alerts.by(case_id=case.id) if a.state is OfferState.OFFERED]
    if not offers:
        return  # nobody is left to be rung: the search is at its end, and tells coordinators itself
    due = min(offers) + service.policy.ring_after
    if due > tx.now:
        tx.timers.put(Timer(timer.key, "unheard", due, case.id))
        return
    case = tx.cases.put(replace(case, unheard_at=tx.now))
    await tell_coordinators(tx, service, case, first=True, wait=timedelta())


async def unanswered_clocks(tx: Transaction) -> dict[int, tuple[Case, list[ClockMark]]]:
    """The open cases of whose clocks coordinators were told and nobody has answered, the longest over first."""
    marks = await tx.clock_marks.select(
        clock_marks.c.told_at.is_not(None), clock_marks.c.ended_at.is_(None), order_by=clock_marks.c.due_at
    )
    left = [mark for mark in marks if mark.goes_on and mark.answered_at is None]
    await tx.cases.prefetch("id", {mark.case_id for mark in left})
    found: dict[int, tuple[Case, list[ClockMark]]] = {}
    for mark in left:
        case = await tx.cases.get(mark.case_id)
        if case is not None and case.state is not CaseState.CLOSED:
            found.setdefault(case.id, (case, []))[1].append(mark)
    return found
