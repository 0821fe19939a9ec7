"""``dabyl explain``: what an alarm means, and what to do."""

from typing import Annotated

import typer
from msgspec import to_builtins

from bot.cli.alarms import alarms
from bot.cli.session import Json, fail, say_json

SENDER = "Watchman:"  # stands before each of its findings


def command(
    alarm: Annotated[
        list[str] | None,
        typer.Argument(help="Its name, or words of what the bot said; all of them if left out."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Explain an alarm: what the bot says to administrators, what it means, and what to do."""
    known = alarms()
    words = " ".join(alarm or []).removeprefix(SENDER).strip()
    found = {words: known[words]} if words in known else {k: a for k, a in known.items() if a.fits(words)}
    if not found:
        fail(f"No alarm is called so, and none says {words!r}. All of them: dabyl explain", code=2)
    if as_json:
        say_json({name: to_builtins(one) for name, one in found.items()})
    elif not words:
        for name, one in found.items():
            typer.echo(f"{name:<24}{one.says}")
    else:
        for one in dict.fromkeys(found.values()):
            typer.echo("\n".join([one.says, *filter(None, [one.means]), f"What to do: {one.do}\n"]))
