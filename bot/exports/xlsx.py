"""A workbook for people, in the language of the export: values in words, no codes.

Written by hand, sheet by sheet, because libraries (openpyxl, XlsxWriter) put what they write into unsealed files meanwhile.
Heads stay in sight, columns have widths. What is known to the day or better is a date; a month or a year is text. Every
text is an *inline string*, which no spreadsheet reads as a formula; what would look like one keeps that when somebody edits
the cell (``quotePrefix``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape

from bot.exports.material import Files, Material, in_portions
from bot.exports.streams import zip_files
from bot.exports.table_files import inert_cell, is_formula
from core.exporting.table_columns import TABLES, Cell, field_of

MOST_ROWS = 1_048_576  # of a sheet
MOST = 32_767  # characters of a cell
# The columns that people read, by table.
SHEETS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "cases": "case opened_at situation act started_at started_precision region city ongoing outcome identified "
        "at_least urgent incidents confidentiality verification",
        "persons": "person case kind at_least name other_names confidentiality source reliability",
        "places": "case person held_as region city text from_at from_precision to_at source reliability",
        "statuses": "case person kind value detail at precision source reliability",
        "interventions": "case person at addressee kind sent_by reference due response responded_at",
        "incidents": "incident name rule region city made_at mass_at ended_at cases",
        "sources": "source case link language received_at reliability",
    }.items()
}
TIMES = {"opened_at", "started_at", "from_at", "to_at", "at", "due", "responded_at", "made_at", "mass_at",
         "ended_at", "received_at"}  # fmt: skip
DAY, MINUTE = len("2018-09-17"), len("2018-09-17T15:00")
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - days count from it, by the clock of the place
FIRST_RIGHT = 61  # days before it spreadsheets count differently
WIDE, MIDDLE, NARROW = 40, 18, 12  # widths of columns, in digits
WIDTHS = dict.fromkeys(
    ("text", "detail", "name", "other_names", "addressee", "response"), WIDE
) | dict.fromkeys(
    (
        "case",
        "city",
        "region",
        "value",
        "act",
        "situation",
        "confidentiality",
        "urgent",
        "incidents",
        "incident",
        *TIMES,
    ),
    MIDDLE,
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2">'
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>'
    '<xf quotePrefix="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
HEAD, TO_THE_MINUTE, TO_THE_DAY = 2, 3, 4  # styles
EMPTY = "<c/>"


def xlsx_files(material: Material) -> Files:
    """All tables in one workbook, a sheet each."""
    yield "dabyl.xlsx", zip_files(_parts(material), large=False)


def _parts(material: Material) -> Iterator[tuple[str, Iterable[bytes]]]:
    sheets = [*_sheets(material)]
    names = [name for name, _, _ in sheets]
    yield "[Content_Types].xml", [_types(len(sheets)).encode()]
    yield "_rels/.rels", [_relations([("officeDocument", "xl/workbook.xml")]).encode()]
    yield "xl/workbook.xml", [_workbook(names).encode()]
    targets = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    yield "xl/_rels/workbook.xml.rels", [_relations([*targets, ("styles", "styles.xml")]).encode()]
    yield "xl/styles.xml", [STYLES.encode()]
    for at, (_, widths, rows) in enumerate(sheets, start=1):
        yield f"xl/worksheets/sheet{at}.xml", _sheet(widths, rows)


def _sheets(material: Material) -> Iterator[tuple[str, Sequence[int], Iterator[Sequence[str]]]]:
    """Name, widths and rows, the head first; a table that one sheet cannot hold has several."""
    yield material.say("exports-sheet-about"), (MIDDLE, WIDE), _about(material)
    for table, columns in SHEETS.items():
        head = [_cell(material.say(f"exports-column-{name.replace('_', '-')}"), HEAD) for name in columns]
        count, name = material.spools[table].count, material.say(f"exports-sheet-{table}")
        read = _in_words(material, table, columns)
        for number in range(max(1, -(-count // (MOST_ROWS - 1)))):
            widths = [WIDTHS.get(column, NARROW) for column in columns]
            yield name if not number else f"{name} {number + 1}", widths, _part(head, read)


def _part(head: Sequence[str], read: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield head
    yield from islice(read, MOST_ROWS - 1)


def _about(material: Material) -> Iterator[Sequence[str]]:
    yield [_cell(material.say("exports-sheet-about"), HEAD)]
    for name, value in material.about().items():
        if not isinstance(value, dict):
            yield [_cell(name), _cell("; ".join(value) if isinstance(value, list) else value)]


def _in_words(material: Material, table: str, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    known = TABLES[table]
    writers = [(known.index(name), _writer(material, table, name)) for name in columns]
    if table != "statuses":
        for row in material.rows(table):
            yield [write(row[at]) for at, write in writers]
        return
    kind, value = known.index("kind"), known.index("value")
    for row in material.rows(table):  # what a value of a status is called depends on its kind
        yield [write((row[kind], row[value]) if at == value else row[at]) for at, write in writers]


def _writer(material: Material, table: str, name: str) -> Callable[[Any], str]:
    labels = material.labels
    if name in TIMES:
        return _moment
    if name in ("incident", "incidents"):
        titles = material.incident_titles
        return _Words(
            lambda cell: ", ".join(titles[id] for id in str(cell or "").split("|") if id)
        ).__getitem__
    if table == "statuses" and name == "value":
        return _Words(lambda cell: labels.get(cell) or labels.get(("seen", cell[1]), cell[1])).__getitem__
    field = field_of(table, name) or name
    if field == "place":
        return _Words(lambda cell: material.place(cell) if cell else "").__getitem__
    if any(known == field for known, _ in labels):
        return _Words(lambda cell: _several(labels, field, cell)).__getitem__
    return _cell


def _moment(cell: str) -> str:
    """By the clock of the place; what is known to the month or the year stays text."""
    if not cell or len(cell) < DAY:
        return _cell(cell)
    days = (datetime.fromisoformat(cell[:MINUTE]) - FIRST_DAY) / timedelta(days=1)
    if days < FIRST_RIGHT:
        return _cell(cell[:MINUTE].replace("T", " "))
    return f'<c s="{TO_THE_DAY if len(cell) == DAY else TO_THE_MINUTE}"><v>{days!r}</v></c>'


class _Words(dict[Any, str]):
    """Value → its cell: there are few, and each is made once."""

    def __init__(self, words: Callable[[Any], Cell]) -> None:
        self._words = words

    def __missing__(self, value: Any) -> str:
        cell = self[value] = _cell(self._words(value))
        return cell


def _several(labels: Mapping[tuple[str, str], str], field: str, cell: Any) -> Cell:
    if not isinstance(cell, str) or "|" not in cell:
        return labels.get((field, cell), cell)
    return ", ".join(labels.get((field, option), option) for option in cell.split("|"))


def _sheet(widths: Sequence[int], rows: Iterator[Sequence[str]]) -> Iterator[bytes]:
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    yield (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    ).encode()
    for some in in_portions(rows):
        yield "".join([f"<row>{''.join(row)}</row>" for row in some]).encode("utf-8", "replace")
    yield b"</sheetData></worksheet>"


def _cell(cell: Cell, style: int = 0) -> str:
    if cell is None or cell == "":
        return EMPTY
    if not isinstance(cell, str):
        return f"<c><v>{cell}</v></c>"
    if not cell.isalnum():  # most are numbers and single words
        text = inert_cell(cell)[:MOST]
        style = 1 if not style and is_formula(text) else style
        cell = escape(text)
    marked = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{marked}><is><t xml:space="preserve">{cell}</t></is></c>'


def _types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{at}.xml", "worksheet") for at in range(1, sheets + 1)]
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{TYPES}.{kind}+xml"/>' for part, kind in parts
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name[:31])}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    begin = f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    return f"{begin}<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>"
