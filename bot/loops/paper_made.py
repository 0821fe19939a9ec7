"""A paper is made as it leaves, out of what is sealed in its row: in a thread, past any transaction."""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.core.papers.made import Paper
from bot.core.traffic import Outgoing
from bot.documents.filling import BadTemplate, Document
from handlers.papers.making import made_again
from storage.transaction import Transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unmade:
    """All that it takes. ``name``: of the file; ``if_broken``: what is said where the template cannot be filled."""

    paper: Paper = field(repr=False)
    template: bytes = field(repr=False)
    name: str
    if_broken: str


async def unmade(tx: Transaction, row: Outgoing) -> Unmade | None:
    """What a row of the outbox hands out."""
    paper = await tx.papers.get(row.payload["paper"])
    kept = await tx.paper_templates.get(paper.template) if paper is not None else None
    if paper is None or kept is None:
        return None
    return Unmade(paper, kept.content, row.payload["called"], row.payload["if_broken"])


async def made(one: Unmade) -> Document | None:
    """The document; None where its template cannot be filled. The log has the number of the row, not what was said."""
    try:
        return await asyncio.to_thread(made_again, one.paper, one.template)
    except BadTemplate:
        log.error("paper %d (%s, %s) cannot be made", one.paper.id, one.paper.kind, one.paper.language)
        return None
