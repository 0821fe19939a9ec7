"""Words of somebody whose report is closed. They answer no question. What tells that something is happening is a report of
its own; all else is kept with the closed one, and a coordinator, who can open it again, is asked to read it.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.incoming import Kind
from bot.core.model import Case, Report
from bot.core.presentation import Button
from bot.core.vocabulary import AskKind, CaseState, ReportState, outcome_key, told_outcome
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.forms import entries
from handlers.forms.told import readable, told
from handlers.turn import Turn

RECENT = timedelta(days=14)  # after closing; what is written later is about something else
PAUSE = timedelta(minutes=10)  # between words of which each makes a sound at the coordinators'
COURTESIES = frozenset({"thanks", "hello"})  # nobody need read them


async def takes(turn: Turn) -> bool:
    """Whether the words belong to a report that is closed; None of the person's is open."""
    found = await lately(turn)
    if found is None or told(turn).happening:
        return False
    await _keep(turn, *found)
    return True


async def lately(turn: Turn) -> tuple[Report, Case] | None:
    """The person's report that was closed last, and its case; None if that is long ago, or another is open."""
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    closed = [report for report in mine if report.state is ReportState.CLOSED]
    case = await _case(turn, closed[-1]) if closed else None
    if case is None or case.closed_at is None or turn.now - case.closed_at > RECENT:
        return None
    return None if any(r.state is ReportState.OPEN for r in mine) else (closed[-1], case)


async def takes_correction(turn: Turn, report: Report) -> bool:
    """Whether the corrected message is of a closed report: it stays there, also where it tells of a happening, as it did."""
    case = await _case(turn, report)
    if case is not None:
        await _keep(turn, report, case)
    return case is not None


async def _keep(turn: Turn, report: Report, case: Case) -> None:
    said = await turn.tx.entries.newest(1, report_id=report.id)
    await entries.keep(turn, report.id)
    if turn.incoming.kind is Kind.EDITED and turn.incoming.location is not None:
        return  # a live location goes on
    read = told(turn).intent not in COURTESIES
    if read:
        lately = [
            entry for entry in said if turn.now - entry.at < PAUSE and entry.at > (case.closed_at or entry.at)
        ]
        await asks.put(turn.tx, turn.service, case, AskKind.AFTER_CLOSED, again=not lately)
    _answer(turn, case, read=read)


async def moves_here(turn: Turn, draft: Report, report: Report) -> bool:
    """Words that waited are of a report that was closed meanwhile. False, and nothing is done, for a happening."""
    now, words = turn.incoming, await turn.tx.entries.by(report_id=draft.id)
    for entry in readable(words):
        turn.incoming = entries.words_of(entry, now)
        if told(turn).happening:
            turn.incoming = now
            return False
    turn.incoming = now
    for entry in words:
        turn.tx.entries.put(replace(entry, report_id=report.id))
    turn.tx.reports.put(replace(draft, state=ReportState.EXPIRED))
    case = await _case(turn, report)
    if case is not None:
        await tracking.touch_case(turn.tx, case.id)
        await asks.put(turn.tx, turn.service, case, AskKind.AFTER_CLOSED, again=True)
        turn.entry_id = words[-1].id if words else None
        _answer(turn, case, read=True)
    return True


def _answer(turn: Turn, case: Case, *, read: bool) -> None:
    new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
    how = turn.say(outcome_key(told_outcome(case.outcome)))
    turn.reply("after-closed", ((new,),), topic="after-closed", how=how, read="yes" if read else "no")


async def _case(turn: Turn, report: Report) -> Case | None:
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    return case if case is not None and case.state is CaseState.CLOSED else None
