"""``dabyl unseal``: an export as anybody can read it."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import DEFAULT, Config, finish, settings_of
from bot.config.settings import KEY
from storage.sealed_export import unsealed, write
from storage.sealing import Keyring


def command(
    file: Annotated[Path, typer.Argument(help="An export that dabyl export wrote.")],
    config: Config = DEFAULT,
    to: Annotated[Path | None, typer.Option(help="The ZIP; beside it if left out.", metavar="FILE")] = None,
) -> None:
    """Open a sealed export: a ZIP that anybody can read. Delete it when it has been used."""
    settings = settings_of(config, required=(KEY,))
    assert settings.key is not None
    keyring = Keyring.parse(settings.key.get_secret_value())
    target = to or file.with_suffix(".zip")
    finish(_unseal(file, target, keyring))
    typer.echo(f"{target}\nAnybody can read it: delete it when it has been used.")


async def _unseal(file: Path, target: Path, keyring: Keyring) -> None:
    write(target, unsealed(file, keyring))
