"""Text that is typed instead of a tap: a command, a word such as "back" or "yes", a number, or a label in any language."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct
from rapidfuzz import fuzz

from core import folding
from core.conversation.context import Context
from core.conversation.events import (
    Back,
    Cancelled,
    Confirmed,
    Done,
    Editing,
    FormEvent,
    Problem,
    Said,
    Skipped,
)
from core.conversation.forms import (
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    Question,
    applicable_questions,
    values_of,
)
from core.conversation.quick_answers import places_offered, quick_value
from core.fluent_words import Words
from core.incoming import Incoming
from core.values import Value

NEAR = 87  # per cent of likeness: one slip in a short label, two in a long one
SHORT = 4  # folded letters below which only the label itself counts
LONGEST = 60  # characters: what is longer is no label
NONE = 3  # words at most that say so
NO_DIGITS = re.compile(r"\D+")


class _Label(Struct, frozen=True):
    folded: str
    digits: str
    meaning: str


class TypedControl(StrEnum):
    """What may be typed instead of the buttons that every question has. The words are ``typed-<control>``."""

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    DONE = "done"
    YES = "yes"
    OK = "ok"  # a yes to what is asked, and beside another question only that it was read
    NO = "no"
    UNKNOWN = "unknown"


SIGNS = {
    "+": TypedControl.YES,
    "👍": TypedControl.YES,
    "-": TypedControl.NO,
    "👎": TypedControl.NO,
}  # the same in every language
COMMANDS = frozenset({TypedControl.BACK, TypedControl.SKIP, TypedControl.CANCEL})


def typed_control(text: str, words: Words) -> TypedControl | None:
    """The control that was typed, in any language."""
    if text in SIGNS:
        return SIGNS[text]
    return _controls(words).get(_folded_text(text)) if len(text) <= LONGEST else None


def says_none(text: str, words: Words) -> bool:
    """Whether a few words say that there is no such thing: "nothing urgent", «ничего срочного», «шұғыл ештеңе жоқ»."""
    said = text.strip(" .!").split()
    return 1 < len(said) <= NONE and TypedControl.NO in (
        typed_control(said[0], words),
        typed_control(said[-1], words),
    )


@cache
def _controls(words: Words) -> dict[str, TypedControl]:
    """What is typed for them, in all languages; of two at one word the first."""
    found: dict[str, TypedControl] = {}
    for which in TypedControl:
        for language in words.languages:
            for typed in words.say(language, f"typed-{which}").split(","):
                found.setdefault(_folded_text(typed), which)
    return {typed: which for typed, which in found.items() if typed}


def choice_variables(form: Form, answers: Answers) -> dict[str, str]:
    """The form's choices as variables of its words, so that a question can be worded by what is known."""
    said = {}
    for question in form.questions:
        if question.kind is AnswerKind.CHOICE:
            answer = answers.get(question.name)
            said[question.name] = answer.value if answer and isinstance(answer.value, str) else "none"
    return said


def option_typed(text: str, form: Form, question: Question, answers: Answers, words: Words) -> str | None:
    """The option whose label was typed, in any language, with a slip or two."""
    said = tuple(choice_variables(form, answers).items())
    return _meant_by_label(text, _of_options(words, f"{form.key}-{question.name}", question.options, said))


def nearest_label(text: str, labels: Mapping[str, str]) -> str | None:
    """What the label stands for that is the text, or holds it, or nearly is it; None when there are two."""
    return _meant_by_label(text, _read_labels(labels))


@lru_cache(maxsize=512)  # our own words, the same in every message
def _of_options(
    words: Words, key: str, options: tuple[str, ...], said: tuple[tuple[str, str], ...]
) -> tuple[_Label, ...]:
    return _read_labels(
        {
            words.say(language, f"{key}-{option}", **dict(said)): option
            for language in words.languages
            for option in options
        }
    )


def _read_labels(labels: Mapping[str, str]) -> tuple[_Label, ...]:
    return tuple(
        _Label(_folded_text(label), NO_DIGITS.sub("", label), meaning) for label, meaning in labels.items()
    )


def _meant_by_label(text: str, labels: Sequence[_Label]) -> str | None:
    if len(text) > LONGEST or not (typed := _folded_text(text)):
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


def typed_number(text: str) -> int | None:
    """A bare number, also with a full stop or a bracket after it."""
    digits = text.strip().rstrip(".)").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def _folded_text(text: str) -> str:
    return " ".join(folding.folded_words(text))


NUMBERED = frozenset(
    {AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.CONSENT, AnswerKind.PLACE}
)  # elsewhere digits are the answer itself


def read_shortcut(
    incoming: Incoming, text: str, question: Question | None, context: Context
) -> FormEvent | None:
    """The event, or None if the text is no shortcut at this question. ``question`` None is the review."""
    if text.startswith("/"):
        typed = next((c for c in COMMANDS if c == incoming.command), None)
        return Problem("problem-command") if typed is None else _CONTROLS[typed](question, context)
    which = typed_control(text, context.setting.words)
    if which is not None:
        return _CONTROLS[which](question, context) or Said(
            corrects=context.corrects
        )  # "yes" to "where?": no answer
    if question is None:
        return _review_line(text, context)
    if question.kind is AnswerKind.CHOICES and says_none(text, context.setting.words):
        return _no(question, context)
    if question.kind in NUMBERED:
        event = _numbered(text, question, context)
        if event is not None:
            return event
    if (said := _labelled(text, question, context)) is not None:
        return said
    consent = _just_asked(context)
    return _labelled(text, consent, context) if consent is not None else None


