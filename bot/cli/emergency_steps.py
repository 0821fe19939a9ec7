"""The steps of ``dabyl emergency``: about a token, a phone, silence, and the second bot. Each says what it did and what
comes next.

A new token is written where the old one is kept, or the technician is told to put it there. The second bot is made known to
members, it is shown who has confirmed it, and then it takes the place of the first.
"""

from urllib.parse import urlsplit

import typer

from bot.building import build_service
from bot.cli.roster import find_member
from bot.cli.session import database_of, fail, say_json, utc_now
from bot.config import secret_sources
from bot.config.secret_sources import Source
from bot.config.secrets import bot_of, is_token
from bot.config.settings import SUCCESSOR, TOKEN, Settings
from bot.loops.webhook import address_of
from bot.messengers.errors import AccessLost, MessengerError
from bot.messengers.telegram.account import Session, what_is_wrong
from core.records.emergency_steps import EmergencyKind, EmergencyStep
from core.traffic import Lane
from core.vocabulary import Role
from handlers.alerting import tasks
from handlers.casework import roster
from handlers.emergency import bot_replacement, silence
from handlers.emergency import seized_phone as phones
from handlers.emergency import silence as silences
from handlers.outbox import administrators
from storage import bot_identity
from storage.lock import hold, is_held
from storage.schema import message_waits, outbox


def put_token(source: Source | None, token: str) -> bool:
    """Written where it can be; says what is so now. False where a file did not take it."""
    if source is None or not secret_sources.can_write(source):
        typer.echo(
            f"Put its token where {TOKEN} comes from ({source.name if source else TOKEN}), before the start."
        )
        return True
    try:
        secret_sources.replace_secret(source, token)
    except OSError as error:
        why = f"{source.where} could not be written: {error.strerror}."
        typer.echo(f"{why} Everything else is done. Put its token there by hand, before the start.", err=True)
        return False
    typer.echo(f"Its token stands in {source.where} now.")
    return True


RESUME = "dabyl emergency resume ends it."


async def begin_silence(settings: Settings) -> None:
    """From now on the bot sends nothing but the one sentence with the hotline."""
    async with database_of(settings) as database:
        async with database.write(utc_now()) as tx:
            begun = await silences.begin(tx)
        async with database.read(utc_now()) as tx:
            step = await silences.current_silence(tx)
    assert step is not None
    since = f"{step.at:%Y-%m-%d %H:%M} UTC"
    typer.echo(f"Silence {'from now on' if begun else f'since {since} already'}: nothing leaves. {RESUME}")
    if not settings.organisation.hotline:
        typer.echo("organisation.hotline is not set: whoever writes is told no number to ring.")


async def end_silence(settings: Settings) -> None:
    """End the silence: messages that have waited are sent."""
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        waits = await tx.outgoing.count(message_waits, outbox.c.lane != Lane.HIDE)
        ended = await silences.end(tx, build_service(settings))
        when = "now" if await is_held(database) else "when the bot starts"
    typer.echo(f"The silence is over; {waits} messages leave {when}." if ended else "There is no silence.")


async def replace_token(settings: Settings, *, log_out: bool) -> None:
    """The old one is made as useless as the Bot API lets, then the new one is taken, checked and put into its place."""
    await begin_silence(settings)
    assert settings.token is not None  # the caller has made sure of it
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
    placed = put_token(settings.source(TOKEN), new)
    if await _still_works(old, settings.telegram.api_url):
        typer.echo("The OLD TOKEN STILL WORKS: /revoke was not done, or for another bot.", err=True)
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.TOKEN, tx.now, tx.now))
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


async def take_off_phone(settings: Settings, who: str) -> None:
    """Of one member, named or by id."""
    service = build_service(settings)
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        member = await find_member(tx, who, await tx.members.by(suspended_at=None))
        held = await phones.shut_out_member(tx, service, member)
        runs, silent = await is_held(database), await silences.current_silence(tx) is not None
        nobody = member.role is Role.ADMINISTRATOR and not await administrators.address_ids(tx, service)
        unread = not await tasks.coordinators(tx)
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


async def list_steps(settings: Settings, *, as_json: bool) -> None:
    """Print the steps that were taken, each with its time."""
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        found = await tx.emergency_steps.select()
    if as_json:
        say_json([{"step": row.step, "at": row.at, "ended_at": row.ended_at} for row in found])
        return
    for step in found:
        end = step.ended_at
        until = f" until {end:%Y-%m-%d %H:%M} UTC" if end is not None and end != step.at else ""
        typer.echo(f"{step.at:%Y-%m-%d %H:%M} UTC{until}  {step.step}{'' if end is not None else ', lasts'}")
    if not found:
        typer.echo("Nothing was done yet.")


