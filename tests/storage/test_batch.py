"""The statement is the cost: a batch of messages takes few of them, however many messages it has."""

import asyncio
from collections.abc import Callable
from sqlite3 import Connection

import pytest
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model import Address
from core.traffic import Lane, Outgoing
from core.vocabulary import DialogueState
from storage.database import Database
from storage.engine import at_driver
from storage.transaction import Transaction
from tests.storage.samples import NOW, SAMPLES, address
from tests.storage.test_rows import dialogue


async def one_message(tx: Transaction, person: Address) -> None:
    """What handling one message reads and writes."""
    (current,) = await tx.dialogues.by(address_id=person.id, state=DialogueState.OPEN)
    tx.dialogues.put(
        replace(current, answers={**current.answers, "what": {"value": "taken"}}, updated_at=tx.now)
    )
    tx.entries.add(replace(SAMPLES["entries"], id=tx.new_id(), report_id=person.id))
    tx.outgoing.add(Outgoing(tx.new_id(), person.id, Lane.REPLY, "message", {"text": "Қай қалада?"}, tx.now))


async def test_a_batch_of_32_messages_takes_few_statements(database: Database) -> None:
    people = [address(n, b"%d" % n) for n in range(1, 33)]
    async with database.write(NOW) as tx:
        for person in people:
            tx.addresses.add(person)
            tx.reports.add(
                replace(
                    SAMPLES["reports"], id=person.id, address_id=person.id, case_id=None, receipt_lookup=None
                )
            )
            tx.dialogues.add(dialogue(person.id, person.id))
    async with database.write(NOW) as tx:
        await tx.addresses.prefetch("lookup", [person.lookup for person in people])
        ids = [(await tx.addresses.by(lookup=person.lookup))[0].id for person in people]
        await tx.dialogues.prefetch("address_id", ids, state=DialogueState.OPEN)
        for person in people:
            await one_message(tx, person)
        await tx.flush()
        assert tx.statements <= 5  # two SELECTs, one UPDATE, two INSERTs
    async with database.read(NOW) as tx:
        assert await tx.entries.count() == await tx.outgoing.count() == 32


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_transaction_goes_to_the_drivers_thread_with_its_questions_and_its_commit_only(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def noted(connection: AsyncConnection, act: Callable[[Connection], object]) -> asyncio.Future[object]:
        def visit(sqlite: Connection) -> object:
            answer = act(sqlite)
            seen.append(sqlite.in_transaction)
            return answer

        return at_driver(connection, visit)

    for place in ("storage.session.at_driver", "storage.engine.at_driver"):
        monkeypatch.setattr(place, noted)
    async with database.write(NOW) as tx:
        await tx.addresses.by(lookup=b"1")
        tx.addresses.add(address(1, b"1"))
    assert seen == [True, False]  # it began with the question; the change travelled with the commit
    async with database.write(NOW) as tx:
        assert await tx.addresses.by(lookup=b"1") == [address(1, b"1")]
    assert seen == [True, False] * 2  # it began in order to see whether what it knew was still true
