"""A call comes in: a coordinator writes down what they hear, in one message or by the buttons below what is missing.

The card of the call shows all that was heard, what is missing, and what to ask next; it is protected, and goes with the
draft. Nothing is opened by itself: *Open it as a case* does it at any time, with what is known by then, and lawyers are
asked as for any report. Another ``/new`` sets the first call aside: it waits on its own card. A coordinator who forgets one
is reminded; then the others see that there is one.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.conversation.context import Setting
from core.conversation.forms import (
    FormState,
    current_question,
)
from core.conversation.keyboard import SHARE, button_data
from core.conversation.screen import present_problem, present_state
from core.conversation.step import FormStep, StepOutcome
from core.incoming import IncomingKind
from core.model import Case, Dialogue, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Timer
from core.vocabulary import DialogueState, ReportState
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.casework import disclosure
from handlers.forms import answers_listed, dialogues, entries
from handlers.forms.form_behaviour import FormBehaviour, Interrupts
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import CALL
from handlers.outbox import sending
from handlers.people.readers import is_coordinator, language_of
from handlers.reporting import drafts, telephone_reports
from handlers.reporting.telephone_reports import CARD, touch_card
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction


async def show_card(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    """After a step: what was wrong is said, and the card follows: in its place after a press, else as the last message."""
    if dialogues.ask_to_share(turn, CALL, taken):
        return
    wrong = present_problem(CALL, taken, turn.language, dialogues.setting_of(turn))
    if wrong.text:
        turn.show(wrong, topic="problem")
    if turn.incoming.kind is IncomingKind.TAP:
        await touch_card(turn.tx, dialogue.subject_id)
    else:
        await show_card_again(turn, dialogue.subject_id)


async def show_card_again(turn: Turn, report_id: int) -> None:
    """As the last message of the chat."""
    await live_cards.renew(turn.tx, CARD, report_id, turn.address.id, Lane.REPLY)


async def call_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card, for the coordinator who wrote the call down."""
    language = await language_of(tx, service, card.address_id)
    report = await tx.reports.get(card.subject_id)
    found = await tx.dialogues.by(form=CALL.name, subject_id=card.subject_id)
    address = await tx.addresses.get(card.address_id)
    if report is None or address is None or not found or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if report.state is not ReportState.DRAFT:
        return await _ended_view(tx, service, language, report)
    say, state = service.words.say, dialogues.state_of(found[-1])
    setting = dialogues.setting_for_messenger(service, address.messenger)
    time = case_lines.local_time(report.created_at, service.zone, service.zone)
    lines = [
        say(language, "call-head", time=time),
        *answers_listed.known_lines(CALL, state, language, setting),
    ]
    lines += filter(None, (answers_listed.missing_line(CALL, state, language, setting),))
    open_it = Button(say(language, "button-open-call"), f"opencall:{report.id}", Style.SUCCESS)
    rows: ButtonRows = ((open_it,),)
    if found[-1].state is not DialogueState.OPEN:
        go_on = Button(say(language, "draft-continue"), f"oncall:{report.id}", Style.PRIMARY)
        drop = Button(say(language, "draft-drop"), f"dropcall:{report.id}")
        return Presentation("\n".join(lines), ((go_on,), *rows, (drop,)), protect=True)
    text, asked = _next_question(state, language, setting)
    return Presentation("\n\n".join(filter(None, ("\n".join(lines), text))), (*asked, *rows), protect=True)


def _next_question(state: FormState, language: str, setting: Setting) -> tuple[str, ButtonRows]:
    """The next question, without buttons that would share the coordinator's own place or number; at the end what can be
    corrected.
    """
    asked = present_state(CALL, state, language, setting)
    if current_question(CALL, state) is None:
        return "", asked.rows[1:]  # to confirm it is to open the case
    own = {button_data(CALL.name, question.name, SHARE) for question in CALL.questions}
    rows = (tuple(button for button in row if button.data not in own) for row in asked.rows)
    return asked.text, tuple(row for row in rows if row)


async def _ended_view(tx: Transaction, service: Service, language: str, report: Report) -> Presentation:
    case: Case | None = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return stub(service, language, "draft-wiped")
    return stub(service, language, "call-opened", code=case.code)


REMINDED = timedelta(
    minutes=5
)  # after the last word, again after as long; then all coordinators see that there is one
SHOWN_AFTER = timedelta(minutes=15)


async def typed_words(turn: Turn, argument: str) -> str:
    """All that stands behind ``/new``, be it nothing."""
    return argument


