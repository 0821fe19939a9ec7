"""The steps of ``dabyl emergency`` about a token and a phone, and silence. Each says what it did and what comes next."""

from urllib.parse import urlsplit

import typer

from bot.building import build_service
from bot.cli import token_place
from bot.cli.session import database_of, fail, now, say_json
from bot.cli.whom import meant
from bot.config.secrets import bot_of, is_token
from bot.config.settings import TOKEN, Settings
from bot.core.emergency import EmergencyStep, Step
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from bot.loops.webhook import address_of
from bot.messengers.errors import AccessLost, MessengerError
from bot.messengers.telegram.sessions import Session
from handlers.alerting import asks
from handlers.emergency import phone as phones
from handlers.emergency import silence as silences
from handlers.outbox import operator
from storage.lock import is_held
from storage.schema import message_waits, outbox

RESUME = "dabyl emergency resume ends it."


async def silence(settings: Settings) -> None:
    """Nothing leaves any more."""
    async with database_of(settings) as database:
        async with database.write(now()) as tx:
            begun = await silences.begin(tx)
        async with database.read(now()) as tx:
            step = await silences.since(tx)
    assert step is not None
    since = f"{step.at:%Y-%m-%d %H:%M} UTC"
    typer.echo(f"Silence {'from now on' if begun else f'since {since} already'}: nothing leaves. {RESUME}")
    if not settings.organisation.hotline:
        typer.echo("organisation.hotline is not set: whoever writes is told no number to ring.")


async def resume(settings: Settings) -> None:
    """What has waited leaves."""
    async with database_of(settings) as database, database.write(now()) as tx:
        waits = await tx.outgoing.count(message_waits, outbox.c.lane != Lane.HIDE)
        ended = await silences.end(tx, build_service(settings))
        when = "now" if await is_held(database) else "when the bot starts"
    typer.echo(f"The silence is over; {waits} messages leave {when}." if ended else "There is no silence.")


async def token(settings: Settings, *, log_out: bool) -> None:
    """The old one is made as useless as the Bot API lets, then the new one is taken, checked and put into its place."""
    await silence(settings)
    assert settings.token is not None  # whoever calls requires it
    old = settings.token.get_secret_value()
    await _end_sessions(settings, old, log_out=log_out)
    typer.echo("Now, in BotFather: /revoke, choose the bot. Nothing else makes the old token dead.")
    try:
        new = typer.prompt("The new token (not shown)", hide_input=True).strip()
    except typer.Abort:
        fail(
            f"\nNo new token was given, and nothing was written. The silence lasts: run this again, or {RESUME}"
        )
    if not is_token(new) or new == old or bot_of(new) != bot_of(old):
        fail("That is not a new token of the same bot. Nothing was written; run this again.", code=2)
    name = await _name_of(new, settings.telegram.api_url)
    typer.echo(f"@{name} knows the new token.")
    placed = token_place.put(settings.source(TOKEN), new)
    if await _still_works(old, settings.telegram.api_url):
        typer.echo("The OLD TOKEN STILL WORKS: /revoke was not done, or for another bot.", err=True)
    async with database_of(settings) as database, database.write(now()) as tx:
        tx.emergency_steps.add(EmergencyStep(tx.new_id(), Step.TOKEN, tx.now, tx.now))
    typer.echo(f"Restart the bot. It stays silent: {RESUME}")
    if not placed:
        raise typer.Exit(1)


async def _end_sessions(settings: Settings, token: str, *, log_out: bool) -> None:
    session, secret = Session(token, settings.telegram.api_url), settings.webhook_secret
    ours = address_of(settings.webhook.url, secret) if settings.webhook.url and secret is not None else ""
    try:
        url = await session.end_webhook()
        if url and url != ours:
            host = urlsplit(url).hostname or "?"
            typer.echo(f"Updates went to {host} by a webhook that is not ours: write it down. It is removed.")
        if log_out:
            done = await session.log_out()
            typer.echo(
                "Nobody can use the token for ten minutes." if done else "The server did not log it out."
            )
    except AccessLost:
        typer.echo("The old token is dead already.")
    except MessengerError as error:
        typer.echo(f"Telegram was not asked ({error}); go on with BotFather.")
    finally:
        await session.close()


async def _name_of(token: str, api_url: str) -> str:
    """Raises MessengerError."""
    session = Session(token, api_url)
    try:
        return await session.name()
    except AccessLost:
        fail("Telegram does not know this token. Nothing was written; run this again.", code=2)
    finally:
        await session.close()


async def _still_works(token: str, api_url: str) -> bool:
    session = Session(token, api_url)
    try:
        await session.name()
    except MessengerError:
        return False
    finally:
        await session.close()
    return True


async def phone(settings: Settings, who: str) -> None:
    """Of one member, named or by id."""
    service = build_service(settings)
    async with database_of(settings) as database, database.write(now()) as tx:
        member = await meant(tx, who, await tx.members.by(suspended_at=None))
        held = await phones.taken(tx, service, member)
        runs, silent = await is_held(database), await silences.since(tx) is not None
        nobody = member.role is Role.ADMINISTRATOR and not await operator.readers(tx, service)
        unread = not await asks.coordinators(tx)
    typer.echo("The membership is ended, and the chat gets nothing more.")
    if runs:
        typer.echo(
            "The bot empties it now, as far as Telegram lets: that takes some seconds, of a long one minutes."
        )
    codes = ", ".join(case.code for case in held)
    typer.echo(f"Cases that are offered to others now: {codes}." if held else "They held no case.")
    if unread:
        typer.echo("NO COORDINATOR IS LEFT: nobody is told to ring, nor of what finds no lawyer.", err=True)
    else:
        typer.echo("Coordinators are told to ring.")
    if nobody:
        typer.echo(
            "NO ADMINISTRATOR IS LEFT: nobody hears of trouble. Restart the bot: its log shows the code by which somebody "
            "becomes one.",
            err=True,
        )
    typer.echo("An import ends the suspension, dabyl roster unhide opens the chat again.")
    if not runs:
        typer.echo(
            "No bot runs on this database: messages are deleted, and coordinators told, when it starts."
        )
    if silent:
        typer.echo("There is silence: coordinators are told when it ends (dabyl emergency resume).")


async def steps(settings: Settings, *, as_json: bool) -> None:
    """Each with its time."""
    async with database_of(settings) as database, database.read(now()) as tx:
        found = await tx.emergency_steps.select()
    if as_json:
        say_json([{"step": one.step, "at": one.at, "ended_at": one.ended_at} for one in found])
        return
    for step in found:
        end = step.ended_at
        until = f" until {end:%Y-%m-%d %H:%M} UTC" if end is not None and end != step.at else ""
        typer.echo(f"{step.at:%Y-%m-%d %H:%M} UTC{until}  {step.step}{'' if end is not None else ', lasts'}")
    if not found:
        typer.echo("Nothing was done yet.")
