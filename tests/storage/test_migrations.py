"""The migrations end where the schema stands, on both dialects, and lose no row on the way."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, insert, table

from bot.core.traffic import Lane
from storage import inbox
from storage.database import Database
from storage.engine import connect, parse_url
from storage.migrate import migrate
from storage.revision import SCRIPTS, revisions
from storage.schema import metadata
from storage.sealing import Keyring, context
from tests.storage.before_claims import TYPES
from tests.storage.samples import NOW, SAMPLES

DEFINITIONS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'",
    "postgresql": """
        SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
        UNION ALL SELECT table_name || '.' || column_name, concat_ws(' ', data_type, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        """,
}


async def _sync(url: str, function: Callable[[Connection], Any]) -> Any:
    engine = connect(parse_url(url))
    async with engine.begin() as connection:
        result = await connection.run_sync(function)
    await engine.dispose()
    return result


async def test_the_migrated_tables_are_those_of_the_schema(storage_url: str) -> None:
    differences: Sequence[Any] = await _sync(
        storage_url, lambda c: compare_metadata(MigrationContext.configure(c), metadata)
    )
    assert differences == []


async def test_even_the_conditions_of_indexes_are_the_same(storage_url: str, empty_url: str) -> None:
    def definitions(connection: Connection) -> dict[str, str]:
        rows = connection.exec_driver_sql(DEFINITIONS[connection.dialect.name]).all()
        return {name: " ".join(sorted(text.replace(",", " ").split())) for name, text in rows}

    def create(connection: Connection) -> dict[str, str]:
        for index in [index for one in metadata.sorted_tables for index in one.indexes]:
            condition = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = condition
        metadata.create_all(connection)
        return definitions(connection)

    migrated = await _sync(storage_url, definitions)
    assert migrated == await _sync(empty_url, create)
    assert len(migrated) > 40


async def test_migrating_twice_changes_nothing(database: Database, storage_url: str) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
    await migrate(storage_url)
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() == 1


async def test_an_empty_database_becomes_usable(empty_url: str, keyring: Keyring) -> None:
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.read(NOW) as tx:
        assert await tx.cases.count() == 0
    await database.close()


FIRST: dict[str, dict[str, Any]] = {
    "addresses": {
        "id": 1,
        "lookup": b"1",
        "messenger": "telegram",
        "chat": ("addresses", "chat", 1, b"42"),
        "private": True,
        "created_at": NOW,
        "language_chosen": False,
    },
    "timers": {
        "key": "a",
        "kind": "test",
        "due_at": NOW,
        "subject_id": 0,
        "attempts": 0,
        "parked": False,
    },
    "digests": {"day": date(2018, 9, 17), "covers_from": NOW, "covers_to": NOW, "figures": '{"new":3}'},
    "reports": {
        "id": 4,
        "address_id": 1,
        "state": "open",
        "created_at": NOW,
        "language": "kk",
        "receipt": ("reports", "receipt", 4, b"lamp river 27"),
        "receipt_lookup": b"a hash",
    },
    "entries": {
        "id": 5,
        "report_id": 4,
        "at": NOW,
        "kind": "words",
        "payload": ("entries", "payload", 5, b'{"text":"made up"}'),
        "question": "where",
        "message_id": 77,
    },
    "inbox": {
        "messenger": "telegram",
        "update_id": 9,
        "fingerprint": b"f",
        "raw": ("inbox", "raw", b"f", b"{}"),
        "received_at": NOW,
        "state": "open",
        "attempts": 2,
        "sender": b"1",
    },
}
ALARM = {"kind": "overdue", "began_at": NOW, "told_at": NOW, "count": 1, "names": '["a"]'}
SECOND = {**FIRST, "alarms": ALARM}
UNREAD = {"reports": "receipt", "entries": "question", "inbox": "sender", "alarms": "began_at"}  # up to 0004
FIFTH = {name: {f: v for f, v in row.items() if f != UNREAD.get(name)} for name, row in SECOND.items()}
CLAIM = {
    "id": 8,
    "report_id": 4,
    "kind": "where",
    "value": ("claims", "value", 8, b'"made-up street"'),
    "source_kind": "report",
    "source_id": 4,
    "noted_at": NOW,
    "certainty": "said",
    "precision": "unknown",
}
SIXTH = {**FIFTH, "claims": CLAIM}
GUEST = {"id": 9, "report_id": 4, "address_id": 1, "standing": "by-code", "since": NOW}
ELEVENTH = {**SIXTH, "guests": GUEST}
PRACTICE = {"id": 10, "address_id": 1, "began_at": NOW, "reached": 0, "asked": 0}
FIFTEENTH = {**ELEVENTH, "practices": PRACTICE}
FILE = {
    "id": 11,
    "address_id": 1,
    "kind": "photo",
    "state": "kept",
    "received_at": NOW,
    "about": ("files", "about", 11, b"{}"),
    "key": ("files", "key", 11, bytes(32)),
    "attempts": 0,
}
SIXTEENTH = {**FIFTEENTH, "files": FILE}
# What a database of each revision may hold: table → one row, sealed values by their place. A new revision adds its own.
HELD = {
    "0001": FIRST,
    "0002": SECOND,
    "0003": SECOND,
    "0004": SECOND,
    "0005": FIFTH,
    "0006": SIXTH,
    "0007": SIXTH,
    "0008": SIXTH,
    "0009": SIXTH,
    "0010": SIXTH,
    "0011": ELEVENTH,
    "0012": ELEVENTH,
    "0013": ELEVENTH,
    "0014": ELEVENTH,
    "0015": FIFTEENTH,
    "0016": SIXTEENTH,
    "0018": SIXTEENTH,
    "0019": SIXTEENTH,
    "0020": SIXTEENTH,
    "0021": SIXTEENTH,
    "0022": SIXTEENTH,
    "0023": SIXTEENTH,
    "0024": SIXTEENTH,
    "0025": SIXTEENTH,
    "0026": SIXTEENTH,
    "0027": SIXTEENTH,
    "0028": SIXTEENTH,
    "0029": SIXTEENTH,
    "0030": SIXTEENTH,
    "0031": SIXTEENTH,
    "0032": SIXTEENTH,
    "0033": SIXTEENTH,
    "0034": SIXTEENTH,
    "0035": SIXTEENTH,
    "0036": SIXTEENTH,
    "0039": SIXTEENTH,
    "0040": SIXTEENTH,
    "0041": SIXTEENTH,
    "0042": SIXTEENTH,
    "0043": SIXTEENTH,
    "0037": SIXTEENTH,
    "0038": SIXTEENTH,
}


def test_every_revision_has_data_to_be_migrated() -> None:
    assert set(HELD) == set(revisions())


def test_revisions_are_known_by_their_files() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert revisions() == tuple(script.revision for script in scripts)


@pytest.mark.parametrize("revision", HELD)
async def test_what_an_earlier_version_held_is_there_after_the_migration(
    revision: str, empty_url: str, keyring: Keyring
) -> None:
    await make(empty_url, revision, keyring)
    await migrate(empty_url)
    await is_all_there(empty_url, revision, keyring)


async def make(url: str, revision: str, keyring: Keyring) -> None:
    """A database of that revision, at an empty place."""
    await migrate(url, to=revision)
    await _sync(url, lambda connection: _hold(connection, HELD[revision], keyring))


async def is_all_there(url: str, revision: str, keyring: Keyring) -> None:
    """What one of that revision held, in today's tables; and it can be used."""
    database = await Database.open(url, keyring)
    async with database.read(NOW) as tx:
        (person,) = await tx.addresses.select()
        (timer,) = await tx.timers.select()
        (digest,) = await tx.digests.select()
        (report,) = await tx.reports.by(receipt_lookup=b"a hash")
        (entry,) = await tx.entries.by(report_id=report.id)
        alarms = await tx.alarms.select()
        claims = await tx.claims.by(report_id=report.id)
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(10, b"later")])
        rows = await inbox.next_open(tx, 10)
    await database.close()
    assert (person.chat, person.created_at) == ("42", NOW)
    assert timer.due_at == NOW
    assert digest.figures == {"new": 3}
    assert (entry.payload, entry.message_id) == ({"text": "made up"}, 77)
    assert [claim.value for claim in claims] == ["made-up street"] * ("claims" in HELD[revision])
    assert [alarm.told_at for alarm in alarms] == [NOW] * ("alarms" in HELD[revision])
    assert [(row.id, row.raw, row.attempts) for row in rows] == [(1, b"{}", 2), (2, b"later", 0)]


