"""The data file of a play, typed: who is there, what each reporter does, when what happens, what must come out.

A wrong file raises pydantic's ValidationError, which names the place.
"""

import tomllib
from datetime import datetime
from importlib.resources import files
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator

FILE = files("core.jurisdictions.kz") / "scenario_2018.toml"


class ScenarioTable(BaseModel):
    """A table of the file. Unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Member(ScenarioTable):
    """A line of the roster."""

    id: int
    name: str
    role: Literal["lawyer", "coordinator"]
    languages: tuple[str, ...]
    cities: tuple[str, ...]
    phone: str
    on_duty: bool = True
    escalation: bool = False


class Reporter(ScenarioTable):
    """Who writes to the bot; ``app`` is the language of their Telegram."""

    id: int
    name: str
    app: Literal["kk", "ru", "en"]


class ScriptedAnswer(ScenarioTable):
    """How a question is answered: buttons in turn, or words."""

    taps: tuple[str, ...] = ()
    types: str = ""

    @model_validator(mode="after")
    def _one_of_both(self) -> "ScriptedAnswer":
        if bool(self.taps) == bool(self.types):
            raise ValueError("an answer is tapped or typed")
        return self


class RowExpected(ScenarioTable):
    """What the bot must hold about a row in the end. ``happened`` is a day, or a month where no day is known."""

    record: Literal["deprivation", "prosecution", "observation"]
    situation: str
    city: str
    identified: int
    unidentified: int  # at least
    names: tuple[str, ...]  # of detainees
    happened: str = ""
    precision: str
    started: AwareDatetime | None = None  # where the hour is published
    ongoing: Literal["yes", "no", "unknown"]
    flags: tuple[str, ...]
    act: str
    coded_by: str
    asked: tuple[str, ...]  # members whose phones showed an offer
    accepted_by: str = ""
    state: Literal["open", "accepted", "closed"]
    outcome: str = ""
    found_nobody: bool = False
    taps: int  # of the reporter, until the case was open
    proceedings: tuple[
        str, ...
    ] = ()  # that run beside each other: sort, article, state, what came of a hearing
    named_early: bool = False  # a detainee's name on a lawyer's phone before one had accepted


class ScenarioRow(ScenarioTable):
    """One row of the statement, and its reporter."""

    published: tuple[str, ...]
    reporter: Reporter
    opens: str = ""
    answers: dict[str, ScriptedAnswer]
    skip: str = ""
    adds: str = ""
    expected: RowExpected


class IncidentExpected(ScenarioTable):
    """Which rows belong to an incident, where they are, what it shows; ``proposed``: of which the bot asked."""

    rows: tuple[str, ...]
    cities: tuple[str, ...]
    pattern: str = ""
    proposed: tuple[str, ...] = ()


class Together(ScenarioTable):
    """Rows that belong together, as a coordinator calls it."""

    name: str
    expected: IncidentExpected


class Moment(ScenarioTable):
    """At this time one thing is done; ``by`` names a member, ``with`` says how."""

    at: AwareDatetime
    does: Literal[
        "reports",
        "accepts",
        "declines",
        "acts",
        "codes",
        "closes",
        "waits",
        "confirms",
        "gathers",
        "makes",
        "proceeds",
        "permits",
        "letters",
    ]
    row: str = ""
    by: str = ""
    how: str = ""
    says: str = ""

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, data: dict[str, Any]) -> dict[str, Any]:
        """``with`` is a word of Python, and rows are numbered in the file."""
        moved = {"with": "how"}
        return {moved.get(key, key): str(value) if key == "row" else value for key, value in data.items()}


class Persons(ScenarioTable):
    """Identified persons, and the least number of others."""

    identified: int
    unidentified: int


class Expected(ScenarioTable):
    """What must come out in all. ``digests``: the channel's posts by day, word for word."""

    records: int
    deprivations: int
    prosecutions: int
    observations: int
    identified: int
    unidentified: int
    alerts: tuple[str, ...]  # rows
    patterns: tuple[str, ...]  # what several incidents show together
    happened: dict[str, Persons]
    digests: dict[str, str]


class RowOfLetter(ScenarioTable):
    """What a coordinator adds to a row for the letter: facts by buttons, and in her words, by language."""

    by: tuple[str, ...] = ()
    name: dict[str, str] = {}
    line: dict[str, str] = {}


class Letter(ScenarioTable):
    """The open letter: who makes it, of which incident, what is chosen for it."""

    by: str
    incident: str
    offices: tuple[str, ...]
    rights: tuple[str, ...]
    findings: tuple[str, ...]
    demands: tuple[str, ...]
    occasion: dict[str, str]
    text: dict[str, str]
    rows: dict[str, RowOfLetter]


class Scenario(ScenarioTable):
    """The whole file. ``afterwards`` is played where its papers are wanted."""

    title: str
    source: str
    organisation: str
    hotline: str
    language: Literal["kk", "ru", "en"]
    zone: str
    start: AwareDatetime
    members: dict[str, Member]
    rows: dict[str, ScenarioRow]
    incidents: dict[str, Together]
    moments: tuple[Moment, ...]
    letter: Letter
    afterwards: tuple[Moment, ...]
    expected: Expected

    @model_validator(mode="after")
    def _all_named(self) -> "Scenario":
        before: datetime = self.start
        for moment in (*self.moments, *self.afterwards):
            if moment.row and moment.row not in self.rows:
                raise ValueError(f"{moment.at}: there is no row {moment.row}")
            if moment.by and moment.by not in self.members:
                raise ValueError(f"{moment.at}: nobody on the roster is {moment.by!r}")
            if moment.at <= before:
                raise ValueError(f"{moment.at} does not come after {before}")
            before = moment.at
        return self


def load(text: str | None = None) -> Scenario:
    """The scenario of September 2018, or that of another file's text."""
    return Scenario.model_validate(tomllib.loads(FILE.read_text("utf-8") if text is None else text))
