"""A template in plain text becomes a DOCX template that can be changed in Word. One line is one paragraph:

# title      ## heading      > a line of the block at the right (addressee, sender)      - a point of a list
| a | b      a row of a table (rows that follow each other are one)      anything else: a paragraph
{%p if … %}  and other marks of docxtpl, each alone on its line: for whole paragraphs; {%tr … %} alone in a row: for rows

``**bold**`` inside a line. Lines that begin with ``//`` are notes for whoever reads the file.
"""

import io
import re
from typing import TYPE_CHECKING

from bot.documents.steady import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FACE, SIZE = "Times New Roman", 12  # points
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def typeset(source: str) -> bytes:
    """The DOCX template; the same source gives the same bytes."""
    from docx import Document as new
    from docx.shared import Cm, Pt

    document = new()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(SIZE)
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
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    mark, _, rest = line.partition(" ")
    text = rest if mark in ("#", "##", ">", "-") else line
    paragraph = document.add_paragraph(style="List Bullet" if mark == "-" else "Normal")
    paragraph.paragraph_format.space_after = Pt(0 if mark == ">" else 6)
    if mark == "#":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(12)
    elif mark == "##":
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
    elif mark == ">":
        paragraph.paragraph_format.left_indent = Cm(8)
    _runs(paragraph, text, bold=mark in ("#", "##"))


def _runs(paragraph: "Paragraph", text: str, *, bold: bool = False) -> None:
    for number, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = bold or number % 2 == 1 or None


def _table(document: "Document", rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            _runs(cell.paragraphs[0], text)
