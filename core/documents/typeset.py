"""A template in plain text becomes a DOCX template that can be changed in Word. One line is one paragraph:

^ a line of the letterhead      # title      ## heading      > a line of the block at the right (addressee, sender)
- a point of a list      + a point that stays on the page of the next one
1. a numbered line, also ``{{ one.number }}. …``       Signature: ________ name (eight or more become a dotted line)
| a | b      a row of a table (rows that follow each other are one; the first is its head); | - | --- | below the head: how
wide its columns are beside each other; as the first row: there is no head      anything else: a paragraph
a line that leads to what follows:      City, {{ paper.date }} (a line that ends so stays with the signature)
{%p if … %}  and other marks of docxtpl, each alone on its line: for whole paragraphs; {%tr … %} alone in a row: for rows

``**bold**`` inside a line. Lines that begin with ``//`` are notes for the reader of the file.

How a paper looks is set for the page and in a style for each kind of line, so that one change of a style in Word changes
them all. The typeface is Times New Roman: Word has it, and LibreOffice replaces it by Liberation Serif, whose letters are as
wide.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document
import io
import re
from typing import TYPE_CHECKING

from core.documents.docx_package import with_fixed_times

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph


FACE, SIZE = "Times New Roman", 12  # points
WIDTH = 16.5  # centimetres between the margins
LOGO_HEIGHT = 1.6
SIGNS_AT = 9.0  # where the line for a signature ends
_TONGUES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


class LineStyle(Struct, frozen=True):
    """Centimetres, and points before and after. ``hangs``: so far the first line stands out to the left."""

    name: str
    bold: bool = False
    centred: bool = False
    left: float = 0
    hangs: float = 0
    before: int = 0
    after: int = 6
    stays_with_next: bool = False

    @property
    def id(self) -> str:
        """The name by which paragraphs refer to the style."""
        return self.name.replace(" ", "")


TEXT = LineStyle("Normal")
LOOKS = {
    "#": LineStyle("Paper title", bold=True, centred=True, before=18, after=12, stays_with_next=True),
    "##": LineStyle("Paper heading", bold=True, before=10, after=4, stays_with_next=True),
    "^": LineStyle("Paper letterhead", centred=True, after=2, stays_with_next=True),
    ">": LineStyle("Paper addressee", left=8, after=0, stays_with_next=True),
    "-": LineStyle("Paper point", left=1, hangs=0.6, after=5),
    "+": LineStyle("Paper addressee point", left=1, hangs=0.6, after=5, stays_with_next=True),
    "1.": LineStyle("Paper number", left=1, hangs=1, after=5),
    "____": LineStyle("Paper signature", left=SIGNS_AT + 0.2, hangs=SIGNS_AT + 0.2, before=18),
    "date": LineStyle("Paper date", before=12, stays_with_next=True),
    "|": LineStyle("Paper cell", after=2, before=2),
}


def blank_page(language: str) -> "Document":
    """An empty A4 page with the styles and page numbers at its foot."""
    from docx import Document as new
    from docx.shared import Cm, Pt

    document = new()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    section.footer_distance = Cm(1)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(SIZE)
    _face(normal, language)
    for look in (TEXT, *LOOKS.values()):
        _style(document, look)
    _numbers(document)
    _no_picture(document)
    return document


def _style(document: "Document", look: LineStyle) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm, Pt

    styles = document.styles
    style: Any = styles[TEXT.name] if look is TEXT else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    if look is not TEXT:
        style.base_style = styles[TEXT.name]
        style.quick_style = True
        style.font.bold = look.bold or None
    shape = style.paragraph_format
    shape.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT
    shape.left_indent, shape.first_line_indent = Cm(look.left), Cm(-look.hangs)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.keep_with_next, shape.widow_control = look.stays_with_next, True
    if look.hangs and look is not LOOKS["____"]:
        shape.tab_stops.add_tab_stop(Cm(look.left))
    if look is LOOKS["____"]:
        shape.keep_together = True
        shape.tab_stops.add_tab_stop(Cm(SIGNS_AT), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)


def _face(style: Any, language: str) -> None:
    """For all scripts, and the language by which Word looks for misspellings."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    style.font.name = FACE
    properties = style.element.get_or_add_rPr()
    faces: Mapping[str, str] = properties.rFonts.attrib
    for script in [*faces]:
        if script.endswith("Theme"):
            del properties.rFonts.attrib[script]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        properties.rFonts.set(qn(f"w:{script}"), FACE)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), _TONGUES[language])
    properties.append(tongue)


