"""Many updates are one transaction with few statements, however many they are (group commit)."""

import json

import pytest

from bot import app as program
from bot.config.settings import load
from core.traffic import InboxUpdate
from playground.limits import Limits
from playground.phone import Phone
from storage import inbox
from storage.schema import inbox as table
from storage.transaction import Transaction
from tests.world.world import World

pytestmark = pytest.mark.slow

PEOPLE = 32
MOST_STATEMENTS = 44  # measured: 40 to 44, of two people as of all; one more person must cost none


@pytest.mark.world(limits=Limits.off())
async def test_32_people_who_answer_at_once_are_one_commit_of_few_statements(world: World) -> None:
    few = await _cost_of_a_batch(world, 2)
    many = await _cost_of_a_batch(world, PEOPLE)
    assert many <= few + 4  # the keys of many do not fit one statement: of members by either address
    assert many <= MOST_STATEMENTS


@pytest.mark.world(limits=Limits.off())
async def test_an_opened_case_costs_the_same_statements_however_many_lawyers_are_on_the_roster(
    world: World,
) -> None:
    for number in range(3):
        await world.member(f"Lawyer {number}")
    await _cost_of_an_opening(world)
    few = await _cost_of_an_opening(world)
    for number in range(3, 12):
        await world.member(f"Lawyer {number}")
    assert await _cost_of_an_opening(world) <= few  # less where others are asked, who have no list yet


async def test_after_a_batch_that_was_not_full_nobody_looks_for_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    look = inbox.next_open

    async def counted(tx: Transaction, limit: int, after: int) -> list[InboxUpdate]:
        rows = await look(tx, limit, after=after)
        looks.append(len(rows))
        return rows

    person = await world.person("Person", "ru")
    await person.starts()
    await world.settle()
    monkeypatch.setattr(inbox, "next_open", counted)
    await person.taps("кто-то другой")
    await world.settle()
    assert looks == [1]


async def _cost_of_an_opening(world: World) -> int:
    """Statements of the transaction that opens a case."""
    await world.settle()
    person = await world.person("Person", "ru")
    await person.starts()
    await world.settle()
    await person.taps("кто-то другой")
    await world.settle()
    await world.crash()
    await person.taps("Алматы")
    return await _handled_at_once(world, [person])


async def _cost_of_a_batch(world: World, number: int) -> int:
    """Statements of the transaction that handles the next answer of so many people, each in the middle of a form."""
    people = [await world.person(f"Person {number}", "ru") for _ in range(number)]
    for person in people:
        await person.starts()
    await world.settle()
    for person in people:
        await person.taps("кто-то другой")
    await world.settle()
    for person in people:
        await person.taps("Алматы")
    await world.settle()
    await world.crash()
    await world.sleeps_through(seconds=4)  # another question comes as a new message, however many there are
    for person in people:
        await person.writes("Дана Выдуманная")
    return await _handled_at_once(world, people)


async def _handled_at_once(world: World, people: list[Phone]) -> int:
    """What waits at the server is stored and handled as one batch, by hand; the statements that it took."""
    updates = [
        (update["update_id"], json.dumps(update).encode()) for _, update in world.server.updates.waiting()
    ]
    assert len(updates) == len(people)
    settings = load(world.folder / "config.toml", world._environ)
    async with program.open_app(settings, world.clock) as app:
        commits: list[object] = []
        app.database.on_commit.append(commits.append)
        async with app.database.write(world.clock.now()) as tx:
            await inbox.store(tx, "telegram", updates)
        commits.clear()
        async with app.database.write(world.clock.now()) as tx:
            rows: list[InboxUpdate] = await inbox.next_open(tx, PEOPLE)
            await app.inbox._handle(tx, [(row, app.inbox._read(row)) for row in rows])
        assert len(commits) == 1
        async with app.database.read(world.clock.now()) as reading:
            assert (await reading.execute(table.select().where(table.c.state == "open"))).all() == []
    world.server.updates.clear()
    await world.start_bot()
    await world.settle()
    return tx.statements
