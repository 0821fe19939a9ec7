"""In the quiet hours of the place where a member works, what can wait until the morning makes no sound. Alerts always do."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tests.casework.story_desk import Desk

HELD = "police took a man in Almaty"
LATE = datetime(2018, 9, 17, 16, 30, tzinfo=UTC)  # in Almaty half past ten at night, in Aktau an hour earlier
EARLY = datetime(2018, 9, 18, 1, 30, tzinfo=UTC)  # half past seven, and half past six
DAY = datetime(2018, 9, 18, 4, 0, tzinfo=UTC)


async def sounds(desk: Desk, at: datetime, *cities: str) -> int:
    """How often a coordinator of these places hears of words after a case was closed, at this moment; they come anyway."""
    olga = await desk.coordinator(cities=cities)
    marat = await desk.lawyer("Marat")
    desk.now = at
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Close…", "Fine")
    olga.rang()
    await rita.writes("he forgot his coat there")
    olga.sees("The reporter of a closed case has written again")
    return olga.rang()


@pytest.mark.parametrize(
    ("at", "cities", "heard"),
    [
        (LATE, ("almaty",), 0),
        (LATE, ("aktau",), 1),  # there it is not ten yet
        (LATE, ("aktau", "almaty"), 1),  # the first place counts
        (LATE, ("a-town-of-an-earlier-version", "aktau"), 1),
        (LATE, ("mangystau-region",), 1),
        (LATE, (), 0),  # everywhere: the organisation's
        (EARLY, ("almaty",), 0),
        (DAY, ("almaty",), 1),
    ],
)
async def test_quiet_hours_are_those_of_the_first_place(
    desk: Desk, at: datetime, cities: tuple[str, ...], heard: int
) -> None:
    assert await sounds(desk, at, *cities) == heard


async def test_an_organisation_may_have_none(desk: Desk) -> None:
    desk.service = replace(desk.service, quiet=None)
    assert await sounds(desk, LATE, "almaty") == 1


async def test_an_alert_is_heard_at_any_hour(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    desk.now = LATE
    await desk.reports(HELD)
    assert marat.rang() == 1
    await desk.reports("police took a man", name="Vera")
    await desk.later(minutes=2)
    assert olga.rang() == 1  # where it is, is not known


async def test_whoever_waits_for_an_answer_is_heard_at_any_hour(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    desk.now = LATE
    rita = await desk.reports(HELD)
    olga.rang()
    await rita.writes("nobody has come or called")
    olga.sees("nobody has come or called")
    assert olga.rang() == 1
