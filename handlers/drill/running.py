"""A drill that runs: who is asked now, by the rules of a true case; its end, and what stays of it.

The first who takes it ends the search, as in truth. Whoever was asked can still answer for the time of one round; then it
is over, coordinators read how it went, and of the requests nothing stays.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.alerting.escalation import decide, wait
from bot.core.alerting.ground import OfGazetteer
from bot.core.alerting.whom import Circumstances
from bot.core.drills import Drill, DrillOffer, as_alerts, as_case
from bot.core.model import Member
from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState
from handlers.alerting.offering import WITHIN
from handlers.cards import case_lines
from handlers.drill import offers, report
from handlers.drill.unheard import unheard
from handlers.people import on_duty
from handlers.people.readers import unreachable
from handlers.service import Service
from storage.schema import drills
from storage.transaction import Transaction

LASTS = timedelta(hours=1)  # at most
UNHEARD = "unheard-drill"


def timer_key(drill_id: int) -> str:
    """What it waits for."""
    return f"drill:{drill_id}"


async def current(tx: Transaction) -> Drill | None:
    """The one that runs: there is one at a time."""
    found = await tx.drills.by(ended_at=None)
    return found[-1] if found else None


async def before(tx: Transaction) -> Sequence[Drill]:
    """Those that are over, the oldest first."""
    return await tx.drills.select(drills.c.ended_at.is_not(None), order_by=drills.c.id)


async def whom(tx: Transaction) -> list[Member]:
    """Who may be asked: whoever agreed to it, and is not asked about something true at this moment."""
    busy = await tx.alerts.tally("member_id", state=AlertState.OFFERED)
    return [m for m in await tx.members.by(suspended_at=None) if m.drills and not busy[m.id]]


async def begin(tx: Transaction, service: Service, city: str, by: Member | None) -> Drill:
    """As if somebody had been taken in that city just now, and an urgent report of it had come in."""
    region = service.gazetteer.region_of(city) if city in service.gazetteer.cities else city
    drill = tx.drills.add(
        Drill(tx.new_id(), tx.now, by.id if by else None, city, region or city, service.language)
    )
    await look(tx, service, drill)
    return drill


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The time of a round is over; or all of the drill's."""
    drill = await tx.drills.get(timer.subject_id)
    if drill is None or drill.ended_at is not None:
        return
    if drill.first_answer_at is not None or tx.now - drill.began_at >= LASTS:
        await end(tx, service, drill)
    else:
        await look(tx, service, drill)


async def look(tx: Transaction, service: Service, drill: Drill, *, early: bool = False) -> None:
    """Ask whoever is next; where a true case would begin anew, the drill ends: everybody was asked. ``early``: others of the
    round can still answer, and only places are filled of those whom it did not reach.
    """
    sent, case = await tx.drill_offers.by(drill_id=drill.id), as_case(drill)
    heard = {offer.member_id for offer in sent}  # each is asked once
    members = [member for member in await whom(tx) if member.id not in heard]
    away = await unreachable(tx, members)
    planned = on_duty.schedule_of(service, members, away)
    members, _ = on_duty.as_of(planned, members, tx.now, drill.region)
    zone, ground = case_lines.zone_of(service, case), OfGazetteer(service.gazetteer)
    about = Circumstances(away)
    missed = {one.offer.member_id for one in await unheard(tx, service, sent)}
    decision = decide(case, as_alerts(sent, missed), members, service.policy, tx.now, zone, ground, about)
    if early and (not decision.ask or decision.round != drill.round):
        return
    for offer in sent:
        if offer.id in decision.expire:
            tx.drill_offers.put(replace(offer, state=AlertState.EXPIRED))
    if not decision.ask or decision.loops:
        await end(tx, service, drill)
        return
    drill = tx.drills.put(
        replace(drill, step=decision.step, round=decision.round, asked=drill.asked + len(decision.ask))
    )
    for member_id in decision.ask:
        offer = DrillOffer(
            tx.new_id(), drill.id, member_id, drill.step, drill.round, AlertState.OFFERED, tx.now
        )
        tx.drill_offers.add(offer)
        await offers.show(tx, service, drill, offer)
        tx.timers.put(Timer(_unheard_key(offer), UNHEARD, tx.now + WITHIN, offer.id))
    _wait_until(tx, drill, decision.next_look or tx.now)


async def on_unheard(tx: Transaction, service: Service, timer: Timer) -> None:
    """Has it reached the phone? As in truth: else it is shown at the other address too, and whoever is next is asked."""
    offer = await tx.drill_offers.get(timer.subject_id)
    drill = await tx.drills.get(offer.drill_id) if offer is not None else None
    missed = await unheard(tx, service, [offer]) if offer is not None else []
    if drill is None or drill.ended_at is not None or not missed:
        return
    await offers.show_elsewhere(tx, service, drill, missed[0].offer, missed[0].shown)
    if drill.first_answer_at is None:
        sent = await tx.drill_offers.by(drill_id=drill.id)
        gone = {one.offer.id for one in await unheard(tx, service, sent)}
        waits = any(one.state is AlertState.OFFERED and one.id not in gone for one in sent)
        await look(tx, service, drill, early=waits)


async def answered(tx: Transaction, service: Service, drill: Drill, offer: DrillOffer, took: bool) -> None:
    """Somebody has answered. The first who takes it ends the search; when nobody is left who could, it is over."""
    state = AlertState.ACCEPTED if took else AlertState.DECLINED
    tx.drill_offers.put(replace(offer, state=state, answered_at=tx.now))
    first = took and drill.first_answer_at is None
    if first:
        drill = replace(drill, first_answer_at=tx.now)
    drill = tx.drills.put(replace(drill, answered=drill.answered + 1))
    await offers.touch(tx, drill)
    left = [o for o in await tx.drill_offers.by(drill_id=drill.id) if o.state is AlertState.OFFERED]
    if not left and drill.first_answer_at is not None:
        await end(tx, service, drill)
    elif not left:
        await look(tx, service, drill)
    elif first:
        step = service.policy.step(drill.step)
        _wait_until(tx, drill, tx.now + (wait(step, 0) if step is not None else LASTS))


async def end(tx: Transaction, service: Service, drill: Drill) -> None:
    """It is over: whoever was asked reads so, coordinators read how it went, and the requests go."""
    sent = await tx.drill_offers.by(drill_id=drill.id)
    found = [await tx.members.get(offer.member_id) for offer in sent]
    asked = [member for member in found if member is not None and member.suspended_at is None]
    away = await unreachable(tx, asked)
    missed = await unheard(tx, service, [offer for offer in sent if offer.member_id not in away])
    drill = tx.drills.put(replace(drill, ended_at=tx.now, unreachable=len(away) + len(missed)))
    await report.tell(tx, service, drill, sent, asked, away, missed)
    await offers.end(tx, service, drill)
    for offer in sent:
        tx.drill_offers.remove(offer.id)
        tx.timers.remove(_unheard_key(offer))
    tx.timers.remove(timer_key(drill.id))


def _unheard_key(offer: DrillOffer) -> str:
    return f"{UNHEARD}:{offer.id}"


def _wait_until(tx: Transaction, drill: Drill, moment: datetime) -> None:
    tx.timers.put(Timer(timer_key(drill.id), "drill", min(moment, drill.began_at + LASTS), drill.id))
