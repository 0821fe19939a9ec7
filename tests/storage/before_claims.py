"""A database of the version before claims, as its own handlers had written it (revision 0004).

Eleven cases of made-up people: named, corrected, called back, closed, given up by silence, made of a draft.
"""

import base64
import gzip
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnClause, Connection, Date, column, insert, table

from storage.engine import connect, parse_url
from storage.migrate import migrate
from storage.schema.columns import UtcTime

T = TypeVar("T")
BEFORE = json.loads(gzip.decompress((Path(__file__).parent / "before_claims.json.gz").read_bytes()))
KEY: str = BEFORE["key"]
DECODED: dict[str, Any] = {
    "b": base64.b64decode,
    "t": datetime.fromisoformat,
    "d": date.fromisoformat,
}
TYPES = {datetime: UtcTime, date: Date}  # of columns whose values no driver takes as they are


async def make(url: str) -> None:
    """Make it, at an empty place."""
    await migrate(url, to=BEFORE["revision"])
    await run(url, _fill)


async def run(url: str, function: Callable[[Connection], T]) -> T:
    """What a function of a connection gives."""
    engine = connect(parse_url(url))
    async with engine.begin() as connection:
        result = await connection.run_sync(function)
    await engine.dispose()
    return result


def _fill(connection: Connection) -> None:
    for name, content in BEFORE["tables"].items():
        for row in content["rows"]:
            values = {c: value_of(v) for c, v in zip(content["columns"], row, strict=True)}
            columns: list[ColumnClause[Any]] = [column(c, TYPES.get(type(v))) for c, v in values.items()]
            connection.execute(insert(table(name, *columns)).values(values))


def value_of(stored: Any) -> Any:
    """A value of the fixture as its column takes it."""
    if not isinstance(stored, dict):
        return stored
    ((sort, value),) = stored.items()
    return DECODED[sort](value)
