"""A closed case is forgotten by its term: first that somebody was helped, then papers and files, then names and words."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.casework.describe import describe
from bot.core.digest.figures_data import to_data
from bot.core.forgetting.terms import Stage, Terms
from bot.core.model import Case
from handlers.cards import history
from handlers.daily import counting
from handlers.forgetting import night
from handlers.people import nobody
from storage import timeline
from storage.purge import bytes as files_of_nobody
from storage.schema import holds
from tests.casework.desk import Desk, Person
from tests.casework.exported import exported

TOLD = "police took Dana Made-Up in Almaty near the old theatre at 14:00 today, her sister +7 701 123 45 67"
WORDS = ("Dana", "theatre", "7011234567", "sister")


async def closed(desk: Desk, outcome: str = "Released") -> tuple[Person, Person, Person]:
    """Marat took the case, Rita heard of it and sent a photo, and it is over."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(TOLD)
    await rita.allows_news()
    await rita.sends("a-photo", "at the old theatre")
    await marat.presses("I'll take it")
    await marat.presses("Contacted")
    await marat.writes("Her mother Roza Made-Up waits outside")
    await marat.presses(outcome, outcome)
    return marat, olga, rita


async def nights(desk: Desk, days: int) -> None:
    """So many days later, and the nights between are over. Whatever else is due then is left: it is not of these stories."""
    desk.now += timedelta(days=days)
    after: int | None = 0
    while after is not None:
        async with desk.writing() as tx:
            after = await night.piece(tx, desk.service, after)
    await files_of_nobody.delete(desk.database, desk.now)


async def plain(desk: Desk) -> str:
    """Everything that the database holds, opened."""
    async with desk.reading() as tx:
        rows: list[Any] = []
        for table in (tx.addresses, tx.members, tx.reports, tx.entries, tx.dialogues, tx.claims, tx.outgoing):
            rows += await table.select()  # type: ignore[attr-defined]
        for line in await tx.timeline.select():
            rows.append(line)
        rows += [*await tx.files.select(), *await tx.papers.select(), *await tx.holds.select()]
        return repr(rows)


async def test_after_a_month_nothing_says_who_helped_and_whose_chat_it_was_and_the_rest_stays(desk: Desk) -> None:
    marat, olga, rita = await closed(desk)
    before = await desk.case()
    chat = await desk.address(rita)
    await nights(desk, 31)
    case = await desk.case()
    assert case.forgotten == ("help",)
    assert (case.owner_id, case.accepted_at) == (None, before.accepted_at)
    async with desk.reading() as tx:
        report = await desk.report()
        assert report.receipt_lookup is None
        assert report.address_id == (await nobody.chat(tx)).id
        assert {a.member_id for a in await tx.alerts.by(case_id=case.id)} == {(await nobody.member(tx)).id}
        assert await tx.cards.by(case_id=case.id) == []
        assert await tx.messages.by(address_id=chat.id) == []
        assert (await tx.entries.by(report_id=report.id)) != []
        assert await timeline.flaw(tx, case) is None
        kinds = {line.kind.value for line in await tx.timeline.by(case_id=case.id) if line.emptied is None}
        assert kinds == {"opened", "closed", "forgotten"}
    assert rita.screen.texts() == [TOLD] or not any("lawyer" in text for text in rita.screen.texts())
    marat.sees_nothing_of("Dana", "Roza", "Released")
    await olga.opens(case)
    olga.sees("Dana Made-Up")


async def test_whose_chat_it_was_is_deleted_when_nothing_leads_to_it_any_more(desk: Desk) -> None:
    _, _, rita = await closed(desk)
    chat = await desk.address(rita)
    await nights(desk, 31)
    await nights(desk, 40)
    async with desk.reading() as tx:
        assert await tx.addresses.get(chat.id) is None


async def test_a_year_after_the_release_no_name_and_no_word_is_left_and_all_figures_are_as_before(
    desk: Desk,
) -> None:
    _, olga, _ = await closed(desk)
    case, day = await desk.case(), date(2018, 9, 17)
    await nights(desk, 31)
    figures, table = await _figures(desk, case), await exported(desk, "json", "days", as_of=desk.now)
    await nights(desk, 360)
    gone = await desk.case()
    assert set(gone.forgotten) == set(Stage)
    text = await plain(desk)
    for word in (*WORDS, "Roza", "a-photo"):
        assert word not in text
    assert await _figures(desk, gone) == figures
    again = await exported(desk, "json", "days", as_of=desk.now - timedelta(days=360))
    assert again.rows("days.csv") == table.rows("days.csv")
    for name in ("cases", "persons", "acts", "statuses", "sources", "links"):
        assert again.records(name) == table.records(name), name
    assert day
    await olga.writes(f"/case {gone.code}")
    olga.sees(gone.code, "removed on")
    async with desk.reading() as tx:
        assert await timeline.flaw(tx, gone) is None
        shown = "\n".join(await history.lines(tx, desk.service, "en", gone))
    assert "removed by the retention rules" in shown
    assert "removed: names and words, by their term" in shown


async def _figures(desk: Desk, case: Case) -> Any:
    async with desk.reading() as tx:
        counted = await counting.count(tx, desk.service, None, case.opened_at + timedelta(hours=20))
    return to_data(replace(counted, known_at=case.opened_at)) if hasattr(counted, "known_at") else to_data(counted)
