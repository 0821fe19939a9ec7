"""Attention is bounded: however much happens, phones make few sounds, nothing is told later, and nothing falls silent."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from core.timeline import TimelineKind
from tests.casework.budgets import fifteen_days, told_and_taken
from tests.casework.scenes import EVENING, MOST, SCENES, bureau, counted, unanswered
from tests.casework.steering import BOUNDS
from tests.casework.story_desk import Desk

HELD = "police took a man in Almaty"
LONG = timedelta(hours=4)


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENES)
async def test_nobody_gets_more_than_this(desk: Desk, name: str) -> None:
    scene = SCENES[name]
    got = await counted(desk, scene)
    assert max(one.came for one in got.values()) <= scene.came, got
    assert max(one.densest for one in got.values()) <= scene.in_ten_minutes, got
    assert max(one.hour for one in got.values()) <= MOST, got
    assert max(one.rang for who, one in got.items() if "lawyer" in who) <= scene.in_a_night, got
    assert min(one.came for who, one in got.items() if who != "administrator") >= 1, (
        got
    )  # nobody is forgotten


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_reports_reads_little_until_somebody_has_it(desk: Desk, language: str) -> None:
    screen = (await told_and_taken(desk, language)).screen
    assert screen.came + screen.edited <= 7
    first_minutes = len(desk.service.words.say(language, "rights-first-minutes"))
    assert screen.characters <= 1020 + first_minutes
    assert len(next(iter(screen.messages.values())).text) <= 320 + first_minutes


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BOUNDS)
async def test_steering_takes_no_more_than_this(desk: Desk, name: str, language: str) -> None:
    act, most = BOUNDS[name]
    assert await act(desk, language) <= most


@pytest.mark.slow
async def test_a_case_of_fifteen_days_costs_its_lawyer_thirty_messages(desk: Desk) -> None:
    screen = (await fifteen_days(desk)).screen
    assert screen.came <= 30
    assert len(screen.sounds) <= 12


@pytest.mark.slow
async def test_nobody_is_asked_later_because_there_are_other_cases(desk: Desk) -> None:
    desk.now = EVENING
    people = await bureau(desk)
    await unanswered(desk, people, (0, 0.1, 4, 4.2), until=9)
    asked = []
    for number in range(4):
        case = await desk.case(number)
        async with desk.reading() as tx:
            lines = [
                line for line in await tx.timeline.by(case_id=case.id) if line.kind is TimelineKind.OFFERED
            ]
        asked.append([line.at - case.opened_at for line in lines if line.at - case.opened_at < LONG])
    assert len(set(asked[0])) > 4
    assert asked[1:] == asked[:1] * 3


@pytest.mark.slow
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


@pytest.mark.slow
async def test_what_is_not_there_any_more_when_that_time_is_over_is_not_heard(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(5):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.later(minutes=0.1)
    await marat.presses("Take 5 · Almaty")
    marat.rang()
    await desk.later(minutes=4)
    assert marat.rang() == 0


@pytest.mark.slow
async def test_cases_that_nobody_takes_are_one_card_that_sounds_ever_more_rarely(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    assert olga.rang() == 1
    olga.sees("No lawyer has taken this case.", "To call:", "[✅ Lena takes it]")
    await desk.later(minutes=1)
    await desk.reports(HELD, name="Vera")
    assert olga.rang() == 0
    olga.sees(
        "2 cases that nobody took in time",
        (await desk.case(0)).code,
        (await desk.case(1)).code,
    )
    heard = []
    for _ in range(24):
        await desk.later(minutes=10)
        heard.append(olga.rang())
    assert heard[0] == 1  # the second case, when the card had been quiet long enough
    assert 3 <= sum(heard[1:]) <= 6, heard
    assert olga.count("cases that nobody took in time") == 1
    await olga.presses_data(f"ring:{(await desk.case(1)).id}")
    olga.sees("No lawyer has taken this case.", (await desk.case(1)).code, "[✅ Lena takes it]")
    await olga.presses("Lena takes it")
    olga.sees("No lawyer has taken this case.", (await desk.case(0)).code)  # the only one left


async def test_who_rings_says_so_and_nobody_elses_phone_sounds_meanwhile(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    vera.rang()
    await olga.presses("I am calling")
    vera.sees("📞 Olga is calling")
    await desk.later(minutes=14)
    assert vera.rang() == 0
    await desk.later(minutes=2)
    vera.sees_nothing_of("is calling")
    await desk.later(minutes=20)
    assert vera.rang() == 1


@pytest.mark.slow
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


async def test_many_cases_that_nobody_takes_sound_at_steps_and_not_each(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    heard = []
    for number in range(9):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.later(minutes=4)
        heard.append(olga.rang())
    assert heard[:3] == [1, 1, 0], heard  # the third is no step
    assert sum(heard) <= 6, heard  # with the looks again at those that wait
    olga.sees("9 cases that nobody took in time")  # each is on the card at once
    await desk.reports("police took a man in Almaty, he is beaten and bleeding", name="Urgent")
    await desk.later(minutes=4)
    assert olga.rang() >= 1  # what is urgent always sounds
