"""An offer is made to one member: its number, and whether it comes by itself or in their list."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from core.alerting.candidates import VISIT
from core.model import Case, Member, Offer
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, OfferState
from handlers.alerting.timer_keys import undelivered_key
from handlers.cards import live_cards, sounds
from handlers.people.membership import home_address
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction
from storage.workload import LATELY

OPEN = OfferState.OFFERED
ALERT, LIST = "alert", "list"  # the cards
LIST_QUIET = timedelta(minutes=3)  # a list of offers makes a sound at most so often
# So long after its last sound, and after several texts, what is new comes in it.
LIST_STAYS = LATELY
UNDELIVERED = "undelivered"
URGENT = "urgent"
RESTS = timedelta(minutes=30)  # of several that wait, one that is not urgent is not heard again before that
WITHIN = timedelta(
    minutes=2
)  # a phone that is on tells within seconds: this is one without a network, or off


async def make_offer(
    tx: Transaction,
    service: Service,
    case: Case,
    member_id: int,
    details: dict[str, Any],
    load: Counter[int],
    again: timedelta | None,
    *,
    is_news: bool = False,
) -> None:
    """One member is asked. ``again``: everybody was asked before; of several that wait so, one list tells, which was quiet
    for so long. ``is_news``: what they are asked has changed, so that it sounds though they were asked before.
    """
    member = await tx.members.get(member_id)
    if member is None:
        return
    previous = [a for a in await tx.alerts.by(case_id=case.id) if a.member_id == member_id]
    before = next((a for a in previous if tx.now - a.offered_at >= RESTS), None)
    same_search = bool(previous) and not is_news and _is_further_round(case, previous[-1])
    number, others = await _offer_number(tx, member_id, previous, load)
    if previous:  # asked before: the same offer comes to life again, as a new message
        alert = replace(made_again(previous[-1], tx.now), step=case.step, round=case.round, number=number)
        alert = tx.alerts.put(replace(alert, asked_by=None))
    else:
        alert = Offer(tx.new_id(), case.id, member_id, case.step, case.round, OPEN, tx.now, number=number)
        tx.alerts.add(alert)
    await timeline.append(tx, case.id, 0, TimelineKind.OFFERED, {"member": member_id, **details})
    urgent, at = case.priority == URGENT, await home_address(tx, member)
    many = load[member_id] >= service.policy.list_after or await _has_list(tx, member)
    if same_search and others and not urgent and await _was_heard_lately(tx, alert, member):
        await live_cards.show(tx, ALERT, alert.id, at, Lane.EDIT, case_id=case.id, sound=False)
    elif before is not None and not is_news and not urgent and await sounds.has_just_sounded(tx, at):
        card = await live_cards.show(tx, ALERT, alert.id, at, Lane.EDIT, case_id=case.id, sound=False)
        live_cards.move_to_end(tx, card)  # as in the morning, when several are asked about again
    elif again is not None and others:
        quiet = again if urgent else max(again, RESTS)
        await live_cards.ring(tx, LIST, member.id, at, quiet=quiet, later=False)
        await expect_delivery(tx, service, alert, at)
    elif again is None and many and (previous or not urgent):
        await show_in_list(tx, service, alert, member, at)
    else:  # an urgent one comes by itself, however many there are
        await show(tx, service, alert, member)
    load[member_id] += 1


def _is_further_round(case: Case, last: Offer) -> bool:
    """Whether the same search asks again; not the second place, a case given back, or a search that has begun again."""
    if case.state is not CaseState.OPEN or last.state not in (OPEN, OfferState.EXPIRED):
        return False
    begun_again = not case.loops and case.round // VISIT != last.round // VISIT
    return case.step > last.step or (case.step == last.step and not begun_again)


async def _was_heard_lately(tx: Transaction, alert: Offer, member: Member) -> bool:
    """Whether this very case has sounded on their phone a while ago: nobody is asked twice for one."""
    cards = await tx.cards.by(subject=ALERT, subject_id=alert.id)
    return any(card.rang_at is not None and timedelta() <= tx.now - card.rang_at < RESTS for card in cards)


def made_again(alert: Offer, now: datetime) -> Offer:
    """The offer as it is when it is made again: nothing has become of it."""
    return replace(
        alert,
        state=OPEN,
        offered_at=now,
        answered_at=None,
        reason=None,
        delivered_at=None,
        read_at=None,
        undelivered_at=None,
    )


async def show(
    tx: Transaction, service: Service, alert: Offer, member: Member, at: int | None = None
) -> None:
    """The offer as a new message, where its member is written to now, or ``at`` another address of theirs."""
    at = at if at is not None else await home_address(tx, member)
    await live_cards.renew(tx, ALERT, alert.id, at, Lane.ALERT, case_id=alert.case_id)
    await expect_delivery(tx, service, alert, at)


async def show_in_list(tx: Transaction, service: Service, alert: Offer, member: Member, at: int) -> None:
    """The same among others in their list, which makes a sound now and then."""
    await live_cards.ring(tx, LIST, member.id, at, quiet=LIST_QUIET, later=True)
    await expect_delivery(tx, service, alert, at)


async def expect_delivery(tx: Transaction, service: Service, alert: Offer, at: int) -> None:
    """Where the messenger tells that something has reached the phone, it is looked at whether this has."""
    address = await tx.addresses.get(at)
    if address is not None and service.tells_of_delivery(address.messenger):
        tx.timers.put(Timer(undelivered_key(alert.id), UNDELIVERED, alert.offered_at + WITHIN, alert.id))


async def _offer_number(
    tx: Transaction, member_id: int, previous: list[Offer], load: Counter[int]
) -> tuple[int, bool]:
    """The offer's number in the member's list, which stays while it is open; and whether other offers are."""
    if not load[member_id]:
        return 1, False
    known = {alert.id for alert in previous}
    offers = await tx.alerts.by(member_id=member_id, state=OPEN)
    taken = {offer.number for offer in offers if offer.id not in known}
    kept = previous[-1].number if previous else 0
    return (kept if kept and kept not in taken else max(taken, default=0) + 1), bool(taken)


async def _has_list(tx: Transaction, member: Member) -> bool:
    """Whether so much came just now that the member reads a list."""
    lists = await tx.cards.by(subject="list", subject_id=member.id)
    return any(card.rang_at is not None and tx.now - card.rang_at < LIST_STAYS for card in lists)
