"""Invitations: for one person, for seven days. The code goes out once, as a link and a picture; kept is its keyed hash.

Who opens it first has it. It gives nothing by itself: a coordinator approves whoever has answered the form.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import or_

from bot.core.alerting.pauses import by_day
from bot.core.forgetting.terms import DEFAULTS
from bot.core.incoming import FileKind
from bot.core.joining import ALPHABET, LENGTH, START, Invitation, InvitationState
from bot.core.model import Member
from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing, Timer
from bot.core.vocabulary import DialogueState, Role
from handlers.alerting import asks
from handlers.cards import case_lines, tracking
from handlers.forms import dialogues
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import outbox
from storage.transaction import Transaction

VALID = timedelta(days=7)  # until it is opened and answered
WAITS = DEFAULTS.asking  # for a coordinator, at most
AGAIN = timedelta(days=1)  # after that coordinators are asked again
KEY = "invitation:"  # how the keys of messages begin that carry a code
ASKS, MADE = "joining", "invitation"  # the cards: of all coordinators; of the one who made it
UNDER_WAY = (InvitationState.OPEN, InvitationState.OPENED)


def lookup_of(tx: Transaction, code: str) -> bytes:
    """By which an invitation is found."""
    return tx.keyed_hash("invitation", code)


async def make(turn: Turn, maker: Member, note: str, former: Member | None = None) -> None:
    """A new one, handed to the coordinator who wants it, where they asked. ``former``: whom it invites again."""
    tx, service, here = turn.tx, turn.service, turn.address.id
    code = START + "".join(ALPHABET[service.pick(len(ALPHABET))] for _ in range(LENGTH))
    number, until = tx.new_id(), tx.now + VALID
    former_id = former.id if former is not None else None
    state = InvitationState.OPEN
    tx.invitations.add(
        Invitation(number, lookup_of(tx, code), state, maker.id, tx.now, until, note, former_id)
    )
    _look_after(tx, number, VALID)
    await _pass_on(tx, service, here, number, code, until)
    await tracking.show(tx, MADE, number, here, Lane.REPLY)


async def _pass_on(
    tx: Transaction, service: Service, there: int, number: int, code: str, until: datetime
) -> None:
    """One code, and a picture for each messenger by which whoever is invited may come: at one a link brings the code, at
    another it is sent by hand, because nobody can be written to there who has not written first.
    """
    address, language = await tx.addresses.get(there), await language_of(tx, service, there)
    assert address is not None  # every member has one
    said = {
        "organisation": service.organisation,
        "time": case_lines.local(until, service.zone, service.zone),
    }
    for messenger in dict.fromkeys([address.messenger, *service.doors]):
        door, key = service.doors.get(messenger, ""), f"{KEY}{number}:{messenger}"
        if door:
            text = service.words.say(language, "invitation-word", messenger=messenger.capitalize(), **said)
        else:
            text = service.words.say(language, "invitation-passed-on", **said)
        sending.invitation(tx, there, text, code, key, door=door)


async def find(tx: Transaction, code: str) -> Invitation | None:
    """The invitation of a code, whatever became of it."""
    found = await tx.invitations.by(lookup=lookup_of(tx, code))
    return found[0] if found else None


async def holds(tx: Transaction, one: Invitation) -> bool:
    """Whether it can still be answered: time is left, and whoever made it may still invite."""
    maker = await tx.members.get(one.made_by)
    invites = maker is not None and maker.suspended_at is None and maker.role is Role.COORDINATOR
    return invites and one.state in UNDER_WAY and tx.now < one.expires_at


async def bind(tx: Transaction, one: Invitation, address_id: int, dialogue_id: int | None) -> Invitation:
    """It is this chat's. The link has done its work, and goes from where it stands."""
    opened = replace(one, state=InvitationState.OPENED, address_id=address_id, dialogue_id=dialogue_id)
    await _take_back(tx, one.id)
    await _touch(tx, one.id)
    return tx.invitations.put(opened)


async def ask(tx: Transaction, service: Service, one: Invitation) -> None:
    """The form is answered: coordinators decide, the first of them."""
    tx.invitations.put(replace(one, state=InvitationState.ASKED, asked_at=tx.now))
    await _touch(tx, one.id)
    await _ring(tx, service, one.id)


