"""``dabyl roster``: who is on the roster. After the import the file belongs in a safe place, or nowhere."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli_session import DEFAULT, Config, database_of, fail, finish, now, settings_of
from bot.config import KEY, Settings
from bot.core.gazetteer import Gazetteer
from bot.core.model import Member
from bot.core.roster_file import decode, format_roster, parse
from bot.core.roster_row import BadRoster, RosterRow
from bot.jurisdiction_files import load_gazetteer
from handlers import roster
from storage.transaction import Transaction

app = typer.Typer(
    no_args_is_help=True, help="Who is on the roster: lawyers, coordinators, the escalation list."
)


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file; see roster.example.csv.")],
    config: Config = DEFAULT,
) -> None:
    """Read a roster file: new people are added, known ones brought up to date, the others stay as they are."""
    settings = settings_of(config, required=(KEY,))
    gazetteer = load_gazetteer(settings.organisation.jurisdiction)

    def city_id(typed: str) -> str | None:
        if typed in gazetteer.cities:
            return typed
        match = gazetteer.answer(typed)
        return match.city if match is not None else None

    try:
        rows = parse(decode(file.read_bytes()), city_id, settings.organisation.jurisdiction.upper())
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}")
    except BadRoster as error:
        fail(str(error), code=2)
    added, changed = finish(_import(settings, rows))
    typer.echo(
        f"{added} added, {changed} brought up to date. Who has not pressed start yet cannot be reached: dabyl check."
    )


async def _import(settings: Settings, rows: tuple[RosterRow, ...]) -> tuple[int, int]:
    async with database_of(settings) as database, database.write(now()) as tx:
        return await roster.put(tx, rows)


@app.command()
def export(config: Config = DEFAULT) -> None:
    """Print the roster as the file that import reads. It holds names and numbers: keep it safe."""
    settings = settings_of(config, required=(KEY,))
    gazetteer = load_gazetteer(settings.organisation.jurisdiction)
    rows = finish(_rows(settings))
    typer.echo(format_roster(rows, lambda city: _name(gazetteer, city)), nl=False)


async def _rows(settings: Settings) -> list[RosterRow]:
    async with database_of(settings) as database, database.read(now()) as tx:
        return [await roster.row_of(tx, member) for member in await tx.members.by(suspended_at=None)]


@app.command(name="list")
def list_(config: Config = DEFAULT) -> None:
    """Show who is on the roster, and who cannot be reached."""
    settings = settings_of(config, required=(KEY,))
    gazetteer = load_gazetteer(settings.organisation.jurisdiction)
    table = Table("id", "role", "name", "languages", "cities", "on duty", "escalation", "state")
    for row, state in finish(_list(settings)):
        table.add_row(
            str(row.telegram_id),
            row.role,
            row.name,
            " ".join(row.languages),
            ", ".join(gazetteer.name(city, "en") for city in row.cities) or "everywhere",
            "yes" if row.on_duty else "no",
            "yes" if row.escalation else "no",
            state,
        )
    Console().print(table)


async def _list(settings: Settings) -> list[tuple[RosterRow, str]]:
    async with database_of(settings) as database, database.read(now()) as tx:
        members = await tx.members.select()
        return [(await roster.row_of(tx, member), await _state(tx, member)) for member in members]


async def _state(tx: Transaction, member: Member) -> str:
    if member.suspended_at is not None:
        return "suspended"
    address = await tx.addresses.get(member.address_id)
    return "unreachable" if address is None or address.unreachable_since is not None else ""


@app.command()
def suspend(
    telegram_id: Annotated[int, typer.Argument(help="Whose membership ends, as dabyl roster list shows.")],
    config: Config = DEFAULT,
) -> None:
    """End a membership: no more alerts, no more access; open cases are offered to the others at once."""
    settings = settings_of(config, required=(KEY,))
    if not finish(_suspend(settings, telegram_id)):
        fail(f"Nobody on the roster has the id {telegram_id}. See: dabyl roster list")
    typer.echo("Suspended. An import that names the id again ends the suspension.")


async def _suspend(settings: Settings, telegram_id: int) -> bool:
    from bot.app import build_service

    async with database_of(settings) as database, database.write(now()) as tx:
        return await roster.suspend(tx, build_service(settings), str(telegram_id))


def _name(gazetteer: Gazetteer, city: str) -> str:
    """A name that import finds again; of an ambiguous one the id."""
    name = gazetteer.name(city, "en")
    match = gazetteer.answer(name)
    return name if match is not None and match.city == city else city
