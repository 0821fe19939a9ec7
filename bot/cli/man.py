"""``dabyl man``: the page of the manual, made of the commands themselves."""

from collections.abc import Iterator
from typing import Any

import typer

from bot.cli import main
from bot.cli.commands import COMMANDS, loaded

HIDDEN = ("--help",)
OF_ALL = ("--quiet", "--verbose")
FILES = {
    "config.toml": "The configuration, in the folder where dabyl is started unless --config or DABYL_CONFIG names another.",
    "/var/lib/dabyl": "Where the unit keeps the database and the files that people send.",
}


def command() -> None:
    """Print the manual page, in roff: dabyl man > dabyl.1."""
    typer.echo(page().encode(), nl=False)


def page() -> str:
    """The whole page. It has neither a date nor a version, so that it changes when a command does."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    first, *rest = main.HELP.split("\n\n")
    name, _, what = first.partition(", ")
    yield from ('.TH DABYL 1 "" "" "Dabyl"', ".SH NAME", rf"{name.lower()} \- {_text(what.rstrip('.'))}")
    yield from (
        ".SH SYNOPSIS",
        r".B dabyl",
        r"[\-q] [\-v] \fICOMMAND\fR [\fIARGUMENTS\fR]",
        ".SH DESCRIPTION",
    )
    for paragraph in rest:
        yield from (".PP", _text(paragraph))
    yield from (".SH OPTIONS", r"\-q and \-v may stand behind a command too.")
    dabyl = typer.main.get_command(main.app)
    for param in dabyl.params:
        yield from _option(param, dabyl)
    yield ".SH COMMANDS"
    for one in COMMANDS:
        found = loaded(one)
        several = getattr(found, "commands", None)
        if several is None:
            yield from _command(f"dabyl {one}", found)
            continue
        yield from (f".SS dabyl {_text(one)}", _text(COMMANDS[one]))
        for inner, part in several.items():
            yield from _command(f"dabyl {one} {inner}", part)
    yield ".SH FILES"
    for file, text in FILES.items():
        yield from (".TP", f".I {file}", _text(text))
    yield from (".SH SEE ALSO", "docs/operations.md of the project.")


def _command(title: str, found: Any) -> Iterator[str]:
    arguments = [param for param in found.params if param.param_type_name == "argument"]
    named = [param.metavar or (param.name or "").upper() for param in arguments]
    yield f".SS {_text(' '.join([title, *named]))}"
    for paragraph in (found.help or "").split("\n\n"):
        yield from (".PP", _text(paragraph))
    for param in found.params:
        if not {*HIDDEN, *OF_ALL} & {*param.opts}:
            yield from _option(param, found)


def _option(param: Any, found: Any) -> Iterator[str]:
    record = param.get_help_record(typer.Context(found))
    if record is None:
        return
    names, text = record
    yield from (".TP", rf"\fB{_text(names)}\fR", _text(text))


def _text(text: str) -> str:
    """As roff reads it: no line begins with a dot or a quote, hyphens are those that can be copied."""
    plain = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain
