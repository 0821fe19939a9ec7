"""[webhook]: Telegram brings the updates, instead of being asked for them."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.config.listening import Place, host_and_port
from bot.config.secrets import is_private
from bot.config.sections import Section

HERE = "127.0.0.1:9124"
PORTS = frozenset({443, 80, 88, 8443})  # https://core.telegram.org/bots/api#setwebhook


def _public(value: str) -> str:
    if value and (not is_private(value) or urlsplit(value).query or urlsplit(value).fragment):
        raise ValueError('expected an https address such as "https://bot.example.org", or "" for polling')
    parts = urlsplit(value)
    if parts.scheme == "https" and (parts.port or 443) not in PORTS:
        raise ValueError("expected port 443, 80, 88 or 8443, or none: Telegram delivers to no other")
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
