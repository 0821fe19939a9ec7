"""A report that somebody tells on the telephone, to a member who writes it down.

Its address is nobody's chat (addresses.TELEPHONE), one for each report: nothing is ever sent there, and whoever told it is
rung. The receipt code is read aloud to them; with it they can come back from a phone of their own, as everybody can.
"""

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Answers, Source, applying
from bot.core.model import Case, Dialogue, Member, Report
from bot.core.timeline import Line
from bot.core.values import Place, Value
from bot.core.vocabulary import OF_NAMES, AskKind, DialogueState, ReportState
from handlers.cards import tracking
from handlers.casework import consents as allowed
from handlers.forms.dialogues import state_of, timer_key
from handlers.forms.report import CALL, FORM
from handlers.people import addresses
from handlers.reporting import consents, receipt_codes
from handlers.reporting.on_behalf import open_report, turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CARD = "call"  # the subject of the card of whoever writes it down (handlers.calls.call_card)
UNSAID: dict[str, Value] = {
    "situation": "other",
    "place": Place(unknown=True),
}  # with what lawyers are asked then


async def draft(turn: Turn, member: Member) -> Report:
    """Nothing is told yet."""
    tx, number = turn.tx, turn.tx.new_id()
    address = await addresses.of(tx, str(number), messenger=addresses.TELEPHONE)
    tx.addresses.put(replace(address, language=turn.language))
    return tx.reports.add(
        Report(number, address.id, ReportState.DRAFT, turn.now, turn.language, told_to=member.id)
    )


async def speaks(tx: Transaction, report: Report, language: str | None) -> None:
    """In which language it is told, as far as the words show it: lawyers ring back in it."""
    address = await tx.addresses.get(report.address_id)
    if language and address is not None and language != report.language:
        tx.addresses.put(replace(address, language=language))
        tx.reports.put(replace(report, language=language))


async def dialogue_of(tx: Transaction, report: Report) -> Dialogue | None:
    """In which it is written down."""
    found = await tx.dialogues.by(form=CALL.name, subject_id=report.id)
    return found[-1] if found else None


async def touch(tx: Transaction, report_id: int) -> None:
    """What its card shows may have changed."""
    for card in await tx.cards.by(subject=CARD, subject_id=report_id):
        tracking.touch(tx, card)


async def open_case(
    tx: Transaction, service: Service, report: Report, by: Member, ask: AskKind | None = None
) -> tuple[Case, str] | None:
    """The case, and the code to read aloud; None if nothing can be opened. Lawyers are asked as for any report, with what
    is known; ``ask``: what coordinators are asked instead.
    """
    dialogue, address = await dialogue_of(tx, report), await tx.addresses.get(report.address_id)
    if dialogue is None or address is None or report.state is not ReportState.DRAFT:
        return None
    tx.timers.remove(timer_key(dialogue))
    tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None, updated_at=tx.now))
    told = applying(CALL, state_of(dialogue).answers)
    unsaid = {name: Answer(value, Source.IMPLIED, tx.now) for name, value in UNSAID.items()}
    answers = {**unsaid, **{name: one for name, one in told.items() if FORM.question(name) is not None}}
    theirs = turn_of(tx, service, address)
    report, code = await receipt_codes.give(theirs, report)
    case = await open_report(theirs, report, answers, ask)
    report = await tx.reports.get(report.id) or report
    await _allow(tx, service, report, case, told)
    link = told.get("link")
    consents.on_opened(tx, report, link.value if link is not None else None)
    await timeline.append(tx, case.id, by.id, Line.TAKEN_DOWN, {})
    await touch(tx, report.id)
    return case, code


async def _allow(tx: Transaction, service: Service, report: Report, case: Case, told: Answers) -> None:
    """What was said on the telephone of the name, as a claim that says so."""
    said = {use: str(told[use].value) for use in OF_NAMES if use in told}
    for use, answer in said.items():
        await allowed.say(tx, service, report, use, answer, by_telephone=True)
    if said:
        await allowed.after(tx, service, case)
