"""``dabyl roster``: who is on the roster. The bot may be running; what changes here counts from its next alert on.

After the import the file belongs in a safe place, or nowhere: it has names and numbers in plain text.
"""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.building import build_service
from bot.cli import roster_file
from bot.cli.session import DEFAULT, Config, Json, database_of, fail, finish, now, say_json, settings_of
from bot.cli.whom import meant
from bot.config.settings import KEY, Settings
from bot.core.model import Member
from bot.core.roster.file import format_roster
from bot.core.roster.places import name_to_import, name_to_read
from bot.core.roster.row import RosterRow
from bot.core.vocabulary import CaseState
from bot.resources.places import load_gazetteer
from handlers.casework import roster, unhiding
from handlers.people import nobody
from handlers.people.readers import has_hidden, is_reachable
from storage.transaction import Transaction

BETWEEN = {"languages": " ", "places": ", ", "state": ", "}  # what a table writes between several

app = typer.Typer(
    no_args_is_help=True, help="Who is on the roster: lawyers, coordinators, the escalation list."
)


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file; see: dabyl example roster.")],
    config: Config = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    as_json: Json = False,
) -> None:
    """Read a roster file: new people are added, known ones brought up to date, the others stay as they are.

    All mistakes in the file are told at once, and then nothing is imported. The bot may be running.
    """
    settings = settings_of(config, required=(KEY,))
    rows = roster_file.read(settings, file)
    if dry_run:
        changes = finish(roster_file.look(settings, rows))
    else:
        changes, added, changed = finish(roster_file.put(settings, rows))
    if as_json:
        say_json(roster_file.document(changes, imported=not dry_run))
        return
    if dry_run:
        for line in roster_file.lines(changes):
            typer.echo(line)
        return
    typer.echo(
        f"{added} added, {changed} brought up to date.\n"
        "Who has hidden their chat stays unreachable there: dabyl roster list says who, dabyl roster unhide ends it.\n"
        "Nobody can be reached who has not pressed start in the bot's chat: dabyl check says who that is.\n"
        f"{file} holds names and numbers in plain text: put it in a safe place, or delete it."
    )


@app.command()
def export(config: Config = DEFAULT) -> None:
    """Print the roster as the file that import reads. It holds names and numbers: keep it safe.

    Who is suspended is left out, because importing the file would end the suspension.
    """
    settings = settings_of(config, required=(KEY,))
    gazetteer = load_gazetteer(settings.organisation.jurisdiction)
    rows = finish(_rows(settings))
    typer.echo(format_roster(rows, lambda city: name_to_import(gazetteer, city)).encode(), nl=False)


async def _rows(settings: Settings) -> list[RosterRow]:
    async with database_of(settings) as database, database.read(now()) as tx:
        rows = [await roster.row_of(tx, member) for member in await tx.members.by(suspended_at=None)]
    return [row for row in rows if row.telegram_id]


@app.command(name="list")
def list_(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Show who is on the roster, who is suspended and who cannot be reached."""
    settings = settings_of(config, required=(KEY,))
    gazetteer = load_gazetteer(settings.organisation.jurisdiction)
    rows = [
        {
            "id": str(row.telegram_id or "–"),
            "role": row.role.value,
            "name": row.name,
            "languages": list(row.languages),
            "places": [name_to_read(gazetteer, place) for place in row.cities],
            "state": states,
        }
        for row, states in finish(_list(settings))
    ]
    if as_json:
        say_json(rows)
        return
    if not rows:
        typer.echo("The roster is empty: dabyl roster import FILE (see: dabyl example roster).")
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for column in rows[0]:
        table.add_column(column, overflow="fold", no_wrap=column in ("id", "role"))
    for row in rows:
        table.add_row(
            *(cell if isinstance(cell, str) else BETWEEN[name].join(cell) for name, cell in row.items())
        )
    Console().print(table)


async def _list(settings: Settings) -> list[tuple[RosterRow, list[str]]]:
    async with database_of(settings) as database, database.read(now()) as tx:
        members = await nobody.known(tx)
        return [(await roster.row_of(tx, member), await _states(tx, member)) for member in members]


async def _states(tx: Transaction, member: Member) -> list[str]:
    """What decides whether and when they are asked."""
    states = (
        (tx.is_distrusted("members", member.id), "changed by hand"),
        (member.suspended_at is not None, "suspended"),
        (hidden := await has_hidden(tx, member), "hidden"),
        (not hidden and not await is_reachable(tx, member), "unreachable"),
        (shifts := member.duty is not None and bool(member.duty.shifts), "shifts"),
        (not shifts and member.on_duty, "on duty"),
        (member.escalation, "escalation list"),
    )
    return [state for applies, state in states if applies]


@app.command()
def suspend(
    who: Annotated[
        str, typer.Argument(help="Whose membership ends: the name or the id, as dabyl roster list shows.")
    ],
    config: Config = DEFAULT,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """End a membership: no more alerts, no more access; the cases they hold are offered to the others at once."""
    settings = settings_of(config, required=(KEY,))
    number, named = finish(_named(settings, who))
    if not yes:
        typer.confirm(f"End the membership of {named}?", abort=True)
    if not finish(_suspend(settings, number)):
        fail(f"{named} is suspended already.", code=2)
    typer.echo(f"Suspended: {named}. An import that names this id again ends the suspension.")


async def _named(settings: Settings, who: str) -> tuple[int, str]:
    """As the technician can see that it is the right one: name, role, and how many cases would be offered to others."""
    async with database_of(settings) as database, database.read(now()) as tx:
        member = await meant(tx, who, await nobody.known(tx))
        held = len(await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED))
        return member.id, f"{member.name} ({member.role}, {held} open cases)"


async def _suspend(settings: Settings, number: int) -> bool:
    """Whether the membership had not ended before."""
    async with database_of(settings) as database, database.write(now()) as tx:
        member = await tx.members.get(number)
        return member is not None and await roster.suspend(tx, build_service(settings), member)


@app.command()
def unhide(
    who: Annotated[
        str, typer.Argument(help="Whose chat is hidden: the name or the id, as dabyl roster list shows.")
    ],
    config: Config = DEFAULT,
) -> None:
    """Write again to a member who hid their chat because the phone was being taken. Ring them first."""
    settings = settings_of(config, required=(KEY,))
    hidden, suspended = finish(_unhide(settings, who))
    if not hidden:
        typer.echo("This chat is not hidden.")
    elif not suspended:
        typer.echo(
            "Alerts go to this chat again, from the next one on; what they hold is shown to them at once."
        )
    if suspended:
        typer.echo(
            "The chat is answered, and the membership is still ended: dabyl roster import brings it back."
        )


async def _unhide(settings: Settings, who: str) -> tuple[bool, bool]:
    """Whether it was hidden, and whether they are suspended. Nothing happens unless it is one person."""
    async with database_of(settings) as database, database.write(now()) as tx:
        member = await meant(tx, who, await nobody.known(tx))
        return await unhiding.bring_back(tx, member), member.suspended_at is not None
