"""The sections of the configuration about what is kept.

[backup]      where `dabyl backup` puts its files, so that the watchman sees how old the newest is
[logs]        how the log is written, and how much of it
[retention]   how long things are kept; docs/run/retention.md says what each term covers, and what stays
"""

import logging
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.config.sections import Section
from core.forgetting.retention_terms import DEFAULTS, MONTH, RetentionTerms
from storage.backup.backup_age import Backups


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


HOUR = timedelta(hours=1)
Days = Annotated[int, Field(ge=1, le=36_500)]
Months = Annotated[int, Field(ge=1, le=1_200)]


class Retention(Section):
    """[retention]"""

    inbox_days: int = Field(
        default=DEFAULTS.inbox.days,
        ge=8,
        le=36_500,
        description="Updates as they came, once they are handled; 8 or more.",
    )
    outbox_days: Days = Field(default=DEFAULTS.outbox.days, description="Texts that have left.")
    help_days: Days = Field(
        default=DEFAULTS.help.days,
        description="Of a closed case: who took it, consents, the receipt code, letters, whose chat it was.",
    )
    papers_months: Months = Field(
        default=DEFAULTS.papers // MONTH,
        description="Papers made of a closed case; never longer than its words.",
    )
    files_months: Months = Field(
        default=DEFAULTS.files // MONTH,
        description="Photos, voices and documents of it; never longer than its words.",
    )
    untrue_days: Days = Field(
        default=DEFAULTS.untrue.days,
        description="Names and words of false alarms and jokes, after they were closed.",
    )
    released_months: Months = Field(
        default=DEFAULTS.released // MONTH, description="Those of cases that ended with a release."
    )
    other_months: Months = Field(
        default=DEFAULTS.others // MONTH,
        description="Those of all other closed cases: a court may go on for years.",
    )
    members_months: Months = Field(
        default=DEFAULTS.members // MONTH,
        description="Name and number of people who are not on the roster any more.",
    )
    joining_days: Days = Field(
        default=DEFAULTS.joining.days,
        description="Invitations that are settled: who was asked, who was refused.",
    )
    drafts_hours: int = Field(
        default=DEFAULTS.drafts // HOUR,
        ge=12,
        le=720,
        description="Words of which no case was made, after a coordinator has read them; 12 or more: they sleep too.",
    )

    def terms(self) -> RetentionTerms:
        """The core's value."""
        return RetentionTerms(
            inbox=timedelta(days=self.inbox_days),
            outbox=timedelta(days=self.outbox_days),
            help=timedelta(days=self.help_days),
            papers=self.papers_months * MONTH,
            files=self.files_months * MONTH,
            untrue=timedelta(days=self.untrue_days),
            released=self.released_months * MONTH,
            others=self.other_months * MONTH,
            members=self.members_months * MONTH,
            joining=timedelta(days=self.joining_days),
            drafts=self.drafts_hours * HOUR,
        )
