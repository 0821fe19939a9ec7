"""Invitations for one person, for seven days: a coordinator makes one, follows what becomes of it, and withdraws it.

The code goes out once, as a link and a picture; only its keyed hash is kept. The first person to open it has it. It gives
nothing by itself: a coordinator approves the person who has answered the form.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import or_

from core.alerting.quiet_hours import next_daytime
from core.folding import inert_line
from core.forgetting.retention_terms import DEFAULTS
from core.incoming import FileKind
from core.model import Member
from core.presentation import Button, Presentation
from core.records.invitations import (
    CODE_ALPHABET,
    INVITATION_LENGTH,
    INVITATION_START,
    Invitation,
    InvitationState,
)
from core.traffic import Card, Lane, Outgoing, Timer
from core.vocabulary import DialogueState, Role
from handlers.alerting import tasks
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.forms import dialogues
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import invitations as table
from storage.schema import outbox
from storage.transaction import Transaction

VALID = timedelta(days=7)  # until it is opened and answered
WAITS = DEFAULTS.asking  # for a coordinator, at most
AGAIN = timedelta(days=1)  # after that coordinators are asked again
KEY = "invitation:"  # how the keys of messages begin that carry a code
ASKS, MADE = "joining", "invitation"  # the cards: for all coordinators; for the one who made it
UNDER_WAY = (InvitationState.OPEN, InvitationState.OPENED)


def code_hash(tx: Transaction, code: str) -> bytes:
    """By which an invitation is found."""
    return tx.keyed_hash("invitation", code)


async def make_invitation(turn: Turn, maker: Member, note: str, former: Member | None = None) -> None:
    """A new one, handed to the coordinator who wants it, where they asked. ``former``: whom it invites again."""
    tx, service, here = turn.tx, turn.service, turn.address.id
    code = INVITATION_START + "".join(
        CODE_ALPHABET[service.pick(len(CODE_ALPHABET))] for _ in range(INVITATION_LENGTH)
    )
    number, until = tx.new_id(), tx.now + VALID
    former_id = former.id if former is not None else None
    state = InvitationState.OPEN
    tx.invitations.add(
        Invitation(number, code_hash(tx, code), state, maker.id, tx.now, until, note, former_id)
    )
    _set_timer(tx, number, VALID)
    await _send_code(tx, service, here, number, code, until)
    await live_cards.show(tx, MADE, number, here, Lane.REPLY)


async def _send_code(
    tx: Transaction, service: Service, there: int, number: int, code: str, until: datetime
) -> None:
    """One code, and a picture for each messenger by which the invited person may come: at one a link brings the code, at
    another it is sent by hand, because nobody can be written to there who has not written first.
    """
    address, language = await tx.addresses.get(there), await language_of(tx, service, there)
    assert address is not None  # every member has one
    said = {
        "organisation": service.organisation,
        "time": case_lines.local_time(until, service.zone, service.zone),
    }
    for messenger in dict.fromkeys([address.messenger, *service.doors]):
        door, key = service.doors.get(messenger, ""), f"{KEY}{number}:{messenger}"
        if door:
            text = service.words.say(language, "invitation-word", messenger=messenger.capitalize(), **said)
        else:
            text = service.words.say(language, "invitation-passed-on", **said)
        sending.send_invitation(tx, there, text, code, key, door=door)


async def find_invitation(tx: Transaction, code: str) -> Invitation | None:
    """The invitation of a code, in any state."""
    found = await tx.invitations.by(lookup=code_hash(tx, code))
    return found[0] if found else None


async def is_valid(tx: Transaction, invitation: Invitation) -> bool:
    """Whether it can still be answered: time is left, and the coordinator who made it may still invite."""
    maker = await tx.members.get(invitation.made_by)
    invites = maker is not None and maker.suspended_at is None and maker.role is Role.COORDINATOR
    return invites and invitation.state in UNDER_WAY and tx.now < invitation.expires_at


async def bind_to_chat(
    tx: Transaction, invitation: Invitation, address_id: int, dialogue_id: int | None
) -> Invitation:
    """It is this chat's. The link has done its work, and goes from where it stands."""
    opened = replace(invitation, state=InvitationState.OPENED, address_id=address_id, dialogue_id=dialogue_id)
    await _withdraw_code(tx, invitation.id)
    await _touch_cards(tx, invitation.id)
    return tx.invitations.put(opened)


async def ask_coordinators(tx: Transaction, service: Service, invitation: Invitation) -> None:
    """The form is answered: coordinators decide, the first of them."""
    tx.invitations.put(replace(invitation, state=InvitationState.ASKED, asked_at=tx.now))
    await _touch_cards(tx, invitation.id)
    await _ring(tx, service, invitation.id)


async def settle_invitation(
    tx: Transaction,
    service: Service,
    invitation: Invitation,
    state: InvitationState,
    *,
    by: Member | None = None,
    name: str = "",
) -> None:
    """It is over; nothing of the answers is kept here. ``name``: that of the person who asked to join, for coordinators."""
    settled_by = by.id if by is not None else None
    tx.invitations.put(replace(invitation, state=state, settled_at=tx.now, settled_by=settled_by))
    _set_timer(tx, invitation.id, service.retention.joining)
    dialogue = await tx.dialogues.get(invitation.dialogue_id or 0)
    if dialogue is not None:
        tx.timers.remove(dialogues.timer_key(dialogue))
        ended = replace(dialogue, state=DialogueState.FINISHED, revisiting=None, answers={})
        tx.dialogues.put(ended)
    await _withdraw_code(tx, invitation.id)
    await _touch_cards(tx, invitation.id)
    for card in await tx.cards.by(subject=ASKS, subject_id=invitation.id):
        language = await language_of(tx, service, card.address_id)
        by_whom = by.name if by is not None else ""
        text = service.words.say(language, f"joining-{state}", name=name, by=by_whom)
        live_cards.drop(tx, card, Presentation(text, protect=True))


