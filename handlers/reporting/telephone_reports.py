"""A report that somebody tells on the telephone, to a member who writes it down; and a draft of which a coordinator makes a
case: words that they have read, or a call that was begun.

Its address is nobody's chat (addresses.TELEPHONE), one for each report: nothing is ever sent there, and the caller is rung.
The receipt code is read aloud to them; with it they can come back from a phone of their own, as everybody can.
"""

from msgspec.structs import replace

from core.conversation.forms import Answer, Answers, AnswerSource, applying_answers
from core.model import Case, Dialogue, Member, Report
from core.timeline import TimelineKind
from core.traffic import Lane
from core.values import Place, Value
from core.vocabulary import OF_NAMES, CaseState, DialogueState, ReportState, TaskKind
from handlers.arguments import OnPlace
from handlers.cards import live_cards
from handlers.casework import case_acts, case_opening
from handlers.casework import name_consents as allowed
from handlers.forms.dialogues import state_of, timer_key
from handlers.forms.report_form import CALL, FORM
from handlers.people import addresses
from handlers.reporting import consent_questions, receipt_codes, words_read
from handlers.reporting.on_behalf import open_report, turn_of
from handlers.reporting.reports import dialogue_of
from handlers.reporting.words_read import OnDraft
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CARD = "call"  # the subject of the card of the member who writes it down (handlers.calls.incoming_calls)
UNSAID: dict[str, Value] = {
    "situation": "other",
    "place": Place(unknown=True),
}  # with what lawyers are asked then


async def new_draft(turn: Turn, member: Member) -> Report:
    """Nothing is told yet."""
    tx, number = turn.tx, turn.tx.new_id()
    address = await addresses.of_chat(tx, str(number), messenger=addresses.TELEPHONE)
    tx.addresses.put(replace(address, language=turn.language))
    return tx.reports.add(
        Report(number, address.id, ReportState.DRAFT, turn.now, turn.language, told_to=member.id)
    )


async def note_language(tx: Transaction, report: Report, language: str | None) -> None:
    """In which language it is told, as far as the words show it: lawyers ring back in it."""
    address = await tx.addresses.get(report.address_id)
    if language and address is not None and language != report.language:
        tx.addresses.put(replace(address, language=language))
        tx.reports.put(replace(report, language=language))


async def call_dialogue(tx: Transaction, report: Report) -> Dialogue | None:
    """In which it is written down."""
    found = await tx.dialogues.by(form=CALL.name, subject_id=report.id)
    return found[-1] if found else None


async def touch_card(tx: Transaction, report_id: int) -> None:
    """What its card shows may have changed."""
    for card in await tx.cards.by(subject=CARD, subject_id=report_id):
        live_cards.touch(tx, card)


async def open_case(
    tx: Transaction, service: Service, report: Report, by: Member, ask: TaskKind | None = None
) -> tuple[Case, str] | None:
    """The case, and the code to read aloud; None if nothing can be opened. Lawyers are asked as for any report, with what
    is known; ``ask``: what coordinators are asked instead.
    """
    dialogue, address = await call_dialogue(tx, report), await tx.addresses.get(report.address_id)
    if dialogue is None or address is None or report.state is not ReportState.DRAFT:
        return None
    tx.timers.remove(timer_key(dialogue))
    tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None, updated_at=tx.now))
    told = applying_answers(CALL, state_of(dialogue).answers)
    unsaid = {name: Answer(value, AnswerSource.IMPLIED, tx.now) for name, value in UNSAID.items()}
    answers = {**unsaid, **{name: answer for name, answer in told.items() if FORM.question(name) is not None}}
    theirs = turn_of(tx, service, address)
    report, code = await receipt_codes.give_code(theirs, report)
    case = await open_report(theirs, report, answers, ask)
    report = await tx.reports.get(report.id) or report
    await _record_consents(tx, service, report, case, told)
    link = told.get("link")
    consent_questions.on_opened(tx, report, link.value if link is not None else None)
    await timeline.append(tx, case.id, by.id, TimelineKind.TAKEN_DOWN, {})
    await touch_card(tx, report.id)
    return case, code


async def _record_consents(
    tx: Transaction, service: Service, report: Report, case: Case, told: Answers
) -> None:
    """What was said on the telephone of the name, as a claim that says so."""
    said = {use: str(told[use].value) for use in OF_NAMES if use in told}
    for use, answer in said.items():
        await allowed.record_answer(tx, service, report, use, answer, by_telephone=True)
    if said:
        await allowed.on_answer_changed(tx, service, case)


async def on_adopted(turn: Turn, found: OnDraft) -> None:
    """*Make a case*: what is missing is unknown, and nobody is rung. The coordinator sees it."""
    if await words_read.has_read(turn, found):
        case = await _case_of_draft(turn, found.report, found.member)
        await _show(turn, case)


async def on_lawyers_wanted(turn: Turn, found: OnDraft) -> None:
    """*Ask lawyers* of a city: a case is made of the words, and lawyers there are asked at once."""
    if not turn.service.gazetteer.knows(found.word):
        turn.reply("button-unknown")
    elif await words_read.has_read(turn, found):
        case = await _case_of_draft(turn, found.report, found.member)
        if case.state is CaseState.OPEN:
            await case_acts.on_location_set(turn, OnPlace(found.member, case, "", found.word))
        await _show(turn, case)


async def _show(turn: Turn, case: Case) -> None:
    """The whole case, for a coordinator who has read all that it was made of: the timeline says that they did."""
    await live_cards.renew(turn.tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def _case_of_draft(turn: Turn, report: Report, member: Member) -> Case:
    """The case of a draft; the one that there is, if somebody was faster."""
    if report.case_id is None and report.told_to is not None:
        await open_case(turn.tx, turn.service, report, member, TaskKind.RECORD)
    elif report.case_id is None:
        dialogue = await dialogue_of(turn, report.id)
        said = applying_answers(FORM, state_of(dialogue).answers) if dialogue is not None else {}
        unsaid = {name: Answer(value, AnswerSource.IMPLIED, turn.now) for name, value in UNSAID.items()}
        await case_opening.open_case(turn, report, {**unsaid, **said}, ask=TaskKind.RECORD)
    report = await turn.tx.reports.get(report.id) or report
    case = await turn.tx.cases.get(report.case_id or 0)
    assert case is not None  # it was opened just now, or before
    return case
