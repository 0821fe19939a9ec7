"""[retention]: how long what is kept. docs/retention.md says what each term reaches, and what stays."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from bot.config.sections import Section
from bot.core.forgetting.terms import MONTH, Terms

_TERMS = Terms()
Days = Annotated[int, Field(ge=1, le=36_500)]
Months = Annotated[int, Field(ge=1, le=1_200)]


class Retention(Section):
    """[retention]"""

    inbox_days: int = Field(
        default=_TERMS.inbox.days,
        ge=8,
        le=36_500,
        description="Updates as they came, once they are handled; 8 or more.",
    )
    outbox_days: Days = Field(default=_TERMS.outbox.days, description="Texts that have left.")
    help_days: Days = Field(
        default=_TERMS.help.days,
        description="Of a closed case: who took it, consents, the receipt code, letters, whose chat it was.",
    )
    papers_months: Months = Field(
        default=_TERMS.papers // MONTH,
        description="Papers made of a closed case; never longer than its words.",
    )
    files_months: Months = Field(
        default=_TERMS.files // MONTH,
        description="Photos, voices and documents of it; never longer than its words.",
    )
    untrue_days: Days = Field(
        default=_TERMS.untrue.days,
        description="Names and words of false alarms and jokes, after they were closed.",
    )
    released_months: Months = Field(
        default=_TERMS.released // MONTH, description="Those of cases that ended with a release."
    )
    other_months: Months = Field(
        default=_TERMS.others // MONTH,
        description="Those of all other closed cases: a court may go on for years.",
    )
    members_months: Months = Field(
        default=_TERMS.members // MONTH,
        description="Name and number of whoever is not on the roster any more.",
    )
    joining_days: Days = Field(
        default=_TERMS.joining.days,
        description="Invitations that are settled: who was asked, who was refused.",
    )

    def terms(self) -> Terms:
        """The core's value."""
        return Terms(
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
        )
