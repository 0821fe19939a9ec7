"""``dabyl key``: a key that nobody has."""

import typer

from storage.sealing import new_key


def command() -> None:
    """Print a new key for DABYL_KEY. Keep a copy outside the server: without it nothing can be read again."""
    typer.echo(new_key())
