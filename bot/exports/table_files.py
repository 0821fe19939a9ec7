"""The tables of an export as files.

CSV    for machines and spreadsheets: UTF-8 with a mark before it, so that Excel reads Kazakh; an empty cell is not known
JSON   lines: a file for each table, a record on each line; the first line says what it is. What is not known is left out

Words that people typed stay text when a spreadsheet opens them: a cell that begins with one of STARTS would be a formula, so
it is made harmless; marks that turn the direction of writing, and control characters, are removed.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.json import encode

from bot.exports.material import Files, Material, in_portions
from core.exporting.table_columns import CODEBOOK_COLUMNS, DAY_COLUMNS, TABLES, TYPED_COLUMNS, Row
from core.folding import clean_text

STARTS = ("=", "+", "-", "@", "\n", "＝", "＋", "－", "＠")  # the wide ones too: some spreadsheets read them


def inert_cell(text: str) -> str:
    """The same words without what nobody sees; a tab is a blank."""
    return clean_text(text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take it for one; blanks before it do not help."""
    return text.lstrip(" ").startswith(STARTS)


def csv_cell(text: str) -> str:
    """As a cell of CSV: an apostrophe before what would be a formula."""
    text = inert_cell(text)
    return f"'{text}" if is_formula(text) else text


BYTE_ORDER_MARK = "\ufeff"


def csv_files(material: Material) -> Files:
    """A file a table, and the codebook."""
    for table, columns in TABLES.items():
        typed = [at for at, name in enumerate(columns) if name in TYPED_COLUMNS and material.scope.full]
        yield f"csv/{table}.csv", csv_table(columns, material.rows(table), typed)
    yield "csv/codebook.csv", csv_table(CODEBOOK_COLUMNS, material.book)


def day_table(material: Material) -> Files:
    """The file of the day table."""
    yield "days.csv", csv_table(DAY_COLUMNS, material.day_rows())


def csv_table(
    columns: Sequence[str], rows: Iterable[Row], typed: Sequence[int] = (), mark: str = BYTE_ORDER_MARK
) -> Iterator[bytes]:
    """A head and its rows, many at a time. ``typed``: where words stand that somebody typed."""
    head: Iterable[Sequence[object]] = [columns]
    for some in chain([head], in_portions(_inert(rows, typed) if typed else rows)):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(some)
        yield (mark + text.getvalue()).encode("utf-8", "replace")
        mark = ""


def _inert(rows: Iterable[Row], typed: Sequence[int]) -> Iterator[Sequence[object]]:
    for row in rows:
        cells: list[object] = [*row]
        for at in typed:
            if cells[at]:
                cells[at] = csv_cell(str(cells[at]))
        yield cells


def json_files(material: Material) -> Files:
    """A file a table, and the codebook."""
    about = material.about()
    head = {name: about[name] for name in ("schema", "as_of")}
    for table, columns in TABLES.items():
        yield f"json/{table}.jsonl", _json_lines({**head, "table": table}, columns, material.rows(table))
    yield "json/codebook.jsonl", _json_lines({**head, "table": "codebook"}, CODEBOOK_COLUMNS, material.book)


def _json_lines(head: dict[str, object], columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    yield encode(head) + b"\n"
    for some in in_portions(rows):
        lines = [
            encode({name: cell for name, cell in zip(columns, row, strict=True) if cell not in ("", None)})
            for row in some
        ]
        yield b"\n".join([*lines, b""])
