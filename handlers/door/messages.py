"""What a member writes while they have a list: the door, names in one message or several, corrections, a photo, a voice."""

from core.incoming import IncomingKind
from core.records.door_lists import DoorList, ListState
from core.understanding.lawyer_words import visit_said
from core.understanding.name_list import has_names, place_and_time, read
from handlers.door import line_matches, lists, start, unread_lists
from handlers.forms import entries
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


async def on_said(turn: Turn, opened: OpenForm | None) -> bool:
    """Whether it belongs to a list that the member brings or reads."""
    member, incoming = turn.active, turn.incoming
    if (
        member is None
        or opened is not None
        or incoming.kind not in (IncomingKind.MESSAGE, IncomingKind.EDITED)
    ):
        return False
    one = await lists.current_list(turn.tx, member)
    words = (incoming.typed or incoming.text).strip()
    if one is None or incoming.location is not None or not (words or incoming.file):
        return False
    if words.startswith("/"):  # a command, and words behind it that are its own
        return False
    if incoming.kind is IncomingKind.EDITED and not _came_in(one, incoming.message_id):
        return False
    if visit_said(incoming.text, turn.service.heard, turn.language) is not None:
        return False
    if incoming.file is not None:
        await _take_file(turn, one, words)
    elif one.where and not _is_door_again(turn, one, words):
        await line_matches.show_again(turn, await line_matches.add_names(turn, one, words))
    else:
        await start.set_door_and_names(turn, one, words)
    return True


def _is_door_again(turn: Turn, one: DoorList, words: str) -> bool:
    """Before the first name: the door, said better, or with its hour."""
    where, _ = place_and_time(words.partition("\n")[0])
    nameless = not has_names(read(where, turn.service.names))
    return not one.lines and nameless and turn.service.gazetteer.answer(where) is not None


def _came_in(one: DoorList, message: int | None) -> bool:
    return any(line.message == message for line in lists.lines_of(one))


async def _take_file(turn: Turn, one: DoorList, caption: str) -> None:
    """A photo, a voice or a file: it is kept, and a coordinator reads it. Nobody waits for the place."""
    file = entries.file_row(turn)
    if file is None:
        turn.reply("door-not-kept")
        return
    one = await lists.save(turn.tx, one, files=(*one.files, file))
    if caption and one.where:
        one = await line_matches.add_names(turn, one, caption)
    elif caption:
        one = await start.set_door(turn, one, caption)
    if one.reader_id not in (None, one.member_id):
        await unread_lists.hand_out_files(turn.tx, turn.service, one, (file,))
    elif one.state is not ListState.WAITS:
        await unread_lists.ask_coordinators(turn.tx, turn.service, one)
    turn.reply("door-sent" if one.where else "door-sent-where", topic=f"door-sent:{one.id}")
