"""JSON lines: a file a table, a record a line, the first one says what it is. What is not known is left out."""

import json
from collections.abc import Iterable, Iterator, Sequence

from bot.core.exporting.shape import BOOK, TABLES, Row
from bot.exports.material import Files, Material, some_of

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def files(material: Material) -> Files:
    """A file a table, and the codebook."""
    about = material.about()
    head = {name: about[name] for name in ("schema", "as_of")}
    for table, columns in TABLES.items():
        yield f"json/{table}.jsonl", _lines({**head, "table": table}, columns, material.rows(table))
    yield "json/codebook.jsonl", _lines({**head, "table": "codebook"}, BOOK, material.book)


def _lines(head: dict[str, object], columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    yield f"{_write(head)}\n".encode()
    for some in some_of(rows):
        lines = [
            _write({name: cell for name, cell in zip(columns, row, strict=True) if cell not in ("", None)})
            for row in some
        ]
        yield "\n".join([*lines, ""]).encode("utf-8", "replace")
