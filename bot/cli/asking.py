"""Questions on a terminal, each until its answer is good; from options where these say it; never where there is neither."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import typer

from bot.cli.session import fail
from bot.config.settings import Settings
from bot.resources.jurisdictions import known_jurisdictions
from bot.setup.answers import Answers, wrong
from bot.setup.places import Impossible, prepare
from bot.setup.telegram import Unusable

DEFAULTS = Settings().organisation
NAMES = ("organisation", "hotline", "zone", "country", "data")


class Asking:
    """``given``: answers by the names of their options."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given

    def token(self, test: Callable[[str], str], *, others: bool) -> tuple[str, str]:
        """The token, and what ``test`` says of it: the bot's name. ``others``: the other four will be asked too."""
        self._needs_terminal(["token-file", *(self._missing() if others else [])])
        while True:
            typed: str = typer.prompt(
                "1. The bot's token, from @BotFather (is not shown)", hide_input=True
            ).strip()
            try:
                name = test(typed)
            except Unusable as error:
                if not error.ours:
                    fail(str(error))
                typer.echo(f"      {error}")
            else:
                typer.echo(f"ok    Telegram knows the bot as @{name}.")
                return typed, name

    def answers(self, config: Path, api_url: str) -> Answers:
        """The other four."""
        self._needs_terminal(self._missing())
        known = ", ".join(known_jurisdictions())
        return Answers(
            self._one("organisation", "2. Your organisation's name, as people read it", "organisation.name"),
            self._one(
                "hotline",
                "3. The hotline people ring when Telegram is down (Enter: none)",
                "organisation.hotline",
                "",
            ),
            self._one("zone", "4. Your time zone", "organisation.zone", str(DEFAULTS.zone)),
            self._one(
                "country", f"   Your country ({known})", "organisation.jurisdiction", DEFAULTS.jurisdiction
            ),
            Path(
                self._one("data", "5. The folder of the data", "", str(config.absolute().parent / "data"))
            ).expanduser(),
            api_url,
        )

    def _one(self, name: str, question: str, setting: str, default: str | None = None) -> str:
        while True:
            asked = name not in self._given
            text = (
                typer.prompt(question, default=default, show_default=bool(default))
                if asked
                else self._given[name]
            )
            mistake = wrong(setting, text.strip()) if setting else _unwritable(text)
            if mistake is None:
                return str(text).strip()
            if not asked:
                fail(f"--{name} is {text!r}: {mistake}", code=2)
            typer.echo(f"      {mistake}")

    def _needs_terminal(self, missing: list[str]) -> None:
        if missing and not sys.stdin.isatty():
            options = " ".join(f"--{name}" for name in missing)
            fail(
                f"dabyl init asks, and there is no terminal to ask on. Say it with options: {options}", code=2
            )

    def _missing(self) -> list[str]:
        return [name for name in NAMES if name not in self._given]


def _unwritable(folder: str) -> str | None:
    try:
        prepare(Path(folder.strip()).expanduser())
    except Impossible as error:
        return str(error)
    return None
