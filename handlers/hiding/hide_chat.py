"""Silence: the phone is being taken.

From then on nothing but one bland sentence leaves for that chat, no matter what is written from it: no news, no lawyer, no
number, no state. Its words are stored all the same. The person comes back by their receipt code, from elsewhere at once,
from here after some hours; or a coordinator brings them back after a call (handlers.casework.unhiding).

Words about the writer's own phone hide the chat, and those of a stranger who says they have it (other_hands). If that is not
sure, the chat is in doubt, as where somebody close has taken over: about a phone that is being taken "is it this phone?" is
asked once, with one button and without a sound, and the owner and coordinators hear of it at once, sure or not. From then on
the chat reads the bland sentence alone, because the answers may be somebody else's: what is written there is heard and rings
as before, a yes hides the chat, and a no, a press or a command is kept for the case and changes nothing. The owner or a
coordinator who has heard the person's voice ends the doubt (handlers.casework.unhiding); no words and no code do.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import Incoming, IncomingKind
from core.intake.stages.safety import phone_taking_told
from core.model import Dialogue, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.understanding import wishes
from core.understanding.other_hand import Hand
from core.understanding.own_phone import Taking
from core.understanding.plain import plain
from core.vocabulary import DialogueState, ReportState
from handlers.alerting import escalation, tasks
from handlers.alerting.timer_keys import check_in_key
from handlers.cards import case_lines, live_cards
from handlers.forms import dialogues, entries
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import PRACTICE
from handlers.hiding import chat_clearing, other_hands
from handlers.outbox import administrators, sending
from handlers.people.membership import addresses_of, home_address
from handlers.people.readers import unreachable_ids
from handlers.reporting import drafts, silent_chat
from handlers.turn import Turn

SURE, NOT = "sure", "no"  # a member's two answers
ANSWER = 4  # words of a typed yes or no
OFFERED = "hide-offered"  # the question whose phone it is; its topic
HEARD_IN_DOUBT = ("hide", "sos")  # what is pressed or typed of commands
WHOLE_SECOND = timedelta(seconds=1)  # messengers tell of a message's time no less


async def on_hide_asked(turn: Turn, argument: str) -> None:
    """*The phone is being taken*: for a reporter at once; a member, who would hear of no alert any more, is asked first."""
    await entries.remember_message(turn)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == PRACTICE.name:
        await rehearse_hiding(turn, dialogue)
    elif turn.active is None or argument == SURE:
        await hide(turn)
    elif argument == NOT:
        turn.reply_in_place("hide-not")
    else:
        sure = Button(turn.say("button-hide-sure"), f"hide:{SURE}", Style.DANGER)
        rows = ((sure,), (Button(turn.say("button-hide-not"), f"hide:{NOT}"),))
        turn.reply("hide-sure", rows, topic="hide-sure")


async def rehearse_hiding(turn: Turn, practised: Dialogue) -> None:
    """In practice: the messages of the practice go, the chat is not hidden, and both is said. With it the practice ends."""
    since = practised.started_at - WHOLE_SECOND
    abilities = turn.service.abilities[turn.address.messenger]
    every = await turn.tx.messages.by(address_id=turn.address.id)
    ours = [message for message in every if message.outgoing or abilities.deletes_theirs]
    if known := {message.message_id for message in ours if message.at >= since}:
        sending.delete_messages(turn.tx, turn.address.id, sorted(known, reverse=True))
    dialogues.finish(turn, practised, DialogueState.FINISHED)
    turn.head = turn.say("practice-mark")
    turn.reply("practice-hidden")


async def on_coming(turn: Turn) -> bool:
    """Before anything is done with it: whether it goes on. From a chat in doubt words do, and an SOS; what they bring about
    is not told there (outgoing.may_send). Words that would end something are kept, and nothing follows from them.
    """
    is_message = turn.incoming.kind is IncomingKind.MESSAGE
    hand = await other_hands.hand_that_writes(turn)
    if hand >= Hand.STRANGER:
        await _hide_from_other_hand(turn)
        return False
    if hand is not Hand.NO:
        await _doubt(turn)
    if turn.address.doubted_at is None:
        return True
    if is_message and _yes_or_no(turn) is TypedControl.YES:
        await entries.remember_message(turn)
        await hide(turn)
    elif is_message and turn.active is None and silent_chat.is_left_unread(turn):
        await entries.remember_message(turn)
        await silent_chat.keep_unread(turn)
        turn.bland()
    elif _is_heard_in_doubt(turn):
        return True
    else:
        await silent_chat.on_said(turn, None, False)
    return False


async def _hide_from_other_hand(turn: Turn) -> None:
    """What they write is kept unread, and the code, which stood before their eyes, brings nobody back."""
    await entries.remember_message(turn)
    turn.update_address(doubted_at=turn.address.doubted_at or turn.now)
    if turn.active is None:
        await silent_chat.keep(turn)
    await hide(turn, by_other_hand=True)


async def _doubt(turn: Turn) -> None:
    if turn.address.doubted_at is None:
        await silent_chat.ring_if_perhaps_taken(turn)
        turn.update_address(doubted_at=turn.now)


def _is_heard_in_doubt(turn: Turn) -> bool:
    incoming = turn.incoming
    if incoming.kind is IncomingKind.TAP:
        return incoming.data.partition(":")[0] in HEARD_IN_DOUBT
    if incoming.command is not None:
        return incoming.command in HEARD_IN_DOUBT or bool(incoming.argument)
    return incoming.kind is not IncomingKind.MESSAGE or _yes_or_no(turn) is None


def _yes_or_no(turn: Turn) -> TypedControl | None:
    """The answer to whose phone it is: all of it, or the first of few words ("no, not mine")."""
    text, words = turn.incoming.text, turn.service.words
    said = plain(text).replace(",", " ").split()
    first = typed_control(said[0], words) if 1 < len(said) <= ANSWER else None
    answer = typed_control(text, words) or first
    return (
        answer if turn.incoming.forwarded is None and answer in (TypedControl.YES, TypedControl.NO) else None
    )


def _ask_whose(turn: Turn) -> None:
    """Whose phone it is, without a sound, and whom to ring."""
    mine = Button(turn.say("button-hide-mine"), "hide:now", Style.DANGER)
    shown = Presentation(turn.with_hotline(turn.say("hide-offered")), ((mine,),), silent=True)
    turn.is_answered = True
    sending.send_message(turn.tx, turn.service, turn.address.id, shown, topic=OFFERED, despite_silence=True)


async def on_heard(turn: Turn) -> None:
    """After everything else was done with it: whether it said that this phone is being taken."""
    incoming = turn.incoming
    if turn.address.silenced_at is not None or await _is_of_a_caller(turn):
        return
    if incoming.kind is IncomingKind.TAP:
        if incoming.data == silent_chat.MARKED:
            await on_hide_asked(turn, "")
        return
    own_words = incoming.text if incoming.forwarded is None else ""
    taking = phone_taking_told(own_words, turn.service.heard, turn.service.cues)
    if taking is Taking.PERHAPS and turn.active is None and await other_hands.is_at_the_scene(turn):
        taking = Taking.OWN
    if taking is Taking.OWN:
        await on_hide_asked(turn, "")
        return
    if turn.active is None and (taking is Taking.PERHAPS or _asks_to_hide(turn)):
        await _doubt(turn)
        _ask_whose(turn)
    elif turn.address.doubted_at is not None and not _moves(incoming):
        turn.bland()


def _moves(incoming: Incoming) -> bool:
    """Whether a live place has moved, which nobody answers."""
    return incoming.kind is IncomingKind.EDITED and incoming.location is not None


async def _is_of_a_caller(turn: Turn) -> bool:
    """Whether the words are of somebody on the telephone: it is their phone that is taken, not the one with these words."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    return report is not None and entries.is_taken_down(turn, report)


