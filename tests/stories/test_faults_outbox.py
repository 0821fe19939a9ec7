"""The outbox itself: a row that the database refuses, a seal that does not open, more that waits than memory takes."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.app import App
from bot.loops import outbox as module
from bot.loops.send_jobs import Job, lease, perform
from bot.loops.send_results import write_off
from core.presentation import Presentation
from core.traffic import Lane, Message
from handlers.cards import live_cards
from handlers.outbox import sending
from handlers.people import addresses
from playground.phone import Phone
from storage.errors import Unavailable
from tests.stories.faults import by_hand, from_bot, shows, until
from tests.world.world import World

REPORT = "кого-то задержали в Алматы"
SHOWN = 777


async def test_an_answer_leaves_whose_row_broke_while_the_database_was_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It breaks together with others, then alone; and cannot be given up."""
    citizen = await world.person("Aigul", "ru")
    await citizen.starts()
    await world.settle()
    breaks, gone = iter(range(2)), asyncio.Event()

    async def broken(*given: Any) -> Job | None:
        if next(breaks, None) is not None:
            raise ValueError("twice")
        return await lease(*given)

    async def unavailable(*given: Any) -> None:
        if not gone.is_set():
            gone.set()
            raise Unavailable("away for a moment")
        await write_off(*given)

    monkeypatch.setattr(module, "lease", broken)
    monkeypatch.setattr(module, "write_off", unavailable)
    await citizen.writes(REPORT)
    await until(world, _is_set(gone))
    world.clock.move_to(world.clock.now() + timedelta(seconds=2))
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        assert {row.state for row in await tx.outgoing.select()} <= {"sent", "dropped", "failed"}


