"""Each thing that the watchman watches, broken on purpose: the administrator's phone tells it, and the heartbeat stops."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select, update

from core.traffic import Timer
from handlers import dispatch, routes
from storage import inbox
from storage.schema import members
from tests.stories.faults import address_of, shows, until
from tests.stories.staff import PATIENT, reports, taps, the_case
from tests.stories.watch import MINUTE, DeadManService, alarms, beats, minutes, stuck_minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def forever(*_: Any) -> None:
    """Never comes back."""
    await asyncio.Event().wait()


async def test_a_case_without_a_timer_is_told_with_its_code_and_what_to_do_and_is_mended_so(
    world: World, service: DeadManService
) -> None:
    await world.member("Marat", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, HELD)
    case = await the_case(world)
    assert await beats(world, service) == 2
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timers.remove(f"escalation:case-{case.id}")
    assert await beats(world, service) == 0
    (told,) = await alarms(world)
    assert case.code in told.text
    assert "/case CODE, then “Ask lawyers”" in told.text
    await minutes(world, 10)
    assert len(await alarms(world)) == 1

    await coordinator.writes(f"/case {case.code}")
    await world.settle()
    await coordinator.writes("the watchman says so")
    await world.settle()
    await taps(world, coordinator, "Ask lawyers")
    assert await beats(world, service) == 2
    assert len(await alarms(world)) == 1
    await minutes(world, 5)
    assert "over. Every case" in (await alarms(world))[-1].text
    assert len(await alarms(world)) == 2


@pytest.mark.world(config=PATIENT)
async def test_an_alarm_survives_a_restart_is_repeated_after_hours_and_tells_of_another_case_at_once(
    world: World, service: DeadManService
) -> None:
    await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timers.remove(f"escalation:case-{(await the_case(world)).id}")
    await minutes(world, 2)
    assert len(await alarms(world)) == 1
    await world.restart()
    await minutes(world, 16)
    assert len(await alarms(world)) == 1
    await reports(world, HELD, name="Vera")
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timers.remove(f"escalation:case-{(await the_case(world, 1)).id}")
    await minutes(world, 2)
    assert len(await alarms(world)) == 2
    assert (await the_case(world, 1)).code in (await alarms(world))[-1].text
    await minutes(world, 237, step=3)
    assert len(await alarms(world)) == 2
    await minutes(world, 3)
    assert len(await alarms(world)) == 3
    assert service.beats == 0


async def test_a_case_whose_only_timer_was_given_up_is_nobodys(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: Any) -> None:
        raise ValueError("Dana Made-Up")

    await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    monkeypatch.setitem(routes.TIMERS, "escalation", replace(routes.TIMERS["escalation"], function=breaks))
    await minutes(world, 7)
    await world.administrator.expects("failed three times")
    (told,) = await alarms(world)
    assert (await the_case(world)).code in told.text
    assert "Made-Up" not in told.text
    assert await beats(world, service) == 0


async def test_an_accepted_case_that_nothing_reminds_of_is_told(
    world: World, service: DeadManService
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it")
    case = await the_case(world)
    assert await beats(world, service) == 2
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timers.remove(f"first-action:case-{case.id}")
    assert await beats(world, service) == 0
    (told,) = await alarms(world)
    assert "without a first step" in told.text
    assert case.code in told.text
    assert "Marat" not in told.text
    await taps(world, lawyer, "Contacted")
    assert await beats(world, service) == 2


async def test_updates_that_nobody_handles_are_told_by_number(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.settle()
    monkeypatch.setattr(world.app.inbox, "_batch", forever)
    await stuck_minutes(world, 1)
    await citizen.writes("Dana Made-Up")
    await until(world, _open(world), minutes=1)
    before = service.beats
    await stuck_minutes(world, 2)
    assert await alarms(world) == []
    assert service.beats == before + 2
    await stuck_minutes(world, 2)
    await until(
        world, shows(world.administrator, "Watchman: what people wrote is stored but not handled: 1 (update ")
    )
    assert service.beats == before + 2
    await world.restart()  # what the message says to do
    await world.settle()
    assert await beats(world, service) == 2
    await minutes(world, 8)
    assert "over" in (await alarms(world))[-1].text
    assert "Made-Up" not in "".join(one.text for one in await alarms(world))


async def test_a_handler_that_never_ends_holds_up_even_the_alarm_and_so_the_heartbeat_stops(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    citizen = await world.person("Aigul", "ru")
    await minutes(world, 2)
    monkeypatch.setattr(dispatch, "handle", forever)  # in a transaction: nobody else can write
    await citizen.writes("Dana Made-Up")
    await until(world, _open(world), minutes=1)
    before = service.beats
    for _ in range(6):
        world.clock.move_to(world.clock.now() + MINUTE)
        await asyncio.sleep(0.1)
    assert service.beats <= before + 3
    assert "audit: unhandled" in caplog.text
    assert "Made-Up" not in caplog.text


async def test_a_call_that_does_not_leave_is_told_though_everything_else_does(
    world: World, service: DeadManService
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await world.playground.fails("error_500", times=None, methods=("sendMessage",), chat=lawyer)
    await reports(world, HELD)
    await minutes(world, 3)
    assert await alarms(world) == []
    await minutes(world, 2)
    (told,) = await alarms(world)
    assert "has not left: 1 (card " in told.text
    assert await beats(world, service) == 0
    await world.playground.heals()
    await minutes(world, 1)
    await lawyer.expects("Almaty")
    assert await beats(world, service) == 2


async def test_a_send_that_is_forgotten_halfway_is_told(world: World, service: DeadManService) -> None:
    citizen = await world.person("Aigul", "en")
    await citizen.starts()
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:  # as if its task had been lost
        (row, *_) = await tx.outgoing.by(address_id=(await address_of(world, citizen)).id)
        tx.outgoing.put(replace(row, state="leased", lease="somebody"))
    await minutes(world, 5)
    assert await alarms(world) == []
    await minutes(world, 2)
    (told,) = await alarms(world)
    assert f"neither ended nor failed: 1 (message {row.id})" in told.text
    assert await beats(world, service) == 0
    await world.restart()  # what the message says to do
    await world.settle()
    assert await beats(world, service) == 2


async def test_timers_that_do_not_run_are_told_by_their_keys(
    world: World, service: DeadManService, monkeypatch: pytest.MonkeyPatch
) -> None:
    await minutes(world, 1)
    monkeypatch.setattr(world.app.timers, "_look", forever)
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timers.put(Timer("forget:1", "forget", world.clock.now()))
    await stuck_minutes(world, 2)
    assert await alarms(world) == []
    await stuck_minutes(world, 2)
    await until(
        world, shows(world.administrator, "due and do not run", "1 (forget:1)", "Since: 2018-09-17 12:0")
    )
    before = service.beats
    await stuck_minutes(world, 2)
    assert service.beats == before
    await world.restart()
    await world.settle()
    assert await beats(world, service) == 2


def _open(world: World) -> Any:
    async def look() -> bool:
        async with world.app.database.read(world.clock.now()) as tx:
            return bool(await inbox.next_open(tx, 1))

    return look


async def test_a_members_row_that_was_changed_by_hand_is_told_once_and_over_when_it_is_mended(
    world: World, service: DeadManService
) -> None:
    await world.member("Marat", languages=("en",))
    async with world.app.database.write(world.clock.now()) as tx:
        await tx.execute(update(members).values(role="coordinator"))
        number = (await tx.execute(select(members.c.id))).scalar()
    await minutes(world, 10)
    (told,) = await alarms(world)
    assert f"changed by hand, without the key: {number}" in told.text
    async with world.app.database.write(world.clock.now()) as tx:
        await tx.execute(update(members).values(role="lawyer"))  # as the roster import writes it
    await minutes(world, 7)
    assert "over. Every row" in (await alarms(world))[-1].text
    assert len(await alarms(world)) == 2
