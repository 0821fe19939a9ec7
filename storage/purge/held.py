"""What a legal hold keeps: the case, those that are one with it, and the names of all members who worked on them, because
history and cards tell who did what.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, CompoundSelect, and_, or_, select, union

from bot.core.casework.claims import SourceKind
from bot.core.vocabulary import Record
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

# Who had it, was asked, did something in it, made papers of it, held it.
WHO = (
    cases.c.owner_id, cases.c.second_id, timeline.c.actor_id, alerts.c.member_id, alerts.c.asked_by, papers.c.member_id,
    papers.c.signer_id, papers.c.second_id, clock_marks.c.answered_by, holds.c.by, holds.c.lifted_by,
)  # fmt: skip


def lives(now: datetime) -> ColumnElement[bool]:
    """A hold that nobody has lifted, and whose end has not come."""
    return and_(holds.c.lifted_at.is_(None), or_(holds.c.until.is_(None), holds.c.until > now))


def worked_on_held(now: datetime) -> ColumnElement[bool]:
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
    own = select(holds.c.case_id).where(lives(now))
    both = select(reports.c.case_id.label("whole"), links.c.case_id.label("part")).where(
        links.c.report_id == reports.c.id, links.c.case_id == cases.c.id, cases.c.record == Record.STUB.value
    )
    linked = both.subquery()
    wholes = select(linked.c.whole).where(linked.c.part.in_(own))
    parts = select(linked.c.part).where(or_(linked.c.whole.in_(own), linked.c.whole.in_(wholes)))
    return union(own, wholes, parts)
