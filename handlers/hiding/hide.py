"""Silence: the phone is being taken.

From then on nothing but one bland sentence leaves for that chat, whatever is written from it: no news, no lawyer, no
number, no state. Its words are stored all the same. The person comes back by their receipt code, from elsewhere at once,
from here after some hours; or a coordinator brings them back after a call (handlers.casework.unhiding).

From words only the writer's own phone hides the chat. Where that is not sure, one button is offered instead.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.incoming import Kind
from bot.core.model import Dialogue, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Lane, Timer
from bot.core.understanding import own_phone, wishes
from bot.core.vocabulary import DialogueState, ReportState
from handlers.alerting import asks, escalation
from handlers.alerting.keys import check_in_key
from handlers.cards import case_lines, tracking
from handlers.forms import dialogues, entries
from handlers.forms.report import PRACTICE
from handlers.forms.told import told
from handlers.hiding import clearing
from handlers.outbox import operator, sending
from handlers.people.membership import addresses_of, home
from handlers.people.readers import unreachable
from handlers.reporting import drafts, phone_taken
from handlers.turn import Turn

SURE, NOT = "sure", "no"  # a member's two answers
OFFERED = "hide-offered"  # the question whose phone it is; its topic
WHOLE_SECOND = timedelta(seconds=1)  # messengers tell of a message's time no less


async def on_hide_asked(turn: Turn, argument: str) -> None:
    """*The phone is being taken*: for a reporter at once; a member, who would hear of no alert any more, is asked first."""
    await entries.remember(turn)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == PRACTICE.name:
        await rehearse(turn, dialogue)
    elif turn.active is None or argument == SURE:
        await hide(turn)
    elif argument == NOT:
        turn.reply_in_place("hide-not")
    else:
        sure = Button(turn.say("button-hide-sure"), f"hide:{SURE}", Style.DANGER)
        rows = ((sure,), (Button(turn.say("button-hide-not"), f"hide:{NOT}"),))
        turn.reply("hide-sure", rows, topic="hide-sure")


async def rehearse(turn: Turn, practised: Dialogue) -> None:
    """In practice: the messages of the practice go, the chat is not hidden, and both is said. With it the practice ends."""
    since = practised.started_at - WHOLE_SECOND
    abilities = turn.service.abilities[turn.address.messenger]
    every = await turn.tx.messages.by(address_id=turn.address.id)
    ours = [one for one in every if one.outgoing or abilities.deletes_theirs]
    if known := {one.message_id for one in ours if one.at >= since}:
        sending.delete(turn.tx, turn.address.id, sorted(known, reverse=True))
    dialogues.finish(turn, practised, DialogueState.FINISHED)
    turn.head = turn.say("practice-mark")
    turn.reply("practice-hidden")


async def on_heard(turn: Turn) -> None:
    """After everything else was done with it: whether it said that this phone is being taken."""
    incoming, heard = turn.incoming, turn.service.heard
    if turn.address.silenced_at is not None or await _is_of_a_caller(turn):
        return
    if incoming.kind is Kind.TAP:
        if incoming.data == phone_taken.MARKED:
            await on_hide_asked(turn, "")
    elif incoming.forwarded is None and incoming.text:
        own, perhaps = own_phone.taken(incoming.text, heard)
        if own:
            await on_hide_asked(turn, "")
        elif turn.active is None and (perhaps or _wishes_it(turn)):
            mine = Button(turn.say("button-hide-mine"), "hide:now", Style.DANGER)
            turn.reply("hide-offered", ((mine,),), topic=OFFERED)


async def _is_of_a_caller(turn: Turn) -> bool:
    """Whether the words are of somebody on the telephone: it is their phone that is taken, not the one with these words."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    return report is not None and entries.is_taken_down(turn, report)


def _wishes_it(turn: Turn) -> bool:
    """ "Hide this chat". Who asks for all to be deleted is told of /hide in the answer to that."""
    return wishes.empties_now(turn.incoming.text, turn.service.heard) and told(turn).intent != "delete"


async def hide(turn: Turn) -> None:
    """The chat is silent from now on; what the messenger lets us delete is deleted, on both sides, the rest emptied."""
    for report in await turn.tx.reports.by(address_id=turn.address.id):
        if report.state in (ReportState.DRAFT, ReportState.OPEN):
            await phone_taken.mark(turn, report)
    await drafts.leave_all(turn, await dialogues.active(turn))
    turn.update_address(silenced_at=turn.now)
    await _miss(turn, turn.address.id)
    stays = await clearing.clear(turn.tx, turn.service, turn.address, turn.incoming.message_id)
    _farewell(turn, stays)
    if turn.active is not None:
        await _hide_elsewhere(turn, turn.active)
        await _without(turn, turn.active)


async def _hide_elsewhere(turn: Turn, member: Member) -> None:
    """Their chat on another messenger, without a word: it may be on the same phone."""
    for id in addresses_of(member):
        address = await turn.tx.addresses.get(id)
        if address is None or address.silenced_at is not None:
            continue
        for report in await turn.tx.reports.by(address_id=id, state=ReportState.OPEN):
            await phone_taken.mark(turn, report)
        address = turn.tx.addresses.put(replace(address, silenced_at=turn.now))
        await _miss(turn, id)
        await clearing.clear(turn.tx, turn.service, address)


async def _miss(turn: Turn, address_id: int) -> None:
    """Whoever was to write from there is missed at once, if they are not yet."""
    for one in await turn.tx.checkins.by(address_id=address_id):
        turn.tx.timers.put(Timer(check_in_key(one.id), "check-in", turn.now, one.id))


def _farewell(turn: Turn, stays: datetime | None) -> None:
    """The bland sentence; and what only the person can delete, if there is any: until when they wrote it."""
    text = turn.say("bland")
    if stays is not None:
        text += "\n" + turn.say(
            "hide-stays", time=case_lines.local(stays, turn.service.zone, turn.service.zone)
        )
    shown = Presentation(text)
    sending.message(turn.tx, turn.service, turn.address.id, shown, Lane.HIDE, despite_silence=True)


async def _without(turn: Turn, member: Member) -> None:
    """A member's phone is in other hands: their offers end, what was opened to them is closed, coordinators ring them."""
    tx, service = turn.tx, turn.service
    for id in addresses_of(member):
        for card in await tx.cards.by(address_id=id):
            tx.cards.remove(card.id)
    await escalation.on_member_unreachable(tx, service, member)
    others = [one for one in await asks.coordinators(tx) if one.id != member.id]
    for one in others:
        await tracking.renew(tx, "hidden", member.id, await home(tx, one), Lane.ALERT)
    if len(await unreachable(tx, others)) == len(others):
        await operator.tell(tx, service, "operator-hidden-member", once=f"hidden:{member.id}:{tx.now}")
