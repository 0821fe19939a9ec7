"""``dabyl reseal``: everything under the newest key."""

import typer

from bot.cli.session import DEFAULT, Config, database_of, finish, now, settings_of
from bot.config.settings import KEY, Settings
from storage.reseal import reseal


def command(config: Config = DEFAULT) -> None:
    """Seal everything with the first key of DABYL_KEY, so that the keys behind it can be taken away.

    The bot may be running, if it was started with the same keys. Safe to break off and to repeat.
    """
    settings = settings_of(config, required=(KEY,))
    changed = finish(_reseal(settings))
    typer.echo(f"{changed} rows sealed anew. Everything has the first key of DABYL_KEY now.")
    if changed:
        typer.echo(
            "The keys behind it can go, from DABYL_KEY and the running bot; keep them with the old backups."
        )


async def _reseal(settings: Settings) -> int:
    async with database_of(settings) as database:
        return await reseal(database, now())
