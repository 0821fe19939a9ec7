"""``dabyl digest``: a day's digest on the screen, in the language of every channel. Nothing is posted, nothing changed."""

from datetime import date as Date
from typing import Annotated

import typer
from msgspec import Struct, to_builtins

from bot.building import build_service
from bot.cli.session import DEFAULT, Config, Json, database_of, fail, finish, say_json, settings_of, utc_now
from bot.config.settings import KEY, Settings
from handlers.daily import digest_figures, posting, previews
from handlers.daily.edition import coordinators_part, make_edition

STATES = {
    "posted": "The figures as they were posted.",
    "held back": "Held back by a coordinator: as it would be now.",
    "not posted": "Not posted yet: as it would be now.",
}


def command(
    config: Config = DEFAULT,
    date: Annotated[str, typer.Option(help="The day, as 2018-09-18; today if left out.", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Print a day's digest as it would be posted now, and the coordinators' part. Nothing is posted."""
    found = finish(read(settings_of(config, required=(KEY,)), date))
    if as_json:
        say_json(to_builtins(found))
    else:
        _show(found)


class Shown(Struct, frozen=True):
    """A day: the post of each channel, and what stands below."""

    day: str
    state: str
    posts: list[dict[str, str]]
    coordinators: str


async def read(settings: Settings, wanted: str) -> Shown:
    """The digest of a day (ISO date), or of today in the organisation's zone."""
    service = build_service(settings)
    moment = utc_now()
    today = moment.astimezone(service.zone).date()
    try:
        day = Date.fromisoformat(wanted) if wanted else today
    except ValueError:
        fail(f"--date is {wanted!r}: expected a day such as 2018-09-18", code=2)
    if day > today:
        fail(f"--date is {wanted}: that day has not begun; today is {today} in {service.zone}", code=2)
    async with database_of(settings) as database, database.read(moment) as tx:
        figures, posted = await digest_figures.as_of(tx, service, day)
        preview = await previews.load_preview(tx, day)
        note = await previews.sentence_of(tx, service, preview)
        remarks = [note] if note and not posted else []
        posts = [
            {
                "language": language,
                "channel": channel,
                "text": (await make_edition(tx, service, day, language, remarks=remarks)).whole,
            }
            for language, channel in (
                await posting.digest_channels(tx, service) or {service.language: ""}
            ).items()
        ]
        below = await coordinators_part(tx, service, figures, day, service.language)
    state = "posted" if posted else "held back" if preview.is_held else "not posted"
    return Shown(day.isoformat(), state, posts, below)


def _show(found: Shown) -> None:
    for post in found.posts:
        if post["channel"]:
            typer.echo(f"--- {post['language']}, {post['channel']}")
        typer.echo(f"{post['text']}\n")
    typer.echo(found.coordinators)
    typer.echo(f"\n({STATES[found.state]})")
