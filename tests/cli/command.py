"""The command line as a technician uses it, in this process: arguments and environment in, exit code and text out."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.main import app
from bot.config.settings import HEARTBEAT, KEY, SECRETS, TOKEN
from playground.server import TOKEN as TOKEN_VALUE
from storage.sealing import new_key

KEY_VALUE = new_key()
HEARTBEAT_VALUE = "http://127.0.0.1:9/made-up-key"  # nobody is there
SET = {TOKEN: TOKEN_VALUE, KEY: KEY_VALUE, HEARTBEAT: HEARTBEAT_VALUE}
NOT_SET = {f"{name}{end}": None for name in SECRETS for end in ("", "_FILE", "_COMMAND")}


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, and what it said on both streams."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything."""
        return self.out + self.err


def dabyl(
    *arguments: object, config: Path | None = None, typed: str | None = None, **environ: str | None
) -> Ended:
    """Run a command with all secrets set, unless the environment says otherwise. Never with a traceback or a secret.

    ``typed``: what is given at its questions.
    """
    words = [str(word) for word in arguments]
    if config is not None:
        words += ["--config", str(config)]
    env = {**NOT_SET, **SET, **environ}
    done = CliRunner().invoke(app, words, env=env, input=typed)
    ended = Ended(done.exit_code, done.stdout, done.stderr)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert "Traceback" not in ended.said
    for secret in (env[TOKEN], env[KEY], env[HEARTBEAT]):
        assert not secret or secret not in ended.said
    return ended


async def beside(*arguments: object, config: Path, typed: str | None = None, **environ: str | None) -> Ended:
    """The same, while this event loop serves Telegram or runs the bot."""
    return await asyncio.to_thread(dabyl, *arguments, config=config, typed=typed, **environ)


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file
