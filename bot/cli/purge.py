"""``dabyl purge``: data past its term is counted and removed piece by piece, now and not only at night. The bot may be
running.
"""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from msgspec import Struct

from bot.building import build_service
from bot.cli.output import is_quiet
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    place_of,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.settings import KEY, Settings
from bot.loops.trouble import STORAGE_TROUBLE, code_line, error_name
from handlers.forgetting import purge
from handlers.service import Service
from storage import files
from storage.database import Database
from storage.purge import counts, due_cases
from storage.purge.counts import Counts

log = logging.getLogger(__name__)

EVERY = 2.0  # seconds, after which it is said that it goes on
PATIENCE, GLANCE = 10.0, 0.05  # seconds: by then every reader has finished


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
        async with database.read(utc_now()) as tx:
            due = await counts.count_due(
                tx, purge.retention_terms(service), await purge.kept_chats(tx, service)
            )
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
            async with database.write(utc_now()) as tx:
                after = await purge.forget_piece(tx, service, begun)
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
    await files.delete_unwanted(database, utc_now())
    return tuple(passed_over)


async def _log_emptied(database: Database) -> bool:
    """Also where an earlier purge was killed before it. A bot reads for moments; a backup may take longer than we wait."""
    until, told_at = time.monotonic() + PATIENCE, time.monotonic()
    while True:
        async with database.write(utc_now()) as tx:
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
    async with database.read(utc_now()) as tx:
        found = await due_cases.find_due_cases(tx, service.retention, after, purge.CASES_AT_ONCE)
    bad = []
    for case_id in [due_case.case_id for due_case in found.due]:
        through = False
        while not through:
            try:
                async with database.write(utc_now()) as tx:
                    through = await purge.forget_single_case(tx, service, case_id)
            except STORAGE_TROUBLE:
                raise
            except Exception as error:  # noqa: BLE001 - one bad case must not keep the others
                log.warning(
                    "case %d is not forgotten: %s at %s", case_id, error_name(error), code_line(error)
                )
                bad.append(await _code(database, case_id))
                through = True
    return bad, found.after or (found.due[-1].case_id if found.due else after)


async def _code(database: Database, case_id: int) -> str:
    async with database.read(utc_now()) as tx:
        case = await tx.cases.get(case_id)
    return case.code if case is not None else str(case_id)


def command(
    config: Config = DEFAULT,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Only count what is due, by table and reason; nothing is removed."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Remove for good what is over its term (docs/run/retention.md). It may be broken off and begun again at any time."""

    quiet_logs(logging.WARNING)
    settings = settings_of(config, required=(KEY,))
    done = finish(purged(settings, dry_run=dry_run))
    rows = [
        {"table": table, "reason": why, "rows": number} for (table, why), number in sorted(done.due.items())
    ]
    if as_json:
        say_json(
            {
                "removed": not dry_run,
                "due": rows,
                "passed_over": list(done.passed_over),
                "log_waits": done.log_waits,
            }
        )
    else:
        _tell(rows, dry_run=dry_run)
    if done.log_waits:
        log = f"{place_of(settings)}-wal"
        typer.echo(
            f"Somebody reads the database, perhaps a backup: until that has ended, what was removed may stand in {log}. "
            "Then, once more: dabyl purge.",
            err=True,
        )
    if done.passed_over:
        codes = ", ".join(done.passed_over)
        fail(f"Passed over, because something in them fails: {codes}. A defect: report it with the log.")
    if done.log_waits:
        raise typer.Exit(1)


def _tell(rows: Sequence[Mapping[str, Any]], *, dry_run: bool) -> None:
    for row in rows:
        if row["rows"]:
            typer.echo(f"{row['rows']:>8}  {row['table']}: {row['reason']}")
    if not any(row["rows"] for row in rows):
        typer.echo("Nothing is over its term.")
    elif dry_run:
        typer.echo("Nothing was removed. What is on legal hold is not counted: it stays.")
    else:
        typer.echo("Removed. Older backups still have it until they are removed: dabyl backup --keep.")
