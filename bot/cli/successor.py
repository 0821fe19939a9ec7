"""The steps of ``dabyl emergency`` about the second bot: made known, who has confirmed it, and in the first one's place."""

import typer

from bot.building import build_service
from bot.cli import token_place
from bot.cli.session import database_of, fail, now, say_json
from bot.config.secrets import bot_of
from bot.config.settings import SUCCESSOR, TOKEN, Settings
from bot.core.emergency import Step
from bot.messengers.telegram.sessions import what_is_wrong
from handlers.casework import roster
from handlers.emergency import announcing, silence, succession
from storage import whose
from storage.lock import hold


async def alive(settings: Settings) -> str:
    """What is wrong with the second bot; empty: it is there, and has the name that the configuration says."""
    if not settings.telegram.successor and settings.successor_token is None:
        return ""
    if settings.successor_token is None:
        return f"{SUCCESSOR} is not set: nobody could write by @{settings.telegram.successor}"
    if not settings.telegram.successor:
        return f"telegram.successor is not set, although {SUCCESSOR} is: nobody knows the second bot"
    token, name = settings.successor_token.get_secret_value(), settings.telegram.successor
    return await what_is_wrong(token, name, settings.telegram.api_url)


async def announce(settings: Settings) -> None:
    """Members are told, and confirm it."""
    if not settings.telegram.successor:
        fail("telegram.successor is not set: there is nothing to make known. See docs/security.md.", code=2)
    if why := await alive(settings):
        fail(f"Nobody was told: {why}.")
    async with database_of(settings) as database, database.write(now()) as tx:
        told = await announcing.announce(tx, build_service(settings))
        silent = await silence.since(tx) is not None
    typer.echo(f"{told} members are told of @{settings.telegram.successor}, and confirm it by a tap.")
    if silent:
        typer.echo("There is silence: they are told when it ends (dabyl emergency resume).")
    typer.echo("A day later coordinators get the names of those who have not. Now: dabyl emergency receipts.")


async def receipts(settings: Settings, *, as_json: bool) -> None:
    """How many have confirmed, and who has not."""
    async with database_of(settings) as database, database.read(now()) as tx:
        step = await announcing.under_way(tx, Step.SUCCEEDED) or await announcing.under_way(
            tx, Step.ANNOUNCED
        )
        rows = [await roster.row_of(tx, one) for one in await announcing.missing(tx, step)] if step else []
        every = await tx.notices.by(step_id=step.id) if step else ()
    rows.sort(key=lambda row: row.name)
    confirmed = sum(one.confirmed_at is not None for one in every)
    if as_json:
        people = [{"role": row.role, "name": row.name, "phone": row.phone or None} for row in rows]
        at, which = (step.at, step.step) if step else (None, None)
        say_json({"step": which, "at": at, "people": len(every), "confirmed": confirmed, "missing": people})
        return
    if step is None:
        typer.echo("Nothing was announced, or every member has confirmed it.")
        return
    what = "have pressed start in the second bot" if step.step is Step.SUCCEEDED else "know the second bot"
    typer.echo(
        f"{confirmed} of {len(every)} people {what} ({step.at:%Y-%m-%d %H:%M} UTC). To ring, of the members:"
    )
    for row in rows:
        typer.echo(f"  {row.role}  {row.name}  {row.phone or 'no number'}")
    if not rows:
        typer.echo("  nobody")


async def succeed(settings: Settings, *, sure: bool) -> None:
    """The database is the second bot's from now on, and so is the token."""
    if settings.successor_token is None or not settings.telegram.successor:
        fail(
            f"There is no second bot: telegram.successor and {SUCCESSOR} name one. See docs/security.md.",
            code=2,
        )
    if why := await alive(settings):
        fail(f"Nothing was changed: {why}.")
    name = settings.telegram.successor
    if not sure:
        question = f"@{name} writes from now on, and reaches nobody who has not pressed start there. Sure?"
        typer.confirm(question, abort=True)
    token = settings.successor_token.get_secret_value()
    async with database_of(settings) as database, hold(database), database.write(now()) as tx:
        await whose.become(tx, bot_of(token))
        left = await succession.succeed(tx, build_service(settings))
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
    placed = token_place.put(settings.source(TOKEN), token)
    typer.echo(
        f"Take telegram.successor and {SUCCESSOR} out of the configuration, or name a third bot; make this one an "
        "administrator of the digest's channels; start it; then dabyl emergency receipts says whom to ring."
    )
    if not placed:
        raise typer.Exit(1)
