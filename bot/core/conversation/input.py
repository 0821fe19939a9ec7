"""The border: whatever came in becomes one event of the form. Nothing here raises for what a person did.

A typed text is tried as a command, a control word, a number, a label in any language, an answer to the current
question, and is understood as free words beside. The exact words are kept by whoever calls; here they are only read.
"""

from datetime import datetime

from bot.core import folding
from bot.core.conversation.buttons import read_tap
from bot.core.conversation.context import Context, Read, Setting, zone_of
from bot.core.conversation.events import Event, Note, Problem, Said
from bot.core.conversation.forms import (
    EXPLICIT,
    Form,
    Question,
    State,
    applicable,
    current,
    is_enough,
)
from bot.core.conversation.free_words import read_words
from bot.core.conversation.labels import SIGNS
from bot.core.conversation.shared import read_contact, read_file, read_location
from bot.core.conversation.typed import read_shortcut
from bot.core.incoming import Incoming, Kind


def understand(
    incoming: Incoming,
    form: Form,
    state: State,
    setting: Setting,
    *,
    now: datetime,
    language: str,
    corrects: int | None = None,
    read: Read | None = None,
) -> Event:
    """The event. ``now`` is UTC; ``corrects`` is the entry that an edited message first made; ``read``: see ``Context``."""
    context = Context(form, state, setting, now, zone_of(state.answers, setting), language, corrects, read)
    match incoming.kind:
        case Kind.TAP:
            return read_tap(incoming.data, form, setting.gazetteer, now, context.zone)
        case Kind.MESSAGE | Kind.EDITED:
            return _message(incoming, context)
        case _:
            return Problem("problem-kind")


def _message(incoming: Incoming, context: Context) -> Event:
    edited = incoming.kind is Kind.EDITED
    question = _corrected(context) if edited else current(context.form, context.state)
    if incoming.forwarded is not None:
        return _passed_on(context)
    if incoming.file is not None:
        return read_file(incoming, incoming.file, question, context)
    if incoming.contact is not None:
        return read_contact(incoming, incoming.contact, question, context)
    if incoming.location is not None:
        return read_location(incoming.location, question, context)
    text = folding.clean(incoming.text).strip()
    if not text:
        return Problem("problem-empty")
    if not any(c.isalnum() for c in text) and text not in SIGNS:
        return Problem("problem-signs")
    notes = _oddities(incoming.typed or incoming.text, context.setting.abilities.text)
    shortcut = None if edited and question is None else read_shortcut(incoming, text, question, context)
    if shortcut is not None and (isinstance(shortcut, Said | Problem) or not edited):
        return shortcut  # an old message edited to "back" goes nowhere
    return read_words(text, question, context, notes)


def _passed_on(context: Context) -> Said:
    """Somebody else's words, of their own time: evidence that is kept. It answers nothing and proposes nothing."""
    notes = [Note("note-forwarded")]
    if not is_enough(context.form, context.state):
        notes.append(Note("note-own-words"))
    return Said(notes=tuple(notes), corrects=context.corrects, aside=True)


def is_shortcut(
    incoming: Incoming, form: Form, state: State, setting: Setting, *, now: datetime, language: str
) -> bool:
    """Whether a typed text stands for a button or a command at the question that is open."""
    context = Context(form, state, setting, now, zone_of(state.answers, setting), language)
    text = folding.clean(incoming.text).strip()
    return read_shortcut(incoming, text, current(form, state), context) is not None


def _corrected(context: Context) -> Question | None:
    """The question to which the edited message was the answer; None if it was free words."""
    answers = context.state.answers
    for question in applicable(context.form, answers):
        answer = answers.get(question.name)
        if answer is None or answer.entry is None or answer.entry != context.corrects:
            continue
        if answer.source in EXPLICIT:
            return question
    return None


def _oddities(typed: str, longest: int) -> tuple[Note, ...]:
    """What is strange about the text, though it can be read. What is longer than the longest message comes in parts."""
    notes = []
    if len(typed) >= longest:
        notes.append(Note("note-long"))
    if folding.clean(typed) != typed.replace("\r\n", "\n").replace("\t", " "):
        notes.append(Note("note-invisible"))
    return tuple(notes)
