"""A check-in that runs: its reminders, "I am fine", "an hour more", and its end.

The reminder is a card that says a time and nothing else. It comes ten minutes before the time and at the time; ten minutes
after it, whoever has not answered is missed (handlers.checkin.missed); whose phone is being taken, at once.
"""

from datetime import datetime, timedelta

from babel.dates import format_time
from msgspec.structs import replace

from bot.core import folding
from bot.core.conversation.events import Confirmed
from bot.core.conversation.forms import current
from bot.core.in_a_chat import CheckIn
from bot.core.incoming import Kind
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card, Lane, Timer
from bot.core.understanding import AheadProblem, understand_ahead
from bot.core.vocabulary import CheckInState, ReportState
from handlers.alerting.keys import check_in_key
from handlers.cards import tracking
from handlers.checkin import missed, overtaken
from handlers.forms import dialogues
from handlers.forms.follow import Open
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

SUBJECT = "reminder"
BEFORE = timedelta(minutes=10)  # the first reminder
AFTER = timedelta(minutes=10)  # then it is missed
LONGER = timedelta(hours=1)
A_TIME = 5  # words at most that are a time and nothing else


async def of(tx: Transaction, address_id: int) -> CheckIn | None:
    """The latest check-in of this chat that has not ended."""
    found = await tx.checkins.by(address_id=address_id)
    return found[-1] if found else None


async def own(turn: Turn, argument: str) -> CheckIn | None:
    """That of this number, if it is the actor's."""
    one = await turn.tx.checkins.get(id_in(argument) or 0)
    return one if one is not None and one.address_id == turn.address.id else None


def put(tx: Transaction, one: CheckIn) -> CheckIn:
    """Store it, and wake up for the next thing that it needs."""
    moments = (one.due - BEFORE, one.due, one.due + AFTER)
    tx.timers.put(
        Timer(check_in_key(one.id), "check-in", next((at for at in moments if at > tx.now), tx.now), one.id)
    )
    return tx.checkins.put(one)


async def show(tx: Transaction, one: CheckIn) -> None:
    """The reminder, as the last message of the chat."""
    await tracking.renew(tx, SUBJECT, one.id, one.address_id, Lane.ALERT)


async def settle(tx: Transaction, service: Service, address_id: int, since: datetime) -> None:
    """What was asked and answered leaves the chat; all of it, where nothing else is under way there."""
    address = await tx.addresses.get(address_id)
    if address is None:
        return
    abilities, reports = service.abilities[address.messenger], await tx.reports.by(address_id=address_id)
    if not any(report.state in (ReportState.DRAFT, ReportState.OPEN) for report in reports):
        since = tx.now - abilities.deletable
    every = [one for one in await tx.messages.by(address_id=address_id) if one.at > since]
    if known := [one.message_id for one in every if one.outgoing or abilities.deletes_theirs]:
        sending.delete(tx, address_id, sorted(known, reverse=True))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A reminder; or, after the last, somebody is missed; or nobody has looked yet whether they are."""
    one = await tx.checkins.get(timer.subject_id)
    if one is None:
        return
    if one.state is CheckInState.MISSED and tx.now >= one.due + missed.KEPT:
        await end(tx, service, one)
    elif one.state is CheckInState.MISSED:
        await missed.on_waited(tx, service, one)
    elif tx.now < one.due + AFTER and not await _is_hidden(tx, one):
        await show(tx, one)
        put(tx, one)
    elif await overtaken.join(tx, service, one):
        await end(tx, service, one)
    else:
        await missed.miss(tx, service, one)


async def _is_hidden(tx: Transaction, one: CheckIn) -> bool:
    address = await tx.addresses.get(one.address_id)
    return address is not None and address.silenced_at is not None


async def on_heard(turn: Turn) -> None:
    """After everything else: whoever opened a case of themselves is not waited for any more."""
    for one in await turn.tx.checkins.by(address_id=turn.address.id):
        running = one.state is CheckInState.RUNNING
        if running and await overtaken.join(turn.tx, turn.service, one):
            await end(turn.tx, turn.service, one)


async def on_fine(turn: Turn, one: CheckIn) -> None:
    """*I am fine*: nothing of it stays. After it was missed, a coordinator is asked to call back."""
    if one.state is CheckInState.MISSED:
        for each in await turn.tx.checkins.by(address_id=turn.address.id):
            await missed.answered(turn.tx, turn.service, each)
        turn.reply("bland")
    else:
        await end(turn.tx, turn.service, one)


async def on_longer(turn: Turn, one: CheckIn) -> None:
    """*An hour more*: from the time that was set, or from now if that has passed."""
    if one.state is CheckInState.MISSED:
        await on_fine(turn, one)
        return
    one = put(turn.tx, replace(one, due=max(one.due, turn.now) + LONGER))
    await touch(turn.tx, one)


async def touch(tx: Transaction, one: CheckIn) -> None:
    """Its reminder shows another time."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=one.id):
        tracking.touch(tx, card)


