"""The settings: every one is one line here, its name, its kind, its default and one sentence.

config.example.toml says the same, and a test compares the two. A section is a table of the file.
"""

from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from bot.config.fields import (
    ApiUrl,
    BotName,
    Channel,
    DayHours,
    Hotline,
    Ids,
    Jurisdiction,
    Line,
    LineOrNone,
    LocalTime,
    RegionIds,
    StorageUrl,
    Zone,
)
from bot.config.speech import spoken
from core.alerting.policy import DEFAULT_STEPS, AskedGroup, HoursOfDay, Policy, PolicyPlan, PolicyStep
from core.sending.pace import SendingLimits

_LIMITS = SendingLimits()
Minutes = Annotated[float, Field(ge=0.01, le=24 * 60, allow_inf_nan=False)]
Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class Section(BaseModel):
    """A table of the file. Unknown keys are mistakes, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Organisation(Section):
    """[organisation]"""

    name: Line = Field(default="our organisation", description="How the organisation is called in messages.")
    zone: Zone = Field(
        default=ZoneInfo("Asia/Almaty"), description="The time zone of its day and of the digest."
    )
    jurisdiction: Jurisdiction = Field(
        default="kz", description="The country's folder in core/jurisdictions."
    )
    hotline: Hotline = Field(
        default="", description="The phone number on every receipt, for when Telegram is down."
    )
    address: LineOrNone = Field(default="", description="The postal address, as it stands in papers.")
    mail: LineOrNone = Field(default="", description="The mail address, as it stands in papers.")
    language: Literal["kk", "ru", "en"] = Field(
        default="ru", description="The language of the channel, and of people whose language is not known."
    )
    unreviewed_rights: bool = Field(
        default=False,
        description="Whether texts about the law are shown, marked so, that no lawyer of yours has signed.",
    )


class Telegram(Section):
    """[telegram]"""

    api_url: ApiUrl = Field(
        default="https://api.telegram.org", description="The Bot API server; any can be named."
    )
    channel: Channel = Field(
        default="", description="The closed channel of the digest; without any it is not posted."
    )
    administrators: Ids = Field(
        default=(), description="Telegram ids of those who are told when the bot itself is in trouble."
    )

    successor: BotName = Field(
        default="",
        description="The name of the second bot that is kept warm, as @name; its token is a secret.",
    )

    @field_validator("administrators")
    @classmethod
    def _people(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if any(item <= 0 for item in value):
            raise ValueError(spoken("expected-ids"))
        return value


class Storage(Section):
    """[storage]"""

    url: StorageUrl = Field(
        default="sqlite:///dabyl.db", description="The SQLAlchemy URL of the database.", repr=False
    )
    files: str = Field(
        default="",
        description="The folder of the files that people send, each sealed; beside a SQLite database if empty.",
    )

    @property
    def folder(self) -> Path | None:
        """What ``files`` names; None: beside the database."""
        return Path(self.files) if self.files else None


class EscalationStep(Section):
    """One [[escalation.steps]]"""

    ask: AskedGroup = Field(
        strict=False, description="Whom to ask: region, neighbours, coordinators or escalation_list."
    )
    at_once: int = Field(ge=1, le=100, description="How many members are asked in one round.")
    wait_minutes: Minutes = Field(description="How long a round waits for an answer.")
    times: int = Field(
        default=1,
        ge=1,
        le=100,
        description="How many rounds the step has, each of members that it has not asked.",
    )

    def step(self) -> PolicyStep:
        """The core's value."""
        return PolicyStep(self.ask, self.at_once, timedelta(minutes=self.wait_minutes), self.times)


def _default_steps() -> tuple[EscalationStep, ...]:
    return tuple(
        EscalationStep(ask=s.ask, at_once=s.at_once, wait_minutes=s.wait.total_seconds() / 60, times=s.times)
        for s in DEFAULT_STEPS
    )


