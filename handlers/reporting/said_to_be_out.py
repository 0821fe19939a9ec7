"""A reporter writes in an open case that people are out, or well. Nothing ends by it: they are asked who is.

    All are out   as when a report is called off because it is over: coordinators call back; asked is only: are they well?
    Not all       who is held still is asked, and everything goes on
    No            everything goes on
    no answer     five minutes later coordinators are asked to call back

The form that was open asks nothing more, unless somebody is held still: then it goes on where it was.
"""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core import folding
from core.casework.claim_kinds import HELD
from core.casework.turns import asked_out_key
from core.conversation.corrections import is_held_at_home
from core.conversation.finer_values import names_of_both
from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    Question,
    answers_to_data,
    applying_answers,
)
from core.conversation.step import FormStep, StepOutcome
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import IncomingKind
from core.model import Case, Dialogue, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Timer
from core.understanding.later import READ, GoodNews, facts_told, good_news
from core.values import People, Value
from core.vocabulary import CaseState, DialogueState, TaskKind
from handlers.alerting import tasks
from handlers.casework import case_opening
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.input_reading import read_turn
from handlers.reporting import receipt_codes, reporter_card, reports, subject_of_words
from handlers.reporting.reports import REPORT
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

ALL, SOME, NONE = "all", "some", "none"
WELL, HURT = "well", "hurt"
KIND = "said-out"
WAIT = timedelta(minutes=5)  # for the answer
RESUMES = timedelta(hours=12)  # so long the form goes on where it was


class OutAnswer(Struct, frozen=True):
    """A button of one of these questions, about a report of the actor's whose case is not closed."""

    report: Report
    case: Case
    word: str


async def ends_form(turn: Turn, opened: OpenForm) -> bool:
    """In the open form of a report: its question gives way to who is out."""
    report = await turn.tx.reports.get(opened.dialogue.subject_id)
    if report is None or await told_now(turn, report) is None:
        return False
    await dialogues.proceed(turn, REPORT, opened.dialogue, quiet=True)
    after = await turn.tx.dialogues.get(opened.dialogue.id)
    if after is not None and after.state is DialogueState.OPEN:
        dialogues.finish(turn, after, DialogueState.FINISHED)
        turn.tx.timers.put(Timer(_form_key(report.id), "forget", turn.now + RESUMES, report.id))
    return True


async def ask_if_told(turn: Turn, report: Report) -> bool:
    """After words that were put into a report: who is out, if they tell that anybody is. Whether it is asked."""
    good = await told_now(turn, report)
    if good is None:
        if read_turn(turn).happening:
            turn.tx.timers.remove(asked_out_key(report.id))  # it is answered by that
        return False
    turn.tx.timers.put(Timer(asked_out_key(report.id), KIND, turn.now + WAIT, report.id))
    buttons = (
        (Button(turn.say("out-all"), f"out:{report.id}:{ALL}", Style.SUCCESS),),
        (Button(turn.say("out-some"), f"out:{report.id}:{SOME}"),),
        (Button(turn.say("out-none"), f"out:{report.id}:{NONE}"),),
    )
    text = turn.say("out-asked", well="yes" if good is GoodNews.WELL else "no")
    if len(await reports.open_reports(turn)) > 1:
        text = f"{await receipt_codes.report_label(turn, report)}\n{text}"
    await reporter_card.touch(turn.tx, report.id)
    turn.show(Presentation(text, buttons), topic="joined")
    return True


async def told_now(turn: Turn, report: Report) -> GoodNews | None:
    """What is asked about, if anything is: the case is open, and the words are no answer to another question."""
    good = await _news_of(turn, report) if await _askable_case(turn, report) is not None else None
    return None if good is GoodNews.WELL and await dialogues.active(turn) is not None else good


async def _news_of(turn: Turn, report: Report) -> GoodNews | None:
    """What the actor's words tell of those whom the report is about; nothing if it is of somebody else, or of a home
    that nobody may leave.
    """
    text, heard = turn.incoming.text[:READ], turn.service.heard
    if turn.incoming.kind is IncomingKind.TAP or turn.incoming.forwarded is not None:
        return None
    good = good_news(text, heard)
    if good is None or (good is GoodNews.WELL and facts_told(text, heard)):
        return None
    if await subject_of_words.is_somebody_else_home(turn.tx, turn.service, report, text):
        return None
    dialogue = await reports.dialogue_of(turn, report.id)
    if dialogue is not None and is_held_at_home(dialogues.state_of(dialogue).answers, text, heard):
        return None
    return good


async def _askable_case(turn: Turn, report: Report) -> Case | None:
    """The case that is open, in which somebody may be held. Somebody who missed a check-in is asked about that instead."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.state is CaseState.CLOSED or case.says_over:
        return None
    if not case.alerting or case.record not in HELD or report.address_id != turn.address.id:
        return None
    waited_for = await turn.tx.checkins.by(address_id=turn.address.id)
    return None if any(checkin.report_id == report.id for checkin in waited_for) else case


async def own_answer(turn: Turn, argument: str) -> OutAnswer | None:
    """``number:word``: the actor's report of that number."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None or report.address_id != turn.address.id:
        return None
    known = word in (ALL, SOME, NONE, WELL, HURT) and case.state is not CaseState.CLOSED
    return OutAnswer(report, case, word) if known else None


