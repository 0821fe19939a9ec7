"""Every message is answered by a new one within ten seconds; several in a row once, when the person pauses.

A change of an older message is no answer: nobody looks there, and it makes no sound. So if a room has done something with
words and has sent nothing new, the person reads here that they have arrived.
"""

from datetime import timedelta

from core.casework.answering import Way
from core.incoming import IncomingKind
from core.model import Address
from core.presentation import Presentation
from core.traffic import Timer
from core.vocabulary import DialogueState, ReportState
from handlers.forms.report_form import FORM
from handlers.people import addresses
from handlers.reporting import reporter_card
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

BURST = timedelta(seconds=20)  # after something of ours: what is written then may be the next of several
PAUSE = timedelta(seconds=5)  # of a person who writes several
KIND = "unanswered"


async def answer_if_nobody_did(turn: Turn) -> None:
    """After a message was handled: at once if we have been silent for a while, else when the person pauses."""
    if turn.incoming.kind is not IncomingKind.MESSAGE or turn.address.silenced_at is not None:
        return
    tx, address = turn.tx, turn.address
    if turn.is_answered or await _is_on_its_way(tx, address):
        return
    if await _was_answered_lately(tx, address):
        tx.timers.put(Timer(f"{KIND}:{address.id}", KIND, tx.now + PAUSE, address.id))
    else:
        await _answer(turn)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """They have paused, and nothing new has been sent since."""
    address = await tx.addresses.get(timer.subject_id)
    if address is None or address.silenced_at is not None or addresses.is_muted(address, tx.now):
        return
    newest = await tx.messages.newest(1, address_id=address.id, outgoing=True)
    if not await _is_on_its_way(tx, address) and not (newest and newest[-1].at > timer.due_at - PAUSE):
        await _answer(turn_of(tx, service, address))


async def _is_on_its_way(tx: Transaction, address: Address) -> bool:
    """Whether something new has been written for this chat and has not left yet."""
    if any(card.message_id is None for card in await tx.cards.by(address_id=address.id)):
        return True
    newest = await tx.outgoing.newest(1, address_id=address.id)
    return bool(newest) and newest[-1].kind in ("message", "media") and newest[-1].sent_at is None


async def _was_answered_lately(tx: Transaction, address: Address) -> bool:
    newest = await tx.messages.newest(1, address_id=address.id, outgoing=True)
    return bool(newest) and tx.now - newest[-1].at < BURST


async def _answer(turn: Turn) -> None:
    """The question that stands; else that the words have arrived, without a sound where one may harm."""
    for dialogue in await turn.tx.dialogues.by(address_id=turn.address.id, state=DialogueState.OPEN):
        if dialogue.form == FORM.name:
            await reporter_card.renew(turn, dialogue.subject_id)
            return
    mine = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)
    quietly = bool(mine) and await addresses.way_to(turn.tx, mine[-1]) is not Way.NEWS
    text = turn.say("report-joined" if mine else "arrived")
    turn.show(Presentation(text, silent=quietly), topic="joined")
