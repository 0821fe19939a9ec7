"""Typed instead of tapped: a command, a word such as "back" or "yes", a number, a label in any language."""

from collections.abc import Callable

from bot.core.conversation.context import Context
from bot.core.conversation.events import (
    Back,
    Cancelled,
    Confirmed,
    Done,
    Editing,
    Event,
    Problem,
    Said,
    Skipped,
)
from bot.core.conversation.forms import Kind, Question, Source, applicable, values_of
from bot.core.conversation.labels import COMMANDS, Control, control, nearest, number, option_typed
from bot.core.conversation.quick_answers import places_offered, quick
from bot.core.incoming import Incoming
from bot.core.values import Value

NUMBERED = frozenset(
    {Kind.CHOICE, Kind.CHOICES, Kind.CONSENT, Kind.PLACE}
)  # elsewhere digits are the answer itself


def read_shortcut(incoming: Incoming, text: str, question: Question | None, context: Context) -> Event | None:
    """The event, or None if the text is no shortcut at this question. ``question`` None is the review."""
    if text.startswith("/"):
        typed = next((c for c in COMMANDS if c == incoming.command), None)
        return Problem("problem-command") if typed is None else _CONTROLS[typed](question, context)
    which = control(text, context.setting.words)
    if which is not None:
        return _CONTROLS[which](question, context) or Said(
            corrects=context.corrects
        )  # "yes" to "where?": no answer
    if question is None:
        return _review_line(text, context)
    if question.kind in NUMBERED:
        event = _numbered(text, question, context)
        if event is not None:
            return event
    if (said := _labelled(text, question, context)) is not None:
        return said
    consent = _just_asked(context)
    return _labelled(text, consent, context) if consent is not None else None


def _numbered(text: str, question: Question, context: Context) -> Event | None:
    options = shown_options(question, context)
    pieces = text.replace(",", " ").split() if question.kind is Kind.CHOICES else [text]
    numbers = [number(piece) for piece in pieces]
    if None in numbers or not options:
        return None
    if not all(n is not None and 1 <= n <= len(options) for n in numbers):
        return Problem("problem-number", {"options": len(options)})
    return _chosen([options[n - 1] for n in numbers if n is not None], question, context)


def _labelled(text: str, question: Question, context: Context) -> Event | None:
    """One label, or at a question with several choices some of them, separated by commas or lines."""
    pieces = [text]
    if question.kind is Kind.CHOICES:
        pieces = [piece for piece in text.replace(";", ",").replace("\n", ",").split(",") if piece.strip()]
    form, answers, words = context.form, context.state.answers, context.setting.words
    options = [option_typed(piece, form, question, answers, words) for piece in pieces]
    found = [option for option in options if option is not None]
    return _chosen(found, question, context) if found and len(found) == len(options) else None


def _chosen(options: list[str], question: Question, context: Context) -> Event | None:
    if question.kind is Kind.CHOICES:
        value: Value | None = tuple(o for o in question.options if o in options)
    else:
        value = quick(question, options[0], context.setting.gazetteer, context.now, context.zone)
    if value is None:
        return None
    return Said(question.name, {question.name: value}, corrects=context.corrects)


def _review_line(text: str, context: Context) -> Event | None:
    """A line of the review, called by its name, is to be edited."""
    form, words = context.form, context.setting.words
    names = [question.name for question in applicable(form, context.state.answers)]
    labels = {words.say(lang, f"{form.key}-{name}-short"): name for lang in words.languages for name in names}
    found = nearest(text, labels)
    return Editing(found) if found is not None else None


def shown_options(question: Question, context: Context) -> tuple[str, ...]:
    """What the keyboard of the question offers, in order."""
    if question.kind is not Kind.PLACE:
        return question.options
    return (*places_offered(context.setting, context.state), *question.options)


def _done(question: Question | None, context: Context) -> Event | None:
    if question is None:
        return Confirmed()
    if question.kind is Kind.FILE:
        return Skipped()
    return Done(question.name) if question.kind is Kind.CHOICES else None


def _yes(question: Question | None, context: Context) -> Event | None:
    if question is None:
        return Confirmed()
    if "yes" in question.options:
        return _chosen(["yes"], question, context)
    consent = _just_asked(context)
    return _chosen(["yes"], consent, context) if consent is not None else None


def _ok(question: Question | None, context: Context) -> Event | None:
    """Permits nothing that is asked beside: "ok" may be meant for whatever was read."""
    if question is None or "yes" in question.options:
        return _yes(question, context)
    return Said(corrects=context.corrects, aside=True)


def _just_asked(context: Context) -> Question | None:
    """Consent, which is asked beside the question that stands as soon as it is enough, until something is answered."""
    form, answers = context.form, context.state.answers
    consent = next((q for q in form.questions if q.kind is Kind.CONSENT), None)
    if (
        consent is None
        or consent.name in answers
        or context.state.unanswered
        or not form.enough(values_of(answers))
    ):
        return None
    enough = max(answers[q.name].at for q in form.questions if q.required and q.name in answers)
    later = any(a.at > enough for a in answers.values() if a.source is not Source.IMPLIED)
    return None if later else consent


def _no(question: Question | None, context: Context) -> Event | None:
    """No such thing: the option that says so where there is one, else the question is passed over."""
    if question is None or question.required:
        return None
    if question.kind is Kind.CHOICES:
        return Said(question.name, {question.name: ()}, corrects=context.corrects)
    if "no" not in question.options and (consent := _just_asked(context)) is not None:
        return _chosen(["no"], consent, context)
    said_so = next((option for option in ("no", "nobody", "unknown") if option in question.options), None)
    if said_so is not None:
        return _chosen([said_so], question, context)
    return Skipped() if not question.options else None


def _unknown(question: Question | None, context: Context) -> Event | None:
    if question is None:
        return None
    if "unknown" in question.options:
        return _chosen(["unknown"], question, context)
    return None if question.required or question == context.form.leaving else Skipped()


_CONTROLS: dict[Control, Callable[[Question | None, Context], Event | None]] = {
    Control.BACK: lambda question, context: Back(),
    Control.SKIP: lambda question, context: Skipped(),
    Control.CANCEL: lambda question, context: Cancelled(),
    Control.DONE: _done,
    Control.YES: _yes,
    Control.OK: _ok,
    Control.NO: _no,
    Control.UNKNOWN: _unknown,
}
