"""*This is a new one*: words that joined a report part from it and start one of their own."""

from msgspec.structs import replace

from core.conversation.forms import answers_to_data, applying_answers, with_implied
from core.model import Entry, Report
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import case_opening, elsewhere
from handlers.forms import dialogues, entries
from handlers.reporting import chat_transfer, report_choice, reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn, id_in


async def own_words(turn: Turn, argument: str) -> tuple[Entry, Report] | None:
    """The entry of that number and its report, if the actor said it."""
    entry = await turn.tx.entries.get(id_in(argument) or 0)
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is None or report is None:
        return None
    if turn.address.id not in (report.address_id, entry.payload.get(chat_transfer.GUEST)):
        return None
    return entry, report


async def on_new(turn: Turn, found: tuple[Entry, Report]) -> None:
    """The same words start a report of their own; the old one forgets what only they said."""
    entry, old = found
    if (await turn.tx.entries.oldest(1, report_id=old.id))[0].id == entry.id:
        return  # it began that report: pressed twice
    report, dialogue = await reports.begin(turn)
    payload = {name: value for name, value in entry.payload.items() if name not in chat_transfer.MARKS}
    turn.tx.entries.put(replace(entry, report_id=report.id, payload=payload))
    if old.address_id == turn.address.id:
        await _forget_answers(turn, old, entry.id)
    else:  # of what a guest said nothing was read
        await report_choice.show_on_cards(turn.tx, old.id)
    turn.incoming = entries.as_incoming(entry, turn.incoming)
    await dialogues.read_entry(turn, REPORT, dialogue, entry.id)


async def on_same(turn: Turn, found: tuple[Entry, Report]) -> None:
    """*The same case*, though another place was named: the words stay; what is open is asked again."""
    turn.reply_in_place("another-same")
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == REPORT.form.name:
        await dialogues.ask_question(turn, REPORT, dialogue)


async def _forget_answers(turn: Turn, report: Report, entry_id: int) -> None:
    """Answers that the moved words gave no longer count for this report; what a lawyer cannot do without stays."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return
    case = await elsewhere.take_back(turn.tx, turn.service, case)
    await live_cards.touch_case(turn.tx, case.id)
    await tasks.settle(turn.tx, turn.service, case, TaskKind.ELSEWHERE)
    dialogue = await reports.dialogue_of(turn, report.id)
    if dialogue is None:
        return
    form, given = REPORT.form, dialogues.state_of(dialogue).answers
    needed = {question.name for question in form.questions if question.required}
    kept = {name: answer for name, answer in given.items() if name in needed or answer.entry != entry_id}
    kept = with_implied(form, kept, turn.now)
    turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(kept)))
    await case_opening.follow_report(turn.tx, turn.service, case, report, applying_answers(form, kept))
