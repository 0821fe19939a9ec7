"""The second bot is made known: each member is told its name and confirms it by a tap. Who has not confirmed after a day, of
them coordinators get a list, to ring.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from bot.core.emergency import EmergencyStep, Notice, Step
from bot.core.model import Member
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane, Timer
from handlers.alerting import asks
from handlers.outbox import sending
from handlers.people.membership import addresses_of, home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

KIND = "receipts"
DAY = timedelta(days=1)


async def announce(tx: Transaction, service: Service) -> int:
    """Tell every member who has not confirmed it yet; how many these are. The list comes a day later."""
    step = await under_way(tx, Step.ANNOUNCED)
    if step is None:
        step = tx.emergency_steps.add(EmergencyStep(tx.new_id(), Step.ANNOUNCED, tx.now))
    told = 0
    notices = {one.address_id: one for one in await tx.notices.by(step_id=step.id)}
    for member in await tx.members.by(suspended_at=None):
        there = await home(tx, member)
        notice = next((notices[id] for id in addresses_of(member) if id in notices), None)
        if notice is None:
            notice = tx.notices.add(Notice(tx.new_id(), step.id, there, tx.now))
        if notice.confirmed_at is None:
            told += 1
            notice = tx.notices.put(replace(notice, address_id=there))
            language = await language_of(tx, service, there)
            known = Button(service.words.say(language, "button-successor-known"), f"successor:{notice.id}")
            text = service.words.say(language, "successor-told", name=service.successor)
            sending.message(tx, service, there, Presentation(text, ((known,),)), Lane.NEWS, topic=KIND)
    tx.timers.put(Timer(f"{KIND}:{step.id}", KIND, tx.now + DAY, step.id))
    return told


async def under_way(tx: Transaction, step: Step) -> EmergencyStep | None:
    """The step of this sort that has not ended."""
    found = await tx.emergency_steps.by(step=step, ended_at=None)
    return found[-1] if found else None


async def own(turn: Turn, argument: str) -> Notice | None:
    """A notice to whoever presses."""
    notice = await turn.tx.notices.get(id_in(argument) or 0)
    return notice if notice is not None and notice.address_id == turn.address.id else None


async def on_known(turn: Turn, notice: Notice) -> None:
    """*I have opened it*."""
    if notice.confirmed_at is None:
        turn.tx.notices.put(replace(notice, confirmed_at=turn.now))
    turn.reply_in_place("successor-known", name=turn.service.successor)


async def missing(tx: Transaction, step: EmergencyStep) -> list[Member]:
    """The members who have not confirmed it."""
    open_ = {one.address_id for one in await tx.notices.by(step_id=step.id) if one.confirmed_at is None}
    return [one for one in await tx.members.by(suspended_at=None) if not open_.isdisjoint(addresses_of(one))]


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A day later: whom coordinators ring."""
    step = await tx.emergency_steps.get(timer.subject_id)
    if step is None or step.ended_at is not None:
        return
    left = await missing(tx, step)
    if not left:
        tx.emergency_steps.put(replace(step, ended_at=tx.now))
    await _tell(tx, service, [member.name for member in left])


async def _tell(tx: Transaction, service: Service, names: Sequence[str]) -> None:
    for reader in await asks.coordinators(tx):
        there = await home(tx, reader)
        language = await language_of(tx, service, there)
        key = "successor-unknown" if names else "successor-all-know"
        text = service.words.say(language, key, names=", ".join(sorted(names)))
        sending.message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)
