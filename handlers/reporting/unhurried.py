"""Answers without hurry: *Answer* opens the few questions that were put; each answer is a claim of the report at once.

What became of somebody is read as said to the report too ("they let him go"); what happens elsewhere is a report of its own.
"""

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.claims import Certainty
from bot.core.casework.unhurried import QUESTIONS
from bot.core.conversation.forms import Answer, Source, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.incoming import Kind
from bot.core.model import Case, Dialogue, Report
from bot.core.understanding.later import facts_told
from bot.core.values import Moment, to_data
from bot.core.vocabulary import CaseState
from handlers.cards import tracking
from handlers.casework import facts, sayings, unhurried
from handlers.casework.sayings import CERTAINTY, Saying
from handlers.forms import dialogues, entries
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings, Open
from handlers.forms.unhurried import FORM
from handlers.reporting import another, reports, words_placed
from handlers.reporting.another import Belongs
from handlers.reporting.reports import REPORT
from handlers.turn import Turn, id_in


class Put(Struct, frozen=True):
    """A report of the actor's about which something was asked; ``word``: one question, or that nothing shall be asked."""

    report: Report
    case: Case
    word: str


async def own(turn: Turn, argument: str) -> Put | None:
    """``number`` or ``number:word``: the actor's report of that number, while its case is open."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None or report.address_id != turn.address.id:
        return None
    known = word in ("", unhurried.NEVER, *QUESTIONS) and case.state is not CaseState.CLOSED
    return Put(report, case, word) if known else None


async def on_answer(turn: Turn, found: Put) -> None:
    """*Answer*, or *Ask nothing more*."""
    if found.word == unhurried.NEVER:
        unhurried.note_put(turn.tx, found.report, ())
        turn.tx.timers.remove(unhurried.key_of(found.report.id))
        turn.reply_in_place("later-no-more")
        return
    put = (found.word,) if found.word else await unhurried.last_put(turn.tx, found.report)
    rest = {name: Answer(None, Source.SKIPPED, turn.now) for name in QUESTIONS if name not in put}
    begun = await dialogues.begin(turn, LATER, found.report.id)
    await dialogues.ask(
        turn, LATER, dialogues.save(turn, LATER, replace(begun, answers=answers_to_data(rest)))
    )


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Words while these questions are open: what happens elsewhere is no answer to them."""
    if opened is None or opened.follow is not LATER or turn.incoming.kind is not Kind.MESSAGE:
        return False
    report = await turn.tx.reports.get(opened.dialogue.subject_id)
    if report is None or await another.belonging(turn, report) in (Belongs.HERE, Belongs.MOVED):
        return False
    return await words_placed.on_said(turn)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    entry = await entries.keep(turn, dialogue.subject_id)
    of_report = await reports.dialogue_of(turn, dialogue.subject_id)
    if of_report is not None and facts_told(turn.incoming.text, turn.service.heard):
        await dialogues.read(turn, REPORT, of_report, entry, quiet=True)
    return entry


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None:
        return
    answers = state_of(dialogue).answers
    given = [(name, answers[name]) for name in step.answered if answers[name].value is not None]
    said = [_saying(name, answer) for name, answer in given]
    await facts.note(
        turn.tx, turn.service, case, *(sayings.claim_of(turn.tx, report, saying) for saying in said)
    )
    await tracking.touch_case(turn.tx, case.id)


def _saying(name: str, answer: Answer) -> Saying:
    value = answer.value
    assert value is not None
    said = Saying(name, to_data(value), CERTAINTY.get(answer.source, Certainty.SAID), answer.entry)
    return replace(said, at=value.at, precision=value.precision) if isinstance(value, Moment) else said


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    turn.reply("later-thanks")


LATER = Follow(
    FORM,
    "unhurried-left",
    Happenings.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    reviewed=False,
    hears_codes=True,
    hears_everyday=True,
)
