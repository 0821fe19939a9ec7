"""Templates as people make them in Word."""

import io
import zipfile
from collections.abc import Callable

from docx import Document as new
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from core.documents.template_checks import template_mistakes
from core.papers.catalogue import OpenGroup

NAMES = {OpenGroup.LAW: {"cpc_133_2"}, OpenGroup.ANSWERS: {"request"}}


def saved(document: Document) -> bytes:
    """Its bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_text(*paragraphs: str) -> bytes:
    """A document of these paragraphs; ``|`` begins a new run, as Word does in the middle of a word."""
    document = new()
    for paragraph in paragraphs:
        holder = document.add_paragraph()
        for run in paragraph.split("|"):
            holder.add_run(run)
    return saved(document)


def with_table(*rows: str) -> bytes:
    """One table; ``|`` between cells."""
    document = new()
    cells = [row.split("|") for row in rows]
    table = document.add_table(rows=0, cols=max(map(len, cells)))
    for row in cells:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    return saved(document)


def with_raw(xml: str) -> bytes:
    """A document with this paragraph, as markup."""
    document = new()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>"))
    return saved(document)


def with_parts(change: Callable[[str, bytes], bytes] = lambda _, part: part, **more: bytes) -> bytes:
    """A document whose parts were changed, or to which some were added (``word__x.bin`` is word/x.bin)."""
    out, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(with_text("{{ person.name }}")))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in old.namelist():
            package.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            head, _, tail = name.rpartition("_")
            package.writestr(f"{head.replace('__', '/')}.{tail}", part)
    return out.getvalue()


def with_footnote(text: str) -> bytes:
    """A document of two sections with a footnote, as Word writes it."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sort = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

    def change(name: str, part: bytes) -> bytes:
        if name == "[Content_Types].xml":
            return part.replace(
                b"</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{sort}"/></Types>'.encode(),
            )
        if name == "word/_rels/document.xml.rels":
            link = (
                f'<Relationship Id="rId99" Type="{kinds}/footnotes" Target="footnotes.xml"/></Relationships>'
            )
            return part.replace(b"</Relationships>", link.encode())
        section = b"<w:p><w:pPr><w:sectPr/></w:pPr></w:p></w:body>"
        return (
            part.replace(b"<w:sectPr", section[:-9] + b"<w:sectPr", 1)
            if name == "word/document.xml"
            else part
        )

    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    return with_parts(
        change, word__footnotes_xml=f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode()
    )


def with_link(kind: str, target: str) -> bytes:
    """A document that names something outside of it."""
    link = f'<Relationship Id="r1" Type="http://made.up/{kind}" Target="{target}" TargetMode="External"/>'
    return with_parts(word___rels__more_xml_rels=f"<Relationships>{link}</Relationships>".encode())


def wrong(template: bytes) -> str:
    """What the check says, as one text; empty if nothing is wrong."""
    return "\n".join(template_mistakes(template, NAMES))
