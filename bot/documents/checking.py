"""A template, shipped or changed in Word, is checked before it is used: all that is wrong in it, each with its place."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from bot.core.papers.sample import blank, sample
from bot.documents.filling import BadTemplate, filled
from bot.documents.marks import read
from bot.documents.naming import Names, misnamed
from bot.documents.package import unfit
from bot.documents.traces import CLOSES, OPENS

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_BEGINS = re.compile(r"\{\{|\{%|\{#")
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
LONG = 3000  # letters of a value with which it is tried


def mistakes(template: bytes, names: Names) -> list[str]:
    """What is wrong, in sentences that say what to do; nothing: it can be filled with whatever a dossier holds."""
    if wrong := list(unfit(template)):
        return wrong
    return list(dict.fromkeys(_read(template, names))) or list(_tried(template, names))


def _read(template: bytes, names: Names) -> Iterator[str]:
    from docxtpl import DocxTemplate
    from lxml.etree import LxmlError

    document = DocxTemplate(io.BytesIO(template))
    try:
        document.init_docx()
        parts = list(_parts(document))
    except (LxmlError, KeyError, ValueError) as error:
        yield f"its parts do not fit together ({type(error).__name__}): copy its text into a new document"
        return
    for part, root in parts:
        marks, wrong = read(root)
        yield from (f"{part}{one}" for one in wrong)
        if not wrong:
            yield from (f"{part}{one}" for one in misnamed(marks, names))
            if len(_BEGINS.findall(document.patch_xml(document.xml_to_string(root)))) != len(marks):
                yield f"{part}a mark stands where none can be: in a field, a shape or the description of a picture"
    yield from _elsewhere(template)


def _parts(document: "DocxTemplate") -> Iterator[tuple[str, Any]]:
    """What is filled: the text, headers, footers, footnotes."""
    from docx.opc.oxml import parse_xml

    yield "", document.docx.element.body
    for name, uri in (("header, ", document.HEADER_URI), ("footer, ", document.FOOTER_URI)):
        for _, part in document.get_headers_footers(uri):
            yield name, parse_xml(part.blob)
    for part in document.docx.part.package.iter_parts():
        if part.content_type == _FOOTNOTES:
            yield "footnote, ", parse_xml(part.blob)


def _elsewhere(template: bytes) -> Iterator[str]:
    with ZipFile(io.BytesIO(template)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                text = package.read(name).decode(errors="replace")
                if OPENS in text or CLOSES in text:
                    yield f"{name} has letters of the private use area: copy its text into a new document"
                if not _RENDERED.fullmatch(name) and _BEGINS.search(text):
                    yield f"{name} has a mark: marks work in the text, headers, footers and footnotes only"


def _tried(template: bytes, names: Names) -> Iterator[str]:
    """Made with nothing known, and with everything known at length: what is written so must open again."""
    for dossier in (blank(names), sample(names, "Ә" * LONG)):
        try:
            filled(template, dossier, lambda path: f"[{path}]")
        except BadTemplate as error:
            yield f"it cannot be filled: {error}"
            return
