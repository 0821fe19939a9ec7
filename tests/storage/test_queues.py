"""Inbox and outbox: kept once, in order, and found again after a crash."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.traffic import Card, Lane, Outgoing
from storage import inbox
from storage.database import Committed, Database
from storage.outbox import release_other_boots, waiting, waits
from tests.storage.samples import LATER, NOW, WORDS, address

RAW = b'{"update_id": 5, "text": "' + WORDS.encode() + b'"}'


async def test_an_update_is_kept_once(database: Database) -> None:
    async with database.write(NOW) as tx:
        assert await inbox.store(tx, "telegram", [(5, RAW), (6, b"six"), (5, RAW)]) == 2
    async with database.write(LATER) as tx:
        assert await inbox.store(tx, "telegram", [(5, RAW), (6, b"six"), (7, b"seven")]) == 1
        assert await inbox.store(tx, "telegram", []) == 0
    async with database.read(NOW) as tx:
        rows = await inbox.next_open(tx, 10)
    assert [(row.update_id, row.raw, row.received_at) for row in rows] == [
        (5, RAW, NOW),
        (6, b"six", NOW),
        (7, b"seven", LATER),
    ]


async def test_another_update_under_an_old_id_is_kept_too(database: Database) -> None:
    async with database.write(NOW) as tx:
        assert await inbox.store(tx, "telegram", [(5, b"one")]) == 1
        assert await inbox.store(tx, "telegram", [(5, b"another")]) == 1
        assert await inbox.store(tx, "signal", [(5, b"one")]) == 1


@pytest.mark.slow
async def test_a_thousand_updates_keep_their_order_and_take_few_statements(database: Database) -> None:
    updates = [(number, b"%d" % number) for number in range(1_000, 0, -1)]
    async with database.write(NOW) as tx:
        assert await inbox.store(tx, "telegram", updates) == 1_000
        assert tx.statements == 7 + 3  # seven times 128, then 64, 32 and 8
        assert [row.update_id for row in await inbox.next_open(tx, 2_000)] == [
            number for number, _ in updates
        ]


async def test_rows_are_open_then_done_or_parked(database: Database) -> None:
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(n, b"%d" % n) for n in range(5)])
        first, second, third, *_ = [row.id for row in await inbox.next_open(tx, 10)]
        await inbox.mark_done(tx, [first])
        await inbox.mark_done(tx, [])
        await inbox.count_attempt(tx, [second, third])
        await inbox.count_attempt(tx, [second])
        await inbox.park(tx, third, "KeyError")
    async with database.read(NOW) as tx:
        still = await inbox.next_open(tx, 2)
        assert [(row.id, row.attempts) for row in still] == [(second, 2), (still[1].id, 0)]
        assert [(row.id, row.error) for row in await inbox.parked(tx, 10)] == [(third, "KeyError")]


def message(number: int, lane: Lane = Lane.REPLY, **fields: object) -> Outgoing:
    return Outgoing(number, 1, lane, "message", {"text": WORDS}, NOW, **fields)  # type: ignore[arg-type]


def card(number: int, **fields: object) -> Card:
    return Card(number, "case", number, 1, Lane.ALERT, NOW, **fields)  # type: ignore[arg-type]


async def test_what_waits_comes_lane_by_lane_the_earliest_first(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        tx.outgoing.add(message(10, not_before=LATER))
        tx.outgoing.add(message(11))
        tx.outgoing.add(message(12, state="sent"))
        tx.outgoing.add(message(13, state="leased", lease="b"))
        tx.outgoing.add(message(14, Lane.ALERT, not_before=NOW - timedelta(minutes=1)))
        tx.cards.add(card(20))
        tx.cards.add(card(21, shown=1))
        tx.cards.add(card(22, failed="gone"))
        tx.cards.add(card(23, lease="b"))
    async with database.read(NOW) as tx:
        found = await waiting(tx, 10)
        assert [(w.kind, w.id) for w in found] == [
            ("message", 14),
            ("card", 20),
            ("message", 11),
            ("message", 10),
        ]
        assert [(w.kind, w.id) for w in await waiting(tx, 1)] == [("message", 14), ("message", 11)]
        assert found[0].lane is Lane.ALERT
        assert found[3].not_before == LATER
        assert found[0].created_at == NOW
        assert tx.statements == 2


async def test_the_scan_and_the_row_itself_agree_on_what_waits(database: Database) -> None:
    states: list[dict[str, object]] = [
        {},
        {"state": "leased", "lease": "b"},
        {"state": "sent"},
        {"state": "failed"},
    ]
    looks: list[dict[str, object]] = [
        {},
        {"wanted": 3, "shown": 2},
        {"shown": 1},
        {"lease": "b"},
        {"failed": "x"},
    ]
    async with database.write(NOW) as tx:
        tx.addresses.add(replace(address(1, b"1"), private=False))
        rows = [tx.outgoing.add(message(n, Lane.NEWS, **fields)) for n, fields in enumerate(states)]
        rows += [tx.cards.add(card(100 + n, **fields)) for n, fields in enumerate(looks)]  # type: ignore[misc]
        themselves = {item for row in rows if (item := await waits(tx, row))}
    async with database.read(NOW) as tx:
        assert set(await waiting(tx, 100)) == themselves
    assert len(themselves) == 3
    assert not any(item.private for item in themselves)


async def test_a_start_takes_back_what_earlier_boots_were_sending(database: Database) -> None:
    told: list[Committed] = []
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        tx.outgoing.add(message(10, state="leased", lease="old"))
        tx.outgoing.add(message(11, state="leased", lease="new"))
        tx.outgoing.add(message(12, state="sent", lease="old"))
        tx.cards.add(card(20, lease="older"))
        tx.cards.add(card(21, lease="new"))
    database.on_commit.append(told.append)
    async with database.write(NOW) as tx:
        assert await release_other_boots(tx, "new") == 2
    assert {(w.kind, w.id) for w in told[0].waiting} == {("message", 10), ("card", 20)}
    async with database.write(NOW) as tx:
        assert await release_other_boots(tx, "new") == 0
        again = await tx.outgoing.get(10)
        assert again == replace(message(10), payload={"text": WORDS, "repeat": True})
