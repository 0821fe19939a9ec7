"""A report that nobody is writing: what somebody told before, elsewhere, becomes one, and a case that a person looks at."""

from core.conversation.forms import Answers, answers_to_data
from core.incoming import Incoming, IncomingKind
from core.model import Address, Case, Dialogue, Entry, Report
from core.vocabulary import DialogueState, ReportState, TaskKind
from handlers.casework import case_opening
from handlers.forms.report_form import FORM
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


def turn_of(tx: Transaction, service: Service, address: Address) -> Turn:
    """As if that chat had said something now, and nothing was in it."""
    nothing = Incoming(address.messenger, IncomingKind.MESSAGE, address.chat, address.chat, "private")
    return Turn(tx, service, nothing, address, None, tx.now)


async def open_case(
    tx: Transaction,
    service: Service,
    address: Address,
    answers: Answers,
    words: str,
    ask: TaskKind,
    *,
    draft: Report | None = None,
) -> tuple[Report, Case]:
    """The report with its answers and words, and its case; coordinators are asked ``ask``, and the chat hears nothing.
    ``draft``: what keeps words of it already.
    """
    language, now = await language_of(tx, service, address.id), tx.now
    report = draft or tx.reports.add(Report(tx.new_id(), address.id, ReportState.DRAFT, now, language))
    if words:
        tx.entries.add(Entry(tx.new_id(), report.id, now, "words", {"text": words}))
    return report, await open_report(turn_of(tx, service, address), report, answers, ask)


async def open_report(turn: Turn, report: Report, answers: Answers, ask: TaskKind | None = None) -> Case:
    """A draft that is nobody's conversation becomes a case, with these answers as if they had been given in one."""
    now = turn.now
    turn.tx.dialogues.add(
        Dialogue(
            turn.tx.new_id(),
            turn.address.id,
            FORM.name,
            report.id,
            DialogueState.FINISHED,
            now,
            now,
            answers_to_data(answers),
        )
    )
    return await case_opening.open_case(turn, report, answers, ask=ask)