def _numbers(document: "Document") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, field in enumerate(("PAGE", "NUMPAGES")):
        if number:
            foot.add_run(" / ").font.size = Pt(9)
        run = '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r>'
        foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}">{run}</w:fldSimple>'))


def _no_picture(document: "Document") -> None:
    """python-docx's own template carries a picture of its first page."""
    links = document.part.package.rels
    for id in [id for id, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[id]


_BOLD = re.compile(r"\*\*(.+?)\*\*")
_NUMBER = re.compile(r"((?:\d{1,3}|\{%[^%]*%\}|\{\{ *(?:[\w.]*\bnumber|loop\.index) *\}\})+)([.)]) +")
_SIGNS = re.compile(r" *_{8,} *")
_HEADING = re.compile(r"\*\*([^*]+[:?])\*\*")
_DATE = re.compile(r"\{\{ *paper\.(?:date|time) *\}\}$")
_BEFORE = {LOOKS["____"].name: 2, LOOKS["date"].name: 1}  # so many paragraphs before it stay on its page


def typeset_template(source: str, language: str = "ru", logo: bytes = b"") -> bytes:
    """The DOCX template; the same source gives the same bytes. ``logo``: a picture above its first line, if any."""
    document = blank_page(language)
    if logo:
        _logo(document, logo)
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
    return with_fixed_times(out.getvalue())


def _logo(document: "Document", picture: bytes) -> None:
    """As high as a letterhead has room for; narrower where it would be wider than the text."""
    from docx.shared import Cm, Emu

    above = document.add_paragraph()
    above._p.style = LOOKS["^"].id
    shown = above.add_run().add_picture(io.BytesIO(picture), height=Cm(LOGO_HEIGHT))
    if shown.width > Cm(WIDTH):
        shown.height = Emu(int(shown.height * Cm(WIDTH) / shown.width))
        shown.width = Cm(WIDTH)


def _paragraph(document: "Document", line: str) -> None:
    look, text = _look(line)
    if count := _BEFORE.get(look.name):
        _keep_together(document.paragraphs, count)
    paragraph = document.add_paragraph()
    if look is not TEXT:
        paragraph._p.style = look.id  # by its name python-docx looks through all styles, each time
    if text.endswith(":") and not look.stays_with_next:
        paragraph.paragraph_format.keep_with_next = True
    _runs(paragraph, text)


def _look(line: str) -> tuple[LineStyle, str]:
    mark, _, rest = line.partition(" ")
    if mark in ("-", "+"):
        return LOOKS[mark], f"–\t{rest}"
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


def _keep_together(before: list["Paragraph"], count: int) -> None:
    """A date or a signature never stands alone on a page."""
    said = [paragraph for paragraph in before if not paragraph.text.startswith("{%p")]
    for paragraph in said[len(said) - count :]:
        paragraph.paragraph_format.keep_with_next = True


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
        _keep_whole(made, head=headed and number == 0 and columns > 1)
        for cell, width in zip(made.cells, widths, strict=True):
            cell.width = Cm(WIDTH * width / sum(widths))
        for cell, text in zip(made.cells, row, strict=False):
            cell.paragraphs[0]._p.style = LOOKS["|"].id
            _runs(cell.paragraphs[0], text, bold=headed and number == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _is_rule(row: list[str]) -> bool:
    return all(cell and not cell.strip("-") for cell in row)


def _keep_whole(row: "_Row", *, head: bool) -> None:
    """A row is never torn by the end of a page; the head stands again on the next."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
