"""The work of ``dabyl purge``: what is due is counted, and removed piece by piece."""

import asyncio
import logging
import time

import typer
from msgspec import Struct

from bot.building import build_service
from bot.cli.loudness import is_quiet
from bot.cli.session import database_of, now
from bot.config.settings import Settings
from bot.loops.trouble import STORAGE_TROUBLE, error_name, where
from handlers.forgetting import night, singly
from handlers.service import Service
from storage.database import Database
from storage.purge import counts, due, unwanted
from storage.purge.counts import Counts

log = logging.getLogger(__name__)

EVERY = 2.0  # seconds, after which it is said that it goes on
PATIENCE, GLANCE = 10.0, 0.05  # seconds: in which whoever reads has ended


class Purged(Struct, frozen=True):
    """What was due, and the codes of cases that could not be forgotten.

    ``log_waits``: somebody read until the end, so that SQLite's log still has what was removed.
    """

    due: Counts
    passed_over: tuple[str, ...] = ()
    log_waits: bool = False


async def purged(settings: Settings, *, dry_run: bool) -> Purged:
    """What was due; removed, unless it is only counted."""
    service = build_service(settings)
    async with database_of(settings) as database:
        async with database.read(now()) as tx:
            due = await counts.count(tx, night.terms(service), await night.kept_chats(tx, service))
        if dry_run:
            return Purged(due)
        passed_over = await _remove(database, service)
        return Purged(due, passed_over, log_waits=not await _log_emptied(database))


async def _remove(database: Database, service: Service) -> tuple[str, ...]:
    """As in the night: a running bot writes between two pieces. The cases that were passed over."""
    after: int | None = 0
    passed_over: list[str] = []
    pieces, told_at = 0, time.monotonic()
    while after is not None:
        begun = after
        try:
            async with database.write(now()) as tx:
                after = await night.piece(tx, service, begun)
        except STORAGE_TROUBLE:
            raise
        except Exception:
            bad, after = await _singly(database, service, begun)
            if not bad:  # it is no case that fails
                raise
            passed_over += bad
        pieces += 1
        if not is_quiet() and time.monotonic() - told_at >= EVERY:
            told_at = time.monotonic()
            typer.echo(f"Removing: {pieces} pieces …", err=True)
    await unwanted.delete(database, now())
    return tuple(passed_over)


async def _log_emptied(database: Database) -> bool:
    """Also where an earlier purge was killed before it. A bot reads for moments; a backup may take longer than we wait."""
    until, told_at = time.monotonic() + PATIENCE, time.monotonic()
    while True:
        async with database.write(now()) as tx:
            await tx.session.begun()
            tx.forget()
        if not database.log.waits or time.monotonic() > until:
            return not database.log.waits
        if not is_quiet() and time.monotonic() - told_at >= EVERY:
            told_at = time.monotonic()
            typer.echo("Waiting until nobody reads …", err=True)
        await asyncio.sleep(GLANCE)


async def _singly(database: Database, service: Service, after: int) -> tuple[list[str], int]:
    """Each case of a piece alone: the codes of those that fail, and which was the last."""
    async with database.read(now()) as tx:
        found = await due.closed(tx, service.retention, after, night.CASES)
    bad = []
    for case_id in [one.case_id for one in found.due]:
        through = False
        while not through:
            try:
                async with database.write(now()) as tx:
                    through = await singly.one(tx, service, case_id)
            except STORAGE_TROUBLE:
                raise
            except Exception as error:  # noqa: BLE001 - one bad case must not keep the others
                log.warning("case %d is not forgotten: %s at %s", case_id, error_name(error), where(error))
                bad.append(await _code(database, case_id))
                through = True
    return bad, found.after or (found.due[-1].case_id if found.due else after)


async def _code(database: Database, case_id: int) -> str:
    async with database.read(now()) as tx:
        case = await tx.cases.get(case_id)
    return case.code if case is not None else str(case_id)
