"""A place that was shared, on the messenger's own map: for whoever sees the case whole, and as long as they do."""

import pytest

from tests.casework.story_desk import Desk, Person

LABEL = {"en": "📍 On a map", "ru": "📍 На карте", "kk": "📍 Картада"}


async def pinned(desk: Desk, language: str = "en") -> Person:
    """Marat has a case with a place that was shared, and has asked for the map."""
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.shares_place(43.24, 76.93)
    await rita.shares_place(43.26, 76.94)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await marat.presses(LABEL[language])
    return marat


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_newest_place_is_drawn_by_the_messenger_and_cannot_be_forwarded(
    desk: Desk, language: str
) -> None:
    marat = await pinned(desk, language)
    shown = list(marat.screen.messages.values())[-1]
    assert shown.place == (43.26, 76.94)
    assert shown.protect


async def test_it_is_taken_back_from_whoever_has_lost_the_case(desk: Desk) -> None:
    marat = await pinned(desk)
    await marat.presses("Give back")
    assert all(shown.place is None for shown in marat.screen.messages.values())


@pytest.mark.slow
async def test_it_goes_while_it_can_still_be_deleted(desk: Desk) -> None:
    marat = await pinned(desk)
    await desk.later(hours=45)
    assert any(shown.place is not None for shown in marat.screen.messages.values())
    await desk.later(hours=2)
    assert all(shown.place is None for shown in marat.screen.messages.values())


async def test_a_case_without_a_place_has_no_such_button_and_says_so(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.sees_nothing_of("On a map")
    await marat.presses_data(f"pin:{(await desk.case()).id}")
    assert marat.screen.texts()[-1] == "No place was shared in this case."


@pytest.mark.slow
async def test_whoever_does_not_see_the_case_gets_no_pin(desk: Desk) -> None:
    await pinned(desk)
    saule = await desk.lawyer("Saule")
    await saule.presses_data(f"pin:{(await desk.case()).id}")
    assert all(shown.place is None for shown in saule.screen.messages.values())
    saule.sees("This case is not shown to you")


async def test_where_it_was_is_not_readable_in_the_database(desk: Desk) -> None:
    await pinned(desk)
    async with desk.database.engine.connect() as connection:
        rows = (await connection.exec_driver_sql("select * from outbox")).all()
    assert "43.26" not in repr(rows)