async def test_what_waits_keeps_its_place_when_a_lane_is_put_before_it(
    empty_url: str, keyring: Keyring
) -> None:
    waits = {"created_at": NOW, "attempts": 0, "address_id": 1}
    outbox = {
        number: {**waits, "id": number, "lane": number - 1, "kind": "leave", "state": "waiting"}
        | {"payload": ("outbox", "payload", number, b"{}")}
        for number in (1, 2, 3)  # an alert, a reply, news
    }
    cards = {**waits, "id": 9, "lane": 3, "subject": "alert", "subject_id": 0, "case_id": 0}
    await migrate(empty_url, to="0014")
    await _sync(empty_url, lambda connection: _hold(connection, {"addresses": FIRST["addresses"]}, keyring))
    for row in outbox.values():
        await _sync(empty_url, partial(_hold, rows={"outbox": row}, keyring=keyring))
    rest = {"wanted": 1, "shown": 0, "page": 0}
    await _sync(empty_url, partial(_hold, rows={"cards": {**cards, **rest}}, keyring=keyring))
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.read(NOW) as tx:
        lanes = {one.id: one.lane for one in await tx.outgoing.select()}
        (card,) = await tx.cards.select()
    await database.close()
    assert lanes == {1: Lane.ALERT, 2: Lane.REPLY, 3: Lane.NEWS}
    assert card.lane is Lane.EDIT


def _hold(connection: Connection, rows: dict[str, dict[str, Any]], keyring: Keyring) -> None:
    for name, row in rows.items():
        values: dict[Any, Any] = {}
        for field, value in row.items():
            sealed = keyring.seal(value[3], context(*value[:3])) if isinstance(value, tuple) else value
            values[column(field, TYPES.get(type(value)))] = sealed
        connection.execute(insert(table(name, *values)).values({c.name: v for c, v in values.items()}))
