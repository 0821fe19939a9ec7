"""A closed case is forgotten part by part. What each is, and in which order they go: bot.core.forgetting.terms.

Each does at most so much in one transaction and says whether it is through; what is not is gone on with, after a kill too.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from bot.core.casework.linking import is_stub
from bot.core.forgetting.terms import Stage, Why
from bot.core.model import Case
from bot.core.timeline import Line
from handlers.forgetting import evidence, helped, words
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

Does = Callable[[Transaction, Service, Case], Awaitable[bool]]
DOES: Mapping[Stage, Does] = {
    Stage.HELP: helped.forget,
    Stage.PAPERS: evidence.forget_papers,
    Stage.FILES: evidence.forget_files,
    Stage.WORDS: words.forget,
}


async def whole(tx: Transaction, case: Case) -> list[Case]:
    """The case, and those that are stubs because their reports feed it: they go with it."""
    reports = await tx.reports.by(case_id=case.id)
    await tx.links.prefetch("report_id", [report.id for report in reports])
    fed = {link.case_id for report in reports for link in await tx.links.by(report_id=report.id)}
    others = [await tx.cases.get(id) for id in sorted(fed - {case.id})]
    return [case, *(one for one in others if one is not None and is_stub(one))]


async def is_held(tx: Transaction, case: Case) -> bool:
    """Whether somebody keeps it, or a stub of it, whatever its term."""
    found = [hold for one in await whole(tx, case) for hold in await tx.holds.by(case_id=one.id)]
    return any(hold.lives(tx.now) for hold in found)


async def forget(
    tx: Transaction, service: Service, case: Case, stages: Sequence[Stage], why: Why = Why.TERM
) -> bool:
    """These parts of a case. False: there is more of it, for the next transaction."""
    tx.forget()
    for stage in stages:
        for one in await whole(tx, case):
            current = await tx.cases.get(one.id)
            if current is None or stage in current.forgotten:
                continue
            if not await DOES[stage](tx, service, current):
                return False
            await _note(tx, current.id, stage, why)
    return True


async def _note(tx: Transaction, case_id: int, stage: Stage, why: Why) -> None:
    """It is gone, and the history says since when and why, not what it was."""
    case = await tx.cases.get(case_id)
    assert case is not None
    gone = {"forgotten": stage.value if why is Why.TERM else why.value}
    if why is Why.TERM or stage is Stage.WORDS:
        await timeline.append(tx, case.id, 0, Line.FORGOTTEN, gone)
    at = tx.now if stage is Stage.WORDS else case.forgotten_at
    tx.cases.put(replace(case, forgotten=(*case.forgotten, stage.value), forgotten_at=at))
