"""Words that the bot does not understand are never erased before somebody has read them, or eight days are over."""

from handlers.forgetting import purge
from tests.casework.forgotten import plain
from tests.casework.reporting.test_unclear_words import TORTURED, VAGUE, read, shown
from tests.casework.story_desk import Desk


async def test_nothing_is_erased_unread_before_eight_days_are_over(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(TORTURED)
    await desk.later(hours=24 * 7.9)
    assert TORTURED in await plain(desk)
    await olga.presses("Read")
    olga.sees(TORTURED)
    await desk.later(hours=23)
    assert TORTURED in await plain(desk)


async def test_unread_for_eight_days_it_is_erased(desk: Desk) -> None:
    _, olga = await shown(desk)
    await desk.later(hours=24 * 8.1)
    assert VAGUE not in await plain(desk)
    olga.sees_nothing_of("[Read]")


async def test_what_was_added_after_it_was_read_is_not_erased_with_it(desk: Desk) -> None:
    rita, olga = await read(desk)
    await desk.later(hours=1)
    await rita.writes("Dana Made-Up")  # too little to ring about
    await desk.later(hours=24)
    assert "Dana Made-Up" in await plain(desk)
    olga.sees("[Read]")
    olga.sees_nothing_of("Dana Made-Up")


async def test_what_was_added_while_it_waited_is_kept_for_eight_days_too(desk: Desk) -> None:
    rita, _ = await shown(desk)
    await desk.later(hours=1)
    await rita.writes("Dana Made-Up")
    await desk.later(hours=24 * 8 - 0.5)
    assert "Dana Made-Up" in await plain(desk)
    await desk.later(hours=1)
    assert "Dana Made-Up" not in await plain(desk)


async def test_the_night_erases_nothing_that_nobody_has_read(desk: Desk) -> None:
    await shown(desk)
    await desk.later(hours=30)
    async with desk.writing() as tx:
        await purge.forget_piece(tx, desk.service, 0)
    assert VAGUE in await plain(desk)


async def test_administrators_hear_each_day_how_many_wait_and_no_word_of_them(desk: Desk) -> None:
    admin = desk.administrator
    _, olga = await shown(desk)
    await desk.reports("something about other documents", name="Vera")
    await desk.later(hours=20)
    assert admin.count("no coordinator has read") == 0
    await desk.later(hours=6)
    assert admin.count("no coordinator has read: 2") == 1
    await desk.later(hours=24)
    assert admin.count("no coordinator has read: 2") == 2
    admin.sees_nothing_of("Timur", "documents")
    await olga.presses("Read 1", "Read 1")  # what waits stands first
    await desk.later(hours=24 * 2)
    assert admin.count("no coordinator has read") == 2


async def test_administrators_hear_at_once_if_no_coordinator_would(desk: Desk) -> None:
    await desk.reports(VAGUE)
    await desk.later(minutes=2)
    assert desk.administrator.count("no coordinator has read: 1") == 1


async def test_hide_takes_them_out_of_the_chat_and_not_away_from_coordinators(desk: Desk) -> None:
    rita, olga = await shown(desk)
    olga.rang()
    await rita.writes("/hide")
    assert rita.count("Timur") == 0
    await desk.later(minutes=4)
    assert olga.rang() == 1  # still until somebody reads it
    await desk.later(hours=48)
    await olga.presses("Read")
    olga.sees(VAGUE)
