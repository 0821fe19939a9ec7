"""Words that joined a report: who sees it, and how it is answered."""

from msgspec.structs import replace

from bot.core.conversation.step import Step
from bot.core.model import Case
from handlers.cards import tracking
from handlers.forms import dialogues
from handlers.reporting.reports import REPORT
from handlers.turn import Turn
from storage.transaction import Transaction

KEPT = "note-kept"  # says less than that the words were added


async def show_on_cards(tx: Transaction, report_id: int) -> None:
    """Every card of the report's case is drawn anew."""
    case = await case_of(tx, report_id)
    if case is not None:
        await tracking.touch_case(tx, case.id)


async def case_of(tx: Transaction, report_id: int) -> Case | None:
    """The case that a report feeds."""
    report = await tx.reports.get(report_id)
    return await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None


def noted(turn: Turn, step: Step | None, key: str) -> str:
    """What could not be read; else what was noted, and that the words are kept."""
    if step is None:
        return turn.say(key)
    notes = tuple(note for note in step.notes if note.key != KEPT)
    said = dialogues.noted(turn, REPORT, replace(step, notes=notes))
    return said if step.problem is not None else "\n".join(filter(None, (said, turn.say(key))))