async def on_new(turn: Turn, words: str) -> None:
    """``/new``, with or without what was heard."""
    if turn.coordinator is None:
        return
    before = await dialogues.active(turn)
    report = await telephone_reports.new_draft(turn, turn.coordinator)
    dialogue = await dialogues.begin(turn, CALL_FORM, report.id)
    _set_reminder(turn.tx, dialogue)
    if before is not None and before.form == CALL.name:
        await telephone_reports.touch_card(turn.tx, before.subject_id)
    if words:
        turn.incoming = replace(turn.incoming, text=words, typed=turn.incoming.typed or turn.incoming.text)
        await dialogues.proceed(turn, CALL_FORM, dialogue)
    else:
        await show_card_again(turn, report.id)


async def own_call(turn: Turn, argument: str) -> Report | None:
    """The call of that number, if the actor wrote it down and it is neither opened nor deleted."""
    report = await turn.tx.reports.get(id_in(argument) or 0)
    mine = report is not None and turn.active is not None and report.told_to == turn.active.id
    return report if mine and report is not None and report.state is ReportState.DRAFT else None


async def on_call_continued(turn: Turn, report: Report) -> None:
    """*Go on* with a call that was set aside."""
    dialogue = await telephone_reports.call_dialogue(turn.tx, report)
    if dialogue is None:
        return
    before = await dialogues.active(turn)
    if before is not None and before.id != dialogue.id:
        dialogues.set_aside(turn, before)
        if before.form == CALL.name:
            await telephone_reports.touch_card(turn.tx, before.subject_id)
    _set_reminder(turn.tx, dialogues.reopen(turn, CALL_FORM, dialogue))
    await show_card_again(turn, report.id)


async def on_call_opened(turn: Turn, report: Report) -> None:
    """*Open it as a case*: lawyers are rung. The code to read aloud comes, and the case, opened."""
    tx, service, member = turn.tx, turn.service, turn.coordinator
    opened = await telephone_reports.open_case(tx, service, report, member) if member is not None else None
    if opened is None or member is None:
        return
    case, code = opened
    shown = Presentation(turn.say("call-code", code=code, case=case.code), protect=True)
    sending.send_message(tx, service, turn.address.id, shown, key=disclosure.new_key(tx, case))
    why = {"reason": service.words.say(service.language, "call-reason")}
    await timeline.append(tx, case.id, member.id, TimelineKind.VIEWED, why)
    await live_cards.renew(tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def on_call_dropped(turn: Turn, report: Report) -> None:
    """*Delete*: nothing of it is kept."""
    await drafts.wipe_draft(turn.tx, report)
    dialogue = await telephone_reports.call_dialogue(turn.tx, report)
    if dialogue is not None:
        turn.tx.timers.remove(dialogues.timer_key(dialogue))
        turn.tx.dialogues.put(replace(dialogue, state=DialogueState.CANCELLED, answers={}, revisiting=None))
    await telephone_reports.touch_card(turn.tx, report.id)


async def on_call_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody goes on with it: the coordinator who wrote it down is reminded with a sound; later all coordinators see a
    draft.
    """
    dialogue = await tx.dialogues.get(timer.subject_id)
    report = await tx.reports.get(dialogue.subject_id) if dialogue is not None else None
    if dialogue is None or report is None or report.state is not ReportState.DRAFT:
        return
    if tx.now - dialogue.updated_at < SHOWN_AFTER:
        await live_cards.renew(tx, telephone_reports.CARD, report.id, dialogue.address_id, Lane.NEWS)
        tx.timers.put(replace(timer, due_at=tx.now + REMINDED, attempts=0))
    else:
        await drafts.show_to_coordinators(tx, service, report)


def _set_reminder(tx: Transaction, dialogue: Dialogue) -> None:
    """Sooner than a form is looked after else: somebody may be held."""
    key = dialogues.timer_key(dialogue)
    tx.timers.put(Timer(key, CALL_FORM.left, tx.now + REMINDED, dialogue.id))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None and turn.incoming.text:
        await telephone_reports.note_language(turn.tx, report, read_turn(turn).language)


async def _on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    """A press on the card of another call is no answer to this one's question."""
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=turn.incoming.message_id)
    others = [card for card in cards if dialogue is None or card.subject_id != dialogue.subject_id]
    if dialogue is None or others:
        turn.reply("button-unknown")
    else:
        await dialogues.proceed(turn, CALL_FORM, dialogue)


async def _show_step(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    _set_reminder(turn.tx, dialogue)
    await show_card(turn, dialogue, before, taken)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Confirmed or cancelled."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None:
        await (on_call_opened if outcome is StepOutcome.FINISHED else on_call_dropped)(turn, report)


CALL_FORM = FormBehaviour(
    CALL,
    "unopened-call",
    Interrupts.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    on_tapped=_on_tapped,
    shows=_show_step,
    asks=show_card_again,
)
