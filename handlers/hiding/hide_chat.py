"""Silence: the phone is being taken.

From then on nothing but one bland sentence leaves for that chat, no matter what is written from it: no news, no lawyer, no
number, no state. Its words are stored all the same. The person comes back by their receipt code, from elsewhere at once,
from here after some hours; or a coordinator brings them back after a call (handlers.casework.unhiding).

Only words about the writer's own phone hide the chat. If that is not sure, one button is offered instead, and until they
write again no news comes there by itself; "Is it your phone that is being taken?" can also be answered by a typed yes or
no, while nothing was said to the person since.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.turns import asked_out_key
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import IncomingKind
from core.intake.prompts import WHOSE_PHONE, Prompt
from core.model import Dialogue, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.understanding import flags, wishes
from core.understanding.later import facts_told
from core.vocabulary import CaseState, DialogueState, ReportState
from handlers.alerting import escalation, tasks
from handlers.alerting.timer_keys import check_in_key
from handlers.cards import case_lines, live_cards
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import PRACTICE
from handlers.hiding import chat_clearing
from handlers.outbox import administrators, sending
from handlers.people.addresses import phone_taken_key
from handlers.people.membership import addresses_of, home_address
from handlers.people.readers import unreachable_ids
from handlers.reporting import drafts, silent_chat
from handlers.turn import Turn

SURE, NOT = "sure", "no"  # a member's two answers
OVER = "over"  # a situation
UNSEEN = timedelta(
    days=30
)  # so long no news comes by itself to a phone that was perhaps taken, unless they write again
OFFERED = "hide-offered"  # the question whose phone it is; its topic
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


async def on_coming(turn: Turn) -> None:
    """Before anything is done with it: who writes or presses again has their phone, and news may go there, also the news
    that this very answer allows.
    """
    incoming = turn.incoming
    own_words = incoming.text if incoming.forwarded is None else ""
    says_else = bool(own_words) and not any(flags.taken(own_words, turn.service.heard))
    if incoming.kind is IncomingKind.TAP or says_else:
        await _take_as_present(turn)


async def on_heard(turn: Turn) -> None:
    """After everything else was done with it: whether it said that this phone is being taken."""
    incoming, heard = turn.incoming, turn.service.heard
    if turn.address.silenced_at is not None or await _is_of_a_caller(turn):
        return
    if incoming.kind is IncomingKind.TAP:
        if incoming.data == silent_chat.MARKED:
            await on_hide_asked(turn, "")
    elif incoming.forwarded is None and incoming.text:
        own, perhaps = flags.taken(incoming.text, heard)
        if own:
            await on_hide_asked(turn, "")
        elif turn.active is None and ((perhaps and not await _is_behind_them(turn)) or _asks_to_hide(turn)):
            if perhaps and flags.is_perhaps_own(incoming.text, heard):
                key = phone_taken_key(turn.address.id)
                turn.tx.timers.put(Timer(key, "forget", turn.now + UNSEEN, turn.address.id))
            mine = Button(turn.say("button-hide-mine"), "hide:now", Style.DANGER)
            turn.reply("hide-offered", ((mine,),), topic=OFFERED)


async def _take_as_present(turn: Turn) -> None:
    """They show themselves again: the phone that was perhaps taken is theirs."""
    if taken := await turn.tx.timers.get(phone_taken_key(turn.address.id)):
        turn.tx.timers.remove(taken.key)


async def _is_behind_them(turn: Turn) -> bool:
    """Whether a phone was kept from somebody who is free: nobody takes it now."""
    text, heard = turn.incoming.text, turn.service.heard
    if not flags.tells_taken_already(text, heard):
        return False
    if read_turn(turn).situation == OVER or "released" in facts_told(text, heard):
        return True
    newest = (await turn.tx.reports.by(address_id=turn.address.id))[-1:]
    case = await turn.tx.cases.get(newest[0].case_id or 0) if newest else None
    if newest and await turn.tx.timers.get(asked_out_key(newest[0].id)) is not None:
        return True  # they have said that somebody is out, and are asked who
    return case is not None and (case.says_over or case.situation == OVER or case.state is CaseState.CLOSED)


async def _is_of_a_caller(turn: Turn) -> bool:
    """Whether the words are of somebody on the telephone: it is their phone that is taken, not the one with these words."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    return report is not None and entries.is_taken_down(turn, report)


def _asks_to_hide(turn: Turn) -> bool:
    """ "Hide this chat". Somebody who asks for all to be deleted is told of /hide in the answer to that."""
    return wishes.empties_now(turn.incoming.text, turn.service.heard) and read_turn(turn).intent != "delete"


async def hide(turn: Turn) -> None:
    """The chat is silent from now on; what the messenger lets us delete is deleted, on both sides, the rest emptied."""
    for report in await turn.tx.reports.by(address_id=turn.address.id):
        if report.state in (ReportState.DRAFT, ReportState.OPEN):
            await silent_chat.mark_phone_taken(turn, report)
    await drafts.show_abandoned(turn, await dialogues.active(turn))
    turn.update_address(silenced_at=turn.now)
    await _mark_missed(turn, turn.address.id)
    stays = await chat_clearing.clear(turn.tx, turn.service, turn.address, turn.incoming.message_id)
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


FRESH = timedelta(minutes=10)  # so long a bare word is the answer
LAST = 5  # rows of the outbox in which the last message is looked for


async def find_question(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """Whether the last thing that was said here asks whose phone it is, and nothing was written to a form since."""
    rows = await turn.tx.outgoing.newest(LAST, address_id=turn.address.id)
    said = [row for row in rows if row.kind == "message"]
    if turn.active is not None or not said or said[-1].topic != OFFERED:
        return None
    since = said[-1].created_at
    went_on = opened is not None and opened.dialogue.updated_at > since
    return None if went_on or since < turn.now - FRESH else Prompt(WHOSE_PHONE, since)


async def take_answer(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """A yes hides the chat at once. A no is no answer to what the form asks: that is asked again."""
    if typed_control(turn.incoming.text, turn.service.words) is TypedControl.YES:
        await on_hide_asked(turn, "")
        return
    turn.reply("hide-not")
    if opened is not None:
        await dialogues.ask_question(turn, opened.follow, opened.dialogue)
