"""What goes as soon as what it is for is over, whether the bot ran then or not. The timers of a running bot mostly come
before, and do it by the same functions.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.core.in_a_chat import Practice
from bot.core.looked_for import LookUp
from bot.core.model import Dialogue, Report
from bot.core.papers.made import Paper
from bot.core.rota import Stint
from bot.core.traffic import Timer
from handlers.casework import notes
from handlers.checkin import running as checkins
from handlers.duty import evening
from handlers.forgetting import evidence
from handlers.joining import invitations
from handlers.lookup import waiting
from handlers.papers import drafts as paper_drafts
from handlers.practice import running as practices
from handlers.reporting import drafts
from handlers.service import Service
from storage.purge import aged, over
from storage.purge.aged import Aged
from storage.purge.over import Left
from storage.schema import timers
from storage.transaction import Transaction

AT_ONCE = 50  # rows of each rule in one transaction
Does = Callable[[Transaction, Service, Any], Awaitable[None]]
OnLeft = Callable[[Transaction, Service, Timer], Awaitable[None]]


def _when(kind: Left, on_left: OnLeft) -> Does:
    """As if its timer came due now."""

    async def does(tx: Transaction, service: Service, row: Report | Dialogue | Paper) -> None:
        for timer in await tx.timers.select(timers.c.kind == kind.value, timers.c.subject_id == row.id):
            tx.timers.remove(timer.key)
            await on_left(tx, service, timer)

    return does


async def _practice(tx: Transaction, service: Service, one: Practice) -> None:
    await practices.end(tx, service, one, tell=False)


async def _lookup(tx: Transaction, service: Service, one: LookUp) -> None:
    await waiting.forget(tx, one)


async def _stint(tx: Transaction, service: Service, one: Stint) -> None:
    await evening.forget(tx, one)


DOES: Mapping[Aged, Does] = {
    over.INVITATIONS: invitations.forget,
    over.LOOKUPS: _lookup,
    over.PRACTICES: _practice,
    over.CHECKINS: checkins.end,
    over.STINTS: _stint,
    over.WORDS: _when(Left.WORDS, drafts.on_wipe_due),
    over.NOTES: _when(Left.NOTE, notes.on_forgotten),
    over.PAPERS: _when(Left.PAPER, paper_drafts.on_left),
    over.LETTERS: _when(Left.LETTER, evidence.on_letter_left),
}


async def forget(tx: Transaction, service: Service) -> int:
    """Some of each; how many."""
    forgotten = 0
    for rule in over.RULES:
        rows = getattr(tx, rule.table.name)
        for number in await aged.find(tx, rule, service.retention, set(), AT_ONCE):
            row = await rows.get(number)
            if row is not None:
                tx.forget()
                await DOES[rule](tx, service, row)
                forgotten += 1
    return forgotten
