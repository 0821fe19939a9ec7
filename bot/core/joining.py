"""How somebody comes onto the roster: invited, or named in an administrator's file. One frozen class a table."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no two that a reader takes for one another
LENGTH = 26  # characters: more than 128 bits
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")  # what a keyboard makes of a hyphen
START = "join-"  # how the argument of a deep link begins that is an invitation


class InvitationState(StrEnum):
    """How far somebody has come who was invited to the roster."""

    OPEN = "open"  # nobody has opened it
    OPENED = "opened"  # it is that chat's now; the form is being answered
    ASKED = "asked"  # a coordinator is asked
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Invitation(Struct, frozen=True):
    """One person may join: whoever opens it first. ``lookup``: keyed hash of its code, which is kept nowhere.

    ``note``: whom the coordinator means; ``former_id``: the suspended member whom it invites again.
    """

    id: int
    lookup: bytes
    state: InvitationState
    made_by: int  # the member
    created_at: datetime
    expires_at: datetime
    note: str  # sealed
    former_id: int | None = None
    address_id: int | None = None  # who opened it
    dialogue_id: int | None = None  # has what they answered
    asked_at: datetime | None = None  # when coordinators got it
    settled_at: datetime | None = None
    settled_by: int | None = None  # the member; None: time, or the person
    leaked_at: datetime | None = None  # when somebody else tried it first
    seal: bytes | None = None  # of the row; storage writes and compares it, and shows it to nobody


class RosterFile(Struct, frozen=True):
    """A file that an administrator sent, read, until they say whether it is done. ``text``: its people, as we write them.

    ``shown``: keyed hash of the changes that they were shown.
    """

    id: int
    address_id: int
    created_at: datetime
    text: str  # sealed
    shown: bytes


class Binding(Struct, frozen=True):
    """A word by which a member adds their other address. ``lookup``: its keyed hash; ``address_id``: who has sent it."""

    id: int
    lookup: bytes
    member_id: int
    made_at: datetime
    expires_at: datetime
    address_id: int | None = None
    seal: bytes | None = None  # as that of an invitation


def is_code(argument: str) -> bool:
    """Whether the argument of a deep link is, or was, an invitation."""
    code = argument.removeprefix(START)
    return argument.startswith(START) and len(code) == LENGTH and set(code) <= set(ALPHABET)


def code_in(text: str) -> str | None:
    """The code of a message that is an invitation's, alone or below the line that leads to us, however a phone wrote it.
    One word that begins like a code is one, copied wrongly, and no report.
    """
    words = text.casefold().translate(DASHES).split()
    if not words or not words[-1].startswith(START):
        return None
    return words[-1] if len(words) == 1 or (len(words) == 2 and is_code(words[-1])) else None
