"""Reports: from the first word to the open case, and everything that the reporter says afterwards.

Everything said is an entry, kept exactly, before anything is understood. The entry that makes it enough opens the case and
asks the lawyers in the same transaction. Somebody in a hurry writes one word in each message, "police", "my brother",
"astana": until there is a case such messages are read as one.

Later words may turn a quiet record into an alarm, something that happens into something that is over, and back. When
something else becomes a report, its words are read for all they tell, and what was answered before is kept.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.casework.answering import Way, is_at_risk
from core.casework.claim_kinds import QUIET, SITUATIONS
from core.casework.turns import asked_out_key, question_key
from core.conversation.events import Chose, Said
from core.conversation.forms import (
    Answer,
    Answers,
    Form,
    Question,
    answers_to_data,
    applying_answers,
    current_question,
    values_of,
)
from core.conversation.keyboard import button_data
from core.conversation.step import FormStep, StepOutcome
from core.conversation.typed_shortcuts import typed_control
from core.incoming import Incoming, IncomingKind
from core.model import Case, Dialogue, Report
from core.presentation import Button, ButtonRows, Presentation
from core.records.door_lists import told_list_key
from core.timeline import TimelineKind
from core.traffic import Lane
from core.vocabulary import CaseState, ConsentUse, DialogueState, ReportState
from handlers.alerting import second_lawyer, tasks
from handlers.cards import draft_card
from handlers.casework import case_opening, name_consents, own_court, relay
from handlers.casework.name_consents import record_answer as say_consent
from handlers.forms import dialogues, entries
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.input_reading import read_turn, read_words
from handlers.forms.report_form import FORM, told_in
from handlers.outbox import news
from handlers.people.addresses import way_to
from handlers.reporting import (
    asides,
    consent_questions,
    drafts,
    information,
    own_reports,
    receipt_codes,
    reporter_card,
    subject_of_words,
    without_place,
)
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

SHORT = 3  # words of a piece
MOST = 8  # pieces
TOGETHER = timedelta(minutes=5)


async def words_in_pieces(turn: Turn, report: Report) -> str:
    """The words with those just before them. If only all of them tell that something happens, that is what was told."""
    said = turn.incoming.text
    if report.case_id is not None or not _is_piece(said, turn) or not _is_own(turn.incoming):
        return said
    before = [
        text
        for entry in await turn.tx.entries.by(report_id=report.id)
        if turn.now - entry.at <= TOGETHER and "forwarded" not in entry.payload
        if _is_piece(text := str(entry.payload.get("text", "")), turn)
    ]
    whole = " ".join([*before[-MOST:], said])
    if before and not (read_turn(turn).happening or read_turn(turn).summons):
        heard = read_words(turn.service, whole, turn.now, turn.language)
        if heard.happening or heard.summons:
            turn.told = turn.incoming, heard
    return whole


def _is_own(incoming: Incoming) -> bool:
    return incoming.kind is IncomingKind.MESSAGE and incoming.forwarded is None and incoming.file is None


def _is_piece(text: str, turn: Turn) -> bool:
    return 0 < len(text.split()) <= SHORT and typed_control(text, turn.service.words) is None


def say_reclassified(turn: Turn, before: Case, now: Case, *, in_form: bool) -> None:
    """Tell the reporter. ``in_form``: nobody else answers that it is over."""
    if now.alerting and not before.alerting:
        held = [] if now.situation in QUIET else [turn.say("rights-first-minutes")]
        turn.show(Presentation("\n".join([turn.say("report-alarm"), *held])), topic="report-alarm")
    elif in_form and now.says_over and not before.says_over:
        turn.reply("report-over-noted")


async def mark_not_over(turn: Turn, report: Report) -> None:
    """What was said to be over goes on: the member who has the case hears of it, and a second lawyer is looked for if one is
    wanted; if nobody has the case, the search goes on.
    """
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    heard = read_turn(turn)
    goes_on = heard.happening and not heard.phone_kept
    if case is None or not case.says_over or case.state is CaseState.CLOSED or not goes_on:
        return
    was, case = case, await case_opening.mark_not_over(turn.tx, turn.service, case, report)
    await second_lawyer.seek_if_wanted(turn.tx, turn.service, was, case)
    if case.state is CaseState.OPEN:
        turn.reply("report-alarm")


MANY = 20  # reports of one person that are not closed
FIRST_TAPS = frozenset(f"{FORM.name}/situation:{situation}" for situation in SITUATIONS)


def new_report(turn: Turn) -> Report:
    """A draft of the actor's, not stored yet."""
    return Report(turn.tx.new_id(), turn.address.id, ReportState.DRAFT, turn.now, turn.language)


