"""How people come onto the roster: invited, named in an administrator's file, or as the first administrator by a code; and
the channel of which the bot was told. One frozen class for each table.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no two that a reader takes for one another
INVITATION_LENGTH = 26  # characters: more than 128 bits
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")  # what a keyboard makes of a hyphen
INVITATION_START = "join-"  # how the argument of a deep link begins that is an invitation


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
    """One person may join: the first who opens it. ``lookup``: keyed hash of its code, which is kept nowhere.

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


def is_invitation_code(argument: str) -> bool:
    """Whether the argument of a deep link is, or was, an invitation."""
    code = argument.removeprefix(INVITATION_START)
    return (
        argument.startswith(INVITATION_START)
        and len(code) == INVITATION_LENGTH
        and set(code) <= set(CODE_ALPHABET)
    )


def invitation_code_in(text: str) -> str | None:
    """The code of a message that is an invitation's, alone or below the line that leads to us, however a phone wrote it.
    One word that begins like a code is one, copied wrongly, and no report.
    """
    words = text.casefold().translate(DASHES).split()
    if not words or not words[-1].startswith(INVITATION_START):
        return None
    return words[-1] if len(words) == 1 or (len(words) == 2 and is_invitation_code(words[-1])) else None


ADMIN_START = "admin-"  # how a code begins, typed or in a deep link
LINK_START = "phone-"  # how the word begins by which a member adds their other address
ADMIN_LENGTH = 12  # characters behind it: some 59 bits
ADMIN_GROUP = 4  # characters that are read at once


class ToldChannel(Struct, frozen=True):
    """A channel that made the bot its administrator. The digest goes there from ``chosen_at`` on, if no file says where."""

    id: int
    chat: str  # sealed
    title: str  # sealed
    told_at: datetime
    chosen_at: datetime | None = None
    seal: bytes | None = None  # of the row; storage writes and compares it, and shows it to nobody


def grouped_code(letters: str, start: str = ADMIN_START) -> str:
    """As it is shown: in groups, because somebody reads it from one screen and types it on another."""
    groups = [letters[at : at + ADMIN_GROUP] for at in range(0, ADMIN_LENGTH, ADMIN_GROUP)]
    return start + "-".join(groups)


def code_letters_in(text: str, start: str = ADMIN_START) -> str | None:
    """The letters of what was typed, if it looks like a code, however it was grouped. One word that begins like
    a code is one, copied wrongly, and no report.
    """
    folded = text.strip().casefold().translate(DASHES)
    letters = folded.removeprefix(start.rstrip("-")).replace("-", "").replace(" ", "")
    is_one = (
        folded.startswith(start.rstrip("-"))
        and len(letters) == ADMIN_LENGTH
        and set(letters) <= set(CODE_ALPHABET)
    )
    was_one = folded.startswith(start) and len(folded.split()) == 1 and letters.isalnum()
    return letters if is_one or was_one else None
