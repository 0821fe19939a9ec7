"""The border: everything that comes in becomes one event of the form. Nothing that a person does makes this code raise.

A typed text is tried as a command, a control word, a number, a label in any language and an answer to the current
question, and is also understood as free words. The caller keeps the exact words; here they are only read.

What the phone itself sends (a file, a contact card, a location) answers the question that asks for it; if no question asks,
it is proposed where it fits.
"""

from datetime import datetime

from msgspec.structs import replace

from core import folding
from core.conversation.context import Context, Setting, TextRead, zone_of_answers
from core.conversation.events import FormEvent, Note, Problem, Said
from core.conversation.forms import (
    EXPLICIT,
    IN_WORDS,
    AnswerKind,
    AnswerSource,
    Form,
    FormState,
    Question,
    applicable_questions,
    current_question,
    is_enough,
)
from core.conversation.free_words import read_words
from core.conversation.keyboard import read_tap
from core.conversation.typed_shortcuts import SIGNS, read_shortcut
from core.incoming import File, FileKind, Incoming, IncomingKind, Location, SharedContact
from core.understanding import ContactProblem, understand_contact
from core.understanding.custody_facts import Custody
from core.values import Contact, Place, Value

SPOKEN = frozenset({FileKind.VOICE, FileKind.VIDEO_NOTE, FileKind.AUDIO})
IN_A_FILE = ""  # the value of a question for words that was answered by voice


def read_file(incoming: Incoming, file: File, question: Question | None, context: Context) -> FormEvent:
    """A file, and its caption as free words. A voice message is an answer to a question for words."""
    if file.kind is FileKind.STICKER:
        return Problem("problem-sticker")
    spoken = file.kind in SPOKEN
    said = _unasked(AnswerKind.FILE, (file.file_id,), question, context)
    if question is not None and question.kind in IN_WORDS and spoken:
        said = replace(said, question=question.name, values={**said.values, question.name: IN_A_FILE})
    caption = folding.clean_text(incoming.text).strip()
    if caption:
        words = read_words(caption, None, context, ())
        said = replace(
            said, values={**words.values, **said.values}, language=words.language, source=AnswerSource.WORDS
        )
    too_big = file.size is not None and file.size > context.setting.abilities.file
    notes = [] if too_big else [Note("note-voice" if spoken else "note-file")]
    if not caption and not is_enough(context.form, context.state):
        notes.append(Note("note-unread"))
    most = context.setting.abilities.file >> 20
    problem = Problem("problem-file-big", {"megabytes": most}) if too_big else None
    return replace(said, notes=tuple(notes), problem=problem)


def read_contact(
    incoming: Incoming, shared: SharedContact, question: Question | None, context: Context
) -> FormEvent:
    """A contact card: the person's own, or somebody else's, who may then be rung."""
    phone = shared.phone.strip()
    if not phone:
        return Problem("problem-contact-empty")
    if phone.isdigit():  # Telegram leaves the plus out of numbers that have their country code
        phone = f"+{phone}"
    read = understand_contact(phone, context.setting.heard, context.setting.region)
    if isinstance(read, ContactProblem) or not read.phone:
        return Problem("problem-phone")
    own = shared.user_id is not None and shared.user_id == incoming.sender
    value = Contact(phone=read.phone, name="" if own else folding.clean_text(shared.name), own=own)
    said = _unasked(AnswerKind.CONTACT, value, question, context)
    return said if own else replace(said, notes=(Note("note-contact-other"),))


