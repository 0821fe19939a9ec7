"""A drill that runs: who is asked now, by the rules of a true case; its end, and what stays of it.

The first who takes it ends the search, as in a true case. The others who were asked can still answer for the time of one
round; then it is over, and coordinators read who answered, how fast, who was silent and who could not be reached. Of the
requests nothing stays.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from core.alerting.candidates import Circumstances
from core.alerting.escalation import decide_search, round_length
from core.alerting.geography import GazetteerGeography
from core.model import Member
from core.presentation import Presentation
from core.records.drills import Drill, DrillOffer, case_of_drill, drill_answers, offers_of_drill
from core.traffic import Lane, Timer
from core.vocabulary import OfferState, Role
from handlers.alerting import tasks
from handlers.alerting.offering import WITHIN
from handlers.cards import case_lines
from handlers.cards.case_lines import drill_line, minutes_and_seconds
from handlers.drill import drill_offers
from handlers.drill.drill_offers import UnheardOffer, mark_as_drill, unheard_offers
from handlers.outbox import sending
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of, unreachable_ids
from handlers.service import Service
from storage.schema import drills
from storage.transaction import Transaction

SHOWN = 20  # people who are named; how many more there are is said


async def tell_coordinators(
    tx: Transaction,
    service: Service,
    drill: Drill,
    sent: Sequence[DrillOffer],
    asked: Sequence[Member],
    away: Collection[int],
    missed: Sequence[UnheardOffer],
) -> None:
    """One quiet message to each coordinator. A member who has left meanwhile is not among ``asked``, and has no line."""
    members = await tx.members.by(suspended_at=None)
    agreed = sum(member.drills for member in members)
    others = [m for m in members if m.role is not Role.ADMINISTRATOR and not m.drills]
    for coordinator in await tasks.coordinators(tx):
        there = await home_address(tx, coordinator)
        language = await language_of(tx, service, there)
        lines = [
            drill_line(service, language, drill),
            *_people_lines(service, language, sent, asked, away, missed),
        ]
        if not agreed:
            lines.append(service.words.say(language, "drill-nobody-agreed"))
        if others:
            lines.append(service.words.say(language, "drill-not-agreed", count=len(others)))
        text = mark_as_drill(service, language, "\n".join(lines))
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)


def _people_lines(
    service: Service,
    language: str,
    sent: Sequence[DrillOffer],
    asked: Sequence[Member],
    away: Collection[int],
    missed: Sequence[UnheardOffer],
) -> list[str]:
    say, names = service.words.say, {member.id: member.name for member in asked}
    where = {
        unheard.offer.member_id: ", ".join(at.messenger.capitalize() for at in unheard.shown)
        for unheard in missed
    }
    lines = [
        say(
            language,
            "drill-member-unheard" if answer.member_id in where else f"drill-member-{answer.state}",
            name=names[answer.member_id],
            after=minutes_and_seconds(answer.after) if answer.after is not None else "",
            messengers=where.get(answer.member_id, ""),
        )
        for answer in drill_answers(sent, away)
        if answer.member_id in names
    ]
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], *([say(language, "drill-more", count=more)] if more > 0 else [])]


LASTS = timedelta(hours=1)  # at most
UNHEARD = "unheard-drill"


def timer_key(drill_id: int) -> str:
    """What it waits for."""
    return f"drill:{drill_id}"


async def current_drill(tx: Transaction) -> Drill | None:
    """The one that runs: there is one at a time."""
    found = await tx.drills.by(ended_at=None)
    return found[-1] if found else None


async def past_drills(tx: Transaction) -> Sequence[Drill]:
    """Those that are over, the oldest first."""
    return await tx.drills.select(drills.c.ended_at.is_not(None), order_by=drills.c.id)


async def members_to_ask(tx: Transaction) -> list[Member]:
    """Who may be asked: members who agreed to it, and are not asked about something true at this moment."""
    busy = await tx.alerts.tally("member_id", state=OfferState.OFFERED)
    return [m for m in await tx.members.by(suspended_at=None) if m.drills and not busy[m.id]]


async def begin(tx: Transaction, service: Service, city: str, by: Member | None) -> Drill:
    """As if somebody had been taken in that city just now, and an urgent report of it had come in."""
    region = service.gazetteer.region_of(city) if city in service.gazetteer.cities else city
    drill = tx.drills.add(
        Drill(tx.new_id(), tx.now, by.id if by else None, city, region or city, service.language)
    )
    await ask_next(tx, service, drill)
    return drill


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The time of a round is over; or all of the drill's."""
    drill = await tx.drills.get(timer.subject_id)
    if drill is None or drill.ended_at is not None:
        return
    if drill.first_answer_at is not None or tx.now - drill.began_at >= LASTS:
        await end(tx, service, drill)
    else:
        await ask_next(tx, service, drill)


