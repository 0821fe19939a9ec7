"""A check-in that runs: its reminders, "I am fine", "an hour more", and its end.

The reminder is a card that says a time and nothing else. It comes ten minutes before the time and at the time; ten minutes
after it, anyone who has not answered is missed (handlers.checkin.missed_checkin); somebody whose phone is being taken is
missed at once. What is typed instead is read by handlers.checkin.typed.
"""

from datetime import datetime, timedelta

from babel.dates import format_time
from msgspec.structs import replace

from core.presentation import Button, Presentation, Style
from core.records.check_ins import BEFORE, WELL_CARD, CheckIn
from core.traffic import Card, Lane, Timer
from core.vocabulary import CheckInState, ReportState
from handlers.alerting.timer_keys import check_in_key
from handlers.cards import live_cards
from handlers.checkin import bad_news, lawyers, missed_checkin
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.reporting import asides, drafts
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

SUBJECT = "reminder"
LONGER = timedelta(hours=1)


async def latest_of_chat(tx: Transaction, address_id: int) -> CheckIn | None:
    """The latest check-in of this chat that has not ended."""
    found = await tx.checkins.by(address_id=address_id)
    return found[-1] if found else None


async def own_checkin(turn: Turn, argument: str) -> CheckIn | None:
    """That of this number, if it is the actor's."""
    checkin = await turn.tx.checkins.get(id_in(argument) or 0)
    return checkin if checkin is not None and checkin.address_id == turn.address.id else None


def save(tx: Transaction, checkin: CheckIn) -> CheckIn:
    """Store it, and wake up for the next thing that it needs."""
    moments = (checkin.due - BEFORE, checkin.due, checkin.due + lawyers.AFTER)
    tx.timers.put(
        Timer(
            check_in_key(checkin.id),
            "check-in",
            next((at for at in moments if at > tx.now), tx.now),
            checkin.id,
        )
    )
    return tx.checkins.put(checkin)


async def show_reminder(tx: Transaction, checkin: CheckIn) -> None:
    """The reminder, as the last message of the chat."""
    await live_cards.renew(tx, SUBJECT, checkin.id, checkin.address_id, Lane.ALERT)


async def clear_questions(tx: Transaction, service: Service, address_id: int, since: datetime) -> None:
    """What was asked and answered leaves the chat; all of it, where nothing else is under way there."""
    address = await tx.addresses.get(address_id)
    if address is None:
        return
    abilities, reports = service.abilities[address.messenger], await tx.reports.by(address_id=address_id)
    if not any(report.state in (ReportState.DRAFT, ReportState.OPEN) for report in reports):
        since = tx.now - abilities.deletable
    every = [message for message in await tx.messages.by(address_id=address_id) if message.at > since]
    if known := [message.message_id for message in every if message.outgoing or abilities.deletes_theirs]:
        sending.delete_messages(tx, address_id, sorted(known, reverse=True))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A reminder; or, after the last, somebody is missed; or nobody has looked yet whether they are."""
    checkin = await tx.checkins.get(timer.subject_id)
    if checkin is None:
        return
    if checkin.state is CheckInState.MISSED and tx.now >= checkin.due + missed_checkin.KEPT:
        await end(tx, service, checkin)
    elif checkin.state is CheckInState.MISSED:
        await missed_checkin.ask_again(tx, service, checkin)
    elif tx.now < checkin.due + lawyers.AFTER and not await _is_hidden(tx, checkin):
        await show_reminder(tx, checkin)
        save(tx, checkin)
    elif await missed_checkin.join_case(tx, service, checkin):
        await end(tx, service, checkin)
    else:
        await missed_checkin.mark_missed(tx, service, checkin)


async def _is_hidden(tx: Transaction, checkin: CheckIn) -> bool:
    address = await tx.addresses.get(checkin.address_id)
    return address is not None and address.silenced_at is not None


async def on_heard(turn: Turn) -> None:
    """After everything else: bad news is told of the place to which they went; somebody who opened a case about themselves
    is not waited for any more.
    """
    for checkin in await turn.tx.checkins.by(address_id=turn.address.id):
        running = checkin.state is CheckInState.RUNNING
        if running:
            await bad_news.bring_place(turn, checkin)
        if running and await missed_checkin.join_case(turn.tx, turn.service, checkin):
            await end(turn.tx, turn.service, checkin)


async def on_fine(turn: Turn, checkin: CheckIn) -> None:
    """*I am fine*: nothing of it stays. After it was missed, a coordinator is asked to call back."""
    if checkin.state is CheckInState.MISSED:
        await close_question(turn.tx, turn.service, checkin)
        for each in await turn.tx.checkins.by(address_id=turn.address.id):
            await missed_checkin.note_sign_of_life(turn.tx, turn.service, each)
        turn.reply("bland")
    else:
        await end(turn.tx, turn.service, checkin)


async def on_longer(turn: Turn, checkin: CheckIn) -> None:
    """*An hour more*: from the time that was set, or from now if that has passed. Missed, they are asked how they are."""
    if checkin.state is CheckInState.MISSED:
        await live_cards.renew(turn.tx, WELL_CARD, checkin.id, checkin.address_id, Lane.REPLY)
        return
    checkin = save(turn.tx, replace(checkin, due=max(checkin.due, turn.now) + LONGER))
    await touch_reminder(turn.tx, checkin)


async def touch_reminder(tx: Transaction, checkin: CheckIn) -> None:
    """Its reminder shows another time."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=checkin.id):
        live_cards.touch(tx, card)


async def end(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """It is over, and nothing of it is kept."""
    await close_reminder(tx, service, checkin)
    await close_question(tx, service, checkin)
    draft = await tx.reports.get(checkin.report_id) if checkin.report_id is not None else None
    if draft is not None and draft.state is ReportState.DRAFT:
        await drafts.wipe_draft(tx, draft)
    await asides.forget(tx, checkin.address_id)
    tx.timers.remove(check_in_key(checkin.id))
    tx.checkins.remove(checkin.id)
    tx.dialogues.remove(checkin.dialogue_id)


async def close_reminder(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """The reminder asks for nothing any more."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=checkin.id):
        language = await language_of(tx, service, card.address_id)
        ended = service.words.say(language, "checkin-ended", time=_local_time(service, checkin))
        live_cards.drop(tx, card, Presentation(ended))


async def close_question(tx: Transaction, service: Service, checkin: CheckIn) -> None:
    """For every answer the same sentence is shown in its place."""
    for card in await tx.cards.by(subject=WELL_CARD, subject_id=checkin.id):
        language = await language_of(tx, service, card.address_id)
        live_cards.drop(tx, card, Presentation(service.words.say(language, "bland")))


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A time, and two signs."""
    checkin = await tx.checkins.get(card.subject_id)
    if checkin is None:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    buttons = (
        Button(say(language, "button-fine"), f"fine:{checkin.id}", Style.SUCCESS),
        Button(say(language, "button-longer"), f"longer:{checkin.id}"),
    )
    return Presentation(say(language, "checkin-reminder", time=_local_time(service, checkin)), (buttons,))


def _local_time(service: Service, checkin: CheckIn) -> str:
    return str(format_time(checkin.due.astimezone(service.zone), "HH:mm", locale="en"))
