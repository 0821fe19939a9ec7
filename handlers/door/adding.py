"""Names go onto a list, and its reader sees below them what they mean."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.brought import DoorList, Line, ListState
from bot.core.incoming import Kind
from bot.core.understanding.name_list import Named, has_names, read
from bot.core.understanding.name_list_remarks import Remark
from handlers.door import lists
from handlers.door.matched import match
from handlers.turn import Turn

MOST = 600  # lines of one list


async def add(turn: Turn, one: DoorList, words: str) -> DoorList:
    """More names; a corrected message takes the place of what it said before."""
    found = read(words, turn.service.names)
    if not has_names(found):
        turn.reply("door-no-names")
        return one
    number = turn.incoming.message_id
    edited = turn.incoming.kind is Kind.EDITED
    kept = [line for line in lists.lines_of(one) if not edited or line.written or line.message != number]
    silent = [line for line in kept if line.name and not line.says]
    denied = bool(silent) and all(line.denied for line in silent)
    before = len(kept)
    kept += [_line(row, number, denied=denied) for row in found]
    if len(kept) > MOST:
        turn.reply("door-full", most=MOST)
    return await look_again(turn, one, kept[:MOST], 0 if edited else before)


def _line(row: Named, message: int | None, *, denied: bool) -> Line:
    denied = denied or row.says is Remark.ABSENT
    line = Line(row.typed, row.name, row.born, row.comment, message, official=row.official, denied=denied)
    return replace(line, says=str(row.says or ""))


async def look_again(turn: Turn, one: DoorList, kept: Sequence[Line], since: int = 0) -> DoorList:
    """Who the lines are about, as it is known now; those before ``since`` stay as they were found."""
    found = await match(turn.tx, turn.service, one, kept, since)
    return await lists.save(turn.tx, one, found)


async def show_anew(turn: Turn, one: DoorList) -> None:
    """Below what was just typed."""
    if one.state in (*lists.READ, ListState.WAITS):
        await lists.show(turn.tx, one, turn.address.id)
