"""The machine's clock jumps, clocks are changed for the summer, the hour of the digest passes while nobody is there."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from core.traffic import Lane
from playground.phone import Phone
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot, reader, tells, until
from tests.world.world import World

pytestmark = pytest.mark.slow

REPORT = "кого-то задержали в Алматы"
DAY = timedelta(days=1)
POLICY = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 10.0
times = 4
"""
JUMPS = (timedelta(minutes=3), DAY, 400 * DAY) if SCALE.long else (DAY,)


async def asked(world: World, lawyers: list[Phone]) -> int:
    return sum([bool(await from_bot(lawyer, "Алматы")) for lawyer in lawyers])


@pytest.mark.world(config=POLICY)
@pytest.mark.parametrize("jump", JUMPS, ids=str)
@pytest.mark.parametrize("restarted", [False, True], ids=["running", "restarted"])
async def test_a_clock_that_was_ahead_and_is_put_right_does_not_stop_the_search_for_a_lawyer(
    world: World, jump: timedelta, restarted: bool
) -> None:
    lawyers = [await world.member(f"Lawyer {number}") for number in range(4)]
    citizen = await world.person("Aigul", "ru")
    world.clock.move_to(world.clock.now() + jump)
    await citizen.writes(REPORT)
    await world.settle()
    assert await asked(world, lawyers) == 1
    if restarted:
        await world.fast_forward(minutes=1.1)
        await world.crash()
        world.clock.move_to(world.clock.now() - jump)
        await world.start_bot()
    else:
        world.clock.move_to(world.clock.now() - jump)
    for _ in range(12):
        await world.fast_forward(minutes=1)
    assert await asked(world, lawyers) == 2, "nobody was asked after the clock was put right"
    assert len(await from_bot(world.administrator, "went back by")) == 1


async def test_a_clock_that_jumps_ahead_loses_nothing(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await world.settle()
    world.clock.jump(400 * DAY)
    await citizen.writes("ещё слова")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        said = [entry.payload["text"] for entry in await tx.entries.select() if "text" in entry.payload]
    assert said == [REPORT, "ещё слова"]
    assert await from_bot(lawyer, "Алматы")
    assert len(await from_bot(world.administrator, "went ahead", "deleted")) == 1


async def test_what_waits_for_its_next_attempt_does_not_wait_for_a_wrong_time(world: World) -> None:
    citizen = await reader(world, "Aigul")
    world.clock.move_to(world.clock.now() + DAY)
    await world.playground.fails("error_500", times=None, chat=citizen)
    await tells(world, citizen, "words", Lane.REPLY)
    await until(world, failed(world, 4))
    await world.settle()
    await world.playground.heals()
    assert await from_bot(citizen) == []
    world.clock.move_to(world.clock.now() - DAY)
    for _ in range(4):
        await world.fast_forward(minutes=0.5)
    assert [one.text for one in await from_bot(citizen)] == ["words"]


def failed(world: World, times: int) -> Callable[[], Awaitable[bool]]:
    """Whether so many sends have failed."""

    async def look() -> bool:
        return await world.playground.fault_hits() >= times

    return look
