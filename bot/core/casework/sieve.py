"""What a coordinator wants to see of the cases: which of them, of which region, and whether they are choosing just now.

A card keeps it as text, ``which/region/asks``. What this version does not know is read as if nothing was chosen.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Which(StrEnum):
    """The choices, in the order of their buttons."""

    OPEN = "open"  # whatever is not closed, in three groups
    FREE = "free"  # nobody has it, and lawyers are asked
    TAKEN = "taken"
    RECORDS = "records"
    OVERDUE = "overdue"  # somebody is held longer than a clock of the law allows
    HEARINGS = "hearings"  # one is soon
    HIDDEN = "hidden"  # the reporter's phone was being taken, and the chat is not answered yet
    UNVERIFIED = "unverified"
    CLOSED = "closed"  # lately
    MINE = "mine"  # the reader's own, and those they opened with a reason


class Asks(StrEnum):
    """What is being chosen."""

    NOTHING = ""
    WHICH = "which"
    WHERE = "where"


ALL = "all"  # the word for every region


class Chosen(Struct, frozen=True):
    """``region``: empty for all."""

    which: Which = Which.OPEN
    region: str = ""
    asks: Asks = Asks.NOTHING

    @property
    def text(self) -> str:
        """As a card keeps it."""
        return f"{self.which}/{self.region}/{self.asks}"


def read(text: str) -> Chosen:
    """What a card keeps."""
    which, region, asks = (*text.split("/"), "", "", "")[:3]
    try:
        return Chosen(Which(which), region, Asks(asks))
    except ValueError:
        return Chosen()


def pressed(chosen: Chosen, word: str) -> Chosen | None:
    """What is chosen after a press: a menu, one of its choices, or ``in-<region>``; None for what no button carries."""
    if word.startswith("in-"):
        region = word.removeprefix("in-")
        return replace(chosen, region="" if region == ALL else region, asks=Asks.NOTHING)
    if word.startswith("ask-"):
        asks = word.removeprefix("ask-")
        return replace(chosen, asks=Asks(asks)) if asks in {Asks.WHICH, Asks.WHERE} else None
    return replace(chosen, which=Which(word), asks=Asks.NOTHING) if word in {*Which} else None
