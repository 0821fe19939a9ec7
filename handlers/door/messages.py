"""What a member writes while they have a list: the door, names in one message or several, corrections, a photo, a voice."""

from core.records.door_lists import DoorList, ListState
from core.understanding import name_list
from core.understanding.name_list import has_names, place_and_time
from handlers.door import line_matches, lists, start, unread_lists
from handlers.forms import entries
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """It belongs to a list that the member brings or reads."""
    door_list = await lists.current_list(turn.tx, turn.active) if turn.active is not None else None
    words = (turn.incoming.typed or turn.incoming.text).strip()
    if door_list is None:
        return
    if turn.incoming.file is not None:
        await _take_file(turn, door_list, words)
    elif door_list.where and not _is_door_again(turn, door_list, words):
        await line_matches.show_again(turn, await line_matches.add_names(turn, door_list, words))
    else:
        await start.set_door_and_names(turn, door_list, words)
    if opened is not None:
        turn.reply("door-form-open", topic="door-form-open")


def _is_door_again(turn: Turn, door_list: DoorList, words: str) -> bool:
    """Before the first name: the door, said better, or with its hour; later, if nobody knows yet where it was."""
    where, _ = place_and_time(words.partition("\n")[0])
    nameless = not has_names(name_list.read(where, turn.service.names))
    open_to_it = not door_list.lines or not lists.door_words(door_list)
    return open_to_it and nameless and turn.service.gazetteer.answer(where) is not None


async def _take_file(turn: Turn, door_list: DoorList, caption: str) -> None:
    """A photo, a voice or a file: it is kept, and a coordinator reads it. Nobody waits for the place."""
    file = entries.file_row(turn)
    if file is None:
        turn.reply("door-not-kept")
        return
    door_list = await lists.save(turn.tx, door_list, files=(*door_list.files, file))
    if caption and door_list.where:
        door_list = await line_matches.add_names(turn, door_list, caption)
    elif caption:
        door_list = await start.set_door(turn, door_list, caption)
    if door_list.reader_id not in (None, door_list.member_id):
        await unread_lists.hand_out_files(turn.tx, turn.service, door_list, (file,))
    elif door_list.state is not ListState.WAITS:
        await unread_lists.ask_coordinators(turn.tx, turn.service, door_list)
    turn.reply("door-sent" if door_list.where else "door-sent-where", topic=f"door-sent:{door_list.id}")
