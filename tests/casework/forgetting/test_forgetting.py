"""A closed case is forgotten by its term: first that somebody was helped, then papers and files, then names and words."""

from datetime import timedelta
from typing import Any

import pytest

from core.digest.figures import figures_to_data
from core.forgetting.retention_terms import ForgettingStage
from core.model import Case
from handlers.cards import history
from handlers.daily import digest_figures
from handlers.forgetting import case_words, purge
from handlers.people import placeholders
from storage import timeline
from tests.casework.exported import exported
from tests.casework.forgotten import TOLD, WORDS, closed, nights, plain
from tests.casework.story_desk import Desk


async def test_after_a_month_nothing_says_who_helped_and_whose_chat_it_was_and_the_rest_stays(
    desk: Desk,
) -> None:
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
        assert report.address_id == (await placeholders.chat(tx, report.id)).id
        assert {a.member_id for a in await tx.alerts.by(case_id=case.id)} == {
            (await placeholders.member(tx)).id
        }
        assert await tx.cards.by(case_id=case.id) == []
        assert await tx.messages.by(address_id=chat.id) == []
        assert (await tx.entries.by(report_id=report.id)) != []
        assert await timeline.find_flaw(tx, case) is None
        kinds = {line.kind.value for line in await tx.timeline.by(case_id=case.id) if line.emptied is None}
        assert kinds == {"opened", "forgotten"}
    assert rita.screen.texts() == []
    marat.sees_nothing_of("Dana", "Roza", "Released")
    await olga.opens(case)
    olga.sees("Dana Made-Up")
    await olga.presses("History")
    olga.sees("Roza Made-Up")  # a note stays, not who wrote it
    olga.sees_nothing_of("Marat")


@pytest.mark.slow
async def test_whose_chat_it_was_is_deleted_when_nothing_leads_to_it_any_more(desk: Desk) -> None:
    _, _, rita = await closed(desk)
    chat = await desk.address(rita)
    await nights(desk, 31)
    await nights(desk, 40)
    async with desk.reading() as tx:
        assert await tx.addresses.get(chat.id) is None


@pytest.mark.slow
async def test_a_year_after_the_release_no_name_and_no_word_is_left_and_all_figures_are_as_before(
    desk: Desk,
) -> None:
    _, olga, _ = await closed(desk)
    case = await desk.case()
    await nights(desk, 31)
    figures, table = await _figures(desk, case), await exported(desk, "json", "days", as_of=desk.now)
    await nights(desk, 360)
    gone = await desk.case()
    assert set(gone.forgotten) == set(ForgettingStage)
    text = await plain(desk)
    for word in (*WORDS, "Roza", "a-photo"):
        assert word not in text
    assert await _figures(desk, gone) == figures
    again = await exported(desk, "json", "days", as_of=desk.now - timedelta(days=360))
    assert again.rows("days.csv") == table.rows("days.csv")
    for name in ("cases", "persons", "acts", "statuses", "sources", "links"):
        assert again.records(name) == table.records(name), name
    await olga.writes(f"/case {gone.code}")
    olga.sees(gone.code, "removed on")
    async with desk.reading() as tx:
        assert await timeline.find_flaw(tx, gone) is None
        shown = "\n".join(await history.history_lines(tx, desk.service, "en", gone))
    assert "removed by the retention rules" in shown
    assert "removed: names and words, by their term" in shown


@pytest.mark.slow
@pytest.mark.parametrize(("language", "gone"), [("ru", "удалены"), ("kk", "өшірілді")])
async def test_an_old_case_says_when_its_words_were_removed_in_the_readers_language(
    desk: Desk, language: str, gone: str
) -> None:
    _, olga, _ = await closed(desk)
    aliya = await desk.coordinator("Aliya", languages=(language,))
    case = await desk.case()
    await nights(desk, 400)
    for typed in (f"/case {case.code}", f"/paper {case.code}"):
        await aliya.writes(typed)
        assert gone in aliya.screen.texts()[-1]
    await olga.presses_data(f"reopen:{case.id}")
    olga.sees("removed on")
    assert (await desk.case()).state.value == "closed"
    await olga.writes("/case Dana Made-Up")
    olga.sees("Nothing found")


@pytest.mark.slow
@pytest.mark.parametrize(("outcome", "days"), [("False alarm", 31), ("Released", 361), ("Close", 1081)])
async def test_how_it_ended_says_how_long_its_names_stay(desk: Desk, outcome: str, days: int) -> None:
    await closed(desk, outcome) if outcome != "Close" else await _remanded(desk)
    await nights(desk, days - 2)
    assert (await desk.case()).forgotten_at is None
    await nights(desk, 2)
    assert (await desk.case()).forgotten_at is not None


async def _remanded(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(TOLD)
    await marat.presses("I'll take it", "Close…", "Remand")


async def test_a_case_that_is_open_is_never_forgotten(desk: Desk) -> None:
    await desk.lawyer("Marat")
    await desk.reports(TOLD)
    before = await desk.case()
    await nights(desk, 4000)
    assert await desk.case() == before
    async with desk.reading() as tx:
        assert "Dana" in str(await tx.entries.select())


@pytest.mark.slow
async def test_a_case_that_was_opened_again_is_a_case_as_before_and_its_terms_begin_anew(desk: Desk) -> None:
    _, olga, _ = await closed(desk)
    await nights(desk, 31)
    await olga.opens(await desk.case())
    await olga.presses("Open again")
    case = await desk.case()
    assert (case.state.value, case.forgotten) == ("open", ())
    await olga.presses("Released", "Released")
    await nights(desk, 350)
    assert (await desk.case()).forgotten == ("help",)


@pytest.mark.slow
async def test_a_purge_that_is_broken_off_goes_on_where_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_words, "PORTION", 2)
    _, _, rita = await closed(desk)
    await desk.reports("police took Beka Made-Up in Almaty", name="Sasha")
    for number in range(6):
        await rita.writes(f"more of it, number {number}")
    desk.now += timedelta(days=400)
    before = await desk.case(0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            await _killed_in_a_piece(desk)
    assert await desk.case(0) == before
    await nights(desk, 0)
    assert (await desk.case(0)).forgotten_at is not None
    async with desk.reading() as tx:
        left = str(await tx.entries.select())
    assert "Beka" in left
    assert "number" not in left


async def _killed_in_a_piece(desk: Desk) -> None:
    async with desk.writing() as tx:
        await purge.forget_piece(tx, desk.service, 0)
        raise ZeroDivisionError


@pytest.mark.slow
async def test_the_night_forgets_by_itself_and_an_old_database_does_so_at_its_start(desk: Desk) -> None:
    await closed(desk)
    async with desk.writing() as tx:
        await purge.schedule_night(tx, desk.service)
    desk.now += timedelta(days=400)  # nobody ran meanwhile
    await desk.later(minutes=2)
    assert (await desk.case()).forgotten_at is not None
    due = await desk.waits_until("forgetting")
    assert due is not None
    assert timedelta(0) < due - desk.now <= timedelta(days=1)


async def _figures(desk: Desk, case: Case) -> Any:
    async with desk.reading() as tx:
        counted = await digest_figures.count(tx, desk.service, None, case.opened_at + timedelta(hours=20))
    return figures_to_data(counted)
