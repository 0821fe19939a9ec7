"""Answers without hurry: *Answer* opens the few questions that were put; each answer is a claim of the report at once.

What became of somebody is read as said to the report too ("they let him go"); what happens elsewhere is a report of its own.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.casework.claim_kinds import Certainty
from core.casework.follow_up_questions import QUESTIONS
from core.conversation.forms import Answer, AnswerSource, answers_to_data
from core.conversation.step import FormStep, StepOutcome
from core.model import Case, Dialogue, Report
from core.understanding.later import facts_told
from core.values import Moment, value_to_data
from core.vocabulary import CaseState
from handlers.cards import live_cards
from handlers.casework import facts, later_questions, report_claims
from handlers.casework.report_claims import CERTAINTY, Saying
from handlers.forms import dialogues, entries
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.report_form import LATER_FORM
from handlers.reporting import message_routing, reports
from handlers.reporting.known_reports import own_report_of_case
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


class QuestionPut(Struct, frozen=True):
    """A report of the actor's about which something was asked; ``word``: one question, or that nothing shall be asked."""

    report: Report
    case: Case
    word: str


async def own_question(turn: Turn, argument: str) -> QuestionPut | None:
    """``number`` or ``number:word``: the actor's report of that number, while its case is open."""
    found = await own_report_of_case(turn, argument)
    if found is None:
        return None
    report, case, word = found
    known = word in ("", later_questions.NEVER, *QUESTIONS) and case.state is not CaseState.CLOSED
    return QuestionPut(report, case, word) if known else None


async def on_answer(turn: Turn, found: QuestionPut) -> None:
    """*Answer*, or *Ask nothing more*."""
    if found.word == later_questions.NEVER:
        later_questions.record_put(turn.tx, found.report, ())
        turn.tx.timers.remove(later_questions.later_timer_key(found.report.id))
        turn.reply_in_place("later-no-more")
        return
    put = (found.word,) if found.word else await later_questions.last_put(turn.tx, found.report)
    rest = {name: Answer(None, AnswerSource.SKIPPED, turn.now) for name in QUESTIONS if name not in put}
    begun = await dialogues.begin(turn, LATER, found.report.id)
    await dialogues.ask_question(
        turn, LATER, dialogues.save(turn, LATER, replace(begun, answers=answers_to_data(rest)))
    )


async def on_elsewhere(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """What happens elsewhere, while these questions are open, is no answer to them."""
    await message_routing.on_said(turn)


async def _keep_words(turn: Turn, dialogue: Dialogue) -> int | None:
    entry = await entries.keep(turn, dialogue.subject_id)
    of_report = await reports.dialogue_of(turn, dialogue.subject_id)
    if of_report is not None and facts_told(turn.incoming.text, turn.service.heard):
        await dialogues.read_entry(turn, REPORT, of_report, entry, quiet=True)
    return entry


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None:
        return
    answers = state_of(dialogue).answers
    given = [(name, answers[name]) for name in step.answered if answers[name].value is not None]
    said = [_saying(name, answer) for name, answer in given]
    await facts.record(
        turn.tx, turn.service, case, *(report_claims.make_claim(turn.tx, report, saying) for saying in said)
    )
    await live_cards.touch_case(turn.tx, case.id)


def _saying(name: str, answer: Answer) -> Saying:
    value = answer.value
    assert value is not None
    said = Saying(name, value_to_data(value), CERTAINTY.get(answer.source, Certainty.SAID), answer.entry)
    return replace(said, at=value.at, precision=value.precision) if isinstance(value, Moment) else said


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    turn.reply("later-thanks")


LATER = FormBehaviour(
    LATER_FORM,
    "unhurried-left",
    Interrupts.NOBODYS,
    _keep_words,
    _on_changed,
    _on_ended,
    reviewed=False,
    hears_codes=True,
    hears_everyday=True,
)
