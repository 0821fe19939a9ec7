"""``dabyl policy``: why somebody was asked about a case, and who would be. Nothing is sent or written; names are shown."""

from datetime import datetime
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.building import build_service
from bot.cli.policy_case import about_case
from bot.cli.policy_trial import about_trial
from bot.cli.session import DEFAULT, Config, Json, database_of, fail, finish, now, say_json, settings_of
from bot.config.settings import KEY, Settings
from handlers.service import Service
from storage.database import Database

app = typer.Typer(no_args_is_help=True, help="Who is asked about a case, who is not, and why.")

Row = tuple[str, ...]
WHY, WHO = ("who", "what", "why"), ("region", "when", "who")


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="The case's code, in quotes: 'river lamp 42'.")],
    config: Config = DEFAULT,
    as_json: Json = False,
) -> None:
    """Tell who was asked about a case, in which step and why, who would be next, and of the others why not."""
    settings = settings_of(config, required=(KEY,))
    head, rows = finish(_explain(settings, code))
    if not head:
        fail(f"There is no case {code!r}: its code stands on its card, three words in all.", code=2)
    if as_json:
        say_json({"case": head, "rows": [dict(zip(WHY, row, strict=True)) for row in rows]})
    else:
        _show(head, WHY, rows)


async def _explain(settings: Settings, code: str) -> tuple[str, list[Row]]:
    async with database_of(settings) as database, database.read(now()) as tx:
        return await about_case(tx, build_service(settings), code)


@app.command(name="try")
def try_(
    config: Config = DEFAULT,
    region: Annotated[str, typer.Option(help="The id of one region; all if left out.")] = "",
    at: Annotated[
        str,
        typer.Option(
            help="A time by the clock there; a Wednesday at 14:00 and a Saturday at 03:00 if left out.",
            metavar="'2018-09-18 03:00'",
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Play made-up cases against the roster: who would be asked after how long, and where nobody would be."""
    settings = settings_of(config, required=(KEY,))
    service = build_service(settings)
    if region and region not in service.gazetteer.regions:
        fail(f"There is no region {region!r}; there are {', '.join(service.gazetteer.regions)}.", code=2)
    try:
        moment = datetime.fromisoformat(at).replace(tzinfo=None) if at else None
    except ValueError:
        fail(f"--at is {at!r}: expected a time such as '2018-09-18 03:00'.", code=2)
    rows, gaps = finish(_try(settings, service, region, moment))
    if as_json:
        say_json({"rows": [dict(zip(WHO, row, strict=True)) for row in rows], "gaps": gaps})
        return
    _show("Nobody answers in any of these, so every step comes; nothing was sent or written.", WHO, rows)
    typer.echo("\n".join(gaps) if gaps else "Somebody would be asked in all of them.")


async def _try(
    settings: Settings, service: Service, region: str, moment: datetime | None
) -> tuple[list[Row], list[str]]:
    async with database_of(settings) as database:
        return await _tried(database, service, region, moment)


async def _tried(
    database: Database, service: Service, region: str, moment: datetime | None
) -> tuple[list[Row], list[str]]:
    async with database.read(now()) as tx:
        return await about_trial(tx, service, [region] if region else list(service.gazetteer.regions), moment)


def _show(head: str, columns: Row, rows: list[Row]) -> None:
    table = Table(box=SIMPLE, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    typer.echo(head)
    Console().print(table)
