"""A report moves to another chat: its code was written there, and either its place, or a coordinator's word, proved it.

The chat that it leaves becomes a guest of it: what is written there still reaches the case. It is told, where that is safe.
"""

from msgspec.structs import replace

from bot.core.casework.claims import Certainty
from bot.core.casework.consents import YES
from bot.core.casework.rules import NO
from bot.core.model import Address, Case, Entry, Guest, Report
from bot.core.presentation import Presentation
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import (
    PHONE,
    AskKind,
    CaseState,
    DialogueState,
    ReportState,
    Standing,
    Use,
    outcome_key,
    told_outcome,
)
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.casework import consents
from handlers.forms import dialogues, entries
from handlers.forms.report import FORM
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.pressed import OnGuest
from handlers.reporting import drafts, live_card, reports, which_report
from handlers.reporting.on_behalf import turn_of
from handlers.reporting.reports import REPORT
from handlers.turn import Turn
from storage import timeline

GUEST = "guest"  # in what a guest said: the address from which
MARKS = (GUEST, "standing")


async def on_proved(turn: Turn, found: OnGuest) -> None:
    """*It is them*: a coordinator has spoken with whoever wrote the code."""
    report = await turn.tx.reports.get(found.guest.report_id)
    address = await turn.tx.addresses.get(found.guest.address_id)
    if report is not None and address is not None:
        await move(turn_of(turn.tx, turn.service, address), report, by=found.member.id)
        turn.reply("code-proved", code=found.case.code)


async def move(turn: Turn, report: Report, *, by: int = 0) -> None:
    """The report belongs to the chat of ``turn`` from now on. Who said no to news keeps to it."""
    tx, before = turn.tx, report
    for dialogue in await tx.dialogues.by(form=FORM.name, subject_id=report.id):
        is_open = dialogue.state is DialogueState.OPEN
        ended = dialogues.finish(turn, dialogue, DialogueState.FINISHED) if is_open else dialogue
        tx.dialogues.put(replace(ended, address_id=turn.address.id))
    report = tx.reports.put(replace(report, address_id=turn.address.id))
    if before.consent is None:
        guessed = Certainty.GUESSED
        report = await consents.say(tx, turn.service, report, Use.WRITE, YES, certainty=guessed)
    tx.entries.add(Entry(tx.new_id(), report.id, turn.now, "moved", {}))
    await live_card.touch(tx, report.id)
    await _change_guests(turn, before)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await _note(turn, case, before, report, by)
    await _read_again(turn, report)
    await take_along(turn, report)
    await tell_state(turn, report)


async def _change_guests(turn: Turn, before: Report) -> None:
    """The chat that comes is no guest any more; the one that goes becomes one."""
    tx = turn.tx
    for found in await tx.guests.by(report_id=before.id):
        if found.address_id in (turn.address.id, before.address_id):
            tx.guests.remove(found.id)
    left = await tx.addresses.get(before.address_id)
    if left is not None and addresses.is_chat(left):
        tx.guests.add(Guest(tx.new_id(), before.id, before.address_id, Standing.EARLIER, turn.now))


async def _note(turn: Turn, case: Case, before: Report, report: Report, by: int) -> None:
    tx = turn.tx
    await timeline.append(tx, case.id, by, Line.MOVED, {})
    await tracking.touch_case(tx, case.id)
    if all(one.standing is Standing.EARLIER for one in await tx.guests.by(report_id=report.id)):
        await asks.settle(tx, turn.service, case, AskKind.OTHER_PHONE)
    address = await tx.addresses.get(before.address_id)
    if address is not None and await _may_be_told(turn, case, before, address):
        language = await language_of(tx, turn.service, address.id)
        text = turn.service.words.say(language, "code-moved-away")
        shown = Presentation(turn.service.with_hotline(language, text))
        sending.message(tx, turn.service, address.id, shown, Lane.NEWS)


async def _may_be_told(turn: Turn, case: Case, before: Report, address: Address) -> bool:
    """Not a chat that is hidden or muted, nor one that wants no news, nor where a phone is said to be taken; a telephone is
    none.
    """
    muted = addresses.is_muted(address, turn.now)
    if not addresses.is_chat(address) or address.silenced_at is not None or muted or before.consent == NO:
        return False
    flags = (await view_of(turn.tx, case)).value("urgent")
    return not (isinstance(flags, tuple) and PHONE in flags)


async def _read_again(turn: Turn, report: Report) -> None:
    """What this chat said as a guest counts as the reporter's own."""
    said = await turn.tx.entries.by(report_id=report.id)
    own = [entry for entry in said if entry.payload.get(GUEST) == turn.address.id]
    dialogue, now = await reports.dialogue_of(turn, report.id), turn.incoming
    for entry in own:
        payload = {name: value for name, value in entry.payload.items() if name not in MARKS}
        turn.tx.entries.put(replace(entry, payload=payload))
        if dialogue is not None and report.state is ReportState.OPEN and entry.kind != "answer":
            turn.incoming = entries.words_of(entry, now)
            await dialogues.read(turn, REPORT, dialogue, entry.id, quiet=True)
            dialogue = await turn.tx.dialogues.get(dialogue.id)
    turn.incoming = now


async def take_along(turn: Turn, report: Report) -> None:
    """What this chat told before the code belongs to the report, and nothing else is asked any more."""
    if report.state is not ReportState.OPEN:
        return
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.subject_id != report.id:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    for draft in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await which_report.settle(turn, draft, report, quiet=True)
        await drafts.touch(turn.tx, draft)


async def tell_state(turn: Turn, report: Report) -> None:
    """How it stands, to whoever told the report."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    told = case is not None and (case.alerting or case.state is CaseState.CLOSED)
    state = CaseState.CLOSED if case is None else case.state if told else "kept"
    how = turn.say(outcome_key(told_outcome(case.outcome))) if case is not None else ""
    turn.show(Presentation(turn.with_hotline(turn.say(f"code-{state}", how=how))))
