"""Rows on their way, column by column: the same bytes from the same rows, whichever database has them.

A portion of rows is `length (4) | JSON, compressed | bytes`. JSON has a list a column; of a column of bytes it has their
lengths, and they themselves follow: what is sealed cannot be compressed, and base64 would take its time.

What a column holds is written down with it, so that tables of an earlier version are read too. Values have SQLite's form: a
moment is microseconds since 1970, a day its ISO text, yes 1.
"""

import json
import zlib
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, Text

from storage.schema.columns import EPOCH, MICROSECOND, UtcTime

Values = Sequence[Any]  # of one column
Convert = Callable[[Any], Any]
BYTES = "bytes"
_KINDS = (
    (UtcTime, "moment"),
    (Date, "day"),
    (LargeBinary, BYTES),
    (Boolean, "yes"),
    (Integer, "number"),
    (Float, "fraction"),
    (Text, "text"),
)
# What PostgreSQL calls it.
ON_SERVER = {
    "moment": "timestamptz",
    "day": "date",
    BYTES: "bytea",
    "yes": "boolean",
    "number": "bigint",
    "fraction": "double precision",
    "text": "text",
}


def _counted(moment: datetime) -> int:
    return (moment - EPOCH) // MICROSECOND


def _moment(count: int) -> datetime:
    return EPOCH + timedelta(microseconds=count)


FROM_SERVER: dict[str, Convert] = {"moment": _counted, "day": date.isoformat, "yes": int}
TO_SERVER: dict[str, Convert] = {"moment": _moment, "day": date.fromisoformat, "yes": bool}


def holds(column: Column[Any]) -> str:
    """What a column of our tables holds. KeyError for a type that no backup knows."""
    for kind, name in _KINDS:
        if isinstance(column.type, kind):
            return name
    raise KeyError(str(column))


def converted(kinds: Sequence[str], columns: Sequence[Values], by: dict[str, Convert]) -> list[Values]:
    """The columns, each value as ``by`` says for its kind."""
    return [
        [None if value is None else by[kind](value) for value in values] if kind in by else values
        for kind, values in zip(kinds, columns, strict=True)
    ]


def in_the_clear(kinds: Sequence[str], columns: Sequence[Values]) -> tuple[bytes, bytes]:
    """JSON and bytes, of which hashes are made: compressed, they are another program's on another machine."""
    said: list[Values] = []
    raw: list[bytes] = []
    for kind, values in zip(kinds, columns, strict=True):
        if kind == BYTES:
            raw += [value for value in values if value]
            said.append([None if value is None else len(value) for value in values])
        else:
            said.append(values)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode(), b"".join(raw)


def packed(said: bytes, raw: bytes) -> bytes:
    """For a frame."""
    small = zlib.compress(said, 1)
    return len(small).to_bytes(4) + small + raw


def unpacked(kinds: Sequence[str], body: bytes) -> list[Values]:
    """The columns out of the body of a frame."""
    end = 4 + int.from_bytes(body[:4])
    columns: list[Values] = json.loads(zlib.decompress(body[4:end]))
    for number, kind in enumerate(kinds):
        if kind == BYTES:
            lengths = columns[number]
            ends = accumulate((length or 0 for length in lengths), initial=end)
            columns[number] = [
                None if length is None else body[first:last]
                for length, (first, last) in zip(lengths, pairwise(ends), strict=True)
            ]
            end += sum(length or 0 for length in lengths)
    return columns
