"""What a person did in a form, after the border has read it: no language, no messenger. Events are frozen.

Taps name the question of the keyboard they were on, so that an old keyboard answers its own question.
Typed controls name none and mean the current one.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from core.conversation.forms import AnswerSource
from core.values import Value


class Note(Struct, frozen=True):
    """Something to tell the person: a key of the words, and values to put in (any language can say them)."""

    key: str
    values: Mapping[str, Value | int] = field(default_factory=dict)


class Problem(Struct, frozen=True):
    """What was given cannot be used as it is. Nothing is lost: the words stay in the report.

    ``offers`` are values of the question that may have been meant (ids of places).
    """

    key: str
    values: Mapping[str, Value | int] = field(default_factory=dict)
    offers: tuple[str, ...] = ()


class Chose(Struct, frozen=True):
    """A button was tapped that is an answer by itself."""

    question: str
    value: Value


class Toggled(Struct, frozen=True):
    """One of several choices was switched on or off. It says which, so that a double tap is harmless."""

    question: str
    option: str
    on: bool


class MoreAsked(Struct, frozen=True):
    """The other places, beside the few that are offered first."""

    question: str


class Done(Struct, frozen=True):
    """Enough was chosen at a question with several choices; none chosen means that none applies."""

    question: str


class Said(Struct, frozen=True):
    """Words, a file, a location or a contact.

    ``question`` is what it answers, or None for free words; ``values`` hold that answer and what else was
    understood. ``corrects`` is the entry whose message was edited. ``language`` is what the words seem to be in.
    ``source`` of what was not asked for: words, or shared from the phone. ``aside``: it does not pass the question by, as
    evidence does not, or "thanks". ``replaces``: questions whose known answer is not so any more ("two were let go").
    ``guessed``: those whose value only follows from what is said; ``read``: an answer that is not said by itself, but read
    from what was told; ``maybe``: what the words may say without evidence, which answers nothing.
    """

    question: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
    corrects: int | None = None
    language: str | None = None
    source: AnswerSource = AnswerSource.WORDS
    aside: bool = False
    replaces: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    maybe: Mapping[str, Value] = field(default_factory=dict)


class Skipped(Struct, frozen=True):
    """The person does not want to answer."""

    question: str | None = None


class Back(Struct, frozen=True):
    """To the question before."""

    question: str | None = None


class Editing(Struct, frozen=True):
    """A question is to be answered again, from the review."""

    question: str


class SharingAsked(Struct, frozen=True):
    """The button that shares a location or a contact is wanted."""

    question: str


class Cancelled(Struct, frozen=True):
    """The person wants to leave the form."""


class Confirmed(Struct, frozen=True):
    """The review is right."""


FormEvent = (
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
