"""The first steps: the code by which somebody becomes the first administrator, and a channel of which the bot was told."""

from datetime import datetime

from msgspec import Struct

from bot.core.joining import ALPHABET, DASHES

START = "admin-"  # how a code begins, typed or in a deep link
LENGTH = 12  # characters behind it: some 59 bits
GROUP = 4  # characters that are read at once


class ToldChannel(Struct, frozen=True):
    """A channel that made the bot its administrator. The digest goes there from ``chosen_at`` on, if no file says where."""

    id: int
    chat: str  # sealed
    title: str  # sealed
    told_at: datetime
    chosen_at: datetime | None = None
    seal: bytes | None = None  # of the row; storage writes and compares it, and shows it to nobody


def code_of(letters: str, start: str = START) -> str:
    """As it is shown: in groups, because somebody reads it from one screen and types it on another."""
    groups = [letters[at : at + GROUP] for at in range(0, LENGTH, GROUP)]
    return start + "-".join(groups)


def letters_in(text: str, start: str = START) -> str | None:
    """The letters of what was typed, if it looks like a code, however it was grouped. One word that begins like
    a code is one, copied wrongly, and no report.
    """
    folded = text.strip().casefold().translate(DASHES)
    letters = folded.removeprefix(start.rstrip("-")).replace("-", "").replace(" ", "")
    is_one = folded.startswith(start.rstrip("-")) and len(letters) == LENGTH and set(letters) <= set(ALPHABET)
    was_one = folded.startswith(start) and len(folded.split()) == 1 and letters.isalnum()
    return letters if is_one or was_one else None
