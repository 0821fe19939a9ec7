"""What messengers can do differs; everything above them works with these numbers and never writes them down itself."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from core.incoming import FileKind


class Abilities(Struct, frozen=True):
    """What one messenger can do; bot.messengers.messenger has the numbers of each."""

    text: int  # UTF-16 code units that one message holds
    caption: int  # the same, of a text beside a file
    press: int  # bytes that a button carries
    file: int  # bytes of a file that a bot can fetch
    sends: int  # bytes of a file that a bot can send
    deletable: timedelta  # how long a message in a private chat can be deleted
    replaceable: frozenset[
        FileKind
    ]  # files of ours in whose place a picture can be put, however old they are
    presses_kept: timedelta  # how long a press waits there while nobody fetches it
    buttons: bool = True  # else what can be chosen is a list, and a number is typed
    sealed: bool = False  # its servers cannot read what is said there
    receipts: bool = False  # it tells when a message has reached the phone, and when it was read
    requests: bool = False  # people who write for the first time see nothing of us until we accept them
    deletes_theirs: bool = True  # also what the person wrote; else only they can delete it
    counted: bool = True  # its messages have numbers that follow each other: what stands between two can be deleted unseen


def least_abilities(all_of_them: Iterable[Abilities]) -> Abilities:
    """The abilities that all of them have. ValueError if the list is empty."""
    columns = zip(*map(astuple, all_of_them), strict=True)
    return Abilities(*map(_least_of_column, columns))


def _least_of_column(column: tuple[Any, ...]) -> Any:
    return frozenset.intersection(*column) if isinstance(column[0], frozenset) else min(column)
