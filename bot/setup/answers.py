"""The answers of ``dabyl init``, and what is wrong with an answer: by the rules of the configuration, and for a token by
asking Telegram whose it is.
"""

from pathlib import Path

from msgspec import Struct
from pydantic import ValidationError

from bot.config.fields import can_be_dialled
from bot.config.mistakes import mistakes_of
from bot.config.secrets import is_token
from bot.config.sections import Organisation
from bot.config.settings import Settings
from bot.config.speech import network_reason, spoken
from bot.messengers.errors import AccessLost, MessengerError
from bot.messengers.telegram.client import Telegram


class Answers(Struct, frozen=True):
    """What goes into the configuration. ``data`` is a folder."""

    organisation: str
    hotline: str
    zone: str
    country: str
    data: Path
    api_url: str

    @property
    def values(self) -> dict[str, str]:
        """Setting → value."""
        return {
            "organisation.name": self.organisation,
            "organisation.hotline": self.hotline,
            "organisation.zone": self.zone,
            "organisation.jurisdiction": self.country,
            "telegram.api_url": self.api_url,
            "storage.url": f"sqlite:///{self.data.absolute() / 'dabyl.db'}",
        }


def what_is_wrong(setting: str, value: str) -> str | None:
    """What is expected instead of this value; None where it is good."""
    section, _, name = setting.partition(".")
    try:
        Settings.model_validate({section: {name: value}})
    except ValidationError as error:
        return mistakes_of(error, Settings)[0].expected
    if setting == "organisation.hotline" and value and not can_be_dialled(value, Organisation().jurisdiction):
        return spoken("init-half-number")
    return None


class Unusable(Exception):
    """Why the token cannot be used, in a sentence without it. ``ours``: the token is to blame, and not the network."""

    def __init__(self, text: str, *, ours: bool) -> None:
        super().__init__(text)
        self.ours = ours


async def name_of(token: str, api_url: str) -> str:
    """The bot's username. Raises Unusable."""
    if not is_token(token):
        raise Unusable(spoken("init-no-token"), ours=True)
    telegram = None
    try:
        telegram = Telegram(token, api_url)
        return await telegram.username()
    except AccessLost:
        raise Unusable(spoken("init-token-unknown", url=api_url), ours=True) from None
    except MessengerError as error:
        raise Unusable(
            spoken("init-unreachable", url=api_url, why=network_reason(str(error))), ours=False
        ) from None
    finally:
        if telegram is not None:
            await telegram.close()