def _numbered(text: str, question: Question, context: Context) -> FormEvent | None:
    options = shown_options(question, context)
    pieces = text.replace(",", " ").split() if question.kind is AnswerKind.CHOICES else [text]
    numbers = [typed_number(piece) for piece in pieces]
    if None in numbers or not options:
        return None
    if not all(n is not None and 1 <= n <= len(options) for n in numbers):
        return Problem("problem-number", {"options": len(options)})
    return _chosen([options[n - 1] for n in numbers if n is not None], question, context)


def _labelled(text: str, question: Question, context: Context) -> FormEvent | None:
    """One label, or at a question with several choices some of them, separated by commas or lines."""
    pieces = [text]
    if question.kind is AnswerKind.CHOICES:
        pieces = [piece for piece in text.replace(";", ",").replace("\n", ",").split(",") if piece.strip()]
    form, answers, words = context.form, context.state.answers, context.setting.words
    options = [option_typed(piece, form, question, answers, words) for piece in pieces]
    found = [option for option in options if option is not None]
    return _chosen(found, question, context) if found and len(found) == len(options) else None


def _chosen(options: list[str], question: Question, context: Context) -> FormEvent | None:
    if question.kind is AnswerKind.CHOICES:
        value: Value | None = tuple(o for o in question.options if o in options)
    else:
        value = quick_value(question, options[0], context.setting.gazetteer, context.now, context.zone)
    if value is None:
        return None
    return Said(question.name, {question.name: value}, corrects=context.corrects)


def _review_line(text: str, context: Context) -> FormEvent | None:
    """A line of the review, called by its name, is to be edited."""
    form, words = context.form, context.setting.words
    names = [question.name for question in applicable_questions(form, context.state.answers)]
    labels = {words.say(lang, f"{form.key}-{name}-short"): name for lang in words.languages for name in names}
    found = nearest_label(text, labels)
    return Editing(found) if found is not None else None


def shown_options(question: Question, context: Context) -> tuple[str, ...]:
    """What the keyboard of the question offers, in order."""
    if question.kind is not AnswerKind.PLACE:
        return question.options
    return (*places_offered(context.setting, context.state), *question.options)


def _done(question: Question | None, context: Context) -> FormEvent | None:
    if question is None:
        return Confirmed()
    if question.kind is AnswerKind.FILE:
        return Skipped()
    return Done(question.name) if question.kind is AnswerKind.CHOICES else None


def _yes(question: Question | None, context: Context) -> FormEvent | None:
    if question is None:
        return Confirmed()
    if "yes" in question.options:
        return _chosen(["yes"], question, context)
    consent = _just_asked(context)
    return _chosen(["yes"], consent, context) if consent is not None else None


def _ok(question: Question | None, context: Context) -> FormEvent | None:
    """An "ok" never gives a permission that is asked for: it may be meant for something else that was read."""
    if question is None or "yes" in question.options:
        return _yes(question, context)
    return Said(corrects=context.corrects, aside=True)


def _just_asked(context: Context) -> Question | None:
    """Consent, which is asked beside the question that stands as soon as it is enough, until something is answered."""
    form, answers = context.form, context.state.answers
    consent = next((q for q in form.questions if q.kind is AnswerKind.CONSENT), None)
    if (
        consent is None
        or consent.name in answers
        or context.state.unanswered
        or not form.enough(values_of(answers))
    ):
        return None
    enough = max(answers[q.name].at for q in form.questions if q.required and q.name in answers)
    later = any(a.at > enough for a in answers.values() if a.source is not AnswerSource.IMPLIED)
    return None if later else consent


def _no(question: Question | None, context: Context) -> FormEvent | None:
    """No such thing: the option that says so where there is one, else the question is passed over."""
    if question is None or question.required:
        return None
    if question.kind is AnswerKind.CHOICES:
        return Said(question.name, {question.name: ()}, corrects=context.corrects)
    if "no" not in question.options and (consent := _just_asked(context)) is not None:
        return _chosen(["no"], consent, context)
    said_so = next((option for option in ("no", "nobody", "unknown") if option in question.options), None)
    if said_so is not None:
        return _chosen([said_so], question, context)
    return Skipped() if not question.options else None


def _unknown(question: Question | None, context: Context) -> FormEvent | None:
    if question is None:
        return None
    if "unknown" in question.options:
        return _chosen(["unknown"], question, context)
    return None if question.required or question == context.form.leaving else Skipped()


_CONTROLS: dict[TypedControl, Callable[[Question | None, Context], FormEvent | None]] = {
    TypedControl.BACK: lambda question, context: Back(),
    TypedControl.SKIP: lambda question, context: Skipped(),
    TypedControl.CANCEL: lambda question, context: Cancelled(),
    TypedControl.DONE: _done,
    TypedControl.YES: _yes,
    TypedControl.OK: _ok,
    TypedControl.NO: _no,
    TypedControl.UNKNOWN: _unknown,
}
