"""A coordinator makes a case of an unfinished draft that names a place or a person."""

from bot.core.conversation.forms import Answer, Source, applying
from bot.core.model import Report
from bot.core.vocabulary import AskKind, ReportState
from handlers.casework import open_with_reason, opening
from handlers.forms.dialogues import state_of
from handlers.forms.report import FORM
from handlers.reporting import by_telephone
from handlers.reporting.by_telephone import UNSAID
from handlers.reporting.reports import dialogue_of
from handlers.turn import Turn, id_in


async def draft(turn: Turn, argument: str) -> Report | None:
    """The report of that number."""
    return await turn.tx.reports.get(id_in(argument) or 0)


async def on_adopted(turn: Turn, report: Report) -> None:
    """*Make it a case*: what is missing is unknown; the coordinator then sees it, and asks lawyers if need be."""
    if report.case_id is None and report.state is ReportState.EXPIRED:
        turn.reply("draft-wiped")
        return
    if report.case_id is None and report.told_to is not None and turn.coordinator is not None:
        ask = AskKind.RECORD
        await by_telephone.open_case(turn.tx, turn.service, report, turn.coordinator, ask)
        report = await turn.tx.reports.get(report.id) or report
    elif report.case_id is None:
        dialogue = await dialogue_of(turn, report.id)
        said = applying(FORM, state_of(dialogue).answers) if dialogue is not None else {}
        unsaid = {name: Answer(value, Source.IMPLIED, turn.now) for name, value in UNSAID.items()}
        await opening.open_case(turn, report, {**unsaid, **said}, ask=AskKind.RECORD)
        report = await turn.tx.reports.get(report.id) or report
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await open_with_reason.ask_reason(turn, case)