@pytest.mark.slow
async def test_a_row_that_the_database_refuses_does_not_stop_the_alerts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is recorded in the round in which a board is drawn, which flushes all of the round."""
    coordinator, lawyer = await world.member("Dana", role="coordinator"), await world.member("Marat")
    citizen, other = await world.person("Aigul", "ru"), await world.person("Berik", "ru")
    await coordinator.writes("/cases")
    for person in (citizen, other):
        await person.starts()
    await world.settle()
    outbox, send, sends = world.app.outbox, world.app.telegram.send, world.app.outbox._send
    arrived = asyncio.Event()

    async def answers_with_a_number_it_gave_before(chat: str, shown: Presentation, _patience: int) -> int:
        return SHOWN if shown.text == "probe" else await send(chat, shown)

    async def is_recorded_with_the_next_round(job: Job) -> None:
        if job.shown is None or job.shown.text != "probe":
            await sends(job)
            return
        outbox._finished.append(await perform(world.app.telegram, job))
        arrived.set()

    monkeypatch.setattr(world.app.telegram, "send", answers_with_a_number_it_gave_before)
    monkeypatch.setattr(outbox, "_send", is_recorded_with_the_next_round)
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(citizen.id))
        tx.messages.add(Message(tx.new_id(), address.id, SHOWN, tx.now, outgoing=True))
        sending.send_message(tx, world.app.service, address.id, Presentation("probe"))
    await until(world, _is_set(arrived))
    world.clock.move_to(world.clock.now() + timedelta(seconds=2))
    async with world.app.database.write(world.clock.now()) as tx:
        await live_cards.touch_boards(tx)
    await other.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"))


def _is_set(event: asyncio.Event) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return event.is_set()

    return look


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_case_whose_seal_does_not_open_is_a_card_that_cannot_be_drawn_and_breaks_no_round(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"))
    await world.settle()
    await lawyer.taps("✅ Беру")
    await world.settle()
    damage = "UPDATE claims SET value = CAST(substr(value, 1, length(value) - 1) || x'00' AS BLOB)"
    async with world.app.database.write(world.clock.now()) as tx:
        await tx.execute(text(damage))
        for card in await tx.cards.select():
            live_cards.touch(tx, card)
    await until(world, shows(world.administrator, "cannot be drawn"))
    assert await from_bot(world.administrator, "refused") == []
    assert "round broke" not in caplog.text


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_alerts_leave_first_also_when_more_wait_than_a_look_takes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PER_LANE", 60)
    monkeypatch.setattr(module, "GLANCE", 10)
    await world.settle()
    order: list[str] = []

    async def note(chat: str, shown: Presentation, _patience: int) -> int:
        order.append(shown.text)
        return 100_000 + len(order)

    monkeypatch.setattr(world.app.telegram, "send", note)
    told, world.app.database.on_commit[:] = list(world.app.database.on_commit), []  # as after a restart
    async with world.app.database.write(world.clock.now()) as tx:
        for lane in (Lane.ALERT, Lane.DIGEST):
            for number in range(150):
                address = await addresses.of_chat(tx, str(10_000 * (lane + 1) + number))
                sending.send_message(tx, world.app.service, address.id, Presentation(lane.name), lane)
    world.app.database.on_commit[:] = told
    world.app.outbox._rescan = True
    world.app.outbox._wake.set()
    for _ in range(2 * 300):
        world.clock.move_to(world.clock.now() + timedelta(seconds=0.034))
        await world._rests()
    assert len(order) == 300
    last = max(at for at, name in enumerate(order) if name == "ALERT")
    assert order[:last].count("DIGEST") <= 150 // 14 + 1  # its share, one slot of fifteen


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_the_look_of_a_tick_that_finds_what_is_known_leads_to_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await world.person("Aigul", "ru")
    await person.starts()
    await world.settle()
    looks: list[int] = []
    scan = world.app.outbox._scan

    async def noted(now: object, per_lane: int) -> set[Lane]:
        looks.append(per_lane)
        return await scan(now, per_lane)  # type: ignore[arg-type]

    monkeypatch.setattr(world.app.outbox, "_scan", noted)
    world.app.outbox.sender.of("telegram").pause(world.clock.now() + timedelta(hours=1))
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(person.id))
        for number in range(module.GLANCE + 50):
            sending.send_message(tx, world.app.service, address.id, Presentation(f"{number}"), Lane.NEWS)
    for _ in range(60):
        world.clock.move_to(world.clock.now() + timedelta(seconds=1))
        await world._rests()
    assert looks
    assert set(looks) == {module.GLANCE}


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_flood_of_answers_delays_neither_the_emptying_of_a_chat_nor_a_receipt_nor_an_alert(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer, hiding, reporter = await world.member("Marat"), *[await world.person("Aigul", "ru") for _ in "12"]
    await hiding.starts()
    await world.settle()
    order = _noted(world, monkeypatch)
    async with world.app.database.write(world.clock.now()) as tx:
        for number in range(100):
            address = await addresses.of_chat(tx, str(10_000 + number))
            for _ in range(20):
                sending.send_message(tx, world.app.service, address.id, Presentation("flood"))
    await _steps(world, 110)  # each of them has had the first of many
    begun = len(order)
    await hiding.writes("/hide")
    await reporter.writes(REPORT)
    await _steps(world, 60)
    since = order[begun:]
    assert since.index((str(hiding.id), "delete")) < 10
    assert since.index((str(reporter.id), "send")) < 10
    assert since.index((str(lawyer.id), "send")) < 10
    assert len(since) > 40  # the flood goes on meanwhile


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_receipt_does_not_wait_behind_the_greetings_of_a_thousand_people_who_write_for_the_first_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = await world.person("Aigul", "ru")
    order = _noted(world, monkeypatch)
    async with world.app.database.write(world.clock.now()) as tx:
        for number in range(1_000):
            address = await addresses.of_chat(tx, str(10_000 + number))
            sending.send_message(tx, world.app.service, address.id, Presentation("greeting"))
    await _steps(world, 10)
    begun = len(order)
    await reporter.writes(REPORT)
    await _steps(world, 20)
    assert order[begun:].index((str(reporter.id), "send")) < 5
    assert len(order) > 25  # the greetings go on meanwhile


def _noted(world: World, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the bot calls from now on, with the chat; nothing arrives."""
    order: list[tuple[str, str]] = []

    async def sends(chat: str, shown: Presentation, *patience: int) -> int:
        order.append((chat, "send"))
        return 100_000 + len(order)

    async def deletes(chat: str, ids: object) -> None:
        order.append((chat, "delete"))

    monkeypatch.setattr(world.app.telegram, "send", sends)
    monkeypatch.setattr(world.app.telegram, "delete", deletes)
    return order


async def _steps(world: World, slots: int) -> None:
    """So many send slots."""
    for _ in range(slots):
        world.clock.move_to(world.clock.now() + timedelta(seconds=0.034))
        await world._rests()


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_answers_that_a_newer_one_stands_for_are_not_sent_also_after_a_restart(world: World) -> None:
    person = await world.person("Aigul", "ru")
    await person.starts()
    await world.settle()
    world.app.outbox.sender.of("telegram").pause(world.clock.now() + timedelta(minutes=1))
    await _notes(world, world.app, person, range(15))
    await world.crash()
    async with by_hand(world) as app:
        await _notes(world, app, person, range(15, 30))
    await world.settle()
    assert [one.text for one in await from_bot(person, "noted")] == ["noted 29"]
    async with world.app.database.read(world.clock.now()) as tx:
        states = Counter(row.state for row in await tx.outgoing.select() if row.topic == "noted")
    assert states == {"dropped": 29, "sent": 1}


async def _notes(world: World, app: App, person: Phone, numbers: range) -> None:
    for number in numbers:
        async with app.database.write(world.clock.now()) as tx:
            address = await addresses.of_chat(tx, str(person.id))
            sending.send_message(tx, app.service, address.id, Presentation(f"noted {number}"), topic="noted")
