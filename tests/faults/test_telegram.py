"""Telegram is away for an hour, refuses in storms, loses answers after it accepted, or serves a second bot."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot import app as program
from bot.config.sections import Storage
from bot.config.settings import load
from playground.limits import Limits
from playground.phone import Phone
from storage.schema import outbox
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot, shows, until
from tests.world.world import World

pytestmark = pytest.mark.slow

PEOPLE = SCALE.storm_people
WIDE = """
[limits]
per_second = 300.0
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 600.0
"""


def report(number: int) -> str:
    return f"в алматы задержали человека у дома {number}"


async def crowd(world: World) -> tuple[list[Phone], list[Phone]]:
    """As many lawyers as citizens, so that nobody gets a list."""
    lawyers = [await world.member(f"Lawyer {n}") for n in range(PEOPLE)]
    citizens = [await world.person(f"Citizen {n}", "ru") for n in range(PEOPLE)]
    await world.settle()
    return lawyers, citizens


async def all_are_kept(
    world: World, citizens: list[Phone], lawyers: list[Phone], *, repeats: bool = False
) -> None:
    """Each report once, each case alerted and shown to a lawyer, everybody answered."""
    async with world.app.database.read(world.clock.now()) as tx:
        said = Counter(str(entry.payload.get("text")) for entry in await tx.entries.select())
        cases, alerts = await tx.cases.select(), await tx.alerts.select()
        failed = await tx.outgoing.count(outbox.c.state == "failed")
        waiting = await tx.outgoing.count(outbox.c.state.in_(("waiting", "leased")))
    assert said == Counter(report(n) for n in range(PEOPLE))
    assert {alert.case_id for alert in alerts} == {case.id for case in cases}
    assert (len(cases), failed, waiting) == (PEOPLE, 0, 0)
    cards = [await from_bot(lawyer, "Алматы") for lawyer in lawyers]
    answers = [await from_bot(citizen, "+7 727 000 00 00") for citizen in citizens]
    assert all(answers)
    if repeats:
        assert sum(map(len, cards)) >= PEOPLE
    else:
        assert sum(map(len, cards)) == PEOPLE
        assert all(len(one) == 1 for one in answers)


@pytest.mark.world(config=WIDE, limits=Limits.off())
async def test_an_hour_without_telegram_and_then_a_burst_of_old_messages(world: World) -> None:
    lawyers, citizens = await crowd(world)
    await world.playground.goes_down()
    start = world.clock.now()
    for number, citizen in enumerate(citizens):
        await citizen.writes(report(number))
        world.clock.move_to(start + timedelta(hours=1) * (number + 1) / PEOPLE)
    await world.playground.heals()
    await until(world, shows(citizens[-1], "+7 727 000 00 00"))
    await world.settle()
    await all_are_kept(world, citizens, lawyers)
    assert len(await from_bot(world.administrator, "does not answer")) <= 2
    await until(world, shows(world.administrator, "answers again"), minutes=5)
    assert len(await from_bot(world.administrator, "answers again")) == 1


@pytest.mark.world(config=WIDE, limits=Limits.off())
@pytest.mark.parametrize("kind", ["too_many", "error_500", "close_before", "close_after"])
async def test_a_storm_of_refusals_and_lost_answers(world: World, kind: str) -> None:
    lawyers, citizens = await crowd(world)
    await world.playground.fails(kind, times=3 * PEOPLE, methods=("sendMessage",), retry_after=7)
    for number, citizen in enumerate(citizens):
        await citizen.writes(report(number))

    async def over() -> bool:
        nothing_waits = not world.app.outbox.sender and world.app.outbox.idle(world.clock.now())
        return nothing_waits and await world.playground.fault_hits() >= 3 * PEOPLE

    await until(world, over, minutes=120)
    await world.settle()
    assert await world.playground.fault_hits() == 3 * PEOPLE
    await all_are_kept(world, citizens, lawyers, repeats=kind == "close_after")


@pytest.fixture
def second_database(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """Another database, which another bot has."""
    file = tmp_path_factory.mktemp("second") / "dabyl.db"
    file.write_bytes(sqlite_template.read_bytes())
    return file


@pytest.mark.world(limits=Limits.off())
async def test_of_two_bots_with_one_token_both_go_on_and_the_operator_is_told_once(
    world: World, second_database: Path
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    settings = load(world.folder / "config.toml", world._environ)
    other = settings.model_copy(update={"storage": Storage(url=f"sqlite+aiosqlite:///{second_database}")})
    async with program.open_app(other, world.clock) as second:
        running = asyncio.create_task(second.run())
        await until(world, shows(world.administrator, "409"), minutes=5)
        for number in range(5):
            await citizen.writes(f"слова {number}")
            await until(world, passed(world, timedelta(seconds=30)))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    await citizen.writes(report(1))
    await until(world, shows(lawyer, "Алматы"), minutes=5)
    await until(world, shows(world.administrator, "answers again"), minutes=5)
    assert len(await from_bot(world.administrator, "409")) <= 2  # one of each bot


def passed(world: World, span: timedelta) -> Callable[[], Awaitable[bool]]:
    """Whether so much time is over."""
    end = world.clock.now() + span

    async def look() -> bool:
        return world.clock.now() >= end

    return look
