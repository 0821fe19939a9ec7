"""What comes in broken, twice, or breaks a handler: nothing is lost, and nobody else waits for it."""

import asyncio
import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.traffic import InboxUpdate
from handlers import routes
from handlers.outbox.administrators import FEW
from handlers.turn import Turn
from storage import inbox
from storage.inbox import parked
from storage.schema import inbox as table
from tests.stories.faults import by_hand, fetched, from_bot, shows, until
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_poisonous_updates_are_parked_and_shown_to_the_operator_and_others_go_on(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.playground.injects({"message": {"message_id": "five", "text": "Dana Made-Up"}})
    await world.playground.injects({"thought_message": {"text": "Dana Made-Up"}})
    await world.playground.injects("Dana Made-Up")
    await citizen.starts()
    await world.settle()
    await citizen.expects("Test Bureau")
    rows = await _parked(world)
    errors = ["Unreadable: KeyError", "Unreadable: UnknownKind", "Unreadable: AttributeError"]
    assert [row.error for row in rows] == errors
    told = [one.text for one in await from_bot(world.administrator, "parked")]
    for row, kind, text in zip(rows, ("message", "unknown", "unknown"), told, strict=True):
        assert str(row.id) in text
        assert kind in text
        assert "2018-09-17 12:00:0" in text
        assert str(row.error) in text
        assert "Made-Up" not in text


async def test_what_came_from_a_messenger_that_is_not_there_any_more_is_parked_and_others_go_on(
    world: World,
) -> None:
    citizen = await world.person("Aigul", "ru")
    async with world.app.database.write(world.clock.now()) as tx:
        await inbox.store(tx, "pigeons", [(1, b"Dana Made-Up")])
    await citizen.starts()
    await world.settle()
    await citizen.expects("Test Bureau")
    assert [row.error for row in await _parked(world)] == ["Unreadable: UnknownMessenger"]
    (told,) = await from_bot(world.administrator, "pigeons")
    assert "Made-Up" not in told.text


async def test_a_flood_of_poisonous_updates_is_not_a_flood_of_messages_to_administrators(
    world: World,
) -> None:
    await world.playground.goes_down()
    for number in range(40):
        world.server.updates.inject({"message": {"message_id": number, "text": "Dana Made-Up"}})
    await world.playground.heals()
    await until(world, fetched(world))
    await world.settle()
    assert len(await _parked(world)) == 40
    told = [one for one in await from_bot(world.administrator) if "Test Bureau" not in one.text]
    assert len(told) == FEW + 1
    assert "dabyl parked" in told[-1].text
    await world.fast_forward(hours=1)
    await world.playground.injects({"message": {"message_id": "five"}})
    await world.settle()
    again = [one for one in await from_bot(world.administrator) if "Test Bureau" not in one.text]
    assert len(again) == FEW + 2
    assert "dabyl parked" not in again[-1].text


async def test_a_row_that_breaks_a_handler_is_tried_three_times_and_parked_and_its_person_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlucky, other = await world.person("Aigul", "ru"), await world.person("Berik", "ru")
    for person in (unlucky, other):
        await person.starts()
    await world.settle()
    counted: list[int] = []

    async def breaks(turn: Turn, argument: str) -> None:
        if turn.incoming.sender == str(unlucky.id):
            async with world.app.database.read(world.clock.now()) as tx:  # what is committed at this moment
                rows = (await tx.execute(table.select().where(table.c.state == "open"))).mappings().all()
            counted.append(min(rows, key=lambda row: int(row["id"]))["attempts"])
            raise ValueError("Dana Made-Up")
        turn.reply("nothing-open")

    monkeypatch.setitem(routes.COMMANDS, "help", replace(routes.COMMANDS["help"], function=breaks))
    await world.playground.goes_down()  # so that all of it comes in one batch
    await unlucky.writes("/help")
    await other.writes("/help")
    await unlucky.writes("кого-то задержали в Алматы")
    await world.playground.heals()
    await until(world, shows(unlucky, "Алматы"))
    await world.settle()

    assert counted == [
        0,
        1,
        2,
        3,
    ]  # in the batch, which rolled back; then singly, each attempt committed first
    (row,) = await _parked(world)
    assert (row.attempts, row.error) == (3, "ValueError")
    (sentence,) = await from_bot(unlucky, "+7 727 000 00 00", "сломалось")
    (answer, *_) = await from_bot(unlucky, "Алматы")
    assert sentence.id < answer.id  # later words of the same person waited
    assert len(await from_bot(other)) == 2  # the first screen, and the answer once
    (told,) = await from_bot(world.administrator, "parked")
    assert str(row.id) in told.text
    assert "ValueError" in told.text
    assert "Made-Up" not in told.text


async def test_a_row_that_kills_the_process_is_counted_too_and_parked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlucky, other = await world.person("Aigul", "ru"), await world.person("Berik", "ru")
    await unlucky.starts()
    await world.settle()
    entered = asyncio.Event()

    async def kills(turn: Turn, argument: str) -> None:
        entered.set()
        await asyncio.Event().wait()

    monkeypatch.setitem(routes.COMMANDS, "help", replace(routes.COMMANDS["help"], function=kills))
    await unlucky.writes("/help")
    await other.starts()
    for _ in range(7):  # in a batch, which is not counted; then singly
        assert await _parked(world) == []  # a machine that is switched off now and then is no reason
        await asyncio.wait_for(entered.wait(), 5)
        entered.clear()
        await world.restart()
    await world.settle()
    (row,) = await _parked(world)
    assert row.error == "Killed"
    await unlucky.expects("сломалось")
    await other.expects("Test Bureau")


async def test_kills_that_hit_whatever_a_start_handles_first_park_nobody_while_others_write(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [
        await world.person(name, "ru") for name in ("Aigul", "Berik", "Dana", "Erlan", "Timur", "Zarina")
    ]
    for person in people:
        await person.starts()
    await world.settle()
    hit = asyncio.Event()

    async def is_cold(turn: Turn, argument: str) -> None:
        if not hit.is_set():
            hit.set()
            await asyncio.Event().wait()
        turn.reply("nothing-open")

    monkeypatch.setitem(routes.COMMANDS, "help", replace(routes.COMMANDS["help"], function=is_cold))
    await people[0].writes("/help")
    for person in people[1:]:
        await asyncio.wait_for(hit.wait(), 5)
        await world.crash()
        await person.writes("/help")
        hit.clear()
        await _stores(world)
    await asyncio.wait_for(hit.wait(), 5)
    await world.restart()
    await world.settle()
    assert await _parked(world) == []
    for person in people:
        assert len(await from_bot(person, "нечего отменять")) == 1


async def test_an_update_that_comes_again_is_dropped(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await citizen.starts()
    await world.settle()
    await world.crash()
    await citizen.writes("кого-то задержали в Алматы")
    assert await _stores(world) == 1
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        words = [entry for entry in await tx.entries.select() if entry.kind == "words"]
    assert [entry.payload["text"] for entry in words] == ["кого-то задержали в Алматы"]
    assert world.server.pending == 0


async def test_ids_that_restart_after_a_silent_week_are_not_taken_for_repetitions(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    first_id = world.server.updates.next_id
    await citizen.writes("first: somebody was detained in Almaty")
    await world.settle()
    world.clock.move_to(world.clock.now() + timedelta(hours=7 * 24 + 1))
    await world.settle()
    world.server.updates.restart_ids(first_id)
    await citizen.writes("second: somebody was detained in Almaty")
    await world.settle()
    world.server.updates.restart_ids(3)
    await citizen.writes("third: somebody was detained in Almaty")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        said = [entry.payload.get("text") for entry in await tx.entries.select()]
    assert [text for text in said if text] == [
        "first: somebody was detained in Almaty",
        "second: somebody was detained in Almaty",
        "third: somebody was detained in Almaty",
    ]


async def _stores(world: World) -> int:
    """What waits is stored, and the bot killed before Telegram was told; it starts again. How many were new."""
    async with by_hand(world) as app, app.database.write(world.clock.now()) as tx:
        waiting = world.server.updates.waiting()
        raw = [(update["update_id"], json.dumps(update).encode()) for _, update in waiting]
        return await inbox.store(tx, "telegram", raw)


async def _parked(world: World) -> list[InboxUpdate]:
    async with world.app.database.read(world.clock.now()) as tx:
        return await parked(tx, 100)


async def test_a_row_whose_seal_was_damaged_is_parked_alone_and_told(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    await world.crash()
    async with by_hand(world) as app:
        for number in range(3):
            async with app.database.write(world.clock.now()) as tx:
                await inbox.store(tx, "telegram", [(number, b"{}")])
        async with app.database.write(world.clock.now()) as tx:
            damaged = [row.id for row in await inbox.next_open(tx, 2)]
            for number, raw in zip(damaged, (b"cut", b"\x01 with a key of another world"), strict=True):
                await tx.execute(table.update().where(table.c.id == number).values(raw=raw))
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    await lawyer.expects("Алматы")
    rows = await _parked(world)
    assert [row.error for row in rows[:2]] == ["Damaged", "WrongKey"]
    for row in rows[:2]:
        await world.administrator.expects(str(row.id))
    assert await from_bot(world.administrator, "database") == []
