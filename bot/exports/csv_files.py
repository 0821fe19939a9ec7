"""CSV for machines and spreadsheets: UTF-8 with a mark before it, so that Excel reads Kazakh; empty is not known."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.core.exporting.shape import BOOK, DAYS, TABLES, TYPED, Row
from bot.exports.cells import plain
from bot.exports.material import Files, Material, some_of

MARK = "\ufeff"


def files(material: Material) -> Files:
    """A file a table, and the codebook."""
    for table, columns in TABLES.items():
        typed = [at for at, name in enumerate(columns) if name in TYPED and material.scope.full]
        yield f"csv/{table}.csv", table_of(columns, material.rows(table), typed)
    yield "csv/codebook.csv", table_of(BOOK, material.book)


def days(material: Material) -> Files:
    """The day table."""
    yield "days.csv", table_of(DAYS, material.day_rows())


def table_of(
    columns: Sequence[str], rows: Iterable[Row], typed: Sequence[int] = (), mark: str = MARK
) -> Iterator[bytes]:
    """A head and its rows, many at a time. ``typed``: where words stand that somebody typed."""
    head: Iterable[Sequence[object]] = [columns]
    for some in chain([head], some_of(_inert(rows, typed) if typed else rows)):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(some)
        yield (mark + text.getvalue()).encode("utf-8", "replace")
        mark = ""


def _inert(rows: Iterable[Row], typed: Sequence[int]) -> Iterator[Sequence[object]]:
    for row in rows:
        cells: list[object] = [*row]
        for at in typed:
            if cells[at]:
                cells[at] = plain(str(cells[at]))
        yield cells
