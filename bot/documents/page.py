"""How a paper looks: the page, and a style for each sort of line, so that one change of it in Word changes them all.

The face is Times New Roman: Word has it, and LibreOffice sets Liberation Serif in its place, whose letters are as wide.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document

FACE, SIZE = "Times New Roman", 12  # points
WIDTH = 16.5  # centimetres between the margins
SIGNS_AT = 9.0  # where the line for a signature ends
_TONGUES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


class Look(Struct, frozen=True):
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
        """As paragraphs name it."""
        return self.name.replace(" ", "")


TEXT = Look("Normal")
LOOKS = {
    "#": Look("Paper title", bold=True, centred=True, before=18, after=12, stays_with_next=True),
    "##": Look("Paper heading", bold=True, before=10, after=4, stays_with_next=True),
    ">": Look("Paper addressee", left=8, after=0),
    "-": Look("Paper point", left=1, hangs=0.6, after=5),
    "1.": Look("Paper number", left=1, hangs=1, after=5),
    "____": Look("Paper signature", left=SIGNS_AT + 0.2, hangs=SIGNS_AT + 0.2, before=18),
    "date": Look("Paper date", before=12, stays_with_next=True),
    "|": Look("Paper cell", after=2, before=2),
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


def _style(document: "Document", look: Look) -> None:
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
