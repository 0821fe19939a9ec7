"""The figures count what is under way, on both databases, and never say who or what it is."""

import json
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import fields, replace

from bot.observability.figures import CLOCK, Figures, Queue, read_figures
from bot.observability.status import WIDTH, audit_findings, list_needs, status_document, status_lines
from core.casework.sieves import Sieve
from core.traffic import Card, Lane, Outgoing, Run, Timer
from core.vocabulary import CaseState
from handlers import routes
from handlers.emergency import silence
from storage import inbox
from storage.database import Database
from storage.lock import hold, is_held
from storage.transaction import Transaction
from tests.storage.samples import CHAT, NAME, NOW, PHONE, SAMPLES, WORDS

MINUTE = timedelta(minutes=1)


async def seen(database: Database, *, minutes: float = 0) -> Figures:
    async with database.read(NOW + minutes * MINUTE) as tx:
        return await read_figures(tx, None)


def person(tx: Transaction, number: int, **more: Any) -> None:
    """Somebody on the roster, with a chat of their own."""
    address = replace(SAMPLES["addresses"], id=number, lookup=b"%d" % number, **more)
    tx.addresses.add(address)
    tx.members.add(replace(SAMPLES["members"], id=number, address_id=number, suspended_at=None))


async def test_an_empty_database_has_nothing_to_show(database: Database) -> None:
    shown = await seen(database)
    assert shown.received == shown.overdue == Queue()
    assert set(shown.lanes.values()) == {Queue()}
    assert (shown.run, shown.members, shown.alerts, shown.digest_at) == (0, 0, 0, None)
    assert not shown.alive


async def test_what_waits_is_counted_with_the_age_of_the_oldest(database: Database) -> None:
    async with database.write(NOW) as tx:
        await inbox.store(tx, "telegram", [(1, b"{}"), (2, b"{ }")])
        person(tx, 1)
        for number, lane, state in (
            (1, Lane.ALERT, "waiting"),
            (2, Lane.ALERT, "leased"),
            (3, Lane.NEWS, "sent"),
        ):
            tx.outgoing.add(Outgoing(number, 1, lane, "message", {}, NOW + number * MINUTE, state))
        tx.cards.add(Card(1, "case", 1, 1, Lane.ALERT, NOW))
        tx.cards.add(Card(2, "case", 2, 1, Lane.EDIT, NOW + MINUTE, shown=1, wanted=2))
        tx.cards.add(Card(3, "case", 3, 1, Lane.EDIT, NOW, shown=1))  # nothing to do
        tx.timers.put(Timer("a", "escalation", NOW + MINUTE))
        tx.timers.put(Timer("b", "escalation", NOW + 9 * MINUTE))
        tx.timers.put(Timer("c", "escalation", NOW, parked=True))
        tx.timers.put(Timer("d", CLOCK, NOW + 9 * MINUTE, 7))
    shown = await seen(database, minutes=5)
    assert shown.received == Queue(2, NOW)
    assert shown.lanes[Lane.ALERT] == Queue(3, NOW)
    assert shown.lanes[Lane.EDIT] == Queue(1, NOW + MINUTE)
    assert shown.lanes[Lane.NEWS] == Queue()
    assert shown.alerts == 3
    assert shown.overdue == Queue(1, NOW + MINUTE)
    assert (shown.parked_timers, shown.parked_updates, shown.clocks_running) == (1, 0, 1)


async def test_members_cases_and_clocks_are_counted_as_they_are(database: Database) -> None:
    async with database.write(NOW) as tx:
        person(tx, 1, unreachable_since=None, silenced_at=None)
        person(tx, 2, unreachable_since=NOW, silenced_at=None)
        person(tx, 3, unreachable_since=None, silenced_at=NOW)
        states = (CaseState.OPEN, CaseState.OPEN, CaseState.ACCEPTED, CaseState.CLOSED)
        for number, state in enumerate(states, 1):
            case = replace(SAMPLES["cases"], id=number, code=f"code {number}", state=state, owner_id=1)
            tx.cases.add(case)
            over = replace(
                SAMPLES["clock_marks"], id=number, case_id=number, person_id=None, answered_by=None
            )
            tx.clock_marks.add(
                replace(over, passed_at=NOW, ended_at=None, void_at=NOW if number == 2 else None)
            )
    shown = await seen(database)
    assert (shown.members, shown.unreachable, shown.silenced) == (3, 1, 1)
    assert shown.cases == {Sieve.UNTAKEN: 2, Sieve.TAKEN: 1, Sieve.RECORD: 0}
    # Of the closed one nobody waits, the void one is none.
    assert shown.clocks_over == {
        Sieve.SURELY_OVER: 0,
        Sieve.PERHAPS_OVER: 2,
    }


