"""Rows that give power carry a keyed hash of what they say: written with the row, compared whenever it is loaded.

Whoever changes such a row without the key gains nothing: it is read as one that gives no power, and it is named. What is
not noticed: an earlier row of the same member put back whole, and a row that is gone.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
SEAL = "seal"  # the column


class Vouched(Struct, Generic[T], frozen=True):
    """``names``: the columns that the hash covers. ``powerless``: the row as it is read where the hash does not fit.

    ``later``: columns that came when there were hashes; they are covered where they say anything.
    """

    names: tuple[str, ...]
    powerless: Callable[[T], T]
    later: tuple[str, ...] = ()


def seal_of(key: bytes, table: str, values: Sequence[Any]) -> bytes:
    """The keyed hash of these plain values."""
    text = json.dumps([table, *map(_written, values)], separators=(",", ":"))
    return hmac.digest(key, b"vouched\0" + text.encode(), hashlib.sha256)


def _written(value: Any) -> Any:
    """The same from every database, and however it was given."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return int(value) if isinstance(value, bool) else value
