"""A template in plain text becomes a DOCX template that can be changed in Word. One line is one paragraph:

# title      ## heading      > a line of the block at the right (addressee, sender)      - a point of a list
1. a numbered line, also ``{{ one.number }}. …``       Signature: ________ name (eight or more become a dotted line)
| a | b      a row of a table (rows that follow each other are one; the first is its head); | - | --- | below the head: how
wide its columns are beside each other; as the first row: there is no head      anything else: a paragraph
a line that leads to what follows:      City, {{ paper.date }} (a line that ends so stays with the signature)
{%p if … %}  and other marks of docxtpl, each alone on its line: for whole paragraphs; {%tr … %} alone in a row: for rows

``**bold**`` inside a line. Lines that begin with ``//`` are notes for whoever reads the file.
"""

import io
import re
from typing import TYPE_CHECKING

from bot.documents.page import LOOKS, TEXT, WIDTH, Look, blank_page
from bot.documents.steady import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_NUMBER = re.compile(r"((?:\d{1,3}|\{%[^%]*%\}|\{\{ *(?:[\w.]*\bnumber|loop\.index) *\}\})+)([.)]) +")
_SIGNS = re.compile(r" *_{8,} *")
_HEADING = re.compile(r"\*\*([^*]+:)\*\*")
_DATE = re.compile(r"\{\{ *paper\.(?:date|time) *\}\}$")
_BEFORE = {LOOKS["____"].name: 2, LOOKS["date"].name: 1}  # so many paragraphs before it stay on its page


def typeset(source: str, language: str = "ru") -> bytes:
    """The DOCX template; the same source gives the same bytes."""
    document = blank_page(language)
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line.strip() and not line.startswith("//"):
            _paragraph(document, line.strip())
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _paragraph(document: "Document", line: str) -> None:
    look, text = _look(line)
    if count := _BEFORE.get(look.name):
        _stay(document.paragraphs, count)
    paragraph = document.add_paragraph()
    if look is not TEXT:
        paragraph._p.style = look.id  # by its name python-docx looks through all styles, each time
    if text.endswith(":") and not look.stays_with_next:
        paragraph.paragraph_format.keep_with_next = True
    _runs(paragraph, text)


def _look(line: str) -> tuple[Look, str]:
    mark, _, rest = line.partition(" ")
    if mark == "-":
        return LOOKS["-"], f"–\t{rest}"
    if mark in LOOKS and mark != "1.":
        return LOOKS[mark], rest
    if number := _NUMBER.match(line):
        return LOOKS["1."], f"{number[1]}{number[2]}\t{line[number.end() :]}"
    if heading := _HEADING.fullmatch(line):
        return LOOKS["##"], heading[1]
    if _DATE.search(line):
        return LOOKS["date"], line
    if _SIGNS.search(line):
        return LOOKS["____"], _SIGNS.sub(" \t ", line)
    return TEXT, line


def _stay(before: list["Paragraph"], count: int) -> None:
    """A date or a signature never stands alone on a page."""
    said = [one for one in before if not one.text.startswith("{%p")]
    for one in said[len(said) - count :]:
        one.paragraph_format.keep_with_next = True


def _runs(paragraph: "Paragraph", text: str, *, bold: bool = False) -> None:
    for number, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = bold or number % 2 == 1 or None


def _table(document: "Document", rows: list[list[str]]) -> None:
    from docx.shared import Cm, Pt

    headed = not _is_rule(rows[0])
    widths = [len(cell) for row in rows if _is_rule(row) for cell in row]
    rows = [row for row in rows if not _is_rule(row)]
    columns = max(map(len, rows))
    widths = widths if len(widths) == columns else [1] * columns
    table = document.add_table(rows=0, cols=columns, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(WIDTH * width / sum(widths))
    for number, row in enumerate(rows):
        made = table.add_row()
        _whole(made, head=headed and number == 0 and columns > 1)
        for cell, width in zip(made.cells, widths, strict=True):
            cell.width = Cm(WIDTH * width / sum(widths))
        for cell, text in zip(made.cells, row, strict=False):
            cell.paragraphs[0]._p.style = LOOKS["|"].id
            _runs(cell.paragraphs[0], text, bold=headed and number == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _is_rule(row: list[str]) -> bool:
    return all(cell and not cell.strip("-") for cell in row)


def _whole(row: "_Row", *, head: bool) -> None:
    """A row is never torn by the end of a page; the head stands again on the next."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
