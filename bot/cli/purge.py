"""``dabyl purge``: what is over its term is removed now, and not only in the night. The bot may be running."""

import logging
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from bot.cli.session import DEFAULT, Config, Json, fail, finish, place_of, quiet_logs, say_json, settings_of
from bot.config.settings import KEY


def command(
    config: Config = DEFAULT,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Only count what is due, by table and reason; nothing is removed."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Remove for good what is over its term (docs/retention.md). It may be broken off and begun again at any time."""
    from bot.cli.purging import purged

    quiet_logs(logging.WARNING)
    settings = settings_of(config, required=(KEY,))
    done = finish(purged(settings, dry_run=dry_run))
    rows = [
        {"table": table, "reason": why, "rows": number} for (table, why), number in sorted(done.due.items())
    ]
    if as_json:
        say_json(
            {
                "removed": not dry_run,
                "due": rows,
                "passed_over": list(done.passed_over),
                "log_waits": done.log_waits,
            }
        )
    else:
        _tell(rows, dry_run=dry_run)
    if done.log_waits:
        log = f"{place_of(settings)}-wal"
        typer.echo(
            f"Somebody reads the database, perhaps a backup: until that has ended, what was removed may stand in {log}. "
            "Then, once more: dabyl purge.",
            err=True,
        )
    if done.passed_over:
        codes = ", ".join(done.passed_over)
        fail(f"Passed over, because something in them fails: {codes}. A defect: report it with the log.")
    if done.log_waits:
        raise typer.Exit(1)


def _tell(rows: Sequence[Mapping[str, Any]], *, dry_run: bool) -> None:
    for row in rows:
        if row["rows"]:
            typer.echo(f"{row['rows']:>8}  {row['table']}: {row['reason']}")
    if not any(row["rows"] for row in rows):
        typer.echo("Nothing is over its term.")
    elif dry_run:
        typer.echo("Nothing was removed. What is on legal hold is not counted: it stays.")
    else:
        typer.echo("Removed. Older backups still have it until they are removed: dabyl backup --keep.")
