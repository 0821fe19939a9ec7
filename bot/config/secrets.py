"""Secrets come from the environment, or from a file that the environment names; never from the configuration file.

| variable | what it is |
|---|---|
| DABYL_TELEGRAM_TOKEN | the bot's token, as BotFather gave it |
| DABYL_KEY | the keys that seal what is stored, as storage.sealing reads them |
| DABYL_HEARTBEAT_URL | where heartbeats go; may be missing. A secret, because most services put their key into it |

Each has a sister with ``_FILE`` at the end: the path of a file that holds the same (a Docker or systemd secret).
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.config.mistakes import Mistake
from storage.errors import BadKey
from storage.sealing import Keyring

TOKEN = "DABYL_TELEGRAM_TOKEN"
KEY = "DABYL_KEY"
HEARTBEAT = "DABYL_HEARTBEAT_URL"
SECRETS = (TOKEN, KEY, HEARTBEAT)
REQUIRED = (TOKEN, KEY)

HERE = ("localhost", "127.0.0.1", "::1")

_TOKEN_FORM = re.compile(r"\d+:[A-Za-z0-9_-]+")


def read_secrets(
    environ: Mapping[str, str], required: Collection[str] = REQUIRED
) -> tuple[dict[str, SecretStr], list[Mistake]]:
    """The secrets by name, and what is wrong with them. A secret that is not required may be missing."""
    secrets: dict[str, SecretStr] = {}
    mistakes: list[Mistake] = []
    for name in SECRETS:
        value = _one(name, environ, mistakes)
        if value:
            secrets[name] = SecretStr(value)
        elif value is None and name in required:
            mistakes.append(Mistake(name, "", f"missing; set {name}, or {name}_FILE to the path of a file"))
    token = secrets.get(TOKEN)
    if token and not _TOKEN_FORM.fullmatch(token.get_secret_value()):
        mistakes.append(
            Mistake(TOKEN, "(not shown)", "expected digits, a colon and the rest, from BotFather")
        )
    if KEY in secrets:
        try:
            Keyring.parse(secrets[KEY].get_secret_value())
        except BadKey as error:
            mistakes.append(Mistake(KEY, "(not shown)", str(error)))
    if HEARTBEAT in secrets and not is_private(secrets[HEARTBEAT].get_secret_value()):
        expected = "expected the service's address, https://…, or http:// on this machine"
        mistakes.append(Mistake(HEARTBEAT, "(not shown)", expected))
    return secrets, mistakes


def is_private(url: str) -> bool:
    """Whether nobody on the way can read the address: https, or this machine alone."""
    try:
        parts = urlsplit(url)
        good = bool(parts.hostname) and (parts.port or 1) > 0 and re.fullmatch(r"[!-~]+", url) is not None
    except ValueError:  # a port that is none, brackets that do not close
        return False
    return good and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE))


def _one(name: str, environ: Mapping[str, str], mistakes: list[Mistake]) -> str | None:
    """The secret; None when nobody named it; empty when it was named and cannot be used (a mistake is noted)."""
    file = f"{name}_FILE"
    if name in environ and file in environ:
        mistakes.append(Mistake(name, "", f"expected either {name} or {file}, found both"))
        return ""
    if file in environ:
        return _from_file(file, environ[file], mistakes)
    if name not in environ:
        return None
    value = environ[name].strip()
    if not value:
        mistakes.append(Mistake(name, "", "set but empty"))
    return value


def _from_file(name: str, path: str, mistakes: list[Mistake]) -> str:
    """What the file holds; empty, and a mistake noted, if it cannot be used."""
    try:
        value = Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        mistakes.append(Mistake(name, repr(path), f"the file cannot be read: {error.strerror}"))
        return ""
    except UnicodeDecodeError:
        mistakes.append(Mistake(name, repr(path), "expected a text file with one line"))
        return ""
    if not value:
        mistakes.append(Mistake(name, repr(path), "the file is empty"))
    return value
