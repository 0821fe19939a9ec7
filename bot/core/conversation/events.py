"""What a person did in a form, after the border has read it: no language, no messenger. Events are frozen.

Taps name the question of the keyboard they were on, so that an old keyboard answers its own question.
Typed controls name none and mean the current one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.conversation.forms import Source
from bot.core.values import Value


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the person: a key of the words, and values to put in (any language can say them)."""

    key: str
    values: Mapping[str, Value | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """What was given cannot be used as it is. Nothing is lost: the words stay in the report.

    ``offers`` are values of the question that may have been meant (ids of places).
    """

    key: str
    values: Mapping[str, Value | int] = field(default_factory=dict)
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chose:
    """A button was tapped that is an answer by itself."""

    question: str
    value: Value


@dataclass(frozen=True, slots=True)
class Toggled:
    """One of several choices was switched on or off. It says which, so that a double tap is harmless."""

    question: str
    option: str
    on: bool


@dataclass(frozen=True, slots=True)
class MoreAsked:
    """The other places, beside the few that are offered first."""

    question: str


@dataclass(frozen=True, slots=True)
class Done:
    """Enough was chosen at a question with several choices; none chosen means that none applies."""

    question: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words, a file, a location or a contact.

    ``question`` is what it answers, or None for free words; ``values`` hold that answer and what else was
    understood. ``corrects`` is the entry whose message was edited. ``language`` is what the words seem to be in.
    ``source`` of what was not asked for: words, or shared from the phone. ``aside``: it does not pass the question by, as
    evidence does not, or "thanks". ``replaces``: questions whose known answer is not so any more ("two were let go").
    ``guessed``: those whose value only follows from what is said.
    """

    question: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
    corrects: int | None = None
    language: str | None = None
    source: Source = Source.WORDS
    aside: bool = False
    replaces: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person does not want to answer."""

    question: str | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """To the question before."""

    question: str | None = None


@dataclass(frozen=True, slots=True)
class Editing:
    """A question is to be answered anew, from the review."""

    question: str


@dataclass(frozen=True, slots=True)
class SharingAsked:
    """The button that shares a location or a contact is wanted."""

    question: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person wants to leave the form."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The review is right."""


Event = (
    Chose
    | Toggled
    | Done
    | MoreAsked
    | Said
    | Skipped
    | Back
    | Editing
    | SharingAsked
    | Cancelled
    | Confirmed
    | Problem
)
