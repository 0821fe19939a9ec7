"""Duty on the real wire, on both databases: a crash between any two steps, and the evening's question by its own timer."""

import asyncio

import pytest

from tests.stories.citizens import all_cases
from tests.stories.sent_files import shown, stored
from tests.world.world import World

pytestmark = pytest.mark.slow

WEEK = {"kk": "/duty сс 9-18", "ru": "/duty вт 9-18", "en": "/duty tue 9-18"}
ASKED = {"kk": "Растайсыз ба?", "ru": "Подтверждаете?", "en": "Do you confirm?"}
CANNOT = {"kk": "Келе алмаймын", "ru": "Не смогу", "en": "I cannot"}
TAKE = {"kk": "Аламын", "ru": "Возьму", "en": "I take it"}
TAKEN = {"kk": "әріптесіңіз алды", "ru": "взял коллега", "en": "A colleague has taken your duty"}
HOURS = "18.09, 09:00–18:00"


@pytest.mark.parametrize("language", WEEK)
async def test_a_swap_goes_its_way_through_crashes_and_counts(world: World, language: str) -> None:
    marat = await world.member("Marat", languages=(language,))
    saule = await world.member("Saule", languages=(language,))
    for one, week in ((marat, WEEK[language]), (saule, "/duty mon 9-18")):
        await one.writes(week)
        await world.settle()
        await world.restart()
    await world.fast_forward(hours=7)  # Monday, 19:00 in Almaty
    await marat.expects(ASKED[language], HOURS)
    await world.restart()
    await marat.taps(CANNOT[language])
    await world.settle()
    await world.restart()
    await saule.taps(TAKE[language])
    await world.settle()
    await marat.expects(TAKEN[language], HOURS)
    await world.restart()
    await world.fast_forward(hours=17)  # Tuesday, noon
    citizen = await world.person("Aigul", "en")
    await citizen.writes("police took a man in Almaty")
    await world.settle()
    (case,) = await all_cases(world)
    async with world.app.database.read(world.clock.now()) as tx:
        (alert,) = await tx.alerts.by(case_id=case.id)
        asked = await tx.members.get(alert.member_id)
    assert asked is not None
    assert asked.name == "Saule"


async def test_of_ten_who_take_it_in_one_instant_one_has_it_and_the_others_are_told(world: World) -> None:
    giver = await world.member("Marat", languages=("en",))
    await giver.writes("/duty tue 9-18")
    others = [await world.member(f"Lawyer {n}", languages=("en",)) for n in range(10)]
    for one in others:
        await one.writes("/duty mon 9-18")
    await world.settle()
    await giver.writes("/duty not tomorrow")
    await world.settle()
    await asyncio.gather(*(one.taps("I take it") for one in others))
    await world.settle()
    won = [one for one in others if "You are on duty in a colleague's place" in await one.transcript()]
    told = [
        one for one in others if "Another colleague has taken this duty already" in await one.transcript()
    ]
    assert (len(won), len(told)) == (1, 9)
    async with world.app.database.read(world.clock.now()) as tx:
        members = await tx.members.select()
    assert sum(len(m.duty.overrides) for m in members if m.duty and m.name != "Marat") == 1


async def test_the_file_for_the_calendar_arrives(world: World) -> None:
    marat = await world.member("Marat", languages=("en",))
    await marat.writes("/duty fri 22-6")
    await world.settle()
    await marat.writes("/duty")
    await world.settle()
    await marat.taps("File for a calendar")
    await world.settle()
    (message,) = await shown(marat)
    assert "Your calendar: 8. Duty of eight weeks, and hearings" in message.text
    content = stored(world, message).content
    assert content.count(b"BEGIN:VEVENT") == 8
    assert b"DTSTART:20180921T160000Z" in content