async def test_the_newest_run_is_told_and_how_often_it_was_started_within_a_day(database: Database) -> None:
    async with database.write(NOW) as tx:
        for number, days in ((1, 3), (2, 0.5), (3, 0)):
            began = NOW - days * timedelta(days=1)
            tx.boots.add(Run(number, began, began + MINUTE))
    shown = await seen(database, minutes=2)
    assert (shown.run, shown.started_at, shown.alive_at, shown.starts) == (3, NOW, NOW + MINUTE, 2)
    assert shown.alive
    assert not (await seen(database, minutes=5)).alive


async def test_whoever_looks_sees_whether_the_database_is_held_and_keeps_nobody_from_it(
    database: Database,
) -> None:
    assert not await is_held(database)
    async with hold(database):
        assert await is_held(database)
    assert not await is_held(database)
    async with hold(database):  # looking has left nothing behind
        pass


async def test_a_process_that_is_gone_or_silent_needs_somebody_and_so_does_what_is_parked(
    database: Database,
) -> None:
    async with database.write(NOW) as tx:
        tx.boots.add(Run(1, NOW, NOW))
        await inbox.store(tx, "telegram", [(1, b"{}")])
        await inbox.park(tx, tx.newest_update, "KeyError")
    shown = await seen(database, minutes=1)
    assert [one.code for one in list_needs(shown, (), held=True)] == ["parked"]
    assert [one.code for one in list_needs(shown, (), held=False)] == ["stopped", "parked"]
    late = await seen(database, minutes=9)
    assert [one.code for one in list_needs(late, (), held=True)] == ["silent", "parked"]
    assert [one.code for one in list_needs(Figures(NOW, "0001"), (), held=False)] == ["never-ran"]


async def test_the_watchmans_findings_are_told_by_their_kind(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.boots.add(Run(1, NOW, NOW + 9 * MINUTE))
        tx.timers.put(Timer("a", "escalation", NOW))
    async with database.read(NOW + 9 * MINUTE) as tx:
        kinds = [one.kind for one in await audit_findings(tx)]
    assert kinds == ["overdue", "unplanned"]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_neither_the_screen_nor_the_document_has_a_name_a_number_or_a_word(database: Database) -> None:
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    shown = await seen(database)
    async with database.read(NOW) as tx:
        needed = list_needs(shown, await audit_findings(tx), held=True)
    said = json.dumps(status_document(shown, needed, held=True, version="1"), ensure_ascii=False)
    said += "\n".join(status_lines(shown, needed, held=True))
    for hidden in (NAME, PHONE, CHAT, WORDS, SAMPLES["cases"].code):
        assert hidden not in said


def test_the_screen_says_every_figure_and_fits_it() -> None:
    shown = status_lines(Figures(NOW, "0001"), [], held=False)
    assert len(shown) <= 20
    assert max(map(len, shown)) <= 100
    assert all(line[WIDTH - 1] == " " for line in shown)


def test_the_kind_of_a_clocks_timer_is_the_one_that_handlers_know() -> None:
    assert CLOCK in routes.TIMERS


def test_every_figure_stands_in_the_document() -> None:
    """A figure that is added is also told."""
    told = json.dumps(status_document(Figures(NOW, "0001"), [], held=True, version="1"))
    for part in (
        "received",
        "outbox",
        "parked",
        "unreachable",
        "cases",
        "clocks",
        "last_digest",
        "backup_age_seconds",
        "backup_proof_age_seconds",
        "silent_since",
    ):
        assert part in told
    assert len(fields(Figures)) == 21


async def test_silence_is_shown_while_it_lasts(database: Database) -> None:
    assert (await seen(database)).silent_since is None
    async with database.write(NOW) as tx:
        await silence.begin(tx)
    shown = await seen(database, minutes=1)
    assert shown.silent_since == NOW
    assert any("nothing leaves" in line for line in status_lines(shown, (), held=True))
    assert status_document(shown, (), held=True, version="0")["silent_since"] == NOW.isoformat()
    async with database.write(NOW) as tx:
        step = await silence.current_silence(tx)
        assert step is not None
        tx.emergency_steps.put(replace(step, ended_at=tx.now))
    assert (await seen(database)).silent_since is None