async def on_invitation_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody came; or nobody has decided; or it has been over for long."""
    invitation = await tx.invitations.get(timer.subject_id)
    if invitation is None:
        return
    if invitation.settled_at is not None:
        await forget_invitation(tx, service, invitation)
    elif invitation.asked_at is None or tx.now - invitation.asked_at >= WAITS:
        await settle_invitation(tx, service, invitation, InvitationState.EXPIRED)
        if invitation.address_id is not None:
            language = await language_of(tx, service, invitation.address_id)
            text = service.words.say(language, "joining-timed-out")
            sending.send_message(tx, service, invitation.address_id, Presentation(text), Lane.REMINDER)
    else:
        await _ring(tx, service, invitation.id)


async def forget_invitation(tx: Transaction, service: Service, invitation: Invitation) -> None:
    """Nothing of it is kept. One that nobody has settled in all the time that it had is over as well."""
    if invitation.settled_at is None:
        await settle_invitation(tx, service, invitation, InvitationState.EXPIRED)
    for card in await tx.cards.by(subject=MADE, subject_id=invitation.id):
        tx.cards.remove(card.id)
    tx.invitations.remove(invitation.id)
    if invitation.dialogue_id is not None:
        tx.dialogues.remove(invitation.dialogue_id)
    tx.timers.remove(_timer_key(invitation.id))


async def on_code_sent(tx: Transaction, service: Service, row: Outgoing) -> None:
    """The link is in the chat: its code is forgotten here. It may have been opened, or withdrawn, on its way."""
    assert row.key is not None  # by which it was found
    tx.outgoing.put(replace(row, payload={}))
    number = int(row.key.split(":")[1])
    invitation = await tx.invitations.get(number)
    if invitation is None or invitation.state is not InvitationState.OPEN:
        await _withdraw_code(tx, number)


async def _withdraw_code(tx: Transaction, number: int) -> None:
    key = f"{KEY}{number}"
    for row in await tx.outgoing.select(or_(outbox.c.key == key, outbox.c.key.startswith(f"{key}:"))):
        if row.state == "waiting":
            tx.outgoing.put(replace(row, state="failed", payload={}, failed="not shown any more"))
        elif row.message_id is not None:
            sent_at = row.sent_at or row.created_at
            sending.take_message_away(tx, row.address_id, row.message_id, sent_at, FileKind.PHOTO, Lane.REPLY)
            tx.outgoing.remove(row.id)


async def _ring(tx: Transaction, service: Service, number: int) -> None:
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        await live_cards.renew(tx, ASKS, number, there, await tasks.lane_for(tx, ASKS, there))
    _set_timer(tx, number, next_daytime(tx.now + AGAIN, service.zone) - tx.now)


async def _touch_cards(tx: Transaction, number: int) -> None:
    for card in await tx.cards.by(subject=MADE, subject_id=number):
        live_cards.touch(tx, card)


def _set_timer(tx: Transaction, number: int, span: timedelta) -> None:
    tx.timers.put(Timer(_timer_key(number), "invitation", tx.now + span, number))


def _timer_key(number: int) -> str:
    return f"invitation:{number}"


NOTE = 200  # characters of whom is meant
MANY = 20  # under way at once, of one coordinator


async def whom_invited(turn: Turn, argument: str) -> str:
    """Whom it is for, as the coordinator says it, or nothing."""
    return " ".join(argument.split())[:NOTE]


async def on_invite(turn: Turn, note: str) -> None:
    """``/invite``, and whom it is for: a name, a number. It goes with the invitation, to be compared."""
    if turn.coordinator is None:
        return
    states = [state.value for state in UNDER_WAY]
    mine = table.c.made_by == turn.coordinator.id, table.c.state.in_(states)
    if await turn.tx.invitations.count(*mine) >= MANY:
        turn.reply("invitation-many", count=MANY)
        return
    await make_invitation(turn, turn.coordinator, note)


async def open_invitation(turn: Turn, argument: str) -> Invitation | None:
    """An invitation that nobody has finished answering."""
    invitation = await turn.tx.invitations.get(id_in(argument) or 0)
    return invitation if invitation is not None and invitation.state in UNDER_WAY else None


async def on_withdrawn(turn: Turn, invitation: Invitation) -> None:
    """*Withdraw*: the link leads nowhere from now on."""
    state = InvitationState.WITHDRAWN
    await settle_invitation(turn.tx, turn.service, invitation, state, by=turn.coordinator)


async def invitation_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How far it has come, for the coordinator who made it."""
    language, invitation = (
        await language_of(tx, service, card.address_id),
        await tx.invitations.get(card.subject_id),
    )
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if invitation is None:
        return None
    say = service.words.say
    by = await tx.members.get(invitation.settled_by or 0)
    until = case_lines.local_time(invitation.expires_at, service.zone, service.zone)
    for_whom = inert_line(invitation.note) or say(language, "invitation-for-anybody")
    former = await tx.members.get(invitation.former_id or 0)
    if former is not None:
        for_whom = former.name
    text = say(
        language, f"invitation-{invitation.state}", note=for_whom, time=until, by=by.name if by else "—"
    )
    withdraw = Button(say(language, "button-withdraw"), f"uninvite:{invitation.id}")
    return Presentation(text, ((withdraw,),) if invitation.state in UNDER_WAY else (), protect=True)
