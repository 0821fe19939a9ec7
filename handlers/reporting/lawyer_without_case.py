"""A lawyer who has no case asks for somebody in their place, or tells of somebody who is taken: coordinators hear it within
a minute. What may be a report waits that long for *This is a report*.
"""

from datetime import timedelta

from core.model import Dialogue, Entry, Report
from core.presentation import Button
from core.traffic import Timer
from core.vocabulary import ReportState
from handlers.cards.draft_card import UNCLEAR
from handlers.casework import notes
from handlers.forms import held_words
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.people.readers import language_of
from handlers.reporting import drafts
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

KIND = "without-case"
WAITS = timedelta(seconds=45)


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The words are held for a day, so that a press can make a report of them."""
    held = notes.hold_words(turn, turn.incoming.typed or turn.incoming.text)
    report = ((Button(turn.say("button-report"), f"report:{held.id}"),),)
    if message_of(turn).told_by_member(turn.now, turn.service.zone).is_grave:
        await show(turn.tx, turn.service, held.id)
        turn.reply("without-case-told", report)
        return
    show_later(turn.tx, held, WAITS)
    turn.reply("jotted-nowhere", report, role=turn.active.role if turn.active is not None else "")


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nothing was pressed."""
    await show(tx, service, timer.subject_id)


async def settle(turn: Turn, held: int, words: str) -> None:
    """It is a report: what coordinators would read of it, or have been shown, is there."""
    turn.tx.timers.remove(f"{KIND}:{held}")
    for report in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        said = [entry.payload.get("text") for entry in await turn.tx.entries.by(report_id=report.id)]
        if said == [words]:
            await drafts.wipe_draft(turn.tx, report)


def show_later(tx: Transaction, held: Dialogue, after: timedelta) -> None:
    """Unless it is known until then where the words belong."""
    tx.timers.put(Timer(f"{KIND}:{held.id}", KIND, tx.now + after, held.id))


async def end_waiting(tx: Transaction, held: Dialogue) -> bool:
    """It is known: whether coordinators were still to be shown the words."""
    waits = await tx.timers.get(f"{KIND}:{held.id}") is not None
    tx.timers.remove(f"{KIND}:{held.id}")
    return waits


async def show(tx: Transaction, service: Service, number: int) -> None:
    """Coordinators are rung until one of them has read the words that this dialogue holds."""
    held = await tx.dialogues.get(number)
    if held is None:
        return
    language = await language_of(tx, service, held.address_id)
    report = tx.reports.add(Report(tx.new_id(), held.address_id, ReportState.DRAFT, tx.now, language))
    tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": held_words.words_in(held)}))
    await drafts.show_to_coordinators(tx, service, report, UNCLEAR)
