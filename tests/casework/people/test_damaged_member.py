"""One member's row, or their address, does not open any more: the disk, or a hand. Everybody else is asked as ever."""

import pytest
from sqlalchemy import select, update

from storage.audit import changed_by_hand
from storage.schema import metadata
from tests.casework.story_desk import Desk, Person

SEALED = {"members": "name", "addresses": "chat"}
HELD = "police took Dana Made-Up in Almaty"


async def _damages(desk: Desk, person: Person, where: str) -> int:
    """One bit of what is sealed is another; the member's id."""
    member = await desk.membership(person)
    table, number = metadata.tables[where], member.id if where == "members" else member.address_id
    column, row = table.c[SEALED[where]], table.c.id == number
    async with desk.writing() as tx:
        sealed = (await tx.execute(select(column).where(row))).scalar_one()
        other = sealed[:-1] + bytes([sealed[-1] ^ 1])
        await tx.execute(update(table).where(row).values({column.name: other}))
    return member.id


@pytest.mark.parametrize("where", SEALED)
async def test_all_others_are_asked_and_it_is_named(desk: Desk, where: str) -> None:
    marat, bolat = await desk.lawyer("Marat"), await desk.lawyer("Bolat")
    damaged = await _damages(desk, marat, where)
    rita = await desk.reports(HELD)
    bolat.sees("Almaty")
    marat.sees_nothing_of("Almaty")
    await bolat.presses("I'll take it")
    rita.sees("A lawyer is on it")
    async with desk.reading() as tx:
        assert await changed_by_hand(tx) == [damaged]


@pytest.mark.parametrize("where", SEALED)
async def test_of_a_case_that_they_had_been_offered_somebody_else_is_asked(desk: Desk, where: str) -> None:
    marat = await desk.lawyer("Marat")
    bolat = await desk.lawyer("Bolat", escalation=True)
    await desk.reports(HELD)
    marat.sees("Almaty")
    await _damages(desk, marat, where)
    await desk.later(hours=1)
    bolat.sees("Almaty")


@pytest.mark.parametrize("where", SEALED)
async def test_what_they_write_is_not_acted_upon_and_an_import_mends_it(desk: Desk, where: str) -> None:
    marat = await desk.lawyer("Marat")
    await _damages(desk, marat, where)
    await desk.reports(HELD)
    await marat.writes("/cases")
    marat.sees_nothing_of("Almaty")
    await desk.lawyer("Marat", person=marat)
    await desk.reports(HELD, name="Vera")
    marat.sees("Almaty")
    await marat.presses("I'll take it")
    async with desk.reading() as tx:
        assert await changed_by_hand(tx) == []


async def test_an_import_of_somebody_else_leaves_a_damaged_address_alone(desk: Desk) -> None:
    marat, aida = await desk.lawyer("Marat"), await desk.lawyer("Aida")
    damaged = [await _damages(desk, one, "addresses") for one in (marat, aida)]
    await desk.lawyer("Bolat")
    async with desk.reading() as tx:
        assert await changed_by_hand(tx) == damaged
