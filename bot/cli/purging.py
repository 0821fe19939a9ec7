"""The work of ``dabyl purge``: what is due is counted, and removed piece by piece."""

import time

import typer

from bot.building import build_service
from bot.cli.loudness import is_quiet
from bot.cli.session import database_of, now
from bot.config.settings import Settings
from handlers.forgetting import night
from handlers.service import Service
from storage.database import Database
from storage.purge import counts, unwanted
from storage.purge.counts import Counts

EVERY = 2.0  # seconds, after which it is said that it goes on


async def purged(settings: Settings, *, dry_run: bool) -> Counts:
    """What was due; removed, unless it is only counted."""
    service = build_service(settings)
    async with database_of(settings) as database:
        async with database.read(now()) as tx:
            due = await counts.count(tx, service.retention, await night.kept_chats(tx, service))
        if not dry_run:
            await _remove(database, service)
    return due


async def _remove(database: Database, service: Service) -> None:
    """As in the night: a running bot writes between two pieces."""
    after: int | None = 0
    pieces, told_at = 0, time.monotonic()
    while after is not None:
        async with database.write(now()) as tx:
            after = await night.piece(tx, service, after)
        pieces += 1
        if not is_quiet() and time.monotonic() - told_at >= EVERY:
            told_at = time.monotonic()
            typer.echo(f"Removing: {pieces} pieces …", err=True)
    await unwanted.delete(database, now())
