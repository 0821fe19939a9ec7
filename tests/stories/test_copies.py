"""A sending without an answer is repeated, and both may have arrived: the copy that nobody tracks does not stay."""

import pytest

from core.presentation import Presentation
from core.traffic import Lane
from playground.phone import Phone
from tests.stories.faults import from_bot, tells
from tests.stories.staff import PATIENT, reports, says, taps
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"


async def is_told_twice(world: World, person: Phone, *, times: int = 1) -> None:
    """The next message to somebody arrives, and the bot does not learn so."""
    await world.settle()
    await world.playground.fails("close_after", times=times, methods=("sendMessage",), chat=person)


@pytest.mark.world(config=PATIENT)
async def test_a_lawyer_who_got_a_case_twice_keeps_one_and_loses_it_when_it_is_given_back(
    world: World,
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await is_told_twice(world, lawyer)
    await taps(world, lawyer, "I'll take it")
    await world.fast_forward(seconds=30)
    assert len(await from_bot(lawyer, "Made-Up")) == 2
    await taps(world, lawyer, "Contacted")
    await world.fast_forward(minutes=11)
    assert len(await from_bot(lawyer, "Made-Up")) == 1
    await taps(world, lawyer, "Give back")
    assert await from_bot(lawyer, "Made-Up") == []


@pytest.mark.world(config=PATIENT)
async def test_given_back_at_once_the_copy_goes_all_the_same(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await is_told_twice(world, lawyer, times=3)
    await taps(world, lawyer, "I'll take it")
    await world.fast_forward(minutes=1)
    await taps(world, lawyer, "Give back")
    assert len(await from_bot(lawyer, "Made-Up")) == 3
    await world.fast_forward(minutes=11)
    assert await from_bot(lawyer, "Made-Up") == []


async def test_a_receipt_that_came_twice_is_there_once(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await is_told_twice(world, citizen)
    await says(world, citizen, HELD)
    await world.fast_forward(seconds=30)
    assert len(await from_bot(citizen, "Your code")) == 2
    await says(world, citizen, "he is 16 years old")
    shown = [m.id for m in await citizen.shown()]
    (copy, _) = [m.id for m in await from_bot(citizen, "Your code")]
    await world.fast_forward(minutes=11)
    assert len(await from_bot(citizen, "Your code")) == 1
    assert [m.id for m in await citizen.shown() if m.id in shown] == [n for n in shown if n != copy]


async def test_others_who_write_at_that_time_lose_nothing(world: World) -> None:
    citizen, other = await world.person("Rita", "en"), await world.person("Sara", "en")
    await citizen.starts()
    await is_told_twice(world, citizen)
    await says(world, citizen, HELD)
    await says(world, other, "police took Asan in Almaty", "he is beaten", "in the department")
    await world.fast_forward(seconds=30)
    before = [m.id for m in await other.shown()]
    await world.fast_forward(minutes=9, seconds=45)
    assert len(await from_bot(citizen, "Your code")) == 1
    assert [m.id for m in await other.shown()] == before


async def test_what_administrators_are_told_past_the_outbox_is_no_copy(world: World) -> None:
    administrator = world.administrator
    await is_told_twice(world, administrator)
    await tells(world, administrator, "one", Lane.NEWS)
    await world.fast_forward(seconds=30)
    await world.app.telegram.send(str(administrator.id), Presentation("the disk is full"))
    await tells(world, administrator, "two", Lane.NEWS)
    await world.fast_forward(minutes=11)
    assert len(await from_bot(administrator, "the disk is full")) == 1
