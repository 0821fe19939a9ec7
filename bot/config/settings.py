"""The configuration: one TOML file, and secrets from the environment. Read by the command line and bot.app alone.

:func:`load` reports all mistakes at once; :func:`advice` tells what works but is probably not meant.
"""

import tomllib
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import PrivateAttr, SecretStr, ValidationError

from bot.config.casework import Calls, Digest, Incidents, OwnPapers, channels_of, clashes, stations_of
from bot.config.connections import OutsideSettings, SignalSettings, WebhookSettings
from bot.config.fields import REGIONS, can_be_dialled
from bot.config.mistakes import BadConfiguration, Mistake, mistakes_of
from bot.config.record_keeping import BackupSettings, LogSettings, Retention
from bot.config.secret_sources import Source, read_source, sources_of
from bot.config.secrets import (
    HEARTBEAT,
    KEY,
    REQUIRED,
    SECRETS,
    SUCCESSOR,
    TOKEN,
    WEBHOOK,
    is_private,
    read_secrets,
    with_files_beside,
)
from bot.config.sections import (
    Drill,
    Escalation,
    LimitSettings,
    Organisation,
    Quiet,
    Section,
    Storage,
    Telegram,
)
from bot.config.speech import OTHERWISE, spoken
from core.resources.jurisdictions import known_jurisdictions, known_regions
from storage.engine import parse_url, sqlite_file
from storage.sealing import Keyring

__all__ = [
    "HEARTBEAT",
    "KEY",
    "REQUIRED",
    "SECRETS",
    "SUCCESSOR",
    "TOKEN",
    "WEBHOOK",
    "BadConfiguration",
    "Mistake",
    "Settings",
    "advice",
    "load",
]


class Settings(Section):
    """The whole file, and the secrets beside it."""

    organisation: Organisation = Organisation()
    telegram: Telegram = Telegram()
    storage: Storage = Storage()
    digest: Digest = Digest()
    escalation: Escalation = Escalation()
    incidents: Incidents = Incidents()
    drill: Drill = Drill()
    calls: Calls = Calls()
    papers: OwnPapers = OwnPapers()
    backup: BackupSettings = BackupSettings()
    webhook: WebhookSettings = WebhookSettings()
    signal: SignalSettings = SignalSettings()
    outside: OutsideSettings = OutsideSettings()
    logs: LogSettings = LogSettings()
    retention: Retention = Retention()
    quiet: Quiet = Quiet()
    limits: LimitSettings = LimitSettings()

    _secrets: dict[str, SecretStr] = PrivateAttr(default_factory=dict)
    _sources: dict[str, Source] = PrivateAttr(default_factory=dict)
    _again: Callable[[], str] | None = PrivateAttr(default=None)  # reads the keys

    @property
    def channels(self) -> dict[str, str]:
        """Language → the channel in which the digest is posted in it."""
        return channels_of(self.organisation, self.telegram, self.digest)

    @property
    def token(self) -> SecretStr | None:
        """The bot's token; None only where :func:`load` did not require it."""
        return self._secrets.get(TOKEN)

    @property
    def key(self) -> SecretStr | None:
        """The sealing keys as they were given; None only where :func:`load` did not require them."""
        return self._secrets.get(KEY)

    @property
    def webhook_secret(self) -> SecretStr | None:
        """What Telegram shows when it delivers; None where it is polled."""
        return self._secrets.get(WEBHOOK)

    @property
    def heartbeat_url(self) -> SecretStr | None:
        """Where heartbeats go; None when nobody outside watches."""
        return self._secrets.get(HEARTBEAT)

    @property
    def successor_token(self) -> SecretStr | None:
        """The second bot's token; None where none is kept warm."""
        return self._secrets.get(SUCCESSOR)

    def source(self, secret: str) -> Source | None:
        """Where this secret came from; None for one that was not given."""
        return self._sources.get(secret)

    def keyring(self) -> Keyring:
        """The sealing keys, which can be read again from where they come. The caller has made sure that there are any."""
        return Keyring.parse(self._secrets[KEY].get_secret_value(), self._again)