async def settle(
    tx: Transaction,
    service: Service,
    one: Invitation,
    state: InvitationState,
    *,
    by: Member | None = None,
    name: str = "",
) -> None:
    """It is over; of what was answered nothing is kept here. ``name``: of whoever asked to join, for coordinators."""
    settled_by = by.id if by is not None else None
    tx.invitations.put(replace(one, state=state, settled_at=tx.now, settled_by=settled_by))
    _look_after(tx, one.id, service.retention.joining)
    dialogue = await tx.dialogues.get(one.dialogue_id or 0)
    if dialogue is not None:
        tx.timers.remove(dialogues.timer_key(dialogue))
        ended = replace(dialogue, state=DialogueState.FINISHED, revisiting=None, answers={})
        tx.dialogues.put(ended)
    await _take_back(tx, one.id)
    await _touch(tx, one.id)
    for card in await tx.cards.by(subject=ASKS, subject_id=one.id):
        language = await language_of(tx, service, card.address_id)
        by_whom = by.name if by is not None else ""
        text = service.words.say(language, f"joining-{state}", name=name, by=by_whom)
        tracking.drop(tx, card, Presentation(text, protect=True))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody came; or nobody has decided; or it has been over for long."""
    one = await tx.invitations.get(timer.subject_id)
    if one is None:
        return
    if one.settled_at is not None:
        await forget(tx, service, one)
    elif one.asked_at is None or tx.now - one.asked_at >= WAITS:
        await settle(tx, service, one, InvitationState.EXPIRED)
        if one.address_id is not None:
            language = await language_of(tx, service, one.address_id)
            text = service.words.say(language, "joining-timed-out")
            sending.message(tx, service, one.address_id, Presentation(text), Lane.REMINDER)
    else:
        await _ring(tx, service, one.id)


async def forget(tx: Transaction, service: Service, one: Invitation) -> None:
    """Nothing of it is kept. One that nobody has settled in all the time that it had is over as well."""
    if one.settled_at is None:
        await settle(tx, service, one, InvitationState.EXPIRED)
    for card in await tx.cards.by(subject=MADE, subject_id=one.id):
        tx.cards.remove(card.id)
    tx.invitations.remove(one.id)
    if one.dialogue_id is not None:
        tx.dialogues.remove(one.dialogue_id)
    tx.timers.remove(_timer_key(one.id))


async def on_sent(tx: Transaction, service: Service, row: Outgoing) -> None:
    """The link is in the chat: its code is forgotten here. It may have been opened, or withdrawn, on its way."""
    assert row.key is not None  # by which it was found
    tx.outgoing.put(replace(row, payload={}))
    number = int(row.key.split(":")[1])
    one = await tx.invitations.get(number)
    if one is None or one.state is not InvitationState.OPEN:
        await _take_back(tx, number)


async def _take_back(tx: Transaction, number: int) -> None:
    key = f"{KEY}{number}"
    for row in await tx.outgoing.select(or_(outbox.c.key == key, outbox.c.key.startswith(f"{key}:"))):
        if row.state == "waiting":
            tx.outgoing.put(replace(row, state="failed", payload={}, failed="not shown any more"))
        elif row.message_id is not None:
            sent_at = row.sent_at or row.created_at
            sending.take_away(tx, row.address_id, row.message_id, sent_at, FileKind.PHOTO, Lane.REPLY)
            tx.outgoing.remove(row.id)


async def _ring(tx: Transaction, service: Service, number: int) -> None:
    for member in await asks.coordinators(tx):
        there = await home(tx, member)
        await tracking.renew(tx, ASKS, number, there, await asks.lane(tx, ASKS, there))
    _look_after(tx, number, by_day(tx.now + AGAIN, service.zone) - tx.now)


async def _touch(tx: Transaction, number: int) -> None:
    for card in await tx.cards.by(subject=MADE, subject_id=number):
        tracking.touch(tx, card)


def _look_after(tx: Transaction, number: int, span: timedelta) -> None:
    tx.timers.put(Timer(_timer_key(number), "invitation", tx.now + span, number))


def _timer_key(number: int) -> str:
    return f"invitation:{number}"
