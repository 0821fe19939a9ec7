"""The part of ``dabyl check`` about emergencies: whether there is silence, and whether the second bot is there."""

from contextlib import suppress

from bot.cli.report import Report
from bot.cli.session import database_of, now
from bot.cli.successor import alive
from bot.config.settings import Settings
from handlers.emergency import silence
from storage.errors import StorageError


async def look_at_emergencies(settings: Settings, report: Report) -> None:
    """What can be looked at with the secrets at hand."""
    if settings.key is not None:
        with suppress(StorageError):  # it was told already that the database does not open
            async with database_of(settings) as database, database.read(now()) as tx:
                step = await silence.since(tx)
            if step is not None:
                since = f"{step.at:%Y-%m-%d %H:%M} UTC"
                report.wrong(f"Silence since {since}: nothing leaves. dabyl emergency resume ends it.")
    if settings.telegram.successor or settings.successor_token is not None:
        if why := await alive(settings):
            report.wrong(f"{why[0].upper()}{why[1:]}.")
        else:
            report.ok(f"The second bot is there: @{settings.telegram.successor}.")