async def ask_next(tx: Transaction, service: Service, drill: Drill, *, early: bool = False) -> None:
    """Ask the next lawyers; where a true case would begin again, the drill ends: everybody was asked. ``early``: others of
    the round can still answer, and only places are filled of those whom it did not reach.
    """
    sent, case = await tx.drill_offers.by(drill_id=drill.id), case_of_drill(drill)
    heard = {offer.member_id for offer in sent}  # each is asked once
    members = [member for member in await members_to_ask(tx) if member.id not in heard]
    away = await unreachable_ids(tx, members)
    planned = on_call.schedule_of(service, members, away)
    members, _ = on_call.with_duty_at(planned, members, tx.now, drill.region)
    zone, ground = case_lines.zone_of(service, case), GazetteerGeography(service.gazetteer)
    about = Circumstances(away)
    missed = {unheard.offer.member_id for unheard in await unheard_offers(tx, service, sent)}
    decision = decide_search(
        case, offers_of_drill(sent, missed), members, service.policy, tx.now, zone, ground, about
    )
    if early and (not decision.ask or decision.round != drill.round):
        return
    for offer in sent:
        if offer.id in decision.expire:
            tx.drill_offers.put(replace(offer, state=OfferState.EXPIRED))
    if not decision.ask or decision.loops:
        await end(tx, service, drill)
        return
    drill = tx.drills.put(
        replace(drill, step=decision.step, round=decision.round, asked=drill.asked + len(decision.ask))
    )
    for member_id in decision.ask:
        offer = DrillOffer(
            tx.new_id(), drill.id, member_id, drill.step, drill.round, OfferState.OFFERED, tx.now
        )
        tx.drill_offers.add(offer)
        await drill_offers.show_offer(tx, service, drill, offer)
        tx.timers.put(Timer(_unheard_key(offer), UNHEARD, tx.now + WITHIN, offer.id))
    _wait_until(tx, drill, decision.next_look or tx.now)


async def on_unheard(tx: Transaction, service: Service, timer: Timer) -> None:
    """Has it reached the phone? As in truth: else it is shown at the other address too, and the next lawyer is asked."""
    offer = await tx.drill_offers.get(timer.subject_id)
    drill = await tx.drills.get(offer.drill_id) if offer is not None else None
    missed = await unheard_offers(tx, service, [offer]) if offer is not None else []
    if drill is None or drill.ended_at is not None or not missed:
        return
    await drill_offers.show_elsewhere(tx, service, drill, missed[0].offer, missed[0].shown)
    if drill.first_answer_at is None:
        sent = await tx.drill_offers.by(drill_id=drill.id)
        gone = {unheard.offer.id for unheard in await unheard_offers(tx, service, sent)}
        waits = any(offer.state is OfferState.OFFERED and offer.id not in gone for offer in sent)
        await ask_next(tx, service, drill, early=waits)


async def take_answer(tx: Transaction, service: Service, drill: Drill, offer: DrillOffer, took: bool) -> None:
    """Somebody has answered. The first who takes it ends the search; when nobody is left who could, it is over."""
    state = OfferState.ACCEPTED if took else OfferState.DECLINED
    tx.drill_offers.put(replace(offer, state=state, answered_at=tx.now))
    first = took and drill.first_answer_at is None
    if first:
        drill = replace(drill, first_answer_at=tx.now)
    drill = tx.drills.put(replace(drill, answered=drill.answered + 1))
    await drill_offers.touch_cards(tx, drill)
    left = [o for o in await tx.drill_offers.by(drill_id=drill.id) if o.state is OfferState.OFFERED]
    if not left and drill.first_answer_at is not None:
        await end(tx, service, drill)
    elif not left:
        await ask_next(tx, service, drill)
    elif first:
        step = service.policy.step(drill.step)
        _wait_until(tx, drill, tx.now + (round_length(step, 0) if step is not None else LASTS))


async def end(tx: Transaction, service: Service, drill: Drill) -> None:
    """It is over: the members who were asked read so, coordinators read how it went, and the requests are deleted."""
    sent = await tx.drill_offers.by(drill_id=drill.id)
    found = [await tx.members.get(offer.member_id) for offer in sent]
    asked = [member for member in found if member is not None and member.suspended_at is None]
    away = await unreachable_ids(tx, asked)
    missed = await unheard_offers(tx, service, [offer for offer in sent if offer.member_id not in away])
    drill = tx.drills.put(replace(drill, ended_at=tx.now, unreachable=len(away) + len(missed)))
    await tell_coordinators(tx, service, drill, sent, asked, away, missed)
    await drill_offers.end_offers(tx, service, drill)
    for offer in sent:
        tx.drill_offers.remove(offer.id)
        tx.timers.remove(_unheard_key(offer))
    tx.timers.remove(timer_key(drill.id))


def _unheard_key(offer: DrillOffer) -> str:
    return f"{UNHEARD}:{offer.id}"


def _wait_until(tx: Transaction, drill: Drill, moment: datetime) -> None:
    tx.timers.put(Timer(timer_key(drill.id), "drill", min(moment, drill.began_at + LASTS), drill.id))
