"""A chat is hidden by itself when nothing of it is open any more, for who wants it: no trace stays after it is over.

It is offered once, with the news that the case is closed; else chosen in /settings, or said. It gets no word, not even the
bland sentence, until something is written there. The code opens it again, as any hidden chat.
"""

from bot.core.conversation.labels import Control, control
from bot.core.incoming import Kind
from bot.core.timeline import Line
from bot.core.traffic import Timer
from bot.core.understanding import wishes
from bot.core.vocabulary import AfterClosing, CheckInState, ReportState
from handlers.cards import tracking
from handlers.casework import closed_chats
from handlers.forms import dialogues
from handlers.forms.follow import Open
from handlers.hiding import clearing
from handlers.people.membership import members_at
from handlers.reporting import after_closing
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CHOICES = (AfterClosing.HIDES, AfterClosing.STAYS)
TYPED = {Control.YES: AfterClosing.HIDES, Control.NO: AfterClosing.STAYS}
ANSWERS: dict[AfterClosing | None, tuple[Control, ...]] = {
    AfterClosing.ASKED: tuple(TYPED),
    AfterClosing.HIDES: (Control.NO,),  # it takes the yes back
}


async def on_chosen(turn: Turn, argument: str) -> None:
    """*Hide it*, or *Leave it*, under the news that it is closed."""
    if argument in CHOICES and turn.active is None:
        turn.reply_in_place(f"hide-later-{argument}", when=await choose(turn, AfterClosing(argument)))
    else:
        turn.reply("button-unknown")


async def choose(turn: Turn, choice: AfterClosing) -> str:
    """It is so from now on. When it is done: soon, for a chat of which all is closed; else later."""
    turn.update_address(after_closing=choice)
    states = {report.state for report in await turn.tx.reports.by(address_id=turn.address.id)}
    soon = ReportState.CLOSED in states and not states & {ReportState.OPEN, ReportState.DRAFT}
    if soon and choice is AfterClosing.HIDES:
        closed_chats.wait(turn.tx, turn.address.id)
    return "soon" if soon else "later"


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """In words: "hide this chat when it is closed"; a yes or a no to what was offered."""
    incoming = turn.incoming
    if incoming.kind is not Kind.MESSAGE or incoming.forwarded is not None or turn.active is not None:
        return False
    if incoming.file is not None or (opened is not None and not opened.follow.hears_everyday):
        return False
    choice = await _said(turn, opened)
    if choice is not None:
        turn.reply(f"hide-later-{choice}", when=await choose(turn, choice))
    return choice is not None


async def _said(turn: Turn, opened: Open | None) -> AfterClosing | None:
    heard = ANSWERS.get(turn.address.after_closing, ()) if opened is None else ()
    typed = control(turn.incoming.text, turn.service.words) if heard else None
    if typed in heard and await after_closing.lately(turn) is not None:
        return TYPED[typed]
    wished = wishes.empties_at_closing(turn.incoming.text, turn.service.heard)
    return AfterClosing.HIDES if wished else None


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Some hours after closing: the chat is emptied and silent, unless something is open there again."""
    address = await tx.addresses.get(timer.subject_id)
    if address is None or address.silenced_at is not None or address.after_closing is not AfterClosing.HIDES:
        return
    turn = turn_of(tx, service, address)
    reports = await tx.reports.by(address_id=address.id)
    members = await members_at(tx, address.id)
    if any(one.state is ReportState.OPEN for one in reports) or any(not one.suspended_at for one in members):
        return  # its closing asks anew; a member would hear of no alert any more
    lately = tx.now - service.retention.drafts  # older drafts wait for a coordinator, and not for this chat
    begun = any(one.state is ReportState.DRAFT and one.created_at > lately for one in reports)
    if begun or await _is_under_way(turn):
        closed_chats.wait(tx, address.id)
        return
    turn.update_address(silenced_at=tx.now, after_closing=AfterClosing.HIDDEN)
    await clearing.clear(tx, service, turn.address)
    closed = [one.case_id for one in reports if one.case_id is not None and one.state is ReportState.CLOSED]
    for case_id in closed[-1:]:
        await timeline.append(tx, case_id, 0, Line.HIDDEN_AFTER, {})
        await tracking.touch_case(tx, case_id)


async def _is_under_way(turn: Turn) -> bool:
    """Whether the person is being asked something, or has a check-in that runs."""
    check_ins = await turn.tx.checkins.by(address_id=turn.address.id)
    return await dialogues.active(turn) is not None or any(
        one.state is CheckInState.RUNNING for one in check_ins
    )
