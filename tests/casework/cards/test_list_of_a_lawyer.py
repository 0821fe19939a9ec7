"""The list of a lawyer's open offers and own cases: what stands in it, line by line."""

import pytest

from tests.casework.cards.test_bundled_offers import of_one_place
from tests.casework.desk.test_lists_of_many_cases import flood
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def many(desk: Desk) -> Person:
    """A lawyer who is asked about four cases, of which one chat has told three."""
    await desk.coordinator()
    marat = await desk.lawyer("Marat")
    await flood(desk, 1, 4)
    await desk.reports(HELD)
    return marat


@pytest.mark.slow
async def test_what_one_chat_told_is_one_line_and_what_others_told_is_whole(desk: Desk) -> None:
    marat = await many(desk)
    one, last = (await desk.case(0)).code, (await desk.case()).code
    line = f"🟠 {one} · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔ · 3 of one chat"
    shown = marat.sees("4 open offers:")
    head = "4 open offers:\nMost urgent first, then those that wait longest."
    assert f"{head}\n\n{line}\n\n4. {last}\n" in shown
    assert "[3 of one chat]\n[✅ Take 4 · Almaty] [4: I can't]" in shown


async def test_whose_membership_ends_reads_nothing_of_any_case(desk: Desk) -> None:
    marat = await many(desk)
    await desk.suspends(marat)
    marat.sees_nothing_of("open offer", "Almaty", (await desk.case()).code)
    assert marat.count("Your membership is suspended.") == 4


@pytest.mark.slow
async def test_where_nothing_is_offered_any_more_it_says_so_above_the_own_cases(desk: Desk) -> None:
    marat = await many(desk)
    for number in (0, 1, 2, -1):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    assert "No open offers.\n\nYour cases (4):\nWaiting longest first.\n🟠" in marat.sees("Your cases")
    assert marat.sees("Your cases").count("Almaty") == 4


async def test_offers_of_one_place_stand_apart_from_what_is_above_them(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await of_one_place(desk, 2)
    await marat.writes("/cases")
    assert "2 open offers:\n\n📌 2 offers of one place" in marat.sees("open offers")


async def test_a_lawyer_with_another_clock_reads_whose_time_it_is(desk: Desk) -> None:
    saule = await desk.lawyer("Saule", cities=("aktau", "almaty"))
    await desk.reports(HELD)
    await saule.writes("/cases")
    assert "reported 17.09 12:00 UTC+6 ·" in saule.sees("1 open offer:")
