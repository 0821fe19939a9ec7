"""[logs]: how the log is written, and how much of it."""

import logging
from typing import Literal

from pydantic import Field

from bot.config.sections import Section


class LogSettings(Section):
    """[logs]"""

    format: Literal["text", "json"] = Field(
        default="text", description="How a line is written: text or json; ids and classes only, in both."
    )
    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="From which level on: debug, info, warning or error."
    )

    @property
    def number(self) -> int:
        """The level as logging has it."""
        return logging.getLevelNamesMapping()[self.level.upper()]
