"""[signal]: the second messenger, through a signal-cli daemon on this machine."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from bot.config.fields import LineOrNone
from bot.config.secrets import is_private
from bot.config.sections import Rate, Section
from bot.core.sending.limits import Limits

ACCOUNT = re.compile(r"\+[1-9][0-9]{6,14}")  # E.164, as Signal wants it


def _daemon(value: str) -> str:
    if value and not is_private(value):
        raise ValueError(
            'expected an address on this machine such as "http://127.0.0.1:7583", or "" for none'
        )
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
            raise ValueError('expected a phone number such as "+77001234567", because signal.url is set')
        return value

    def limits(self, of_all: Limits) -> Limits:
        """How fast messages leave there; what may be in flight is as everywhere."""
        return Limits(per_second=self.per_second, in_flight=of_all.in_flight, reserved=of_all.reserved)
