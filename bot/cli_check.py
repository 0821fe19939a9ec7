"""``dabyl check``: is everything as it must be, before the worst day? Says all that is wrong, not the first."""

from contextlib import suppress

import typer

from bot.cli_session import database_of, now
from bot.config import Settings, advice
from bot.messengers.errors import MessengerError
from bot.messengers.telegram import Telegram
from storage.errors import StorageError


async def check(settings: Settings) -> bool:
    """Everything that can be checked with the secrets at hand; whether it is all right."""
    fine = True
    typer.echo("The configuration is valid.")
    for hint in advice(settings):
        typer.echo(f"  note: {hint}")
    members: list[tuple[str, str, str]] = []
    if settings.key is None:
        typer.echo("DABYL_KEY is not set: the database was not checked.")
    else:
        try:
            members = await _members(settings)
            typer.echo(f"The database opens; {len(members)} members on the roster.")
        except StorageError as error:
            typer.echo(f"  wrong: the database: {error}")
            fine = False
    if settings.token is None:
        typer.echo("DABYL_TELEGRAM_TOKEN is not set: Telegram was not asked.")
        return fine
    telegram = Telegram(settings.token.get_secret_value(), settings.telegram.api_url)
    try:
        return await _ask(telegram, settings, members) and fine
    finally:
        await telegram.close()


async def _ask(telegram: Telegram, settings: Settings, members: list[tuple[str, str, str]]) -> bool:
    try:
        typer.echo(f"Telegram knows the bot as @{await telegram.name()}.")
    except MessengerError as error:
        typer.echo(f"  wrong: Telegram does not accept the token or cannot be reached: {error}")
        return False
    fine = True
    channel = settings.telegram.channel
    if channel:
        allowed = False
        with suppress(MessengerError):
            allowed = await telegram.may_post(channel)
        typer.echo(
            f"The bot may post in {channel}."
            if allowed
            else f"  wrong: the bot may not post in {channel}: make it an administrator of the channel."
        )
        fine = allowed
    known = {chat for _, chat, _ in members}
    people = [("administrator", str(c), "") for c in settings.telegram.administrators if str(c) not in known]
    for role, chat, name in [*people, *members]:
        try:
            reached = await telegram.reaches(chat)
        except MessengerError as error:
            typer.echo(f"  wrong: {role} {chat} {name}: {error}")
            fine = False
            continue
        if not reached:
            typer.echo(
                f"  wrong: {role} {chat} {name} cannot be reached: they must press start in the bot's chat."
            )
            fine = False
    if fine:
        typer.echo("Everybody can be reached.")
    return fine


async def _members(settings: Settings) -> list[tuple[str, str, str]]:
    """Role, chat and name of everybody who is not suspended."""
    found = []
    async with database_of(settings) as database, database.read(now()) as tx:
        for member in await tx.members.by(suspended_at=None):
            address = await tx.addresses.get(member.address_id)
            if address is not None:
                found.append((member.role, address.chat, member.name))
    return found
