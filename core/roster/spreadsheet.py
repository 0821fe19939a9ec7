"""The bytes of a roster file as the text of a table, as any spreadsheet program writes it: CSV in its encodings, or XLSX.

A file that somebody sends is not trusted: its unpacked size is checked before it is unpacked, and rows and columns are
counted while they are read. Nothing is calculated: for a formula the last result is taken.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from core.roster.person_row import BadRoster, RosterMistake

LARGEST_FILE = 2 * 1024 * 1024  # bytes of a file: ten thousand people take half of it
UNPACKED = 32 * 1024 * 1024  # bytes that an XLSX may hold
PARTS = 500  # files in it
ROWS, COLUMNS = 10_000, 64
ONE_BYTE = ["cp1251", "koi8_r", "mac_cyrillic", "cp866"]  # in which Cyrillic was written before UTF-8
BALKAN = frozenset(
    "ЂЃЉЊЌЋЏђѓљњќћџЈјЅѕ"
)  # as which cp1251 reads the Kazakh letters of kz1048, which else is the same
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LARGEST_NUMBER = 1e16  # a number above it has lost digits


def table_text(data: bytes) -> str:
    """The table as the text of a CSV file. Raises BadRoster if the bytes are not a table."""
    if len(data) > LARGEST_FILE:
        raise _bad("big", f"expected {LARGEST_FILE // 1024} KB at most")
    if data.startswith(OLE):
        raise _bad(
            "old-sheet", "expected no old or locked spreadsheet; save it as XLSX or CSV, without a password"
        )
    return _written(_sheet(data)) if data.startswith(ZIP) else _decoded(data)


def _decoded(data: bytes) -> str:
    """UTF-8; a spreadsheet's "Unicode text"; or one of the older encodings, by what reads best."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = "" if wide else _guessed(data)
    if not text.strip() or "\0" in text:
        raise _bad("file", "expected a table: CSV or XLSX")
    return text


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    if data.count(0) > len(data) // 10:  # UTF-16 without its mark: every other byte of a table is empty
        best = from_bytes(data, cp_isolation=["utf_16_le", "utf_16_be"]).best()
    else:
        best = from_bytes(data, cp_isolation=ONE_BYTE).best()
    text = str(best) if best is not None else ""
    kazakh = best is not None and best.encoding == "cp1251" and not BALKAN.isdisjoint(text)
    return data.decode("kz1048", "replace") if kazakh else text


def _sheet(data: bytes) -> Iterator[list[str]]:
    """The cells of the first sheet, row by row."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise _bad("big", f"expected an XLSX that holds {UNPACKED // 1024 // 1024} MB at most")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be anything
        found = sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True)
        rows = [[_cell(value) for value in row] for row in islice(found, ROWS + 1)]
    except BadRoster:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file breaks openpyxl in any way
        raise _bad("file", f"expected an XLSX that opens ({type(error).__name__})") from None
    if len(rows) > ROWS:
        raise _bad("big", f"expected {ROWS} rows at most")
    return _even(rows)


def _even(rows: list[list[str]]) -> Iterator[list[str]]:
    """All rows as wide as the first that is not empty: a sheet has cells far to the right that nobody filled."""
    width = next((_filled(row) for row in rows if _filled(row)), 0)
    for row in rows:
        yield [*row[: max(width, _filled(row))], *[""] * (width - len(row))]


def _filled(row: list[str]) -> int:
    return max((n for n, cell in enumerate(row, 1) if cell), default=0)


def _cell(value: Any) -> str:
    """As it would be typed: a number without a fraction is digits."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < LARGEST_NUMBER:
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


def _written(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _bad(key: str, expected: str) -> BadRoster:
    return BadRoster([RosterMistake(1, "", "", expected, key)])
