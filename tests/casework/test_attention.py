"""Attention is bounded: however much happens, phones make few sounds, nothing is told later, and nothing falls silent."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.casework.desk import Desk, Person

HELD = "police took a man in Almaty"
EVENING = datetime(2018, 9, 17, 15, 0, tzinfo=UTC)  # 21:00 in Almaty


async def everybody(desk: Desk) -> dict[str, Person]:
    """All sorts of members: asked by the region's step, by the others, by several at once, and by none."""
    return {
        "lawyer": await desk.lawyer("Marat"),
        "second": await desk.lawyer("Saule"),
        "neighbour": await desk.lawyer("Igor", cities=("konaev",)),
        "listed": await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True),
        "lawyer and listed": await desk.lawyer("Dina", escalation=True),
        "coordinator": await desk.coordinator("Olga"),
        "on duty": await desk.coordinator("Vera", on_duty=True),
        "on duty and listed": await desk.coordinator("Aidar", on_duty=True, escalation=True),
        "administrator": desk.administrator,
    }


async def night(desk: Desk, hours: Sequence[float], until: float) -> dict[str, Person]:
    """Cases at these hours after nine in the evening, which nobody takes."""
    desk.now = EVENING
    people = await everybody(desk)
    passed = 0.0
    for number, hour in enumerate(hours):
        await desk.later(hours=hour - passed)
        passed = hour
        await desk.reports(HELD, name=f"Rita {number}")
    await desk.later(hours=until - passed)
    return people


@pytest.mark.parametrize("hours", [(0, 0, 0, 0), (0, 2.5, 5, 7.5), (0, 0.1, 4, 4.2)])
async def test_a_night_with_four_cases_that_nobody_takes(desk: Desk, hours: Sequence[float]) -> None:
    people = await night(desk, hours, until=11)
    came = {who: person.screen.came for who, person in people.items()}
    assert max(came.values()) <= 40, came
    assert min(n for who, n in came.items() if who != "administrator") >= 3, came


async def test_thirty_two_cases_in_eleven_hours_that_nobody_takes(desk: Desk) -> None:
    people = await night(desk, [number * 11 / 32 for number in range(32)], until=11)
    came = {who: person.screen.came for who, person in people.items()}
    assert max(came.values()) <= 120, came


async def test_forty_people_in_ten_minutes(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    vera = await desk.coordinator("Vera", on_duty=True)
    for number in range(40):
        unknown = number % 10 == 9  # one in ten does not say where
        await desk.reports("police took a man" if unknown else HELD, name=f"Rita {number}")
        if unknown:
            continue
        for lawyer in (
            marat,
            saule,
        ):  # no first alert later than before: it is on the screen in the same moment
            offer = (await desk.offers())[lawyer.name]
            assert lawyer.screen.has(f"accept:{offer.id}"), (number, lawyer.screen.text())
        await desk.later(minutes=0.25)
    assert marat.screen.rang <= 12
    assert saule.screen.rang <= 12
    assert olga.screen.rang <= 25
    assert vera.screen.rang <= 25


async def test_what_came_while_a_list_was_quiet_is_heard_when_that_time_is_over(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(4):
        await desk.reports(HELD, name=f"Rita {number}")
    marat.rang()
    await desk.later(minutes=0.5)
    await desk.reports(HELD, name="Vera")
    assert (marat.rang(), marat.count("5 open offers")) == (0, 1)
    await desk.later(minutes=2.5)
    assert (marat.rang(), marat.count("5 open offers")) == (1, 1)
    await desk.later(minutes=1.5)
    assert marat.rang() == 0  # nothing new


async def test_what_is_not_there_any_more_when_that_time_is_over_is_not_heard(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(5):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.later(minutes=0.1)
    await marat.presses("Take 5 · Almaty")
    marat.rang()
    await desk.later(minutes=4)
    assert marat.rang() == 0


async def test_cases_that_nobody_takes_are_one_card_that_sounds_ever_more_rarely(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    assert olga.rang() == 1
    olga.sees("No lawyer has taken this case.", "To ring:", "[✅ Lena takes it]")
    await desk.later(minutes=1)
    await desk.reports(HELD, name="Vera")
    assert olga.rang() == 0
    olga.sees("2 cases that nobody has taken.", (await desk.case(0)).code, (await desk.case(1)).code)
    heard = []
    for _ in range(24):
        await desk.later(minutes=10)
        heard.append(olga.rang())
    assert heard[0] == 1  # the second case, when the card had been quiet long enough
    assert 3 <= sum(heard[1:]) <= 6, heard
    assert olga.count("cases that nobody has taken") == 1
    await olga.presses((await desk.case(1)).code)
    olga.sees("No lawyer has taken this case.", (await desk.case(1)).code, "[✅ Lena takes it]")
    await olga.presses("Lena takes it")
    olga.sees("No lawyer has taken this case.", (await desk.case(0)).code)  # the only one left


async def test_who_rings_says_so_and_nobody_elses_phone_sounds_meanwhile(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    vera.rang()
    await olga.presses("I am ringing")
    vera.sees("📞 Olga is ringing")
    await desk.later(minutes=14)
    assert vera.rang() == 0
    await desk.later(minutes=2)
    vera.sees_nothing_of("is ringing")
    await desk.later(minutes=20)
    assert vera.rang() == 1


async def test_the_lawyers_of_the_region_are_asked_again_in_the_morning(desk: Desk) -> None:
    desk.now = EVENING
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    await desk.later(hours=10.9)
    marat.rang()
    await desk.later(hours=0.15)  # eight in the morning
    assert marat.rang() == 1
    assert (await desk.offers())["Marat"].state == "offered"


async def test_of_many_asks_in_a_moment_three_sound_and_all_are_there(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(6):
        rita = desk.person(f"Rita {number}")
        await rita.presses_data("report/situation:other")
        await rita.presses_data("report/place:unknown")
    assert olga.count("The place of this case is unknown") == 6
    asked = olga.rang()
    assert asked <= 4, asked  # and the card of what nobody has taken
    await desk.later(minutes=6)
    olga.rang()
    rita = desk.person("Vera")
    await rita.presses_data("report/situation:other")
    await rita.presses_data("report/place:unknown")
    assert olga.rang() >= 1


async def test_a_clock_that_was_ahead_and_is_put_back_silences_no_list(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(4):
        await desk.reports(HELD, name=f"Rita {number}")
    marat.rang()
    desk.now -= timedelta(hours=5)
    await desk.reports(HELD, name="Vera")
    assert marat.rang() == 1
