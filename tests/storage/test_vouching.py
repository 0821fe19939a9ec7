"""A member's row that somebody changed without the key gives no power, whatever was changed; written again, it does."""

from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import insert, select, update

from core.vocabulary import Role
from storage.audit import changed_by_hand
from storage.database import Database
from storage.schema import members
from storage.transaction import Transaction
from tests.storage.samples import LATER, NOW, SAMPLES, address

MEMBER = replace(SAMPLES["members"], suspended_at=None)
BY_HAND: dict[str, Any] = {
    "address_id": 30,
    "role": "coordinator",
    "languages": '["en"]',
    "cities": '["astana"]',
    "on_duty": False,
    "escalation": False,
    "created_at": LATER,
    "suspended_at": LATER,
    "seal": None,
    "duty": '{"shifts":[[0,0,1440,null]],"overrides":[],"mark":null}',
}


@pytest.fixture
async def roster(database: Database) -> Database:
    """One lawyer, and somebody who is not on the roster."""
    async with database.write(NOW) as tx:
        tx.addresses.add(
            replace(SAMPLES["addresses"], lookup=tx.lookup("telegram", SAMPLES["addresses"].chat))
        )
        tx.addresses.add(replace(address(30, tx.lookup("telegram", "30"))))
        tx.members.add(MEMBER)
    return database


async def change(database: Database, **columns: Any) -> None:
    """As somebody does who can write the database and has no key."""
    async with database.write(NOW) as tx:
        await tx.execute(update(members).values(**columns))


async def active(tx: Transaction) -> list[Any]:
    return await tx.members.by(suspended_at=None)


async def test_a_row_that_we_wrote_is_as_it_was(roster: Database) -> None:
    async with roster.read(NOW) as tx:
        assert await active(tx) == [MEMBER]
        assert await changed_by_hand(tx) == []
        assert (await tx.execute(select(members.c.seal))).scalar() is not None


@pytest.mark.parametrize("column", BY_HAND)
async def test_a_row_that_was_changed_by_hand_gives_no_power_and_is_named(
    roster: Database, column: str
) -> None:
    async with roster.read(NOW) as tx:
        assert await active(tx)  # known to whoever keeps opened rows
    await change(roster, **{column: BY_HAND[column]})
    async with roster.read(NOW) as tx:
        assert await active(tx) == []
        assert await tx.members.by(role=Role.COORDINATOR, suspended_at=None) == []
        assert await changed_by_hand(tx) == [MEMBER.id]


async def test_who_is_taken_off_duty_by_hand_is_named(roster: Database) -> None:
    await change(roster, duty=None)
    async with roster.read(NOW) as tx:
        assert await active(tx) == []
        assert await changed_by_hand(tx) == [MEMBER.id]


async def test_a_suspension_is_not_undone_by_hand(roster: Database) -> None:
    async with roster.write(NOW) as tx:
        tx.members.put(replace(MEMBER, suspended_at=NOW))
    await change(roster, suspended_at=None)
    async with roster.read(NOW) as tx:
        assert await active(tx) == []
        assert await changed_by_hand(tx) == [MEMBER.id]


async def test_a_row_that_was_put_in_by_hand_is_nobody(roster: Database) -> None:
    async with roster.write(NOW) as tx:
        record = (await tx.execute(select(members))).mappings().one()
        name, phone = (tx.keyring.seal(b"x", f"members.{column}:77") for column in ("name", "phone"))
        forged = {**record, "id": 77, "address_id": 30, "role": "coordinator", "name": name, "phone": phone}
        await tx.execute(insert(members).values(forged))
    async with roster.read(NOW) as tx:
        assert [member.id for member in await active(tx)] == [MEMBER.id]
        assert await changed_by_hand(tx) == [77]


async def test_what_is_written_anew_is_trusted_again(roster: Database) -> None:
    await change(roster, role="coordinator")
    async with roster.write(NOW) as tx:
        (member,) = await tx.members.select()
        tx.members.put(replace(member, role=Role.LAWYER, suspended_at=None))
    async with roster.read(NOW) as tx:
        assert await active(tx) == [MEMBER]
        assert await changed_by_hand(tx) == []


async def test_a_changed_row_that_is_changed_back_is_trusted_again(roster: Database) -> None:
    await change(roster, on_duty=False)
    async with roster.read(NOW) as tx:
        assert await active(tx) == []
    await change(roster, on_duty=True)
    async with roster.read(NOW) as tx:
        assert await active(tx) == [MEMBER]
