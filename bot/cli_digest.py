"""``dabyl digest``: a day's digest on the screen. Nothing is posted."""

from datetime import date

import typer

from bot.app import build_service
from bot.cli_session import database_of, fail, now
from bot.config import Settings
from bot.core.digest import digest_text
from handlers import digests


async def show(settings: Settings, wanted: str) -> None:
    """Print the digest of a day (ISO date), or of today in the organisation's zone."""
    service = build_service(settings)
    moment = now()
    try:
        day = date.fromisoformat(wanted) if wanted else moment.astimezone(service.zone).date()
    except ValueError:
        fail(f"--date is {wanted!r}: expected a day as 2018-09-18", code=2)
    async with database_of(settings) as database, database.read(moment) as tx:
        figures, posted = await digests.as_of(tx, service, day)
        reader = digests.reader(service, service.language)
        typer.echo(digest_text(figures, reader, day))
        typer.echo("")
        typer.echo(await digests.for_coordinators(tx, service, figures, day, service.language))
        typer.echo("\n(as it was posted)" if posted else "\n(not posted; this is how it would be now)")