def read_location(location: Location, question: Question | None, context: Context) -> FormEvent:
    """A point on the map: the nearest city with the point, or a place outside; "where exactly?" takes the point too."""
    latitude, longitude = location.latitude, location.longitude
    near = context.setting.gazetteer.nearest(latitude, longitude)
    if near is None:
        said = _unasked(
            AnswerKind.PLACE, Place(latitude=latitude, longitude=longitude, outside=True), question, context
        )
        said = replace(said, notes=(Note("note-place-outside"),))
    else:
        place = Place(near[0].id, None, near[0].region, "", latitude, longitude)
        said = _unasked(AnswerKind.PLACE, place, question, context)
    if question is not None and question.kind in IN_WORDS:
        point = f"{latitude:.5f}, {longitude:.5f}"
        said = replace(said, question=question.name, values={**said.values, question.name: point})
    return said


def _unasked(kind: AnswerKind, value: Value, question: Question | None, context: Context) -> Said:
    """The value for the question if it is of this kind, else for the first that is and applies."""
    if question is not None and question.kind is kind:
        return Said(
            question.name, {question.name: value}, corrects=context.corrects, source=AnswerSource.SHARED
        )
    fitting = [q.name for q in applicable_questions(context.form, context.state.answers) if q.kind is kind]
    return Said(
        None, dict.fromkeys(fitting[:1], value), corrects=context.corrects, source=AnswerSource.SHARED
    )


def understand_input(
    incoming: Incoming,
    form: Form,
    state: FormState,
    setting: Setting,
    *,
    now: datetime,
    language: str,
    corrects: int | None = None,
    read: TextRead | None = None,
    custody: Custody | None = None,
    only_asks: bool = False,
) -> FormEvent:
    """The event. ``now`` is UTC; ``corrects`` is the entry that an edited message first made; the rest: see ``Context``."""
    context = Context(
        form,
        state,
        setting,
        now,
        zone_of_answers(state.answers, setting),
        language,
        corrects,
        read,
        custody,
        only_asks,
    )
    match incoming.kind:
        case IncomingKind.TAP:
            return read_tap(incoming.data, form, setting.gazetteer, now, context.zone)
        case IncomingKind.MESSAGE | IncomingKind.EDITED:
            return _message(incoming, context)
        case _:
            return Problem("problem-kind")


def _message(incoming: Incoming, context: Context) -> FormEvent:
    edited = incoming.kind is IncomingKind.EDITED
    question = _corrected_question(context) if edited else current_question(context.form, context.state)
    if incoming.forwarded is not None:
        return _passed_on(context)
    if incoming.file is not None:
        return read_file(incoming, incoming.file, question, context)
    if incoming.contact is not None:
        return read_contact(incoming, incoming.contact, question, context)
    if incoming.location is not None:
        return read_location(incoming.location, question, context)
    text = folding.clean_text(incoming.text).strip()
    if not text:
        return Problem("problem-empty")
    if not any(c.isalnum() for c in text) and text not in SIGNS:
        return Problem("problem-signs")
    notes = _oddity_notes(incoming.typed or incoming.text, context.setting.abilities.text)
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
    incoming: Incoming, form: Form, state: FormState, setting: Setting, *, now: datetime, language: str
) -> bool:
    """Whether a typed text stands for a button or a command at the question that is open."""
    context = Context(form, state, setting, now, zone_of_answers(state.answers, setting), language)
    text = folding.clean_text(incoming.text).strip()
    return read_shortcut(incoming, text, current_question(form, state), context) is not None


def _corrected_question(context: Context) -> Question | None:
    """The question to which the edited message was the answer; None if it was free words."""
    answers = context.state.answers
    for question in applicable_questions(context.form, answers):
        answer = answers.get(question.name)
        if answer is None or answer.entry is None or answer.entry != context.corrects:
            continue
        if answer.source in EXPLICIT:
            return question
    return None


def _oddity_notes(typed: str, longest: int) -> tuple[Note, ...]:
    """What is strange about the text, though it can be read. What is longer than the longest message comes in parts."""
    notes = []
    if len(typed) >= longest:
        notes.append(Note("note-long"))
    if folding.clean_text(typed) != typed.replace("\r\n", "\n").replace("\t", " "):
        notes.append(Note("note-invisible"))
    return tuple(notes)
