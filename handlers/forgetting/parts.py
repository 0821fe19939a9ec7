"""A closed case is forgotten part by part. What each is, and in which order they go: bot.core.forgetting.terms.

Each does at most so much in one transaction and says whether it is through; what is not is gone on with, after a kill too.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from msgspec.structs import replace

from bot.core.forgetting.terms import Stage, Why
from bot.core.model import Case
from bot.core.timeline import Line
from handlers.cards import kept
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


async def forget(
    tx: Transaction, service: Service, case: Case, stages: Sequence[Stage], why: Why = Why.TERM
) -> bool:
    """These parts of a case. False: there is more of it, for the next transaction."""
    tx.forget()
    for stage in stages:
        for one in await kept.whole(tx, case):
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
