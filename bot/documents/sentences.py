"""What a filled document says, in order, and which values stand in each sentence: a paragraph, or a row of a table."""

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from msgspec import Struct

from bot.documents.traces import numbers, plain

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BESIDE = re.compile(r"word/(?:header\d*|footer\d*|footnotes)\.xml")
_GAPS = {f"{_W}tab": "\t", f"{_W}br": "\n"}
CELLS = " | "
LINE = "________"  # for a signature

Element = Any  # of lxml


class Sentence(Struct, frozen=True):
    """A paragraph or row, and the paths of the dossier that stand in it."""

    text: str
    paths: tuple[str, ...]


def sentences(content: bytes, paths: list[str]) -> Iterator[Sentence]:
    """Of a document that still has its traces. Of headers, footers and footnotes only what has a value in it."""
    from lxml.etree import fromstring

    with ZipFile(io.BytesIO(content)) as package:
        for text in _texts(fromstring(package.read("word/document.xml"))):
            yield _sentence(text, paths)
        for name in sorted(filter(_BESIDE.fullmatch, package.namelist())):
            for text in _texts(fromstring(package.read(name))):
                if numbers(text):
                    yield _sentence(text, paths)


def _sentence(text: str, paths: list[str]) -> Sentence:
    return Sentence(plain(text), tuple(dict.fromkeys(paths[number] for number in numbers(text))))


def _texts(parent: Element) -> Iterator[str]:
    for one in parent:
        if one.tag == f"{_W}p":
            if text := _words(one).strip():
                yield text
        elif one.tag == f"{_W}tr":
            cells = [" ".join(_texts(cell)) for cell in one.iter(f"{_W}tc")]
            if any(cells):
                yield CELLS.join(cells)
        elif not one.tag.endswith(("Pr", "Grid")):
            yield from _texts(one)


def _words(paragraph: Element) -> str:
    found = []
    for run in paragraph.iter(f"{_W}r"):
        for one in run:
            found.append((one.text or "") if one.tag == f"{_W}t" else _GAPS.get(one.tag, ""))
    return "".join(found).replace(" \t ", f" {LINE} ").replace("\t", " ")