async def what_is_wrong_with_successor(settings: Settings) -> str:
    """What is wrong with the second bot; empty: it is there, and has the name that the configuration says."""
    if not settings.telegram.successor and settings.successor_token is None:
        return ""
    if settings.successor_token is None:
        return f"{SUCCESSOR} is not set: nobody could write by @{settings.telegram.successor}"
    if not settings.telegram.successor:
        return f"telegram.successor is not set, although {SUCCESSOR} is: nobody knows the second bot"
    token, name = settings.successor_token.get_secret_value(), settings.telegram.successor
    return await what_is_wrong(token, name, settings.telegram.api_url)


async def announce_successor(settings: Settings) -> None:
    """Members are told, and confirm it."""
    if not settings.telegram.successor:
        fail(
            "telegram.successor is not set: there is nothing to make known. See docs/run/security.md.", code=2
        )
    if why := await what_is_wrong_with_successor(settings):
        fail(f"Nobody was told: {why}.")
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        told = await bot_replacement.announce(tx, build_service(settings))
        silent = await silence.current_silence(tx) is not None
    typer.echo(f"{told} members are told of @{settings.telegram.successor}, and confirm it by a tap.")
    if silent:
        typer.echo("There is silence: they are told when it ends (dabyl emergency resume).")
    typer.echo("A day later coordinators get the names of those who have not. Now: dabyl emergency receipts.")


async def show_receipts(settings: Settings, *, as_json: bool) -> None:
    """How many have confirmed, and who has not."""
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        step = await bot_replacement.step_under_way(
            tx, EmergencyKind.SUCCEEDED
        ) or await bot_replacement.step_under_way(tx, EmergencyKind.ANNOUNCED)
        rows = (
            [
                await roster.row_of(tx, member)
                for member in await bot_replacement.unconfirmed_members(tx, step)
            ]
            if step
            else []
        )
        every = await tx.notices.by(step_id=step.id) if step else ()
    rows.sort(key=lambda row: row.name)
    confirmed = sum(row.confirmed_at is not None for row in every)
    if as_json:
        people = [{"role": row.role, "name": row.name, "phone": row.phone or None} for row in rows]
        at, which = (step.at, step.step) if step else (None, None)
        say_json({"step": which, "at": at, "people": len(every), "confirmed": confirmed, "missing": people})
        return
    if step is None:
        typer.echo("Nothing was announced, or every member has confirmed it.")
        return
    what = (
        "have pressed start in the second bot"
        if step.step is EmergencyKind.SUCCEEDED
        else "know the second bot"
    )
    typer.echo(
        f"{confirmed} of {len(every)} people {what} ({step.at:%Y-%m-%d %H:%M} UTC). To ring, of the members:"
    )
    for row in rows:
        typer.echo(f"  {row.role}  {row.name}  {row.phone or 'no number'}")
    if not rows:
        typer.echo("  nobody")


async def put_successor_in_place(settings: Settings, *, sure: bool) -> None:
    """The database is the second bot's from now on, and so is the token."""
    if settings.successor_token is None or not settings.telegram.successor:
        fail(
            f"There is no second bot: telegram.successor and {SUCCESSOR} name one. See docs/run/security.md.",
            code=2,
        )
    if why := await what_is_wrong_with_successor(settings):
        fail(f"Nothing was changed: {why}.")
    name = settings.telegram.successor
    if not sure:
        question = f"@{name} writes from now on, and reaches nobody who has not pressed start there. Sure?"
        typer.confirm(question, abort=True)
    token = settings.successor_token.get_secret_value()
    async with database_of(settings) as database, hold(database), database.write(utc_now()) as tx:
        await bot_identity.become(tx, bot_of(token))
        left = await bot_replacement.replace_bot(tx, build_service(settings))
    typer.echo(
        f"{left.members} members and {left.reporters} reporters must press start: https://t.me/{name}?start=here"
    )
    typer.echo(
        "A member is known by their account, a reporter too, and from another account by the receipt code."
    )
    if left.unsent:
        typer.echo(f"{left.unsent} messages had not left, and are not sent any more.")
    if left.files:
        typer.echo(
            f"{left.files} files that people sent were not fetched yet: only the first bot could fetch them."
        )
    placed = put_token(settings.source(TOKEN), token)
    typer.echo(
        f"Take telegram.successor and {SUCCESSOR} out of the configuration, or name a third bot; make this one an "
        "administrator of the digest's channels; start it; then dabyl emergency receipts says whom to ring."
    )
    if not placed:
        raise typer.Exit(1)
