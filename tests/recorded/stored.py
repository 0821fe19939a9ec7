"""What is stored at the end of a conversation, in the clear, as lines of a record: whatever a role can read of it.

Tables and columns keep their names when code is moved, so these lines say what changed for people and not how it is built.
Numbers of rows are counted again, times are the clock's of the place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum
from typing import Any

import msgspec

from storage.transaction import Transaction
from tests.recorded.script import LOCAL

TABLES = (
    "members", "cases", "reports", "guests", "entries", "dialogues", "persons", "claims", "links", "incidents",
    "incident_links", "files", "checkins", "practices", "lookups", "door_lists", "pairs", "stints", "alerts", "timeline",
    "station_calls", "papers", "holds", "timers", "notices",
)  # fmt: skip
LEFT_OUT = frozenset({"lookup", "receipt_lookup", "seal", "hash", "previous", "key", "label", "message_id"})


class Numbering:
    """Rows by the order in which they are met: ids differ from run to run."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._counts: dict[str, int] = defaultdict(int)

    def add(self, table: str, id: int) -> str:
        """The name of this row."""
        if id not in self._names:
            self._counts[table] += 1
            self._names[id] = f"{table.rstrip('s')}-{self._counts[table]}"
        return self._names[id]

    def plain(self, value: Any) -> Any:
        """A value without what differs from run to run."""
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, int):
            return self._names.get(value, value if value < 1 << 40 else "?")
        if isinstance(value, datetime):
            return value.astimezone(LOCAL).strftime("%d.%m %H:%M:%S")
        if isinstance(value, bytes):
            return f"{len(value)} bytes"
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return {self._text(str(key)): self.plain(part) for key, part in value.items()}
        if isinstance(value, Iterable):
            return [self.plain(part) for part in value]
        return value

    def _text(self, text: str) -> str:
        for id, name in self._names.items():
            if len(str(id)) > 12 and str(id) in text:
                text = text.replace(str(id), name)
        return text


async def stored(tx: Transaction) -> list[str]:
    """Every row of TABLES, a line each, with what it holds and is not as every row of the table has it."""
    numbering = Numbering()
    found = {table: await getattr(tx, table).select() for table in ("addresses", *TABLES)}
    for table, rows in found.items():
        for row in rows:
            if hasattr(row, "id"):
                numbering.add(table, row.id)
    return [line for table in TABLES for row in found[table] for line in _line(table, row, numbering)]


def _line(table: str, row: Any, numbering: Numbering) -> Iterator[str]:
    given = msgspec.structs.asdict(row)
    name = numbering.plain(given.pop("id", given.get("key", "")))
    defaults = {field.name: field.default for field in msgspec.structs.fields(row)}
    parts = [
        f"{key}={numbering.plain(value)!r}"
        for key, value in given.items()
        if key not in LEFT_OUT and value != defaults[key] and value not in ((), [], {}, None)
    ]
    yield f"{table}: {name}: " + " ".join(parts)
