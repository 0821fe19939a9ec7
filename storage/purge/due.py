"""Closed cases of which something is due, the oldest first. A case that somebody holds is none of them, nor one whose
reports feed another now: it goes with that one (handlers.forgetting.parts).
"""

import json
from datetime import datetime

from msgspec import Struct
from sqlalchemy import and_, exists, not_, select

from bot.core.forgetting.terms import Stage, Terms, due
from bot.core.vocabulary import Record
from storage.purge import held
from storage.schema import cases, holds, links, reports
from storage.transaction import Transaction

LOOKED_AT = 1_000  # cases in one statement


class Due(Struct, frozen=True):
    """A case, and which parts of it are due."""

    case_id: int
    stages: tuple[Stage, ...]


class Found(Struct, frozen=True):
    """Some that are due, and after which case it is looked on; None: there are no more."""

    due: tuple[Due, ...]
    after: int | None


async def closed(tx: Transaction, terms: Terms, after: int, most: int) -> Found:
    """At most so many of those behind this case."""
    found: list[Due] = []
    is_held = exists().where(holds.c.case_id == cases.c.id, held.lives(tx.now))
    elsewhere = exists().where(
        cases.c.record == Record.STUB.value,
        links.c.case_id == cases.c.id,
        links.c.report_id == reports.c.id,
        reports.c.case_id != cases.c.id,
    )
    wanted = select(cases.c.id, cases.c.outcome, cases.c.closed_at, cases.c.forgotten)
    wanted = wanted.where(
        and_(
            cases.c.id > after,
            cases.c.state == "closed",
            cases.c.forgotten_at.is_(None),
            cases.c.closed_at <= tx.now - terms.soonest,
            not_(is_held),
            not_(elsewhere),
        )
    )
    rows = (await tx.execute(wanted.order_by(cases.c.id).limit(LOOKED_AT))).all()
    for row in rows:
        stages = _due(terms, row.outcome, row.closed_at, row.forgotten, tx.now)
        if stages:
            found.append(Due(row.id, stages))
        if len(found) == most:
            return Found(tuple(found), row.id)
    return Found(tuple(found), rows[-1].id if len(rows) == LOOKED_AT else None)


def _due(terms: Terms, outcome: str | None, at: datetime, done: str, now: datetime) -> tuple[Stage, ...]:
    return due(terms, outcome, at, json.loads(done), now)
