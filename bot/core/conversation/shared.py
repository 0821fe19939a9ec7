"""What comes from the phone itself: a file, a contact card, a location. It answers the question that asks for it;
unasked it is proposed where it fits."""

from msgspec.structs import replace

from bot.core import folding
from bot.core.conversation.context import Context
from bot.core.conversation.events import Event, Note, Problem, Said
from bot.core.conversation.forms import IN_WORDS, Kind, Question, Source, applicable, is_enough
from bot.core.conversation.free_words import read_words
from bot.core.incoming import File, FileKind, Incoming, Location, SharedContact
from bot.core.understanding import ContactProblem, understand_contact
from bot.core.values import Contact, Place, Value

SPOKEN = frozenset({FileKind.VOICE, FileKind.VIDEO_NOTE, FileKind.AUDIO})
IN_A_FILE = ""  # the value of a question for words that was answered by voice


def read_file(incoming: Incoming, file: File, question: Question | None, context: Context) -> Event:
    """A file, and its caption as free words. A voice message is an answer to a question for words."""
    if file.kind is FileKind.STICKER:
        return Problem("problem-sticker")
    spoken = file.kind in SPOKEN
    said = _unasked(Kind.FILE, (file.file_id,), question, context)
    if question is not None and question.kind in IN_WORDS and spoken:
        said = replace(said, question=question.name, values={**said.values, question.name: IN_A_FILE})
    caption = folding.clean(incoming.text).strip()
    if caption:
        words = read_words(caption, None, context, ())
        said = replace(
            said, values={**words.values, **said.values}, language=words.language, source=Source.WORDS
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
) -> Event:
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
    value = Contact(phone=read.phone, name="" if own else folding.clean(shared.name), own=own)
    said = _unasked(Kind.CONTACT, value, question, context)
    return said if own else replace(said, notes=(Note("note-contact-other"),))


def read_location(location: Location, question: Question | None, context: Context) -> Event:
    """A point on the map: the nearest city with the point, or a place outside; "where exactly?" takes the point too."""
    latitude, longitude = location.latitude, location.longitude
    near = context.setting.gazetteer.nearest(latitude, longitude)
    if near is None:
        said = _unasked(
            Kind.PLACE, Place(latitude=latitude, longitude=longitude, outside=True), question, context
        )
        said = replace(said, notes=(Note("note-place-outside"),))
    else:
        place = Place(near[0].id, None, near[0].region, "", latitude, longitude)
        said = _unasked(Kind.PLACE, place, question, context)
    if question is not None and question.kind in IN_WORDS:
        point = f"{latitude:.5f}, {longitude:.5f}"
        said = replace(said, question=question.name, values={**said.values, question.name: point})
    return said


def _unasked(kind: Kind, value: Value, question: Question | None, context: Context) -> Said:
    """The value for the question if it is of this kind, else for the first that is and applies."""
    if question is not None and question.kind is kind:
        return Said(question.name, {question.name: value}, corrects=context.corrects, source=Source.SHARED)
    fitting = [q.name for q in applicable(context.form, context.state.answers) if q.kind is kind]
    return Said(None, dict.fromkeys(fitting[:1], value), corrects=context.corrects, source=Source.SHARED)