async def begin(turn: Turn) -> tuple[Report, Dialogue]:
    """A new report and its dialogue. Somebody who has begun very many goes on with the newest, where nothing is lost."""
    drafts_of = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    if len(drafts_of) >= MANY:
        report = drafts_of[-1]
    else:
        report = await asides.become_draft(turn) or turn.tx.reports.add(new_report(turn))
    return report, await dialogues.begin(turn, REPORT, report.id)


async def open_reports(turn: Turn) -> list[Report]:
    """The reports of the actor whose cases are not closed, oldest first."""
    return await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)


async def dialogue_of(turn: Turn, report_id: int) -> Dialogue | None:
    """The dialogue that gave this report, open or not."""
    found = await turn.tx.dialogues.by(form=FORM.name, subject_id=report_id)
    return found[-1] if found else None


async def on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    """A button of the report form. Without an open dialogue: the first tap, or a keyboard of an earlier one."""
    latest = dialogue or await _latest_dialogue(turn)
    begins = turn.incoming.data in FIRST_TAPS
    if dialogue is None and begins:
        _, dialogue = await begin(turn)
        await dialogues.proceed(turn, REPORT, dialogue)
    elif latest is None or not (begins or await _is_of(turn, latest)):
        await _on_old_button(turn, dialogue)
    else:
        step = await dialogues.proceed(turn, REPORT, latest)
        after = await turn.tx.dialogues.get(latest.id)
        goes_on = step.outcome in (
            StepOutcome.ASKED,
            StepOutcome.TOGGLED,
            StepOutcome.SHARING,
            StepOutcome.CANCEL_ASKED,
        )
        other = await dialogues.active(turn)  # of another form: it stays open
        if (
            dialogue is None
            and other is None
            and after is not None
            and goes_on
            and not turn.address.silenced_at
        ):
            dialogues.reopen(turn, REPORT, after)


async def _latest_dialogue(turn: Turn) -> Dialogue | None:
    mine = await open_reports(turn)
    return await dialogue_of(turn, mine[-1].id) if mine else None


async def _is_of(turn: Turn, dialogue: Dialogue) -> bool:
    """Whether the pressed keyboard was sent in this dialogue. Who has only one report cannot press another's."""
    if len(await turn.tx.reports.by(address_id=turn.address.id)) == 1:
        return True
    pressed = turn.incoming.message_id
    sent = await turn.tx.messages.by(address_id=turn.address.id, message_id=pressed) if pressed else []
    return bool(sent) and sent[0].at >= dialogue.started_at


async def _on_old_button(turn: Turn, dialogue: Dialogue | None) -> None:
    """Nothing changes; what can be answered now is shown."""
    old = turn.say("problem-button-old")
    if dialogue is not None:
        await dialogues.ask_question(turn, REPORT, dialogue, old)
    else:
        shown = dialogues.first_question(turn, FORM)
        turn.show(replace(shown, text=f"{old}\n\n{shown.text}"), topic="old-button")


