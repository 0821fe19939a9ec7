"""``dabyl witness``: partners compare the lines that they were given day by day with those of an export."""

import hashlib
import zipfile
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import Json, fail, say_json
from core.exporting.witness import DAY_LINES, compare_lines

SUMS = "SHA256SUMS"


def command(
    file: Annotated[Path, typer.Argument(help="An export, as a ZIP that anybody can read.")],
    lines: Annotated[Path, typer.Argument(help="A text with the lines of the days, as they were posted.")],
    as_json: Json = False,
) -> None:
    """Compare the lines of the days that partners have kept with those of an export: no key, no network.

    The exit code is 1 if anything does not fit.
    """
    try:
        posted = lines.read_text("utf-8", "replace")
        with zipfile.ZipFile(file) as archive:
            broken = _wrong_sums(archive)
            found = compare_lines(archive.read(DAY_LINES), posted)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        fail(f"{file} is no export that was unsealed, or {lines} no text: {error}", code=2)
    wrong = [*broken, *found.wrong]
    if not found.fit and not found.later and not wrong:
        wrong.append(f"{lines} has no line of a day: 2018-09-17, a blank, and 64 digits.")
    if as_json:
        say_json({"fit": found.fit, "later": found.later, "wrong": wrong})
    else:
        for sentence in wrong:
            typer.echo(sentence)
        typer.echo(f"Lines that fit: {found.fit}; newer than the export: {len(found.later)}.")
    if wrong:
        raise typer.Exit(1)


def _wrong_sums(archive: zipfile.ZipFile) -> list[str]:
    wrong, listed = [], set[str]()
    for row in archive.read(SUMS).decode().splitlines():
        digest, _, name = row.partition("  ")
        listed.add(name)
        with archive.open(name) as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != digest:  # type: ignore[arg-type]
                wrong.append(f"{name}: its SHA-256 is not the one that {SUMS} has.")
    more = sorted(set(archive.namelist()) - listed - {SUMS})
    return [*wrong, *(f"{name}: {SUMS} does not have it." for name in more)]
