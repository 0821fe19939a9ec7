"""A new token goes where the old one comes from, or the technician is told to put it there."""

import typer

from bot.config import writing_back
from bot.config.settings import TOKEN
from bot.config.sources import Source


def put(source: Source | None, token: str) -> bool:
    """Written where it can be; says what is so now. False where a file did not take it."""
    if source is None or not writing_back.can(source):
        typer.echo(
            f"Put its token where {TOKEN} comes from ({source.name if source else TOKEN}), before the start."
        )
        return True
    try:
        writing_back.replace(source, token)
    except OSError as error:
        why = f"{source.where} could not be written: {error.strerror}."
        typer.echo(f"{why} Everything else is done. Put its token there by hand, before the start.", err=True)
        return False
    typer.echo(f"Its token stands in {source.where} now.")
    return True
