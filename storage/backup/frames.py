"""What a backup is made of, before it is sealed: frames, each `kind (1 byte) | length (4) | body`.

N   how many rows there are in all
T   a table: its name and its columns, each with what it holds; what follows belongs to it
R   some of its rows, packed JSON: lists of values in the order of the columns
F   a file of the folder: its name; what follows belongs to it
D   bytes of that file, sealed as they are
E   the end: how many rows and files, and the hash of all rows

What a column holds is written down with it, so that tables of an earlier version are read too; a row means the same on both
databases.
"""

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Integer, LargeBinary, Text
from sqlalchemy.types import TypeEngine

from storage.errors import Damaged
from storage.schema.columns import UtcTime

HEAD = 5
CUT_OFF = "The backup is cut off or damaged: it has no end. Use another one."
Frame = tuple[bytes, bytes]
Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _text_of(value: bytes) -> str:
    return base64.b85encode(value).decode()


# What a column can hold: its type, how a value is written, and how it is read.
HOLDS: dict[str, tuple[TypeEngine[Any], Convert, Convert]] = {
    "moment": (UtcTime(), datetime.isoformat, datetime.fromisoformat),
    "day": (Date(), date.isoformat, date.fromisoformat),
    "bytes": (LargeBinary(), _text_of, base64.b85decode),
    "yes": (Boolean(), _same, _same),
    "number": (BigInteger(), _same, _same),
    "fraction": (Float(), _same, _same),
    "text": (Text(), _same, _same),
}
_KINDS = (
    (UtcTime, "moment"),
    (Date, "day"),
    (LargeBinary, "bytes"),
    (Boolean, "yes"),
    (Integer, "number"),
    (Float, "fraction"),
    (Text, "text"),
)


def holds(column: Column[Any]) -> str:
    """What a column of our tables holds. KeyError for a type that no backup knows."""
    for kind, name in _KINDS:
        if isinstance(column.type, kind):
            return name
    raise KeyError(str(column))


def framed(kind: bytes, body: bytes) -> bytes:
    """One frame."""
    return kind + len(body).to_bytes(4) + body


def frames(pieces: Iterable[bytes]) -> Iterator[Frame]:
    """The frames in bytes that come piece by piece. Raises Damaged where they end in the middle of one."""
    rest = bytearray()
    for piece in pieces:
        rest += piece
        at = 0
        while len(rest) - at >= HEAD:
            end = at + HEAD + int.from_bytes(rest[at + 1 : at + HEAD])
            if len(rest) < end:
                break
            yield bytes(rest[at : at + 1]), bytes(rest[at + HEAD : end])
            at = end
        del rest[:at]
    if rest:
        raise Damaged(CUT_OFF)


def rows_frame(kinds: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as a frame."""
    write = [HOLDS[kind][1] for kind in kinds]
    lists = [[None if v is None else to(v) for to, v in zip(write, row, strict=True)] for row in rows]
    text = json.dumps(lists, ensure_ascii=False, separators=(",", ":"))
    return framed(b"R", zlib.compress(text.encode("utf-8", "surrogatepass"), 1))


def rows_of(kinds: Sequence[str], body: bytes) -> list[list[Any]]:
    """Rows out of the body of a frame."""
    read = [HOLDS[kind][2] for kind in kinds]
    lists = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    return [[None if v is None else of(v) for of, v in zip(read, row, strict=True)] for row in lists]
