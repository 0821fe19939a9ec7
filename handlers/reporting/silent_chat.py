"""What a silent chat says: stored, shown to whoever works on it, and answered with one bland sentence.

An open report takes the words as they are, unread: the phone may be in other hands, and no case is called off by them.
Without one, a draft takes them, and coordinators see it anew. Of a chat that its person hid, words that are enough open
the case quietly; a chat that a coordinator muted is left to the coordinators.
"""

from bot.core.incoming import Kind
from bot.core.model import Report
from bot.core.vocabulary import DialogueState, ReportState
from handlers.cards import tracking
from handlers.forms import dialogues, entries
from handlers.outbox import sending
from handlers.reporting import code_said, drafts, guests, reports, withdrawals
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


async def on_said(turn: Turn) -> None:
    """Anything from a silenced or muted chat."""
    if await code_said.brings_back(turn):
        return
    mine = await reports.open_reports(turn)
    if mine:
        await entries.keep(turn, mine[-1].id)
        if mine[-1].case_id is not None:
            await tracking.touch_case(turn.tx, mine[-1].case_id)
            await withdrawals.from_silence(turn, mine[-1].case_id)
    elif not await _join_as_guest(turn):
        await _join_draft(turn)
    await _delete_what_was_under_way(turn)
    if turn.address.untrusted_since is None:
        turn.bland()


async def _join_as_guest(turn: Turn) -> bool:
    """Whether the report of this chat has gone to another, and takes the words there."""
    guest = await guests.of(turn)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    if guest is None or report is None or report.state is not ReportState.OPEN:
        return False
    await guests.keep(turn, guest, report)
    return True


async def _join_draft(turn: Turn) -> None:
    """The newest draft, or a new one. Every word puts off its wiping and shows it again, unless it is a case now."""
    tx, address = turn.tx, turn.address
    hidden = address.silenced_at is not None or address.untrusted_since is not None
    found = await tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    draft = found[-1] if found else tx.reports.add(reports.new(turn))
    if hidden and turn.incoming.kind is Kind.MESSAGE:
        await _read(turn, draft)
    else:
        await entries.keep(turn, draft.id)
    draft = await tx.reports.get(draft.id) or draft
    if draft.state is ReportState.DRAFT:
        await drafts.show(tx, turn.service, draft, again=hidden and turn.incoming.kind is not Kind.TAP)


async def _read(turn: Turn, draft: Report) -> None:
    dialogue = await reports.dialogue_of(turn, draft.id)
    if dialogue is None:
        begun = await dialogues.begin(turn, REPORT, draft.id)
        # Nothing is asked, and nothing offered back.
        dialogue = dialogues.finish(turn, begun, DialogueState.FINISHED)
    await dialogues.proceed(turn, REPORT, dialogue, quiet=True)


async def _delete_what_was_under_way(turn: Turn) -> None:
    """A message written before the chat was hidden and read after it."""
    incoming, hidden = turn.incoming, turn.address.silenced_at
    before = hidden is not None and incoming.sent_at is not None and incoming.sent_at <= hidden
    theirs = turn.service.abilities[turn.address.messenger].deletes_theirs
    if theirs and before and incoming.kind is Kind.MESSAGE and incoming.message_id is not None:
        sending.delete(turn.tx, turn.address.id, [incoming.message_id])
