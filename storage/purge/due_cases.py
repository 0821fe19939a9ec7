"""Closed cases of which something is due to be deleted, the oldest first.

A case under a legal hold is not among them, nor is a case whose reports now belong to another: it goes with that one
(handlers.forgetting.purge). A hold keeps the case, those linked with it, and the names of all members who worked on them,
because history and cards tell who did what.
"""

import json
from datetime import datetime

from msgspec import Struct
from sqlalchemy import ColumnElement, CompoundSelect, and_, exists, not_, or_, select, union

from core.casework.claims import SourceKind
from core.forgetting.retention_terms import ForgettingStage, RetentionTerms, due_stages
from core.vocabulary import RecordKind
from storage.schema import (
    alerts,
    cases,
    claims,
    clock_marks,
    holds,
    links,
    members,
    papers,
    reports,
    timeline,
)
from storage.transaction import Transaction

# Who had it, was asked, did something in it, made papers of it, held it.
WHO = (
    cases.c.owner_id, cases.c.second_id, timeline.c.actor_id, alerts.c.member_id, alerts.c.asked_by, papers.c.member_id,
    papers.c.signer_id, papers.c.second_id, clock_marks.c.answered_by, holds.c.by, holds.c.lifted_by,
)  # fmt: skip


def is_in_force(now: datetime) -> ColumnElement[bool]:
    """A hold that nobody has lifted, and whose end has not come."""
    return and_(holds.c.lifted_at.is_(None), or_(holds.c.until.is_(None), holds.c.until > now))


def members_of_held(now: datetime) -> ColumnElement[bool]:
    """Members who worked on a case that is on hold."""
    of = _cases(now)
    told = select(reports.c.id).where(reports.c.case_id.in_(of))
    by_members = claims.c.source_kind.in_((SourceKind.MEMBER.value, SourceKind.PAPER.value))
    said = or_(claims.c.case_id.in_(of), claims.c.report_id.in_(told))
    found = [select(claims.c.source_id).where(by_members, said)]
    for who in WHO:
        case = who.table.c.id if who.table is cases else who.table.c.case_id
        found.append(select(who).where(who.is_not(None), case.in_(of)))
    return members.c.id.in_(union(*found))


def _cases(now: datetime) -> CompoundSelect[tuple[int]]:
    """Those on hold; the whole of a part that is, and the parts of a whole."""
    own = select(holds.c.case_id).where(is_in_force(now))
    both = select(reports.c.case_id.label("whole"), links.c.case_id.label("part")).where(
        links.c.report_id == reports.c.id,
        links.c.case_id == cases.c.id,
        cases.c.record == RecordKind.STUB.value,
    )
    linked = both.subquery()
    wholes = select(linked.c.whole).where(linked.c.part.in_(own))
    parts = select(linked.c.part).where(or_(linked.c.whole.in_(own), linked.c.whole.in_(wholes)))
    return union(own, wholes, parts)


LOOKED_AT = 1_000  # cases in one statement


class DueCase(Struct, frozen=True):
    """A case, and which parts of it are due."""

    case_id: int
    stages: tuple[ForgettingStage, ...]


class DueCases(Struct, frozen=True):
    """Some that are due, and after which case it is looked on; None: there are no more."""

    due: tuple[DueCase, ...]
    after: int | None


async def find_due_cases(tx: Transaction, terms: RetentionTerms, after: int, most: int) -> DueCases:
    """At most so many of those behind this case."""
    found: list[DueCase] = []
    is_held = exists().where(holds.c.case_id == cases.c.id, is_in_force(tx.now))
    elsewhere = exists().where(
        cases.c.record == RecordKind.STUB.value,
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
            found.append(DueCase(row.id, stages))
        if len(found) == most:
            return DueCases(tuple(found), row.id)
    return DueCases(tuple(found), rows[-1].id if len(rows) == LOOKED_AT else None)


def _due(
    terms: RetentionTerms, outcome: str | None, at: datetime, done: str, now: datetime
) -> tuple[ForgettingStage, ...]:
    return due_stages(terms, outcome, at, json.loads(done), now)
