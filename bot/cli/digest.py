"""``dabyl digest``: a day's digest on the screen, in the language of every channel. Nothing is posted, nothing changed."""

from datetime import date as Date
from typing import Annotated

import typer

from bot.building import build_service
from bot.cli.session import DEFAULT, Config, database_of, fail, finish, now, settings_of
from bot.config.settings import KEY, Settings
from handlers.daily import channels, counting, previews
from handlers.daily.edition import edition
from handlers.daily.for_coordinators import for_coordinators


def command(
    config: Config = DEFAULT,
    date: Annotated[str, typer.Option(help="The day, as 2018-09-18; today if left out.", metavar="DAY")] = "",
) -> None:
    """Print a day's digest as it would be posted now, and the coordinators' part. Nothing is posted."""
    finish(show(settings_of(config, required=(KEY,)), date))


async def show(settings: Settings, wanted: str) -> None:
    """Print the digest of a day (ISO date), or of today in the organisation's zone."""
    service = build_service(settings)
    moment = now()
    today = moment.astimezone(service.zone).date()
    try:
        day = Date.fromisoformat(wanted) if wanted else today
    except ValueError:
        fail(f"--date is {wanted!r}: expected a day such as 2018-09-18", code=2)
    if day > today:
        fail(f"--date is {wanted}: that day has not begun; today is {today} in {service.zone}", code=2)
    async with database_of(settings) as database, database.read(moment) as tx:
        figures, posted = await counting.as_of(tx, service, day)
        preview = await previews.of(tx, day)
        note = await previews.note_of(tx, service, preview)
        remarks = [note] if note and not posted else []
        for language, channel in (await channels.of(tx, service) or {service.language: ""}).items():
            if channel:
                typer.echo(f"--- {language}, {channel}")
            typer.echo((await edition(tx, service, day, language, remarks=remarks)).whole)
            typer.echo("")
        typer.echo(await for_coordinators(tx, service, figures, day, service.language))
        if posted:
            typer.echo("\n(The figures as they were posted.)")
        else:
            held = "Held back by a coordinator" if preview.is_held else "Not posted yet"
            typer.echo(f"\n({held}: as it would be now.)")