async def on_start(turn: Turn, argument: str) -> None:
    """The first screen; or the question that is open."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == FORM.name:
        await dialogues.ask_question(turn, REPORT, dialogue)
    else:
        turn.show(information.first_screen(turn), topic="start")


async def on_report_asked(turn: Turn, argument: str) -> None:
    """``/report``: a new report, no matter what is under way; an open one stays open."""
    _, dialogue = await begin(turn)
    await dialogues.ask_question(turn, REPORT, dialogue)


async def _keep_words(turn: Turn, dialogue: Dialogue) -> int | None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None:
        said = await words_in_pieces(turn, report)
        await without_place.on_word(turn, report, state_of(dialogue).answers, said)
        await mark_not_over(turn, report)
        await subject_of_words.ignore_end(turn, report)
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """The report knows more: open the case when it is enough, else let the case follow."""
    answers = applying_answers(FORM, step.state.answers)
    values = values_of(answers)
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    before = await way_to(turn.tx, report)
    report = turn.tx.reports.put(replace(report, language=turn.language))
    if "consent" in step.answered:  # else what was allowed stays, also by coming back with the code
        said = str(values["consent"])
        report = await say_consent(
            turn.tx, turn.service, report, ConsentUse.WRITE, said, asked_in=turn.language
        )
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        was, case = case, await case_opening.follow_report(turn.tx, turn.service, case, report, answers)
        say_reclassified(turn, was, case, in_form=dialogue.state is DialogueState.OPEN)
        if "link" in step.answered:
            await consent_questions.on_link_told(turn.tx, report, values.get("link"))
        if before is not Way.NEWS and await way_to(turn.tx, report) is Way.NEWS:
            await news.tell_when_allowed(turn.tx, turn.service, case, report)
    elif step.outcome is StepOutcome.ENOUGH or FORM.enough(values):
        report, code = await receipt_codes.give_code(turn, report)
        case = await case_opening.open_case(turn, report, answers)
        consent_questions.on_opened(turn.tx, report, values.get("link"))
        without_place.settle(turn.tx, report)
        kept = "report-summons" if case.situation == "summons" else "report-kept"
        key = "report-opened" if case.alerting else kept
        text = turn.say(key, code=code, asked=await tasks.who_is_asked(turn.tx, case))
        if case.alerting and case.situation not in QUIET:
            text = f"{text}\n{turn.say('rights-first-minutes')}"
        text = "\n".join([text, *await own_court.told_at_first(turn, case, report)])
        own = own_reports.taking_rows(turn, case)
        text += f"\n{turn.say('report-of-client')}" if own else ""
        _show_code(turn, turn.service.with_other_ways(turn.language, text), answers, own)
    else:
        await without_place.wait_for_place(turn, report, answers, step)


def _show_code(turn: Turn, received: str, answers: Answers, own: ButtonRows) -> None:
    """That it is received, by which code to come back, and that news comes here, or whether it may."""
    text, row = about_news(turn, FORM, answers)
    rows = (*own, row, *information.rights_buttons(turn.service, turn.language))
    turn.show(Presentation(f"{received}\n\n{text}", rows), lane=Lane.RECEIPT)


def about_news(turn: Turn, form: Form, answers: Answers) -> tuple[str, tuple[Button, ...]]:
    """Somebody who tells of a person elsewhere reads that news comes here, and can say no; somebody who may be seen
    reading it is asked.
    """
    asked = is_at_risk(told_in(answers))
    row = tuple(
        Button(turn.say(f"report-consent-{answer}"), button_data(form.name, "consent", answer))
        for answer in (("yes", "no") if asked else ("no",))
    )
    return turn.say("report-consent" if asked else "report-news"), row


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Confirmed, called off ("false alarm?") or cancelled before it was enough."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    await reporter_card.touch(turn.tx, report.id)
    if case is not None:
        await timeline.append(turn.tx, case.id, 0, TimelineKind(f"reporter_{outcome}"), {})
    if outcome is StepOutcome.FINISHED:
        turn.show(Presentation(turn.with_hotline(turn.say("report-finished"))))
    elif case is not None:
        why = state_of(dialogue).answers.get("cancel")
        if why is not None and why.value == "over":
            await case_opening.mark_over(turn.tx, turn.service, case, report)
            turn.reply("report-over-noted")
        else:
            await case_opening.mark_false(turn.tx, turn.service, case, report)
            turn.reply("report-cancel-noted")
    else:
        await drafts.wipe_draft(turn.tx, report)
        turn.reply("report-cancelled")


REPORT = FormBehaviour(
    FORM,
    "draft",
    Interrupts.NOBODYS,
    _keep_words,
    _on_changed,
    _on_ended,
    on_tapped=on_tapped,
    hears_codes=True,
    shows=reporter_card.show,
    asks=reporter_card.renew,
    hears_everyday=True,
)


async def take_values(turn: Turn, dialogue: Dialogue, said: Said) -> None:
    """What is known of a report from elsewhere, as if its words had told it."""
    await dialogues.apply_event(turn, REPORT, dialogue, said, turn.entry_id)


async def on_continued(turn: Turn, dialogue: Dialogue) -> None:
    """*Go on* with an unfinished report."""
    await dialogues.ask_question(turn, REPORT, dialogue)


async def begin_from_lookup(turn: Turn, situation: str, known: dict[str, Answer]) -> int:
    """The report's id. ``situation`` counts where the words themselves tell none."""
    begun, dialogue = await begin(turn)
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(known)))
    await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    dialogue = await turn.tx.dialogues.get(dialogue.id) or dialogue
    if "situation" in state_of(dialogue).answers:
        await dialogues.ask_question(turn, REPORT, dialogue)
    else:
        await dialogues.apply_event(turn, REPORT, dialogue, Chose("situation", situation), turn.entry_id)
    return begun.id


