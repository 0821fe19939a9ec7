"""``dabyl digest``: a day's digest on the screen. Nothing is posted and nothing is changed."""

from datetime import date

import typer

from bot.app import build_service
from bot.cli.session import database_of, fail, now
from bot.config.settings import Settings
from bot.core.digest.text import digest_text
from handlers.daily import counting, edition
from handlers.daily.for_coordinators import for_coordinators


async def show(settings: Settings, wanted: str) -> None:
    """Print the digest of a day (ISO date), or of today in the organisation's zone."""
    service = build_service(settings)
    moment = now()
    today = moment.astimezone(service.zone).date()
    try:
        day = date.fromisoformat(wanted) if wanted else today
    except ValueError:
        fail(f"--date is {wanted!r}: expected a day such as 2018-09-18", code=2)
    if day > today:
        fail(f"--date is {wanted}: that day has not begun; today is {today} in {service.zone}", code=2)
    async with database_of(settings) as database, database.read(moment) as tx:
        figures, posted = await counting.as_of(tx, service, day)
        reader = edition.reader(service, service.language)
        typer.echo(digest_text(figures, reader, day, room=service.everywhere.text))
        typer.echo("")
        typer.echo(await for_coordinators(tx, service, figures, day, service.language))
        typer.echo(
            "\n(The figures as they were posted.)" if posted else "\n(Not posted yet: as it would be now.)"
        )
