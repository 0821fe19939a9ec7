"""A reporter writes in an open case that people are out, or well. Nothing ends by it: they are asked who is.

    All are out   as when a report is called off because it is over: coordinators call back; asked is only: are they well?
    Not all       who is held still is asked, and everything goes on
    No            everything goes on
    no answer     five minutes later coordinators are asked to call back; of one person, that they are well, beside the
                  writer, or thanks, is an answer

The form that was open asks nothing more, unless somebody is held still: then it goes on where it was.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.casework.turns import asked_out_key
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
from core.incoming import IncomingKind
from core.intake.home import ALL, NONE, SOME
from core.intake.subject import may_be_held, told_good_news
from core.model import Case, Dialogue, Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Timer
from core.understanding.later import GoodNews
from core.values import People, Value
from core.vocabulary import CaseState, DialogueState, TaskKind
from handlers.alerting import tasks
from handlers.casework import case_opening, goes_on
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.message_reading import message_of
from handlers.reporting import receipt_codes, reporter_card, reports
from handlers.reporting.known_reports import known_report, own_report_of_case
from handlers.reporting.reports import REPORT
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

WELL, HURT = "well", "hurt"
PERSON = "person-"  # before the place of a name among those who are known
NAMED = 4  # buttons with names
KIND = "said-out"
THANKS = "thanks"  # the intent
WAIT = timedelta(minutes=5)  # for the answer
RESUMES = timedelta(hours=12)  # so long the form goes on where it was


class OutAnswer(Struct, frozen=True):
    """A button of one of these questions, about a report of the actor's whose case is not closed."""

    report: Report
    case: Case
    word: str


async def end_form(turn: Turn, opened: OpenForm, report_id: int) -> None:
    """In the open form of a report: its question gives way to who is out."""
    await dialogues.proceed(turn, REPORT, opened.dialogue, quiet=True)
    after = await turn.tx.dialogues.get(opened.dialogue.id)
    if after is not None and after.state is DialogueState.OPEN:
        dialogues.finish(turn, after, DialogueState.FINISHED)
        turn.tx.timers.put(Timer(_form_key(report_id), "forget", turn.now + RESUMES, report_id))


async def ask_if_told(turn: Turn, report: Report) -> bool:
    """After words that were put into a report: who is out, if they tell that anybody is. Whether it is asked."""
    if (case := await denied_now(turn, report)) is not None:
        await _go_on(turn, report, case)
        return True
    good = await told_now(turn, report)
    if await _is_all_clear(turn, report, good):
        await take_answer(turn, report, ALL)
        return True
    if good is None:
        if read_turn(turn).happening:
            turn.tx.timers.remove(asked_out_key(report.id))  # it is answered by that
        return False
    turn.tx.timers.put(Timer(asked_out_key(report.id), KIND, turn.now + WAIT, report.id))
    names = (await _known_people(turn, report)).names if good is not GoodNews.WELL else ()
    are_some = good is GoodNews.SOME
    everybody = (Button(turn.say("out-all"), f"out:{report.id}:{ALL}", Style.SUCCESS),)
    named = (
        (Button(name, f"out:{report.id}:{PERSON}{at}"),)
        for at, name in enumerate(names[:NAMED])
        if len(names) > 1
    )
    buttons = (
        *(() if are_some else (everybody,)),
        *named,
        (Button(turn.say("out-some"), f"out:{report.id}:{SOME}"),),
        (Button(turn.say("out-none"), f"out:{report.id}:{NONE}"),),
    )
    if are_some:
        text = turn.say("out-asked-who")
    else:
        text = turn.say("out-asked", well="yes" if good is GoodNews.WELL else "no")
    if len(await reports.open_reports(turn)) > 1:
        text = f"{await receipt_codes.report_label(turn, report)}\n{text}"
    await reporter_card.touch(turn.tx, report.id)
    turn.show(Presentation(text, buttons), topic="joined")
    return True


async def _is_all_clear(turn: Turn, report: Report, good: GoodNews | None) -> bool:
    """Whether who is out, which was asked of one person, is answered in passing: they are, they are well, or thanks."""
    if await turn.tx.timers.get(asked_out_key(report.id)) is None:
        return False
    people = await _known_people(turn, report)
    is_one = max(people.count or 0, len(people.names)) <= 1
    return is_one and (good in (GoodNews.ALL, GoodNews.WELL) or read_turn(turn).intent == THANKS)


