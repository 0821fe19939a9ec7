"""[papers]: the organisation's own templates, which ``dabyl check`` looks at. A wrong one keeps no bot from starting."""

from pathlib import Path

from pydantic import Field

from bot.config.sections import Section


class OwnPapers(Section):
    """[papers]"""

    templates: str = Field(
        default="",
        description="A folder of templates that you have changed in Word; the shipped ones if empty.",
    )

    @property
    def folder(self) -> Path | None:
        """What ``templates`` names."""
        return Path(self.templates) if self.templates else None
