"""Every case with all that is known of it, portion by portion, out of one snapshot. Nothing is kept of what was read.

Kinds of claims that stand in no record (whom to phone, notes, who may be written to) are not even opened; without a permit
names and typed words are not either: that there are some is all that is told.
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, select

from bot.core.casework.claims import Claim, Link, linked
from bot.core.casework.linking import Fed, fed, of_case
from bot.core.casework.rules import NEVER
from bot.core.exporting.scope import Scope
from bot.core.exporting.told import READ, SHUT, Loaded
from storage import bulk, layout
from storage.bulk import among
from storage.schema import cases
from storage.transaction import Transaction

T = TypeVar("T")
PORTION = 300  # cases: what is opened of them takes some ten megabytes


class Opened(NamedTuple):
    """What is read of a case itself: everything else follows from its claims."""

    id: int
    code: str
    opened_at: datetime


async def every(tx: Transaction, scope: Scope) -> AsyncIterator[list[Loaded]]:
    """In the order in which they were opened, those that the scope means."""
    last = 0
    wanted = select(cases.c.id, cases.c.code, cases.c.opened_at).where(*_meant(scope))
    while True:
        found = await tx.execute(wanted.where(cases.c.id > last).order_by(cases.c.id).limit(PORTION))
        portion = [Opened(row.id, row.code, row.opened_at) for row in found]
        if not portion:
            return
        last = portion[-1].id
        yield await _loaded(tx, portion, scope)


async def count(tx: Transaction, scope: Scope) -> int:
    """How many cases there will be."""
    return await tx.cases.count(*_meant(scope))


def _meant(scope: Scope) -> list[ColumnElement[bool]]:
    where = [cases.c.opened_at <= scope.as_of]
    if scope.opened_from is not None:
        where.append(cases.c.opened_at >= scope.opened_from)
    if scope.opened_before is not None:
        where.append(cases.c.opened_at < scope.opened_before)
    return where


async def _loaded(tx: Transaction, portion: Sequence[Opened], scope: Scope) -> list[Loaded]:
    ids = [case.id for case in portion]
    links = _by(await among(tx, layout.LINKS, "case_id", ids), "case_id")
    belonging = _by(await among(tx, layout.INCIDENT_LINKS, "case_id", ids), "case_id")
    then = await _fed(tx, links, portion, scope.as_of)
    now = await _fed(tx, links, portion, NEVER) if scope.full else then
    of = [*then.values(), *now.values()] if scope.full else [*then.values()]
    told = sorted({report for one in of for report in one.reports})
    reports = {report.id: report for report in await among(tx, layout.REPORTS, "id", told)}
    cases_told = {*ids, *(stub for one in of for stub in one.stubs)}
    by_report = _by(await _claims(tx, "report_id", told, scope), "report_id")
    by_case = _by(await _claims(tx, "case_id", cases_told, scope), "case_id")
    found = []
    for case in portion:
        before = then[case.id]
        claims = _of_one(by_report, by_case, case.id, before)
        since = claims if now[case.id] == before else _of_one(by_report, by_case, case.id, now[case.id])
        known = [reports[report] for report in sorted(before.reports) if report in reports]
        found.append(Loaded(*case, claims, since, known, links.get(case.id, ()), belonging.get(case.id, ())))
    return found


async def _claims(tx: Transaction, column: str, ids: Collection[int], scope: Scope) -> list[Claim]:
    return await bulk.claims(tx, column, sorted(ids), READ, {} if scope.full else SHUT)


def _of_one(
    by_report: Mapping[int, Sequence[Claim]], by_case: Mapping[int, Sequence[Claim]], case_id: int, of: Fed
) -> list[Claim]:
    claims = [*by_case.get(case_id, ())]
    for report in sorted(of.reports):
        claims += by_report.get(report, ())
    for stub in sorted(of.stubs):
        claims += by_case.get(stub, ())
    return of_case(claims, case_id, of)


async def _fed(
    tx: Transaction, links: Mapping[int, Sequence[Link]], portion: Sequence[Opened], moment: datetime
) -> dict[int, Fed]:
    """What fed each case at a moment. Most have one report, of which nothing more is read."""
    found, several = {}, dict[int, set[int]]()
    for case in portion:
        reports = linked(links.get(case.id, ()), case.id, moment)
        if len(reports) > 1:
            several[case.id] = reports
        else:
            found[case.id] = Fed(frozenset(reports))
    told = {report for reports in several.values() for report in reports}
    of_reports = await among(tx, layout.LINKS, "report_id", sorted(told))
    opened = {link.case_id for link in of_reports} | several.keys()
    known = {link.id: link for link in of_reports}
    known |= {link.id: link for link in await among(tx, layout.LINKS, "case_id", sorted(opened))}
    by_case, by_report = _by(known.values(), "case_id"), _by(known.values(), "report_id")
    for id, reports in several.items():
        mine = {link.id: link for report in reports for link in by_report.get(report, ())}
        near = {id, *(link.case_id for link in mine.values())}
        mine |= {link.id: link for one in near for link in by_case.get(one, ())}
        found[id] = fed(mine.values(), id, moment)
    return found


def _by(rows: Iterable[T], column: str) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        key = getattr(row, column)
        if key is not None:
            found[key].append(row)
    return found