async def end(tx: Transaction, service: Service, one: CheckIn) -> None:
    """It is over, and nothing of it is kept."""
    for card in await tx.cards.by(subject=SUBJECT, subject_id=one.id):
        tracking.drop(
            tx,
            card,
            Presentation(
                service.words.say(
                    await language_of(tx, service, card.address_id), "checkin-ended", time=_time(service, one)
                )
            ),
        )
    tx.timers.remove(check_in_key(one.id))
    tx.checkins.remove(one.id)
    tx.dialogues.remove(one.dialogue_id)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Typed instead of pressed: "all fine", "an hour more", and outside a form another time."""
    incoming = turn.incoming
    one = await of(turn.tx, turn.address.id) if incoming.kind is Kind.MESSAGE else None
    if one is None or incoming.forwarded is not None or not incoming.text:
        return False
    if _is_typed(turn, "checkin-typed-fine"):
        if opened is not None and _is_being_set(turn, one, opened):
            return await _confirmed(turn, opened)
        await _fine_in_words(turn, one)
    elif _is_typed(turn, "checkin-typed-longer"):
        await on_longer(turn, one)
    elif opened is None and one.state is CheckInState.RUNNING and len(incoming.text.split()) <= A_TIME:
        service = turn.service
        until = understand_ahead(incoming.text, service.heard, turn.now, service.zone, turn.language)
        if until is None or isinstance(until, AheadProblem) or until.at is None:
            return False
        await show(turn.tx, put(turn.tx, replace(one, due=until.at)))
    else:
        return False
    return True


def _is_being_set(turn: Turn, one: CheckIn, opened: Open) -> bool:
    """Whether its own questions are still asked, and no reminder can have come: then nobody says yet that they are back."""
    running = one.state is CheckInState.RUNNING and turn.now < one.due - BEFORE
    return running and opened.dialogue.id == one.dialogue_id


async def _confirmed(turn: Turn, opened: Open) -> bool:
    """ "All good" below the answers says that they are right; beside a question it is no more than words."""
    if current(opened.follow.form, dialogues.state_of(opened.dialogue)) is not None:
        return False
    await dialogues.apply(turn, opened.follow, opened.dialogue, Confirmed(), None)
    return True


async def _fine_in_words(turn: Turn, one: CheckIn) -> None:
    """As the button; where no reminder stands that could show it, it is said."""
    shown = await turn.tx.cards.by(subject=SUBJECT, subject_id=one.id)
    await on_fine(turn, one)
    if not shown and one.state is CheckInState.RUNNING:
        turn.reply("checkin-ended", time=_time(turn.service, one))


def _is_typed(turn: Turn, key: str) -> bool:
    typed = " ".join(folding.words(turn.incoming.text))
    words = turn.service.words
    known = (phrase for of in words.languages for phrase in words.say(of, key).split(","))
    return bool(typed) and typed in {" ".join(folding.words(phrase)) for phrase in known}


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A time, and two signs."""
    one = await tx.checkins.get(card.subject_id)
    if one is None:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    buttons = (
        Button(say(language, "button-fine"), f"fine:{one.id}", Style.SUCCESS),
        Button(say(language, "button-longer"), f"longer:{one.id}"),
    )
    return Presentation(say(language, "checkin-reminder", time=_time(service, one)), (buttons,))


def _time(service: Service, one: CheckIn) -> str:
    return str(format_time(one.due.astimezone(service.zone), "HH:mm", locale="en"))