def _asks_to_hide(turn: Turn) -> bool:
    """ "Hide this chat". Somebody who asks for all to be deleted is told of /hide in the answer to that."""
    if turn.incoming.forwarded is not None or not wishes.empties_now(turn.incoming.text, turn.service.heard):
        return False
    return read_turn(turn).intent not in ("delete", "kept")


async def hide(turn: Turn, *, by_other_hand: bool = False) -> None:
    """The chat is silent from now on; what the messenger lets us delete is deleted, on both sides, the rest emptied.
    ``by_other_hand``: who reads there now is not told what its person still has to delete.
    """
    for report in await turn.tx.reports.by(address_id=turn.address.id):
        if report.state in (ReportState.DRAFT, ReportState.OPEN):
            await silent_chat.mark_phone_taken(turn, report)
    await drafts.show_abandoned(turn, await dialogues.active(turn))
    turn.update_address(silenced_at=turn.now)
    await _mark_missed(turn, turn.address.id)
    stays = await chat_clearing.clear(turn.tx, turn.service, turn.address, turn.incoming.message_id)
    if by_other_hand:
        turn.bland()
    else:
        _say_farewell(turn, stays)
    if turn.active is not None:
        await _hide_elsewhere(turn, turn.active)
        await _do_without_member(turn, turn.active)


async def _hide_elsewhere(turn: Turn, member: Member) -> None:
    """Their chat on another messenger, without a word: it may be on the same phone."""
    for id in addresses_of(member):
        address = await turn.tx.addresses.get(id)
        if address is None or address.silenced_at is not None:
            continue
        for report in await turn.tx.reports.by(address_id=id, state=ReportState.OPEN):
            await silent_chat.mark_phone_taken(turn, report)
        address = turn.tx.addresses.put(replace(address, silenced_at=turn.now))
        await _mark_missed(turn, id)
        await chat_clearing.clear(turn.tx, turn.service, address)


async def _mark_missed(turn: Turn, address_id: int) -> None:
    """Somebody who was to check in from there is missed at once, if they are not yet."""
    for checkin in await turn.tx.checkins.by(address_id=address_id):
        turn.tx.timers.put(Timer(check_in_key(checkin.id), "check-in", turn.now, checkin.id))


def _say_farewell(turn: Turn, stays: datetime | None) -> None:
    """The bland sentence; and what only the person can delete, if there is any: until when they wrote it."""
    text = turn.say("bland")
    if stays is not None:
        text += "\n" + turn.say(
            "hide-stays", time=case_lines.local_time(stays, turn.service.zone, turn.service.zone)
        )
    shown = Presentation(text)
    sending.send_message(turn.tx, turn.service, turn.address.id, shown, Lane.HIDE, despite_silence=True)


async def _do_without_member(turn: Turn, member: Member) -> None:
    """A member's phone is in other hands: their offers end, what was opened to them is closed, coordinators ring them."""
    tx, service = turn.tx, turn.service
    for id in addresses_of(member):
        for card in await tx.cards.by(address_id=id):
            tx.cards.remove(card.id)
    await escalation.on_member_unreachable(tx, service, member)
    others = [coordinator for coordinator in await tasks.coordinators(tx) if coordinator.id != member.id]
    for other in others:
        await live_cards.renew(tx, "hidden", member.id, await home_address(tx, other), Lane.ALERT)
    if len(await unreachable_ids(tx, others)) == len(others):
        await administrators.tell(tx, service, "operator-hidden-member", once=f"hidden:{member.id}:{tx.now}")
