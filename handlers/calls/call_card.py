"""The card of a call that is not opened yet: what was heard, in full, what is missing, and what to ask next.

Whoever writes it down has heard it all: nothing is left out here. It is protected, and goes with the draft.
"""

from collections.abc import Iterator

from bot.core.conversation.buttons import SHARE, carried
from bot.core.conversation.context import Setting
from bot.core.conversation.forms import IN_WORDS, Answer, Question, State, applicable, current, settled
from bot.core.conversation.screen import present, present_problem, present_request
from bot.core.conversation.step import Outcome, Step
from bot.core.conversation.values_said import say_value
from bot.core.folding import inert
from bot.core.incoming import Kind
from bot.core.model import Case, Dialogue, Report
from bot.core.presentation import Button, Presentation, Rows, Style
from bot.core.traffic import Card, Lane
from bot.core.values import Contact, People
from bot.core.vocabulary import DialogueState, ReportState
from handlers.cards import case_lines, tracking
from handlers.cards.case_card import stub
from handlers.forms import dialogues, settings
from handlers.forms.report import CALL
from handlers.people.readers import is_coordinator, language_of
from handlers.reporting.by_telephone import CARD, touch
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def show(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    """After a step: what was wrong is said, and the card follows: in its place after a press, else as the last message."""
    if taken.outcome is Outcome.SHARING and taken.share is not None:
        question = CALL.question(taken.share)
        if question is not None:
            turn.show(present_request(question, turn.language, settings.of(turn)))
        return
    wrong = present_problem(CALL, taken, turn.language, settings.of(turn))
    if wrong.text:
        turn.show(wrong, topic="problem")
    if turn.incoming.kind is Kind.TAP:
        await touch(turn.tx, dialogue.subject_id)
    else:
        await renew(turn, dialogue.subject_id)


async def renew(turn: Turn, report_id: int) -> None:
    """As the last message of the chat."""
    await tracking.renew(turn.tx, CARD, report_id, turn.address.id, Lane.REPLY)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card, for whoever wrote the call down."""
    language = await language_of(tx, service, card.address_id)
    report = await tx.reports.get(card.subject_id)
    found = await tx.dialogues.by(form=CALL.name, subject_id=card.subject_id)
    address = await tx.addresses.get(card.address_id)
    if report is None or address is None or not found or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if report.state is not ReportState.DRAFT:
        return await _ended(tx, service, language, report)
    say, state = service.words.say, dialogues.state_of(found[-1])
    setting = settings.for_messenger(service, address.messenger)
    time = case_lines.local(report.created_at, service.zone, service.zone)
    lines = [say(language, "call-head", time=time), *_known(state, language, setting)]
    missing = _missing(state, language, setting)
    if missing:
        lines.append(say(language, "call-missing", what=" · ".join(missing)))
    open_it = Button(say(language, "button-open-call"), f"opencall:{report.id}", Style.SUCCESS)
    rows: Rows = ((open_it,),)
    if found[-1].state is not DialogueState.OPEN:
        go_on = Button(say(language, "draft-continue"), f"oncall:{report.id}", Style.PRIMARY)
        drop = Button(say(language, "draft-drop"), f"dropcall:{report.id}")
        return Presentation("\n".join(lines), ((go_on,), *rows, (drop,)), protect=True)
    text, asked = _asked(state, language, setting)
    return Presentation("\n\n".join(filter(None, ("\n".join(lines), text))), (*asked, *rows), protect=True)


def _asked(state: State, language: str, setting: Setting) -> tuple[str, Rows]:
    """The next question, without buttons that share what is of whoever writes; at the end what can be corrected."""
    asked = present(CALL, state, language, setting)
    if current(CALL, state) is None:
        return "", asked.rows[1:]  # to confirm it is to open the case
    own = {carried(CALL.name, question.name, SHARE) for question in CALL.questions}
    rows = (tuple(button for button in row if button.data not in own) for row in asked.rows)
    return asked.text, tuple(row for row in rows if row)


async def _ended(tx: Transaction, service: Service, language: str, report: Report) -> Presentation:
    case: Case | None = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return stub(service, language, "draft-wiped")
    return stub(service, language, "call-opened", code=case.code)


def _known(state: State, language: str, setting: Setting) -> Iterator[str]:
    for question in applicable(CALL, state.answers):
        answer = state.answers.get(question.name)
        if answer is not None and answer.value is not None:
            yield f"{_short(question, language, setting)}: {_value(question, answer, state, language, setting)}"


def _missing(state: State, language: str, setting: Setting) -> list[str]:
    unsaid = [q for q in applicable(CALL, state.answers) if not settled(q, state.answers.get(q.name))]
    return [_short(question, language, setting) for question in unsaid if question.name not in state.answers]


def _value(question: Question, answer: Answer, state: State, language: str, setting: Setting) -> str:
    """In full: names, the number, and the words of a place."""
    value = answer.value
    said = say_value(CALL, question, value, state.answers, language=language, setting=setting)
    match value:
        case People() if value.names:
            return inert(", ".join(value.names))
        case Contact():
            return inert(" ".join(part for part in (value.phone, value.name) if part) or value.words) or said
        case str() if question.kind in IN_WORDS:
            return inert(value)
        case _:
            return said


def _short(question: Question, language: str, setting: Setting) -> str:
    return setting.words.say(language, f"{CALL.key}-{question.name}-short")