async def take_answer(turn: Turn) -> bool:
    """Whether what was typed outside any form answers who is out, which was asked last."""
    for report in reversed(await reports.open_reports(turn)):
        if await turn.tx.timers.get(asked_out_key(report.id)) is not None:
            word = _typed_answer(turn)
            case = await turn.tx.cases.get(report.case_id) if word and report.case_id else None
            if case is not None:
                await on_answered(turn, OutAnswer(report, case, word))
            return case is not None
    return False


def _typed_answer(turn: Turn) -> str:
    words, typed = turn.service.words, " ".join(folding.folded_words(turn.incoming.text))
    for answer in (ALL, SOME):
        known = ",".join(words.say(language, f"out-typed-{answer}") for language in words.languages)
        if typed in {" ".join(folding.folded_words(phrase)) for phrase in known.split(",")}:
            return answer
    control = typed_control(turn.incoming.text.strip(), words)
    return {TypedControl.YES: ALL, TypedControl.NO: NONE}.get(control, "") if control is not None else ""


async def on_answered(turn: Turn, found: OutAnswer) -> None:
    """*All are out*, *Not all* or *No*."""
    tx, report, case = turn.tx, found.report, found.case
    await entries.keep(turn, report.id)
    tx.timers.remove(asked_out_key(report.id))
    await tasks.settle(tx, turn.service, case, TaskKind.BETTER)
    await _answer_in_form(turn, report, "ongoing", "no" if found.word == ALL else "yes")
    case = await tx.cases.get(case.id) or case
    if found.word == ALL:
        if not case.says_over:
            await case_opening.mark_over(tx, turn.service, case, report)
        tx.timers.remove(_form_key(report.id))
        well = tuple(Button(turn.say(f"out-{word}"), f"after:{report.id}:{word}") for word in (WELL, HURT))
        _answer(turn, "out-all-noted", (well,))
        return
    if case.says_over:
        await case_opening.mark_not_over(tx, turn.service, case, report)
    else:
        await timeline.append(
            tx,
            case.id,
            0,
            TimelineKind.SAYS_SOME_OUT if found.word == SOME else TimelineKind.SAYS_NOT_OVER,
            {},
        )
    if found.word == SOME:
        await dialogues.ask_question(turn, KEPT, await dialogues.begin(turn, KEPT, report.id))
        return
    _answer(turn, "out-none-noted")
    await _resume_form(turn, report)


def _answer(turn: Turn, key: str, rows: ButtonRows = ()) -> None:
    """In place of the question; somebody who typed gets a message."""
    if turn.incoming.kind is IncomingKind.TAP:
        turn.reply_in_place(key, rows)
    else:
        turn.reply(key, rows)


async def _answer_in_form(turn: Turn, report: Report, name: str, value: Value) -> None:
    """An answer of the report's form, given here; the case follows."""
    dialogue = await reports.dialogue_of(turn, report.id)
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if dialogue is None or case is None:
        return
    known = dialogues.state_of(dialogue).answers
    answers = {**known, name: Answer(value, AnswerSource.TAP, turn.now, turn.entry_id)}
    turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
    await case_opening.follow_report(
        turn.tx, turn.service, case, report, applying_answers(REPORT.form, answers)
    )
    await reporter_card.touch(turn.tx, report.id)


async def _resume_form(turn: Turn, report: Report) -> None:
    """The form that gave way goes on where it was."""
    waits = await turn.tx.timers.get(_form_key(report.id))
    dialogue = await reports.dialogue_of(turn, report.id)
    if waits is None or dialogue is None or await dialogues.active(turn) is not None:
        return
    turn.tx.timers.remove(waits.key)
    await dialogues.ask_question(turn, REPORT, dialogues.reopen(turn, REPORT, dialogue))


def _form_key(report_id: int) -> str:
    return f"out-form:{report_id}"


async def on_how(turn: Turn, found: OutAnswer) -> None:
    """Are they well? *Well*, or *Hurt or ill*: then coordinators hear of it with a sound."""
    await entries.keep(turn, found.report.id)
    if found.word == HURT:
        await tasks.ask_coordinators(turn.tx, turn.service, found.case, TaskKind.WORSE, again=True)
    turn.reply_in_place(f"out-{found.word}-noted")


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody says who is out: coordinators call back."""
    report = await tx.reports.get(timer.subject_id)
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None
    if case is not None and case.state is not CaseState.CLOSED and not case.says_over:
        await tasks.ask_coordinators(tx, service, case, TaskKind.BETTER, again=True)


NAMES = Form(
    "kept", (Question("who", AnswerKind.PEOPLE, ("unknown",), required=True),), lambda values: "who" in values
)


async def _keep_words(turn: Turn, dialogue: Dialogue) -> int | None:
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """Names that are new are persons of the case."""
    given = dialogues.state_of(dialogue).answers.get("who")
    report = await turn.tx.reports.get(dialogue.subject_id)
    of_report = await reports.dialogue_of(turn, dialogue.subject_id)
    if given is None or not isinstance(given.value, People) or report is None or of_report is None:
        return
    answer = dialogues.state_of(of_report).answers.get("who")
    known = answer.value if answer is not None and isinstance(answer.value, People) else People()
    names = names_of_both(known, given.value)
    held = max(known.count or 0, given.value.count or 0, len(names))
    await _answer_in_form(turn, report, "who", replace(known, names=names, count=held or None))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    turn.reply("out-some-noted")
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None:
        await _resume_form(turn, report)


KEPT = FormBehaviour(
    NAMES,
    "said-out-left",
    Interrupts.NOBODYS,
    _keep_words,
    _on_changed,
    _on_ended,
    reviewed=False,
    hears_codes=True,
    hears_everyday=True,
)
