"""Lists of names that members bring from a station's door: one frozen class for the table, one for a line of a list."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields


class ListState(StrEnum):
    """How far a list has come."""

    WHERE = "where"  # at which door is asked
    OPEN = "open"  # its reader adds names and looks at them
    WAITS = "waits"  # for a coordinator: a photo, a voice, or names that nobody looked at
    WRITING = "writing"
    WRITTEN = "written"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"


class LineSubject(StrEnum):
    """Who a line is about."""

    KNOWN = "known"  # somebody in a case
    WHICH = "which"  # perhaps one of these: a person chooses
    NEW = "new"  # nobody of ours: a case is opened
    AGAIN = "again"  # it was said before, at this door, today
    NOBODY = "nobody"  # no name, an official, or taken out


class DoorListLine(Struct, frozen=True):
    """One line as it was typed, and who it is about. ``message``: in which it came; ``among``: pairs of a case and a person.

    ``says``: what the list itself says of the name (core.understanding.name_list); ``chosen``: by a person;
    ``claims``, ``told`` (reports) and ``opened`` (a case) are what writing it down did.
    """

    typed: str
    name: str = ""
    born: int | None = None
    comment: str = ""
    message: int | None = None
    meant: LineSubject = LineSubject.NOBODY
    case: int | None = None
    person: int | None = None
    among: tuple[tuple[int, int | None], ...] = ()
    official: bool = False
    denied: bool = False
    chosen: bool = False
    written: bool = False
    announced: bool = False  # to members
    opened: bool = False
    claims: tuple[int, ...] = ()
    told: tuple[int, ...] = ()
    unverified: int = 0  # reporters who may not hear it before a member has verified them
    says: str = ""

    @property
    def waits(self) -> bool:
        """Whether it can be written down as it is."""
        return not self.written and self.meant in (LineSubject.KNOWN, LineSubject.NEW)


class DoorList(Struct, frozen=True):
    """A list from a door. ``where``: the place (core.values), {} before it was said; ``place``: its id, to find lists
    by; ``at``: when they stood there; ``reader_id``: the member who adds and chooses; ``focus``: the line that is shown.
    ``member_id``: who brought it; None if it was sent by somebody who is no member: who that was is not kept.
    """

    id: int
    state: ListState
    member_id: int | None
    reader_id: int | None
    created_at: datetime
    updated_at: datetime
    at: datetime
    place: str | None
    where: dict[str, Any]  # sealed
    lines: tuple[dict[str, Any], ...]  # sealed
    files: tuple[int, ...] = ()
    focus: int | None = None
    found: int = 0  # how many it said are there, of them opened, and denied
    opened: int = 0
    denied: int = 0
    written_at: datetime | None = None
    undone_at: datetime | None = None
    undone_by: int | None = None


def told_list_key(address_id: int) -> str:
    """The timer by which a chat that is no member's finds the list it sent just now."""
    return f"told-list:{address_id}"


_UNSAID = {field.name: field.default for field in fields(DoorListLine) if field.name != "typed"}


def line_to_data(line: DoorListLine) -> dict[str, Any]:
    """The line as JSON has it; what is as ever is left out."""
    said = {name: getattr(line, name) for name in _UNSAID}
    return {"typed": line.typed} | {name: value for name, value in said.items() if value != _UNSAID[name]}


def line_from_data(data: dict[str, Any]) -> DoorListLine:
    """The line that :func:`line_to_data` wrote."""
    given = dict(data)
    if "meant" in given:
        given["meant"] = LineSubject(given["meant"])
    for name in ("claims", "told"):
        given[name] = tuple(given.get(name, ()))
    given["among"] = tuple((case, person) for case, person in given.get("among", ()))
    return DoorListLine(**given)
