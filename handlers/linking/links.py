"""Reports are linked to another case, and come back: one tap each way, and exactly. Never by itself."""

from msgspec.structs import replace

from bot.core.casework import linking
from bot.core.casework.claims import Link
from bot.core.casework.linking import UNDONE, is_stub
from bot.core.matching.people import Spelt, paired
from bot.core.model import Case, Member
from bot.core.timeline import Line
from handlers.cards.case_view import view_of
from handlers.casework import emptied, facts, name_index
from handlers.clocks import following
from handlers.linking import told
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction


async def join(
    tx: Transaction,
    service: Service,
    case: Case,
    into: Case,
    by: Member,
    *,
    rule: str,
    score: float | None = None,
) -> Case:
    """All reports of a case feed another from now on; it is left as a stub."""
    reports = await tx.reports.by(case_id=case.id)
    assert case.id != into.id
    assert not is_stub(into)
    before = await told.known(tx, into)
    was = case = await _fresh(tx, case)
    same = paired(await _people(tx, service, case), await _people(tx, service, into))
    for report in reports:
        (old,) = [one for one in await tx.links.by(report_id=report.id) if one.ended_at is None]
        said = {one.person_id for one in await tx.claims.by(report_id=report.id) if one.person_id is not None}
        tx.links.put(replace(old, ended_at=tx.now))
        persons = linking.begun(old, same, said)
        tx.links.add(Link(tx.new_id(), report.id, into.id, by.id, tx.now, rule, score, persons=persons))
        tx.reports.put(replace(report, case_id=into.id))
    case, into = await facts.note(tx, service, case), await facts.note(tx, service, into)
    details = {"case": case.id, "code": case.code, "rule": rule, "score": score}
    await timeline.append(tx, into.id, by.id, Line.LINKED, details)
    await emptied.linked_away(tx, service, case, into, by, rule=rule, score=score)
    moved = [found for one in reports if (found := await tx.reports.get(one.id)) is not None]
    await told.linked(tx, service, was, into, moved, before)
    following.look_now(tx, into)
    name_index.look_for_the_same(tx, into)
    return await _fresh(tx, into)


async def unlink(tx: Transaction, service: Service, link_id: int, by: Member) -> Case | None:
    """What was linked together with this feeds the case again that it fed before; None if nothing is to be undone."""
    link = await tx.links.get(link_id)
    into = await tx.cases.get(link.case_id) if link is not None else None
    links = await _links_of(tx, into) if into is not None else []
    ends = linking.together(links, link) if link is not None else []
    came = {one.report_id: linking.before(links, one) for one in ends}
    case = await tx.cases.get(next((old.case_id for old in came.values() if old is not None), 0))
    if case is None or into is None or into.forgotten_at is not None:
        return None
    stub, before = is_stub(case), await told.known(tx, into)
    for one in ends:
        old, report = came[one.report_id], await tx.reports.get(one.report_id)
        assert old is not None
        assert report is not None
        tx.links.put(replace(one, ended_at=tx.now))
        again = Link(tx.new_id(), report.id, case.id, by.id, tx.now, UNDONE, old.score, persons=old.persons)
        tx.links.add(again)
        tx.reports.put(replace(report, case_id=case.id))
    case, into = await facts.note(tx, service, case), await facts.note(tx, service, into)
    details = {"case": case.id, "code": case.code}
    await timeline.append(tx, into.id, by.id, Line.PARTED, details)
    if stub:
        await emptied.unlinked(tx, service, case, into, by)
    else:
        await timeline.append(tx, case.id, by.id, Line.LINKED, {"case": into.id, "code": into.code})
    moved = [found for one in ends if (found := await tx.reports.get(one.report_id)) is not None]
    await told.parted(tx, service, await _fresh(tx, case), into, moved, before)
    return await _fresh(tx, case)


async def _people(tx: Transaction, service: Service, case: Case) -> list[Spelt]:
    view = await view_of(tx, case)
    known = name_index.known_of(service, case, view)
    return [(person, one) for person, one in known if person is not None]


async def _links_of(tx: Transaction, case: Case) -> list[Link]:
    """All of the reports that feed it."""
    return [
        link
        for report in await tx.reports.by(case_id=case.id)
        for link in await tx.links.by(report_id=report.id)
    ]


async def _fresh(tx: Transaction, case: Case) -> Case:
    found = await tx.cases.get(case.id)
    assert found is not None
    return found
