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
from bot.config.speech import network_reason, spoken
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
        typer.echo(spoken("did-put-token", name=TOKEN, where=source.name if source else TOKEN))
        return True
    try:
        secret_sources.replace_secret(source, token)
    except OSError as error:
        typer.echo(spoken("did-token-unwritten", where=source.where, why=error.strerror), err=True)
        return False
    typer.echo(spoken("did-token-stands", where=source.where))
    return True


async def begin_silence(settings: Settings) -> None:
    """From now on the bot sends nothing but the one sentence with the hotline."""
    async with database_of(settings) as database:
        async with database.write(utc_now()) as tx:
            begun = await silences.begin(tx)
        async with database.read(utc_now()) as tx:
            step = await silences.current_silence(tx)
    assert step is not None
    since = f"{step.at:%Y-%m-%d %H:%M} UTC"
    typer.echo(spoken("did-silence-begun" if begun else "did-silence-lasts", since=since))
    if not settings.organisation.hotline:
        typer.echo(spoken("did-silence-no-hotline"))


async def end_silence(settings: Settings) -> None:
    """End the silence: messages that have waited are sent."""
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        waits = await tx.outgoing.count(message_waits, outbox.c.lane != Lane.HIDE)
        ended = await silences.end(tx, build_service(settings))
        runs = "yes" if await is_held(database) else "no"
    typer.echo(spoken("did-silence-over" if ended else "did-silence-none", count=waits, runs=runs))


async def replace_token(settings: Settings, *, log_out: bool) -> None:
    """The old one is made as useless as the Bot API lets, then the new one is taken, checked and put into its place."""
    await begin_silence(settings)
    assert settings.token is not None  # the caller has made sure of it
    old = settings.token.get_secret_value()
    await _end_sessions(settings, old, log_out=log_out)
    typer.echo(spoken("did-revoke-now"))
    try:
        new = typer.prompt(spoken("did-new-token"), hide_input=True).strip()
    except typer.Abort:
        fail("\n" + spoken("did-no-new-token"))
    if not is_token(new) or new == old or bot_of(new) != bot_of(old):
        fail(spoken("did-not-new-token"), code=2)
    name = await _name_of(new, settings.telegram.api_url)
    typer.echo(spoken("did-knows-token", name=name))
    placed = put_token(settings.source(TOKEN), new)
    if await _still_works(old, settings.telegram.api_url):
        typer.echo(spoken("did-old-token-works"), err=True)
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.TOKEN, tx.now, tx.now))
    typer.echo(spoken("did-restart"))
    if not placed:
        raise typer.Exit(1)


async def _end_sessions(settings: Settings, token: str, *, log_out: bool) -> None:
    session, secret = Session(token, settings.telegram.api_url), settings.webhook_secret
    ours = address_of(settings.webhook.url, secret) if settings.webhook.url and secret is not None else ""
    try:
        url = await session.end_webhook()
        if url and url != ours:
            host = urlsplit(url).hostname or "?"
            typer.echo(spoken("did-foreign-webhook", host=host))
        if log_out:
            done = await session.log_out()
            typer.echo(spoken("did-logged-out" if done else "did-not-logged-out"))
    except AccessLost:
        typer.echo(spoken("did-token-dead"))
    except MessengerError as error:
        typer.echo(spoken("did-not-asked", why=network_reason(str(error))))
    finally:
        await session.close()


async def _name_of(token: str, api_url: str) -> str:
    session = Session(token, api_url)
    try:
        return await session.name()
    except AccessLost:
        fail(spoken("did-token-unknown"), code=2)
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
    typer.echo(spoken("did-shut-out"))
    if runs:
        typer.echo(spoken("did-emptying"))
    codes = ", ".join(case.code for case in held)
    typer.echo(spoken("did-offered" if held else "did-no-cases", codes=codes))
    if unread:
        typer.echo(spoken("did-no-coordinator"), err=True)
    else:
        typer.echo(spoken("did-coordinators-told"))
    if nobody:
        typer.echo(
            spoken("did-no-administrator"),
            err=True,
        )
    typer.echo(spoken("did-phone-later"))
    if not runs:
        typer.echo(spoken("did-no-bot-runs"))
    if silent:
        typer.echo(spoken("did-phone-silence"))


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
        typer.echo(spoken("did-nothing"))


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
        fail(spoken("did-nobody-told", why=why))
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        told = await bot_replacement.announce(tx, build_service(settings))
        silent = await silence.current_silence(tx) is not None
    typer.echo(spoken("did-announced", count=told, name=settings.telegram.successor))
    if silent:
        typer.echo(spoken("did-announced-silence"))


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
        fail(spoken("did-unchanged", why=why))
    name = settings.telegram.successor
    if not sure:
        typer.confirm(spoken("did-sure", name=name), abort=True)
    token = settings.successor_token.get_secret_value()
    async with database_of(settings) as database, hold(database), database.write(utc_now()) as tx:
        await bot_identity.become(tx, bot_of(token))
        left = await bot_replacement.replace_bot(tx, build_service(settings))
    typer.echo(spoken("did-must-start", members=left.members, reporters=left.reporters, name=name))
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
