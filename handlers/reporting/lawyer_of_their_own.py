"""A reporter writes that there is a lawyer of their own. Coordinators hear of it, and it is asked whether that lawyer is
there; others are asked on meanwhile.

    it is said plainly, or answered with yes   nobody else is asked until coordinators can have called back, once in a case
    no                                         others are asked on
"""

from msgspec import Struct

from core.intake.own_lawyer import OwnLawyer, own_lawyer
from core.model import Case, Report
from core.presentation import Button, Style
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import escalation, pause, tasks
from handlers.alerting.timer_keys import pause_key
from handlers.forms import entries
from handlers.reporting.known_reports import own_report_of_case
from handlers.turn import Turn

YES, NO = "yes", "no"


class CounselAnswer(Struct, frozen=True):
    """A button of this question, about a report of the actor's whose case has no lawyer of ours yet."""

    report: Report
    case: Case
    is_there: bool


async def ask_if_told(turn: Turn, report: Report, text: str) -> None:
    """Of words that were put into this report."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or not _is_sought(case) or case.says_over:
        return
    said = own_lawyer(text, turn.service.heard, turn.service.cues)
    if said is None:
        return
    asked = await turn.tx.cards.by(subject=f"ask-{TaskKind.OWN_LAWYER}", subject_id=case.id)
    waits = said is OwnLawyer.THERE and await pause.begin_for_own_lawyer(turn.tx, turn.service, case)
    if asked and not waits:
        return
    if not waits:
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.OWN_LAWYER)
    buttons = (
        (Button(turn.say("counsel-there"), f"counsel:{report.id}:{YES}"),),
        (Button(turn.say("counsel-not-there"), f"counsel:{report.id}:{NO}", Style.PRIMARY),),
    )
    turn.reply("report-own-lawyer-asked", buttons, waits="yes" if waits else "no")


async def own_answer(turn: Turn, argument: str) -> CounselAnswer | None:
    """``number:word``: the actor's report of that number."""
    found = await own_report_of_case(turn, argument)
    if found is None or found[2] not in (YES, NO) or not _is_sought(found[1]):
        return None
    report, case, word = found
    return CounselAnswer(report, case, word == YES)


async def on_answered(turn: Turn, found: CounselAnswer) -> None:
    """*Yes, already there* or *No, go on asking*."""
    tx, service, case = turn.tx, turn.service, found.case
    await entries.keep(turn, found.report.id)
    if found.is_there and await pause.begin_for_own_lawyer(tx, service, case):
        turn.reply("report-own-lawyer")
        return
    if not found.is_there and await tx.timers.get(pause_key(case.id)) is not None and not case.says_over:
        await escalation.look(tx, service, case)
    turn.reply("report-own-lawyer-on")


def _is_sought(case: Case) -> bool:
    return case.state is CaseState.OPEN and case.alerting
