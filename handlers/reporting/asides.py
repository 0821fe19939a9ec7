"""What somebody writes who has reported nothing: a greeting, "are you the police?".

It is kept for as long as a draft is, and goes along with what they report after it.
"""

from msgspec.structs import replace

from core.model import Report
from core.traffic import Timer
from core.vocabulary import ReportState
from handlers.cards.draft_card import wipe_key
from handlers.forms import entries
from handlers.turn import Turn
from storage.transaction import Transaction


async def keep_aside(turn: Turn) -> None:
    """Keep the message; each one puts off the end of all."""
    aside = await _of_chat(turn)
    if aside is None:
        number, there = turn.tx.new_id(), turn.address.id
        aside = turn.tx.reports.add(Report(number, there, ReportState.ASIDE, turn.now, turn.language))
    await entries.keep(turn, aside.id)
    due = turn.now + turn.service.retention.drafts
    turn.tx.timers.put(Timer(wipe_key(aside.id), "wipe", due, aside.id))


async def become_draft(turn: Turn) -> Report | None:
    """What was said aside is the beginning of a report; None if nothing was."""
    aside = await _of_chat(turn)
    if aside is None:
        return None
    turn.tx.timers.remove(wipe_key(aside.id))
    return turn.tx.reports.put(
        replace(aside, state=ReportState.DRAFT, created_at=turn.now, language=turn.language)
    )


async def forget(tx: Transaction, address_id: int) -> None:
    """Nothing of it shall stay."""
    for aside in await tx.reports.by(address_id=address_id, state=ReportState.ASIDE):
        for entry in await tx.entries.by(report_id=aside.id):
            for message in await tx.messages.by(entry_id=entry.id):
                tx.messages.put(replace(message, entry_id=None))
            await entries.forget(tx, entry)
        tx.timers.remove(wipe_key(aside.id))
        tx.reports.remove(aside.id)


async def _of_chat(turn: Turn) -> Report | None:
    found = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.ASIDE)
    return found[-1] if found else None
