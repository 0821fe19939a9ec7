"""A member's row that somebody changed without the key gives no power, whatever was changed; written anew, it does again."""

from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import insert, select, update

from bot.core.vocabulary import Role
from storage.database import Database
from storage.engine import connect, parse_url
from storage.errors import KeyNeeded
from storage.migrate import migrate
from storage.schema import members
from storage.sealing import Keyring
from storage.transaction import Transaction
from storage.vouched_rows import changed_by_hand
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


async def test_the_migration_vouches_for_whoever_is_there_and_needs_the_key(
    storage_url: str, roster: Database, keyring: Keyring
) -> None:
    engine = connect(parse_url(storage_url))
    async with engine.begin() as connection:  # as it was before
        await connection.exec_driver_sql("ALTER TABLE members DROP COLUMN seal")
        for column in (
            "members DROP COLUMN drills",
            "members DROP COLUMN specialities",
            "members DROP COLUMN calling",
            "members DROP COLUMN duty",
            "alerts DROP COLUMN delivered_at",
            "alerts DROP COLUMN read_at",
            "alerts DROP COLUMN undelivered_at",
            "messages DROP COLUMN delivered_at",
            "messages DROP COLUMN read_at",
            "addresses DROP COLUMN returns",
            "addresses DROP COLUMN after_closing",
            "addresses DROP COLUMN untrusted_since",
            "addresses DROP COLUMN limited_until",
            "cases DROP COLUMN wanted",
            "cases DROP COLUMN unheard_at",
            "cases DROP COLUMN wants_second",
            "cases DROP COLUMN forgotten",
            "cases DROP COLUMN forgotten_at",
            "timeline DROP COLUMN emptied",
            "alerts DROP COLUMN asked_by",
            "claims DROP COLUMN proceeding_id",
            "links DROP COLUMN persons",
            "reports DROP COLUMN told_to",
            "cards DROP COLUMN chosen",
            "boots DROP COLUMN key",
        ):
            await connection.exec_driver_sql(f"ALTER TABLE {column}")
        await connection.exec_driver_sql("DROP INDEX ix_members_other_id")
        await connection.exec_driver_sql("ALTER TABLE members DROP COLUMN other_id")
        await connection.exec_driver_sql("DROP INDEX ix_cases_second_id_state")
        await connection.exec_driver_sql("ALTER TABLE cases DROP COLUMN second_id")
        await connection.exec_driver_sql("DROP INDEX ix_entries_file_id")
        await connection.exec_driver_sql("DROP INDEX ix_cases_happened_on")
        await connection.exec_driver_sql("DROP INDEX ix_alerts_member_id_offered_at")
        await connection.exec_driver_sql("ALTER TABLE entries DROP COLUMN file_id")
        for later in (
            "draft_lines",
            "bindings",
            "choices",
            "notices",
            "emergency_steps",
            "sealing_keys",
            "papers",
            "paper_templates",
            "told_channels",
            "export_permits",
            "holds",
            "postings",
            "previews",
            "incident_links",
            "incidents",
            "stints",
            "invitations",
            "roster_files",
            "door_lists",
            "clock_marks",
            "signatures",
            "station_calls",
            "rounds",
            "drill_offers",
            "drills",
            "lookups",
            "name_blocks",
            "pairs",
            "practices",
            "files",
        ):
            await connection.exec_driver_sql(f"DROP TABLE {later}")
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0013'")
    await engine.dispose()
    with pytest.raises(KeyNeeded, match="needs DABYL_KEY"):
        await migrate(storage_url)
    await migrate(storage_url, keyring=keyring)
    async with roster.read(NOW) as tx:
        assert await active(tx) == [
            replace(MEMBER, drills=False, specialities=(), calling=None, duty=None, other_id=None)
        ]
        assert await changed_by_hand(tx) == []
