"""The sections of the configuration about connections. Addresses at which the bot listens are written ``127.0.0.1:9123``.

[outside]   whether figures and health can be asked for over HTTP
[signal]    the second messenger, through a signal-cli daemon on this machine
[webhook]   Telegram delivers the updates, instead of being asked for them
"""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from bot.config.fields import LineOrNone
from bot.config.secrets import is_private
from bot.config.sections import Rate, Section
from bot.config.speech import spoken
from core.sending.pace import SendingLimits

LOOPBACK = ("127.0.0.1", "[::1]", "localhost")
_PLACE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]|localhost):(\d{1,5})")


def _place(value: str) -> str:
    found = _PLACE.fullmatch(value)
    if value and (not found or not 0 < int(found[2]) < 65536):
        raise ValueError(spoken("expected-place"))
    return value


def host_and_port(place: str) -> tuple[str, int]:
    """Its parts, without the brackets of an IPv6 address."""
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)


def is_loopback(place: str) -> bool:
    """Whether nobody but this machine can ask there."""
    return place.rpartition(":")[0] in LOOPBACK


Place = Annotated[str, AfterValidator(_place)]


WORDS = 3  # a sentence


class OutsideSettings(Section):
    """[outside]"""

    listen: Place = Field(default="", description="Where /healthz and /metrics answer; nowhere if empty.")
    why_not_loopback: LineOrNone = Field(
        default="",
        validate_default=True,
        description="A sentence on who else is to read them, where listen is no address of this machine alone.",
    )

    @field_validator("why_not_loopback")
    @classmethod
    def _explained(cls, value: str, info: ValidationInfo) -> str:
        listen = info.data.get("listen", "")
        if listen and not is_loopback(listen) and len(value.split()) < WORDS:
            raise ValueError(
                f"expected a sentence, because others can read what is at {listen}; or listen = 127.0.0.1:PORT"
            )
        return value

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where it answers: one place or none."""
        return [host_and_port(self.listen)] if self.listen else []


ACCOUNT = re.compile(r"\+[1-9][0-9]{6,14}")  # E.164, as Signal wants it


def _daemon(value: str) -> str:
    if value and not is_private(value):
        raise ValueError(spoken("expected-daemon"))
    return value.rstrip("/")


class SignalSettings(Section):
    """[signal]"""

    url: Annotated[str, AfterValidator(_daemon)] = Field(
        default="", description="The signal-cli daemon's address; without one there is no Signal."
    )
    account: str = Field(
        default="",
        validate_default=True,
        description="The account's phone number, with + and country code, as signal-cli knows it.",
    )
    name: LineOrNone = Field(
        default="",
        description="The profile's name, which everybody sees: a neutral one; if empty, it stays as it is.",
    )
    link: LineOrNone = Field(
        default="", description="By what people begin, as Signal shows it: a username or a signal.me link."
    )
    attachments: str = Field(
        default="",
        description="The daemon's folder of files; there they lie unsealed, and are deleted once they are sealed here.",
    )
    per_second: Rate = Field(
        default=1,
        description="Messages a second in all: Signal tells nobody its limits, and asks for a captcha.",
    )

    @field_validator("account")
    @classmethod
    def _numbered(cls, value: str, info: ValidationInfo) -> str:
        if (value or info.data.get("url")) and not ACCOUNT.fullmatch(value):
            raise ValueError(spoken("expected-account"))
        return value

    def limits(self, of_all: SendingLimits) -> SendingLimits:
        """How fast messages leave there; what may be in flight is as everywhere."""
        return SendingLimits(per_second=self.per_second, in_flight=of_all.in_flight, reserved=of_all.reserved)


HERE = "127.0.0.1:9124"
PORTS = frozenset({443, 80, 88, 8443})  # https://core.telegram.org/bots/api#setwebhook


def _public(value: str) -> str:
    if value and (not is_private(value) or urlsplit(value).query or urlsplit(value).fragment):
        raise ValueError(spoken("expected-public"))
    parts = urlsplit(value)
    if parts.scheme == "https" and (parts.port or 443) not in PORTS:
        raise ValueError(spoken("expected-port"))
    return value.rstrip("/")


def _somewhere(value: str) -> str:
    if not value:
        raise ValueError('expected an address and a port such as "127.0.0.1:9124"')
    return value


class WebhookSettings(Section):
    """[webhook]"""

    url: Annotated[str, AfterValidator(_public)] = Field(
        default="",
        description="The https address that leads to listen through a proxy of yours; if empty, Telegram is polled.",
    )
    listen: Annotated[Place, AfterValidator(_somewhere)] = Field(
        default=HERE, description="Where the bot takes what the proxy passes on."
    )

    @property
    def place(self) -> tuple[str, int]:
        """Where it listens."""
        return host_and_port(self.listen)
