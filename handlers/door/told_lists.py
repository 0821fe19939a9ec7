"""A list of names from somebody who is no member: coordinators hear of it at once, and the sender says where it was read.

Who sent it is not kept with it; for half an hour the chat is remembered, so that the place and more names find their list.
What the sender is told has no name in it, and nothing of whom we know.
"""

from collections.abc import Sequence
from datetime import timedelta

from core.folding import clean_text
from core.model import Address
from core.records.door_lists import DoorList, DoorListLine, ListState, told_list_key
from core.traffic import Timer
from core.understanding import name_list
from core.values import Place, value_to_data
from handlers.door import line_matches, lists, unread_lists
from handlers.forms import entries
from handlers.forms.form_behaviour import OpenForm
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

REMEMBERED = timedelta(minutes=30)
UNREAD = (ListState.WAITS, ListState.WHERE, ListState.OPEN)


async def told_list_of(tx: Transaction, address: Address) -> DoorList | None:
    """The list that this chat sent just now, while it is not written down."""
    timer = await tx.timers.get(told_list_key(address.id))
    found = await tx.door_lists.get(timer.subject_id) if timer is not None else None
    return found if found is not None and found.state in UNREAD else None


async def on_list(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Many names, and nothing else that the writer tells."""
    now, number = turn.now, turn.tx.new_id()
    door_list = turn.tx.door_lists.add(
        DoorList(number, ListState.WAITS, None, None, now, now, now, None, {}, ())
    )
    lines = _lines_in(turn)
    place = next(filter(None, (_place_in_heading(turn, line.typed) for line in lines if not line.name)), None)
    if place is not None:
        door_list = await _set_place(turn, door_list, place)
    door_list = await lists.save(turn.tx, door_list, lines)
    await _keep_message(turn, door_list)
    await unread_lists.ask_coordinators(turn.tx, turn.service, door_list)
    key = "door-names-noted" if place is not None else "door-names-where"
    turn.reply(key, topic="told-list", count=_count_names(lines))


async def on_more(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """More names of it; a corrected message takes the place of what it said before."""
    door_list = await told_list_of(turn.tx, turn.address)
    if door_list is None:
        return
    before = lists.lines_of(door_list)
    await _keep_message(turn, door_list)
    door_list = await line_matches.add_names(turn, door_list, turn.incoming.typed or turn.incoming.text)
    more = _count_names(lists.lines_of(door_list)) - _count_names(before)
    turn.reply("door-names-more", topic="told-list", count=max(0, more))


async def on_where(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Where it was read: a place that we know, or words that its reader sees above the names."""
    door_list = await told_list_of(turn.tx, turn.address)
    if door_list is None:
        return
    said = (turn.incoming.typed or turn.incoming.text).strip()
    place = _place_named(turn.service, said)
    await _keep_message(turn, door_list)
    if place is not None:
        door_list = await _set_place(turn, door_list, place)
        await line_matches.match_again(turn, door_list, lists.lines_of(door_list))
    else:
        said_line = DoorListLine(said, message=turn.incoming.message_id)
        await lists.save(turn.tx, door_list, [said_line, *lists.lines_of(door_list)])
    turn.reply("door-names-done", topic="told-list")


def _lines_in(turn: Turn) -> Sequence[DoorListLine]:
    words, number = turn.incoming.typed or turn.incoming.text, turn.incoming.message_id
    found = name_list.read(words, turn.service.names)[: line_matches.MOST]
    return [line_matches.named_line(row, number, denied=False) for row in found]


def _count_names(lines: Sequence[DoorListLine]) -> int:
    return sum(bool(line.name) and not line.official for line in lines)


def _place_in_heading(turn: Turn, row: str) -> Place | None:
    return _place_named(turn.service, name_list.without_heading(row, turn.service.names))


def _place_named(service: Service, said: str) -> Place | None:
    """The place, with its words as they were typed. What only sounds like one ("шучу") is for its reader."""
    words = clean_text(said).strip()
    found = service.gazetteer.find(words) if words else None
    return Place(found.city, found.district, found.region, words) if found is not None else None


async def _set_place(turn: Turn, door_list: DoorList, place: Place) -> DoorList:
    where, id = value_to_data(place), place.city or place.region
    return await lists.save(turn.tx, door_list, where=where, place=id)


async def _keep_message(turn: Turn, door_list: DoorList) -> None:
    """What hides the chat finds the message; what follows it finds the list."""
    await entries.remember_message(turn)
    turn.tx.timers.put(Timer(told_list_key(turn.address.id), "forget", turn.now + REMEMBERED, door_list.id))