class EscalationPlan(Section):
    """One [[escalation.plans]]"""

    name: Line = Field(description="How the plan is called where it is told why somebody was asked.")
    regions: RegionIds = Field(
        default=(), description="The regions for which it counts, as ids; without any: everywhere."
    )
    hours: DayHours = Field(
        default=None,
        validate_default=True,
        description="The hours for which it counts, by the place's clock; without any: at all hours.",
    )
    steps: tuple[EscalationStep, ...] = Field(min_length=1, description="Its steps, in place of those above.")

    @field_validator("hours")
    @classmethod
    def _somewhere_or_sometimes(cls, value: HoursOfDay | None, info: ValidationInfo) -> HoursOfDay | None:
        if value is None and info.data.get("regions") == ():
            raise ValueError("expected regions, hours or both: else it stands in place of escalation.steps")
        return value

    def plan(self) -> PolicyPlan:
        """The core's value."""
        return PolicyPlan(self.name, tuple(s.step() for s in self.steps), frozenset(self.regions), self.hours)


class Escalation(Section):
    """[escalation]"""

    first_action_minutes: Minutes = Field(
        default=30, description="Who accepted a case and did nothing for so long loses it to the next."
    )
    ring_after_minutes: Minutes = Field(
        default=2, description="Coordinators ring about an urgent case that nobody has answered for so long."
    )
    steps: tuple[EscalationStep, ...] = Field(
        default_factory=_default_steps,
        min_length=1,
        description="Whom to ask, one step after the other; the last repeats until somebody acts.",
    )

    plans: tuple[EscalationPlan, ...] = Field(
        default=(), description="Steps of some regions or hours; the first plan that fits counts."
    )

    @field_validator("plans")
    @classmethod
    def _called_apart(cls, value: tuple[EscalationPlan, ...]) -> tuple[EscalationPlan, ...]:
        names = [plan.name for plan in value]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"expected each name once, found twice: {', '.join(twice)}")
        return value

    def policy(self) -> Policy:
        """The core's value."""
        return Policy(
            tuple(s.step() for s in self.steps),
            first_action=timedelta(minutes=self.first_action_minutes),
            plans=tuple(plan.plan() for plan in self.plans),
            ring_after=timedelta(minutes=self.ring_after_minutes),
        )


class Quiet(Section):
    """[quiet]"""

    hours: DayHours = Field(
        default=HoursOfDay(time(22), time(8)),
        description="When news and reminders make no sound to members, by the clock where each works; alerts always do.",
    )


class Drill(Section):
    """[drill]"""

    weekday: Literal["", "mon", "tue", "wed", "thu", "fri", "sat", "sun"] = Field(
        default="",
        description="The day on which the roster is drilled every week, as in mon; never if empty.",
    )
    at: LocalTime = Field(
        default=time(11, 0), description="When that drill begins, in the organisation's zone."
    )


class LimitSettings(Section):
    """[limits]"""

    per_second: Rate = Field(default=_LIMITS.per_second, description="Messages a second in all.")
    chat_burst: int = Field(
        default=_LIMITS.chat_burst, ge=1, description="Messages that one chat may get at once."
    )
    chat_per_second: Rate = Field(
        default=_LIMITS.chat_per_second, description="Messages a second to one chat after that."
    )
    group_per_minute: int = Field(
        default=_LIMITS.group_per_minute, ge=1, description="Messages a minute to one group or channel."
    )
    in_flight: int = Field(
        default=_LIMITS.in_flight,
        ge=2,
        le=500,
        description="Sends that may wait for an answer at once; after a crash so many may repeat. 1000 a second need 200.",
    )
    reserved: int = Field(
        default=_LIMITS.reserved,
        ge=1,
        description="How many of these are for alerts only; fewer than in_flight.",
    )

    @field_validator("reserved")
    @classmethod
    def _some_left(cls, value: int, info: ValidationInfo) -> int:
        if value >= info.data.get("in_flight", value + 1):
            raise ValueError("expected fewer than in_flight, or nothing but alerts is ever sent")
        return value

    def limits(self) -> SendingLimits:
        """The core's value."""
        return SendingLimits(**self.model_dump())