async def denied_now(turn: Turn, report: Report) -> Case | None:
    """The open case of the report, if somebody of it was said to be free and the words tell that they are not."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    words = "" if turn.incoming.forwarded else turn.incoming.text
    if case is None or case.state is CaseState.CLOSED or turn.incoming.kind is IncomingKind.TAP:
        return None
    return case if await goes_on.is_denied(turn.tx, turn.service, case, words) else None


async def _go_on(turn: Turn, report: Report, case: Case) -> None:
    tx, was_over = turn.tx, case.says_over
    tx.timers.remove(asked_out_key(report.id))
    tx.timers.remove(_form_key(report.id))
    await _answer_in_form(turn, report, "ongoing", "yes")
    case = await tx.cases.get(case.id) or case
    if case.says_over:
        await case_opening.mark_not_over(tx, turn.service, case, report)
    elif not was_over:
        await goes_on.go_on(tx, turn.service, case, turn.incoming.text, report=report)
    turn.show(Presentation(turn.say("out-goes-on")), topic="joined")


async def is_answered_there(turn: Turn, report: Report) -> bool:
    """Whether the words are answered by what is asked or said here."""
    return await told_now(turn, report) is not None or await denied_now(turn, report) is not None


async def told_now(turn: Turn, report: Report) -> GoodNews | None:
    """What is asked about, if anything is: the case is open, and the words are no answer to another question."""
    known = await known_report(turn, report)
    askable = may_be_held(known) and report.id in await askable_reports(turn, [report])
    good = told_good_news(message_of(turn), known) if askable else None
    return None if good is GoodNews.WELL and await dialogues.active(turn) is not None else good


async def askable_reports(turn: Turn, reports: Sequence[Report]) -> frozenset[int]:
    """Those of the actor. Somebody who missed a check-in is asked about that instead."""
    waited_for = {checkin.report_id for checkin in await turn.tx.checkins.by(address_id=turn.address.id)}
    own = (report.id for report in reports if report.address_id == turn.address.id)
    return frozenset(own) - waited_for


async def own_answer(turn: Turn, argument: str) -> OutAnswer | None:
    """``number:word``: the actor's report of that number."""
    found = await own_report_of_case(turn, argument)
    if found is None:
        return None
    report, case, word = found
    is_person = word.startswith(PERSON) and word[len(PERSON) :].isdigit()
    known = (is_person or word in (ALL, SOME, NONE, WELL, HURT)) and case.state is not CaseState.CLOSED
    return OutAnswer(report, case, word) if known else None


async def take_answer(turn: Turn, report: Report, word: str) -> None:
    """What was typed outside any form answers who is out, which was asked last."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await on_answered(turn, OutAnswer(report, case, word))


async def on_answered(turn: Turn, found: OutAnswer) -> None:
    """*All are out*, a name, *Not all* or *No*."""
    tx, report, case = turn.tx, found.report, found.case
    left = await _left_without(turn, report, found.word)
    if left is not None and not left.count:
        left, found = None, replace(found, word=ALL)
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
            TimelineKind.SAYS_NOT_OVER if found.word == NONE else TimelineKind.SAYS_SOME_OUT,
            {},
        )
    if left is not None:
        await _answer_in_form(turn, report, "who", left)
        _answer(turn, "out-some-noted")
        await _resume_form(turn, report)
        return
    if found.word == SOME:
        await dialogues.ask_question(turn, KEPT, await dialogues.begin(turn, KEPT, report.id))
        return
    _answer(turn, "out-none-noted")
    await _resume_form(turn, report)


async def _known_people(turn: Turn, report: Report) -> People:
    """Who is held, as far as the report tells."""
    dialogue = await reports.dialogue_of(turn, report.id)
    answer = dialogues.state_of(dialogue).answers.get("who") if dialogue is not None else None
    return answer.value if answer is not None and isinstance(answer.value, People) else People()


async def _left_without(turn: Turn, report: Report, word: str) -> People | None:
    """Who is held still without the person of this button; None if it is no person's."""
    known = await _known_people(turn, report)
    at = int(word.removeprefix(PERSON)) if word.startswith(PERSON) else len(known.names)
    if at >= len(known.names):
        return None
    names = known.names[:at] + known.names[at + 1 :]
    count = max(len(names), (known.count or len(known.names)) - 1)
    return replace(known, names=names, count=count, freed=known.freed + 1)


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
    """Nobody says who is out: coordinators call back. They hear it once in a night, however often it is told."""
    report = await tx.reports.get(timer.subject_id)
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None
    if case is not None and case.state is not CaseState.CLOSED and not case.says_over:
        rang = f"better-rang:{case.id}"
        again = await tx.timers.get(rang) is None
        await tasks.ask_coordinators(tx, service, case, TaskKind.BETTER, again=again)
        if again:
            tx.timers.put(Timer(rang, "forget", tx.now + RESUMES, case.id))


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
