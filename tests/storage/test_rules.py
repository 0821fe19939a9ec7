"""What the database itself refuses."""

import pytest
from msgspec.structs import replace

from storage.database import Database
from storage.errors import Refused
from tests.storage.samples import NOW, SAMPLES, address
from tests.storage.test_rows import dialogue

UNIQUE = {
    "a lookup": ("addresses", lambda row: replace(row, id=91)),
    "an open dialogue per address": ("dialogues", lambda row: replace(row, id=91)),
    "a card per subject and address": ("cards", lambda row: replace(row, id=91)),
    "an outbox key": ("outgoing", lambda row: replace(row, id=91)),
    "a case code": ("cases", lambda row: replace(row, id=91)),
    "a receipt": ("reports", lambda row: replace(row, id=91)),
    "a message id per address": ("messages", lambda row: replace(row, id=91)),
}


@pytest.mark.parametrize("what", UNIQUE)
async def test_there_is_only_one(what: str, database: Database) -> None:
    name, again = UNIQUE[what]
    async with database.write(NOW) as tx:
        for table, row in SAMPLES.items():
            getattr(tx, table).add(row)
    with pytest.raises(Refused):
        async with database.write(NOW) as tx:
            getattr(tx, name).add(again(SAMPLES[name]))  # type: ignore[no-untyped-call]
    async with database.read(NOW) as tx:
        assert await getattr(tx, name).count() == 1


async def test_a_child_without_its_parent_is_refused(database: Database) -> None:
    with pytest.raises(Refused):
        async with database.write(NOW) as tx:
            tx.dialogues.add(dialogue(1, 404))
    async with database.read(NOW) as tx:
        assert await tx.dialogues.count() == 0


async def test_a_number_too_large_for_its_column_is_refused(database: Database) -> None:
    with pytest.raises(Refused):
        async with database.write(NOW) as tx:
            tx.addresses.add(replace(address(1, b"1"), id=2**70))
