"""``dabyl roster``: list, import and export the roster. The bot may be running; a change counts from its next alert on.

An import first shows what the file would change. After it the file belongs in a safe place, or nowhere: it has names and
numbers in plain text. Other commands find a member by the name or the id that ``dabyl roster list`` shows.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.building import build_service
from bot.cli.session import DEFAULT, Config, Json, database_of, fail, finish, say_json, settings_of, utc_now
from bot.config.settings import KEY, Settings
from bot.config.speech import chosen_language, spoken
from core.folding import fold_text
from core.model import Member
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_words
from core.roster.csv_file import city_reader, format_roster, name_to_import, name_to_read, parse_roster
from core.roster.person_row import BadRoster, RosterChanges, RosterRow
from core.roster.spreadsheet import table_text
from core.vocabulary import CaseState
from handlers.casework import roster, unhiding
from handlers.joining.roster_file import mistake_line, planned_changes
from handlers.people import placeholders
from handlers.people.readers import has_hidden, is_reachable
from storage.transaction import Transaction

Rows = tuple[RosterRow, ...]


def read_people(settings: Settings, file: Path) -> Rows:
    """The people of the file; all mistakes at once end it."""
    country = settings.organisation.jurisdiction
    try:
        return parse_roster(
            table_text(file.read_bytes()), city_reader(load_gazetteer(country)), country.upper()
        )
    except OSError as error:
        fail(spoken("file-not-read", file=file, reason=error.strerror), code=2)
    except BadRoster as error:
        words, language = load_words(), chosen_language()
        lines = [f"  {mistake_line(words, language, mistake)}" for mistake in error.mistakes]
        fail("\n".join([spoken("roster-bad", count=len(lines)), *lines]), code=2)


async def put_people(settings: Settings, rows: Rows) -> tuple[RosterChanges, int, int]:
    """Into the database; what that changed, how many are new, and how many were known."""
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        found = await planned_changes(tx, rows)
        return found, *await roster.save_rows(tx, build_service(settings), rows)


async def foresee_changes(settings: Settings, rows: Rows) -> RosterChanges:
    """What the import of these rows would change."""
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        return await planned_changes(tx, rows)


def changes_as_json(found: RosterChanges, *, imported: bool) -> dict[str, Any]:
    """The changes as `--json` prints them."""
    return {
        "imported": imported,
        "added": [_person(row) for row in found.added],
        "changed": [_person(row) | {"columns": list(columns)} for row, columns in found.changed],
        "unchanged": found.unchanged,
        "missing": found.missing,
        "coordinators": found.coordinators,
    }


def _person(row: RosterRow) -> dict[str, Any]:
    return {"id": str(row.telegram_id), "role": row.role.value, "name": row.name}


def change_lines(found: RosterChanges) -> Iterator[str]:
    """Each change, and how many stay."""
    words = load_words()
    for row in found.added:
        yield f"+ {row.telegram_id}  {row.role}  {row.name}"
    for row, columns in found.changed:
        named = ", ".join(words.say("en", f"roster-column-{column}") for column in columns)
        yield f"~ {row.telegram_id}  {row.role}  {row.name}: {named}"
    yield (
        f"{len(found.added)} would be added, {len(found.changed)} changed; {found.unchanged} are as the file says, "
        f"{found.missing} are not in it and stay. Nothing was imported."
    )
    if not found.coordinators:
        yield "No coordinator would be on the roster: nobody would hear of what finds no lawyer."


async def find_member(tx: Transaction, who: str, among: Iterable[Member]) -> Member:
    """The one who is called so. Ends where nobody is, or several are."""
    found = []
    for member in among:
        row = await roster.row_of(tx, member)
        id = str(row.telegram_id or "")
        if who == (id or None) or fold_text(who) == fold_text(row.name):
            found.append((id, member))
    if not found:
        fail(f'Nobody on the roster has the id or the name "{who}": dabyl roster list', code=2)
    if len(found) > 1:
        ids = ", ".join(id or "–" for id, _ in found)
        fail(f'Several people are called "{who}"; name one by the id: {ids}', code=2)
    return found[0][1]


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
    rows = read_people(settings, file)
    if dry_run:
        changes = finish(foresee_changes(settings, rows))
    else:
        changes, added, changed = finish(put_people(settings, rows))
    if as_json:
        say_json(changes_as_json(changes, imported=not dry_run))
        return
    if dry_run:
        for line in change_lines(changes):
            typer.echo(line)
        return
    typer.echo(spoken("roster-imported", added=added, changed=changed))
    typer.echo(spoken("roster-file-left", file=file))


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
    async with database_of(settings) as database, database.read(utc_now()) as tx:
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
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        members = await placeholders.remembered_members(tx)
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
    async with database_of(settings) as database, database.read(utc_now()) as tx:
        member = await find_member(tx, who, await placeholders.remembered_members(tx))
        held = len(await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED))
        return member.id, f"{member.name} ({member.role}, {held} open cases)"


async def _suspend(settings: Settings, number: int) -> bool:
    """Whether the membership had not ended before."""
    async with database_of(settings) as database, database.write(utc_now()) as tx:
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
    async with database_of(settings) as database, database.write(utc_now()) as tx:
        member = await find_member(tx, who, await placeholders.remembered_members(tx))
        return await unhiding.bring_back(tx, member), member.suspended_at is not None