def load(path: Path, environ: Mapping[str, str], required: Collection[str] = REQUIRED) -> Settings:
    """Read the file and the secrets. ``required`` names the secrets that must be there.

    Raises BadConfiguration with every mistake of both.
    """
    environ = with_files_beside(path.parent, environ)
    secrets, mistakes = read_secrets(environ, required)
    settings = None
    try:
        data = _read(path)
        settings = Settings.model_validate(data, context={REGIONS: _regions_of(data)})
    except OSError as error:
        found = spoken("expected-file-unread", reason=error.strerror)
        mistakes.append(Mistake(spoken("wrong-file"), "", found))
    except UnicodeDecodeError:
        mistakes.append(Mistake(spoken("wrong-file"), "", spoken("expected-utf-8")))
    except tomllib.TOMLDecodeError as error:
        mistakes.append(Mistake(spoken("wrong-file"), "", spoken("expected-toml", error=error)))
    except ValidationError as error:
        mistakes = mistakes_of(error, Settings) + mistakes
    if settings is not None:
        mistakes += clashes(settings.organisation, settings.telegram, settings.digest)
        mistakes += stations_of(settings.calls, settings.organisation.jurisdiction)
        if settings.webhook.url and TOKEN in required and WEBHOOK not in secrets:
            mistakes.append(Mistake(WEBHOOK, "", spoken("expected-webhook-missing")))
    if settings is None or mistakes:
        raise BadConfiguration(str(path), mistakes)
    settings._secrets = secrets
    settings._sources = {name: sources_of(name, environ)[0] for name in secrets}
    if KEY in secrets:
        settings._again = partial(read_source, settings._sources[KEY], environ)
    return settings


def advice(settings: Settings, language: str = OTHERWISE) -> list[Mistake]:
    """What works but is probably not meant. Shown by ``dabyl check``."""
    telegram, organisation = settings.telegram, settings.organisation
    hotline, channels = organisation.hotline, settings.channels.values()
    undialled = bool(hotline) and not can_be_dialled(hotline, organisation.jurisdiction)
    public = "digest.channels" if not telegram.channel.startswith("@") else "telegram.channel"
    on_server = sqlite_file(parse_url(settings.storage.url)) is None
    found = [
        (not hotline, "organisation.hotline", "advice-no-hotline"),
        (undialled, "organisation.hotline", "advice-hotline"),
        (not telegram.administrators, "telegram.administrators", "advice-administrators"),
        (not channels, "telegram.channel", "advice-channel"),
        (any(channel.startswith("@") for channel in channels), public, "advice-public"),
        (not is_private(telegram.api_url), "telegram.api_url", "advice-http"),
        (not settings.storage.files and on_server, "storage.files", "advice-files"),
        (organisation.name == Organisation().name, "organisation.name", "advice-name"),
        (not settings.backup.folder, "backup.folder", "advice-backup"),
        (settings.heartbeat_url is None, HEARTBEAT, "advice-heartbeat"),
    ]
    return [
        Mistake(key, "", spoken(says, language, hotline=hotline)) for applies, key, says in found if applies
    ]


def _read(path: Path) -> dict[str, Any]:
    """The file's tables. A byte order mark, as some editors write it, is no mistake."""
    data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    return {key: _tuples(value) for key, value in data.items()}


def _regions_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The regions that the file may name; none where the jurisdiction itself is a mistake, which is told by its own name."""
    organisation = data.get("organisation")
    default = Organisation().jurisdiction
    named = organisation.get("jurisdiction", default) if isinstance(organisation, dict) else default
    return known_regions(named) if named in known_jurisdictions() else ()


def _tuples(value: Any) -> Any:
    """TOML's lists as tuples, because strict models take nothing else."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value
