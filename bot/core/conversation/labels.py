"""Typed text that stands for a button: its label in any language, its number, or a word such as "back"."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct
from rapidfuzz import fuzz

from bot.core import folding
from bot.core.conversation.forms import Answers, Form, Kind, Question
from bot.core.words import Words

NEAR = 87  # per cent of likeness: one slip in a short label, two in a long one
SHORT = 4  # folded letters below which only the label itself counts
LONGEST = 60  # characters: what is longer is no label
NO_DIGITS = re.compile(r"\D+")


class _Label(Struct, frozen=True):
    folded: str
    digits: str
    meaning: str


class Control(StrEnum):
    """What may be typed instead of the buttons that every question has. The words are ``typed-<control>``."""

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    DONE = "done"
    YES = "yes"
    OK = "ok"  # a yes to what is asked, and beside another question only that it was read
    NO = "no"
    UNKNOWN = "unknown"


SIGNS = {"+": Control.YES, "👍": Control.YES, "-": Control.NO, "👎": Control.NO}  # the same in every language
COMMANDS = frozenset({Control.BACK, Control.SKIP, Control.CANCEL})


def control(text: str, words: Words) -> Control | None:
    """The control that was typed, in any language."""
    if text in SIGNS:
        return SIGNS[text]
    return _controls(words).get(_folded(text)) if len(text) <= LONGEST else None


@cache
def _controls(words: Words) -> dict[str, Control]:
    """What is typed for them, in all languages; of two at one word the first."""
    found: dict[str, Control] = {}
    for which in Control:
        for language in words.languages:
            for typed in words.say(language, f"typed-{which}").split(","):
                found.setdefault(_folded(typed), which)
    return {typed: which for typed, which in found.items() if typed}


def choices_said(form: Form, answers: Answers) -> dict[str, str]:
    """The form's choices as variables of its words, so that a question can be worded by what is known."""
    said = {}
    for question in form.questions:
        if question.kind is Kind.CHOICE:
            answer = answers.get(question.name)
            said[question.name] = answer.value if answer and isinstance(answer.value, str) else "none"
    return said


def option_typed(text: str, form: Form, question: Question, answers: Answers, words: Words) -> str | None:
    """The option whose label was typed, in any language, with a slip or two."""
    said = tuple(choices_said(form, answers).items())
    return _meant(text, _of_options(words, f"{form.key}-{question.name}", question.options, said))


def nearest(text: str, labels: Mapping[str, str]) -> str | None:
    """What the label stands for that is the text, or holds it, or nearly is it; None when there are two."""
    return _meant(text, _read(labels))


@lru_cache(maxsize=512)  # our own words, the same in every message
def _of_options(
    words: Words, key: str, options: tuple[str, ...], said: tuple[tuple[str, str], ...]
) -> tuple[_Label, ...]:
    return _read(
        {
            words.say(language, f"{key}-{option}", **dict(said)): option
            for language in words.languages
            for option in options
        }
    )


def _read(labels: Mapping[str, str]) -> tuple[_Label, ...]:
    return tuple(
        _Label(_folded(label), NO_DIGITS.sub("", label), meaning) for label, meaning in labels.items()
    )


def _meant(text: str, labels: Sequence[_Label]) -> str | None:
    if len(text) > LONGEST or not (typed := _folded(text)):
        return None
    exact = {label.meaning for label in labels if label.folded == typed}
    if exact:
        return exact.pop() if len(exact) == 1 else None
    if len(typed) < SHORT:
        return None
    inside = {label.meaning for label in labels if f" {typed} " in f" {label.folded} "}
    if " " in typed and len(inside) == 1:  # one word of a label may mean anything, two in a row do not
        return inside.pop()
    scores: dict[str, float] = {}
    digits = NO_DIGITS.sub("", typed)
    for label in labels:
        if label.digits == digits:  # "in 12 hours" is no slip of "in 2 hours"
            score = fuzz.ratio(typed, label.folded, score_cutoff=NEAR)
            scores[label.meaning] = max(scores.get(label.meaning, 0), score)
    best = max(scores.values(), default=0)
    found = [meaning for meaning, score in scores.items() if score == best and best]
    return found[0] if len(found) == 1 else None


def number(text: str) -> int | None:
    """A bare number, also with a full stop or a bracket after it."""
    digits = text.strip().rstrip(".)").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def _folded(text: str) -> str:
    return " ".join(folding.words(text))
