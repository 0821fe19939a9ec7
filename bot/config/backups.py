"""[backup]: where `dabyl backup` puts its files, so that the watchman sees how old the newest is."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field

from bot.config.sections import Section
from storage.backup.age import Backups


class BackupSettings(Section):
    """[backup]"""

    folder: str = Field(
        default="",
        description="The folder of the backups; where one is named, administrators are told when none is new, or tried out.",
    )
    max_age_hours: float = Field(
        default=30,
        gt=0,
        le=24 * 366,
        allow_inf_nan=False,
        description="So old the newest may be, in hours, and the newest that was tried out.",
    )

    @property
    def watched(self) -> Backups | None:
        """What the watchman looks at."""
        return Backups(Path(self.folder), timedelta(hours=self.max_age_hours)) if self.folder else None
