"""The buttons of a list: a line is looked at and corrected, all of it is written down, put away, or taken back."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.casework.ownership import has_case
from core.model import Member
from core.presentation import Button, Style
from core.records.door_lists import DoorList, LineSubject, ListState
from core.understanding import name_list
from handlers.door import claims, line_matches, lists, unread_lists
from handlers.turn import Turn, id_in

MOST = 4  # digits of the number of a line


class OnDoorList(Struct, frozen=True):
    """A list that is the actor's to change, what is pressed, and the numbers behind it."""

    member: Member
    door_list: DoorList
    word: str
    numbers: tuple[int, ...]

    @property
    def line(self) -> int:
        """The number of a line, past the end if none is named."""
        return self.numbers[0] if self.numbers else len(self.door_list.lines)


async def waiting_list(turn: Turn, argument: str) -> DoorList | None:
    """A list by its number."""
    return await turn.tx.door_lists.get(id_in(argument) or 0)


async def own_list(turn: Turn, argument: str) -> OnDoorList | None:
    """``number:word:line:choice``: a list that the actor brought or reads. What is for its reader, nobody else presses."""
    number, _, rest = argument.partition(":")
    word, *behind = rest.split(":")
    door_list = await turn.tx.door_lists.get(id_in(number) or 0)
    digits = all(part.isdecimal() and len(part) <= MOST for part in behind)
    if turn.active is None or door_list is None or word not in ACTS or not digits:
        return None
    states, _ = ACTS[word]
    if door_list.state not in states or not _is_theirs(turn, turn.active, door_list):
        return None
    found = OnDoorList(turn.active, door_list, word, tuple(map(int, behind)))
    return found if not behind or found.line < len(door_list.lines) else None


def _is_theirs(turn: Turn, member: Member, door_list: DoorList) -> bool:
    """While it is read, its reader's; what was written, any coordinator takes back."""
    if door_list.state in lists.UNDER_WAY:
        return member.id == door_list.reader_id
    return door_list.written_at is not None and (
        member.id == door_list.member_id or turn.coordinator is not None
    )


async def on_pressed(turn: Turn, found: OnDoorList) -> None:
    """What the word says."""
    _, act = ACTS[found.word]
    await act(turn, found)


async def _drop(turn: Turn, found: OnDoorList) -> None:
    """Nothing more of it is written; what was written before stays, and can be taken back."""
    state = ListState.DROPPED if found.door_list.written_at is None else ListState.WRITTEN
    door_list = await lists.save(turn.tx, found.door_list, state=state, focus=None)
    await unread_lists.take_back_files(turn.tx, door_list)
    if not await turn.tx.cards.by(subject=lists.CARD, subject_id=door_list.id):
        turn.reply_in_place("door-dropped")


async def _show_line(turn: Turn, found: OnDoorList) -> None:
    await lists.save(turn.tx, found.door_list, focus=found.line)


async def _show_page(turn: Turn, found: OnDoorList) -> None:
    await lists.save(turn.tx, found.door_list, focus=None)


async def _undo(turn: Turn, found: OnDoorList) -> None:
    """*Take it all back*: asks once more."""
    yes = Button(turn.say("button-door-undo-yes"), f"door:{found.door_list.id}:undone", Style.DANGER)
    no = Button(turn.say("button-no"), f"door:{found.door_list.id}:kept")
    said: dict[str, Any] = {
        "found": found.door_list.found,
        "opened": found.door_list.opened,
        "denied": found.door_list.denied,
    }
    key = "door-undo-sure" if turn.coordinator is not None else "door-undo-noted"
    turn.reply(key, ((yes, no),), place=lists.door_words(found.door_list), **said)


async def _keep_list(turn: Turn, found: OnDoorList) -> None:
    turn.reply_in_place("door-undo-not")


async def _undo_confirmed(turn: Turn, found: OnDoorList) -> None:
    turn.reply_in_place("door-undo-done", place=lists.door_words(found.door_list))
    await claims.begin_undoing(turn.tx, turn.service, found.door_list, found.member)


async def _write(turn: Turn, found: OnDoorList) -> None:
    """*Write it down*, if it still means what was shown to a coordinator; else it is shown again."""
    if not lists.door_words(found.door_list):
        turn.reply("door-names-place")
        return
    before = lists.lines_of(found.door_list)
    door_list = await line_matches.match_again(turn, found.door_list, before)
    if lists.lines_of(door_list) != before and turn.coordinator is not None:
        turn.reply("door-changed")
        return
    await claims.begin_writing(turn.tx, turn.service, door_list)


async def _toggle_denied(turn: Turn, found: OnDoorList) -> None:
    denied = found.word == "deny"
    lines = lists.lines_of(found.door_list)
    changed = [line if line.written or not line.name else replace(line, denied=denied) for line in lines]
    await line_matches.match_again(turn, found.door_list, changed)


async def _correct(turn: Turn, found: OnDoorList) -> None:
    """One line: somebody of a case, somebody new, no name, a name after all; there, or asked for and denied."""
    lines = lists.lines_of(found.door_list)
    line = lines[found.line]
    if line.written:
        return
    changes: dict[str, Any] = {"chosen": True}
    if found.word == "new":
        changes |= {"meant": LineSubject.NEW, "case": None, "person": None, "official": False}
    elif found.word == "none":
        changes |= {"meant": LineSubject.NOBODY}
    elif found.word == "name":
        changes = {"name": line.name or name_list.bare(line.typed), "chosen": False}
    elif found.word == "flip":
        changes = {"denied": not line.denied}
    else:
        chosen = found.numbers[1] if len(found.numbers) > 1 else len(line.among)
        case, person = line.among[chosen] if chosen < len(line.among) else (0, None)
        if not await _may_see(turn, found.member, case):
            turn.reply("button-unknown")
            return
        changes |= {"meant": LineSubject.KNOWN, "case": case, "person": person}
    lines[found.line] = replace(line, **changes)
    focus = found.line if found.word == "flip" else None
    await line_matches.match_again(turn, replace(found.door_list, focus=focus), lines)


async def _may_see(turn: Turn, member: Member, number: int) -> bool:
    """Whether a case may be chosen: by a coordinator, and by a member who has it."""
    case = await turn.tx.cases.get(number)
    return case is not None and (turn.coordinator is not None or has_case(case, member.id))


Act = Callable[[Turn, OnDoorList], Awaitable[None]]
_OPEN, _DONE = (ListState.OPEN,), (ListState.WRITTEN, ListState.WAITS)
ACTS: Mapping[str, tuple[tuple[ListState, ...], Act]] = {
    "drop": (lists.UNDER_WAY, _drop),
    "line": (_OPEN, _show_line),
    "back": (_OPEN, _show_page),
    "write": (_OPEN, _write),
    "deny": (_OPEN, _toggle_denied),
    "here": (_OPEN, _toggle_denied),
    **dict.fromkeys(("new", "none", "name", "flip", "pick"), (_OPEN, _correct)),
    "undo": (_DONE, _undo),
    "undone": (_DONE, _undo_confirmed),
    "kept": (_DONE, _keep_list),
}
