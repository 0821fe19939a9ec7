"""The secrets, each from one place (bot.config.secret_sources); never from the configuration file.

| variable | what it is |
|---|---|
| DABYL_TELEGRAM_TOKEN | the bot's token, as BotFather gave it |
| DABYL_KEY | the keys that seal what is stored, as storage.sealing reads them |
| DABYL_WEBHOOK_SECRET | what Telegram shows when it delivers to a webhook; needed where webhook.url is set |
| DABYL_HEARTBEAT_URL | where heartbeats go; may be missing. A secret, because most services put their key into it |
| DABYL_SUCCESSOR_TOKEN | the token of the second bot, if one is kept warm (telegram.successor); may be missing |

Where no place is named for one, the files ``token`` and ``key`` beside the configuration are read, as ``dabyl init``
writes them.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.config.mistakes import Mistake
from bot.config.secret_sources import SourceKind, Unusable, read_source, sources_of
from bot.config.speech import spoken
from storage.errors import BadKey
from storage.sealing import Keyring

TOKEN = "DABYL_TELEGRAM_TOKEN"
KEY = "DABYL_KEY"
HEARTBEAT = "DABYL_HEARTBEAT_URL"
SUCCESSOR = "DABYL_SUCCESSOR_TOKEN"
WEBHOOK = "DABYL_WEBHOOK_SECRET"
SECRETS = (TOKEN, KEY, HEARTBEAT, SUCCESSOR, WEBHOOK)
REQUIRED = (TOKEN, KEY)

BESIDE = {TOKEN: "token", KEY: "key"}  # the configuration's file

HERE = ("localhost", "127.0.0.1", "::1")

_WEBHOOK_FORM = re.compile(r"[A-Za-z0-9_-]{32,256}")  # 256: Telegram's; 32, so that nobody guesses it
_TOKEN_FORM = re.compile(r"\d+:[A-Za-z0-9_-]+")


def read_secrets(
    environ: Mapping[str, str], required: Collection[str] = REQUIRED
) -> tuple[dict[str, SecretStr], list[Mistake]]:
    """The secrets by name, and what is wrong with them. A secret that is not required may be missing."""
    secrets: dict[str, SecretStr] = {}
    mistakes: list[Mistake] = []
    for name in SECRETS:
        value = _single_secret(name, environ, mistakes)
        if value:
            secrets[name] = SecretStr(value)
        elif value is None and name in required:
            mistakes.append(Mistake(name, "", spoken("expected-secret-missing", name=name)))
    for name in (TOKEN, SUCCESSOR):
        if name in secrets and not is_token(secrets[name].get_secret_value()):
            expected = spoken("expected-token")
            mistakes.append(Mistake(name, "(not shown)", expected))
    if KEY in secrets:
        try:
            Keyring.parse(secrets[KEY].get_secret_value())
        except BadKey as error:
            mistakes.append(Mistake(KEY, "(not shown)", str(error)))
    if WEBHOOK in secrets and not _WEBHOOK_FORM.fullmatch(secrets[WEBHOOK].get_secret_value()):
        expected = spoken("expected-webhook-secret")
        mistakes.append(Mistake(WEBHOOK, "(not shown)", expected))
    if HEARTBEAT in secrets and not is_private(secrets[HEARTBEAT].get_secret_value()):
        expected = spoken("expected-heartbeat")
        mistakes.append(Mistake(HEARTBEAT, "(not shown)", expected))
    return secrets, mistakes


def is_token(text: str) -> bool:
    """Whether it looks like one."""
    return _TOKEN_FORM.fullmatch(text) is not None


def bot_of(token: str) -> str:
    """The number of the bot, which its token begins with and which is no secret."""
    return token.partition(":")[0]


def with_files_beside(folder: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """The environment, and the files of that folder for what it does not name."""
    found = {
        f"{name}_FILE": str(folder / file)
        for name, file in BESIDE.items()
        if (folder / file).is_file() and not sources_of(name, environ)
    }
    return {**environ, **found}


def is_private(url: str) -> bool:
    """Whether nobody on the way can read the address: https, or this machine alone."""
    try:
        parts = urlsplit(url)
        good = bool(parts.hostname) and (parts.port or 1) > 0 and re.fullmatch(r"[!-~]+", url) is not None
    except ValueError:  # a port that is not a number, brackets that do not close
        return False
    return good and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE))


def _single_secret(name: str, environ: Mapping[str, str], mistakes: list[Mistake]) -> str | None:
    """The secret; None when nobody named it; empty when it was named and cannot be used (a mistake is noted)."""
    found = sources_of(name, environ)
    if not found:
        return None
    if len(found) > 1:
        named = ", ".join(source.name for source in found)
        mistakes.append(Mistake(name, "", spoken("expected-single-source", named=named)))
        return ""
    source = found[0]
    try:
        return read_source(source, environ)
    except Unusable as error:
        blamed = name if source.kind is SourceKind.CREDENTIAL else source.name
        mistakes.append(Mistake(blamed, repr(error.where) if error.where else "", str(error)))
        return ""
