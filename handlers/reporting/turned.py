"""What words turned: a quiet record into an alarm, something that happens into something that is over, and back."""

from bot.core.model import Case, Report
from bot.core.vocabulary import CaseState
from handlers.alerting import second
from handlers.casework import opening
from handlers.forms.told import told
from handlers.turn import Turn


def say(turn: Turn, before: Case, now: Case, *, in_form: bool) -> None:
    """Tell the reporter. ``in_form``: nobody else answers that it is over."""
    if now.alerting and not before.alerting:
        turn.reply("report-alarm")
    elif in_form and now.says_over and not before.says_over:
        turn.reply("report-over-noted")


async def back(turn: Turn, report: Report) -> None:
    """If what was said to be over happens: whoever has the case hears of it, and a second lawyer is looked for where one is
    wanted; else the search goes on.
    """
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or not case.says_over or case.state is CaseState.CLOSED or not told(turn).happening:
        return
    was, case = case, await opening.says_not_over(turn.tx, turn.service, case, report)
    await second.follow(turn.tx, turn.service, was, case)
    if case.state is CaseState.OPEN:
        turn.reply("report-alarm")