async def prefetch_open(tx: Transaction, address_ids: Sequence[int]) -> None:
    """Load in bulk what reporters at these addresses need: their open reports, and what belongs to them."""
    mine = [await tx.reports.by(address_id=i) for i in address_ids]
    alive = [report for found in mine for report in _unwiped(found)[-MANY:]]
    over = [report for found in mine for report in _closed(found)[-1:]]
    cases = [report.case_id for report in alive if report.case_id is not None]
    begun = [
        dialogue
        for i in address_ids
        for dialogue in await tx.dialogues.by(address_id=i, state=DialogueState.OPEN)
    ]
    of_a_report = (
        relay.relay_timer_key,
        draft_card.no_place_key,
        name_consents.consent_timer_key,
        asked_out_key,
    )
    timers = [key_of(report.id) for report in (*alive, *over) for key_of in of_a_report]
    timers += [*map(question_key, cases), *map(dialogues.timer_key, begun)]
    timers += map(told_list_key, address_ids)
    await tx.prefetch(
        tx.dialogues.want("subject_id", [report.id for report in (*alive, *over)], form=FORM.name),
        tx.draft_lines.want("report_id", [report.id for report in alive if report.case_id is None]),
        tx.cases.want("id", [*cases, *(report.case_id or 0 for report in over)]),
        tx.cards.want("case_id", cases),
        tx.cards.want("subject_id", [report.id for report in alive], subject=reporter_card.SUBJECT),
        tx.reports.want("case_id", cases),
        tx.claims.want("case_id", cases),
        tx.name_blocks.want("case_id", cases),
        tx.incident_links.want("case_id", cases),
        tx.claims.want("report_id", [report.id for report in alive if report.case_id is not None]),
        tx.alerts.want("case_id", cases),
        tx.timers.want("key", timers),
        tx.cards.want("subject", ["board"] if cases else []),
    )
    asked = {alert.member_id for case_id in cases for alert in await tx.alerts.by(case_id=case_id)}
    await tx.cards.prefetch("subject_id", asked, subject="list")


def _unwiped(found: Sequence[Report]) -> list[Report]:
    return [report for report in found if report.state in (ReportState.DRAFT, ReportState.OPEN)]


def _closed(found: Sequence[Report]) -> list[Report]:
    return [report for report in found if report.state is ReportState.CLOSED]


def question_beside(opened: OpenForm | None) -> Question | None:
    """What a report would be asked next with the answers of the open form."""
    return current_question(FORM, state_of(opened.dialogue)) if opened is not None else None
