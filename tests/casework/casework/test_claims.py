"""What was said stays with who said it: through corrections, through a digest, and when a report is linked elsewhere."""

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import Fact, ReportLink
from core.model import Case
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from storage.transaction import Transaction
from tests.casework.story_desk import Desk

HELD = "police took two people in Almaty"


async def test_a_better_spelling_keeps_the_person_and_both_stay_in_the_history(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("Dinara Vydumnaya, Erlan Pridumanny")
    async with desk.reading() as tx:
        before = await view_of(tx, await desk.case())
    await rita.writes("/back", "Dinara Vydumannaya, Erlan Pridumanny")
    async with desk.reading() as tx:
        after = await view_of(tx, await desk.case())
    first, second = after.persons
    assert [person.id for person in before.persons] == [first.id, second.id]
    assert (first.names, second.names) == (("Dinara Vydumannaya",), ("Erlan Pridumanny",))
    assert [fact.value for fact in after.history("name", first.id)] == [
        "Dinara Vydumnaya",
        "Dinara Vydumannaya",
    ]
    assert len(after.history("name", second.id)) == 1  # only what changed is a claim


async def test_a_person_who_is_not_named_any_more_is_taken_back_and_the_count_follows(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("Dinara Vydumannaya, Erlan Pridumanny")
    assert (await desk.case()).identified == 2
    await rita.writes("/back", "Erlan Pridumanny")
    assert (await desk.case()).identified == 1


async def test_what_a_report_says_moves_with_its_link_and_comes_back_exactly(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("at the made-up gate", "Dinara Vydumannaya, Erlan Pridumanny")
    await desk.reports("police took a man in Astana", name="Vera")
    first, second = await desk.case(0), await desk.case(1)
    async with desk.writing() as tx:
        await _link(tx, desk, second, first)
    async with desk.reading() as tx:
        fed = await tx.cases.get(first.id)
        empty = await tx.cases.get(second.id)
        assert fed is not None
        assert empty is not None
        assert len(_all_of(await view_of(tx, fed), "situation")) == 2
        assert (empty.city, empty.identified) == (None, 0)
    async with desk.writing() as tx:
        await _link(tx, desk, first, second)
    assert [await desk.case(0), await desk.case(1)] == [first, second]


def _all_of(view: CaseView, kind: str) -> list[Fact]:
    fact = view.fact(kind)
    assert fact is not None
    return [fact, *fact.others]


async def _link(tx: Transaction, desk: Desk, old: Case, new: Case) -> None:
    """The newest report of a case feeds another from now on, as a coordinator will be able to say."""
    report = (await tx.reports.select())[-1]
    for link in await tx.links.by(report_id=report.id):
        if link.ended_at is None:
            tx.links.put(replace(link, ended_at=tx.now))
    tx.links.add(ReportLink(tx.new_id(), report.id, new.id, 7, tx.now, "same"))
    tx.reports.put(replace(report, case_id=new.id))
    for case in (old, new):
        await facts.record(tx, desk.service, case)
