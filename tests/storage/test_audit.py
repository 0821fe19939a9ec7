"""What the audit is shown: each thing that must not last, and nothing of what is as it must be."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.model import Case, Digest
from core.records.postings import DigestPosting
from core.sent_files import FileState, SentFile
from core.traffic import Card, Lane, Outgoing, Run, Timer
from core.vocabulary import CaseState, RecordKind
from core.watch.audit import MANY, Sight
from storage import audit, inbox
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.samples import LATER, NOW, SAMPLES, address

HOUR = timedelta(hours=1)
ESCALATION = Timer("escalation:case-30", "escalation", NOW + HOUR, 30)
FIRST = Timer("first-action:case-30", "first-action", NOW + HOUR, 30)
NEXT = Timer("digest:2018-09-18", "digest", NOW + 47 * HOUR)
PLANNED: dict[str, list[Sight]] = {
    "unwritten": [Sight("alive", LATER)]
}  # what is always shown: judged by its age


def case(**fields: Any) -> Case:
    """An open case that looks for a lawyer."""
    return replace(
        Case(30, "tulip lamp 27", RecordKind.DEPRIVATION, CaseState.OPEN, NOW, "x", "kk", alerting=True),
        **fields,
    )


def message(number: int, **fields: Any) -> Outgoing:
    """A message that calls somebody."""
    return replace(Outgoing(number, 1, Lane.ALERT, "message", {"text": "x"}, NOW), **fields)


def card(number: int, **fields: Any) -> Card:
    """A card that calls somebody."""
    return replace(Card(number, "alert", number, 1, Lane.ALERT, NOW), **fields)


def posted(**fields: Any) -> Digest:
    """The digest of the day."""
    return replace(Digest(date(2018, 9, 17), NOW - 24 * HOUR, NOW, NOW), **fields)


def posting(**fields: Any) -> DigestPosting:
    """The digest of the day, in a channel that has it."""
    made = DigestPosting(32, date(2018, 9, 17), "kk", 1, False, 1, NOW, LATER, 7)
    return replace(made, **fields)


async def shown(database: Database, *rows: Any) -> dict[str, list[Sight]]:
    """The sights of a database with these rows, besides those of a bot that does nothing."""
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        tx.boots.add(Run(2, NOW - 9 * HOUR, NOW - 8 * HOUR))
        tx.boots.add(Run(3, NOW, LATER))
        for row in (NEXT, *rows):
            _table(tx, row).put(row)
    async with database.read(NOW) as tx:
        sights = await audit.read_sights(tx)
        assert tx.statements == 1
    return {kind: list(found) for kind, found in sights.items() if found != PLANNED.get(kind)}


def _table(tx: Transaction, row: Any) -> Any:
    tables: dict[Any, Any] = {
        Case: tx.cases,
        SentFile: tx.files,
        Timer: tx.timers,
        Outgoing: tx.outgoing,
        Card: tx.cards,
        Digest: tx.digests,
        DigestPosting: tx.postings,
    }
    return tables[type(row)]


FINE: dict[str, tuple[Any, ...]] = {
    "nothing": (),
    "a case with its timer": (case(), ESCALATION),
    "a case whose timer is due": (case(), replace(ESCALATION, due_at=NOW + timedelta(seconds=1))),
    "a record that wakes nobody": (case(alerting=False),),
    "a closed case": (case(state=CaseState.CLOSED),),
    "an accepted case with its timer": (case(state=CaseState.ACCEPTED, accepted_at=NOW), FIRST),
    "an accepted case after the first action": (
        case(state=CaseState.ACCEPTED, accepted_at=NOW, first_action_at=NOW),
    ),
    "what is sent, failed, or calls nobody": (
        message(10, state="sent"),
        message(11, state="failed"),
        message(12, lane=Lane.REPLY),
        card(20, shown=1),
        card(21, failed="x", lane=Lane.EDIT),
        card(22, lane=Lane.EDIT),
    ),
    "files that are kept, or left with Telegram": (
        replace(SAMPLES["files"], state=FileState.KEPT),
        replace(SAMPLES["files"], id=19),
        replace(SAMPLES["files"], id=20, state=FileState.UNWANTED),
    ),
    "a digest that every channel has": (posted(), posting(), posting(id=33, language="ru")),
    "a digest without a channel": (posted(posted_at=None),),
    "a parked digest that a later one covers": (
        posted(),
        Timer("digest:2018-09-16", "digest", NOW - 24 * HOUR, parked=True),
    ),
    "an older digest that did not arrive": (
        posted(day=date(2018, 9, 16), posted_at=None),
        posting(day=date(2018, 9, 16), posted_at=None, made_at=NOW - 24 * HOUR),
        posted(),
        posting(id=33),
    ),
}


@pytest.mark.parametrize("name", FINE)
async def test_what_is_as_it_must_be_is_not_shown(name: str, database: Database) -> None:
    sights = await shown(database, *FINE[name])
    sights.pop("parked", None)
    assert sights == {}


BROKEN: dict[str, tuple[tuple[Any, ...], dict[str, list[Sight]]]] = {
    "a case without a timer": ((case(),), {"adrift": [Sight("tulip lamp 27", NOW)]}),
    "a file that is to be fetched": (
        (replace(SAMPLES["files"], state=FileState.WANTED),),
        {"unkept": [Sight("file 18", NOW)]},
    ),
    "a case with a timer of another kind": ((case(), FIRST), {"adrift": [Sight("tulip lamp 27", NOW)]}),
    "a case whose timer is parked": (
        (case(), replace(ESCALATION, parked=True)),
        {"adrift": [Sight("tulip lamp 27", NOW)], "parked": [Sight(ESCALATION.key, NOW + HOUR)]},
    ),
    "an accepted case without a timer": (
        (case(state=CaseState.ACCEPTED, accepted_at=LATER), ESCALATION),
        {"unminded": [Sight("tulip lamp 27", LATER)]},
    ),
    "what calls somebody and waits": (
        (message(10, not_before=LATER), card(20, not_before=LATER)),
        {"unsent": [Sight("card 20"), Sight("message 10", NOW)]},
    ),
    "what calls somebody and is being sent": (
        (message(10, state="leased", lease="b", attempts=2), card(20, lease="b", wanted=3)),
        {
            "unsent": [Sight("card 20"), Sight("message 10", NOW)],
            "leased": [Sight("card 20", mark="card 20/0/3"), Sight("message 10", mark="message 10/2")],
        },
    ),
    "what calls somebody and was given up": (
        (card(20, failed="x", case_id=30), card(21, failed="x"), case(), ESCALATION),
        {"unshown": [Sight("card 21"), Sight("tulip lamp 27")]},
    ),
    "anything else that is being sent": (
        (message(10, lane=Lane.DIGEST, state="leased", lease="b"),),
        {"leased": [Sight("message 10", mark="message 10/0")]},
    ),
    "timers that are due": (
        (Timer("b", "draft", NOW), Timer("a", "draft", NOW - HOUR), Timer("c", "draft", LATER)),
        {"overdue": [Sight("a", NOW - HOUR), Sight("b", NOW)]},
    ),
    "a digest that did not arrive": (
        (posted(), posting(posted_at=None), posting(id=33, language="ru")),
        {"digest": [Sight("2018-09-17 kk", NOW)]},
    ),
    "a correction of an older day that did not arrive": (
        (posted(), posting(), posting(id=33, day=date(2018, 9, 12), number=2, posted_at=None, made_at=LATER)),
        {"digest": [Sight("2018-09-12 kk", LATER)]},
    ),
    "a digest that was given up": (
        (posted(), Timer("digest:2018-09-19", "digest", NOW + HOUR, parked=True)),
        {"digest": [Sight("2018-09-19", NOW + HOUR)], "parked": [Sight("digest:2018-09-19", NOW + HOUR)]},
    ),
    "a digest in three days": ((replace(NEXT, due_at=NOW + 49 * HOUR),), {"unplanned": [Sight("digest")]}),
    "a next digest that is parked": (
        (replace(NEXT, parked=True),),
        {
            "unplanned": [Sight("digest")],
            "digest": [Sight("2018-09-18", NEXT.due_at)],
            "parked": [Sight(NEXT.key, NEXT.due_at)],
        },
    ),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_what_must_not_last_is_shown(name: str, database: Database) -> None:
    rows, expected = BROKEN[name]
    assert await shown(database, *rows) == expected


async def test_updates_are_shown_while_they_are_open_and_when_they_are_parked(database: Database) -> None:
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(n, b"%d" % n) for n in range(3)])
        first, second, third = [row.id for row in await inbox.next_open(tx, 3)]
        await inbox.mark_done(tx, [first])
        await inbox.park(tx, third, "KeyError")
    sights = await shown(database)
    assert sights == {
        "unhandled": [Sight(f"update {second}", NOW)],
        "parked": [Sight(f"update {third}", NOW)],
    }


async def test_a_flood_is_shown_by_its_oldest(database: Database) -> None:
    rows = [Timer(f"t{n:03}", "draft", NOW - timedelta(minutes=500 - n)) for n in range(300)]
    (sights,) = (await shown(database, *rows)).values()
    assert [sight.name for sight in sights] == [f"t{n:03}" for n in range(MANY)]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_no_table_that_grows_is_read_from_end_to_end(database: Database) -> None:
    async with database.read(NOW) as tx:
        connection = tx.session.connection
        explain: Callable[[str], Any] = connection.exec_driver_sql
        steps = []
        for part in audit._parts():
            asked = part.params(now=NOW, horizon=LATER)
            text = asked.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
            steps += [str(row[-1]) for row in (await explain(f"EXPLAIN QUERY PLAN {text}")).all()]
    assert len(steps) > 16
    # Partial indexes are read whole, because all that is in them is wanted; a few digests are compared with parked timers.
    whole = [step for step in steps if step.startswith("SCAN") and "USING INDEX" not in step]
    assert set(whole) <= {"SCAN digests", "SCAN CONSTANT ROW"}
    named = {
        step.split("USING INDEX ")[1].split()[0]
        for step in steps
        if step.startswith("SCAN") and "INDEX" in step
    }
    assert named <= {"ix_timers_parked", "ix_outbox_leased", "ix_cards_leased", "ix_files_wanted"}
