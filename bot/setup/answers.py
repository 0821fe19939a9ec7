"""The answers of ``dabyl init``, and what is wrong with one: by the rules of the configuration that it becomes."""

from pathlib import Path

from msgspec import Struct
from pydantic import ValidationError

from bot.config.errors import mistakes_of
from bot.config.fields import can_be_dialled
from bot.config.sections import Organisation
from bot.config.settings import Settings


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


def wrong(setting: str, value: str) -> str | None:
    """What is expected instead of this value; None where it is good."""
    section, _, name = setting.partition(".")
    try:
        Settings.model_validate({section: {name: value}})
    except ValidationError as error:
        return mistakes_of(error, Settings)[0].expected
    if setting == "organisation.hotline" and value and not can_be_dialled(value, Organisation().jurisdiction):
        return 'expected a whole number, with the code of the city or the country, such as "+7 727 000 00 00"'
    return None
