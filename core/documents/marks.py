"""The marks of a DOCX template, by paragraphs: whether each is whole, stands where it can, and what opens is closed.

``{{ person.name }}`` prints; ``{% if … %}``, ``{% else %}``, ``{% endif %}`` inside a paragraph; with ``{%p`` alone in
one, for whole paragraphs; with ``{%tr`` alone in a row of a table, for whole rows.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
_STATEMENT = re.compile(r"(?:(p|tr) +|\s*)(if|elif|else|endif|for|endfor)(?:\s+(.*?))?\s*", re.DOTALL)
_REST = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{\s*\w+(?:\.\w+)+\s*\}")
_CLOSES = {"endif": "if", "endfor": "for", "elif": "if", "else": "if"}
_SHOWN = 60
_DEEPEST = 2  # loops inside each other

Element = Any  # of lxml


class TemplateMark(Struct, frozen=True):
    """``word``: ``print`` or that of a statement; ``sort``: ``p``, ``tr`` or nothing; ``where``: the paragraph's words."""

    source: str
    word: str
    sort: str
    rest: str
    where: str


class OpenStatement(Struct, frozen=True):
    """A statement that waits for its end, and inside of what it must come."""

    mark: TemplateMark
    inside: Element


def each_paragraph(root: Element) -> Iterator[Element]:
    """In the order of the document, with those in tables and boxes."""
    yield from root.iter(f"{_W}p")


def text_pieces(paragraph: Element) -> list[Element]:
    """What holds its text; not that of paragraphs inside it."""
    return [piece for piece in paragraph.iter(f"{_W}t") if next(piece.iterancestors(f"{_W}p")) is paragraph]


def paragraph_words(paragraph: Element) -> str:
    """Its text, shortened: how a person finds it."""
    text = " ".join("".join(piece.text or "" for piece in text_pieces(paragraph)).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def read_marks(root: Element) -> tuple[list[TemplateMark], list[str]]:
    """The marks of a part of the document, and what is wrong with how they stand."""
    marks: list[TemplateMark] = []
    wrong: list[str] = []
    opened: list[OpenStatement] = []
    if next(root.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"), None) is not None:
        wrong.append("changes are tracked in it: in Word choose Review, Accept all changes, and save")
    for paragraph in each_paragraph(root):
        where = paragraph_words(paragraph)
        text = "".join(piece.text or "" for piece in text_pieces(paragraph))
        for match in _MARK.finditer(text):
            mark = _mark(match, where)
            if mark is None:
                wrong.append(f"{place(where)}: {match[0]} is no mark of a paper: see docs/law/papers.md")
            elif _is_torn(paragraph, match.start(), match.end()):
                wrong.append(
                    f"{place(where)}: a link or box runs through {match[0]}: delete it and type it again"
                )
            else:
                marks.append(mark)
                wrong += _standing_mistakes(mark, paragraph, text)
                wrong += _closing_mistakes(mark, paragraph, opened)
        if broken := _REST.search(_MARK.sub("", text)):
            wrong.append(
                f"{place(where)}: {broken[0]} alone is no mark: {{{{ field }}}} or {{% … %}}, whole in one paragraph, is one"
            )
        while opened and not opened[-1].mark.sort and opened[-1].inside is paragraph:
            wrong.append(_unclosed(opened.pop()))
    return marks, [*wrong, *map(_unclosed, opened)]


def place(where: str) -> str:
    """The paragraph, as messages name it."""
    return f'paragraph "{where}"'


def _mark(match: re.Match[str], where: str) -> TemplateMark | None:
    if match[1] is not None:
        return TemplateMark(match[0], "print", "", match[1].strip(), where)
    found = _STATEMENT.fullmatch(match[2])
    return (
        TemplateMark(match[0], found[2], found[1] or "", (found[3] or "").strip(), where) if found else None
    )


def _is_torn(paragraph: Element, start: int, end: int) -> bool:
    """Whether its letters stand in different things, as a link and the text beside it."""
    at, holders = 0, []
    for piece in text_pieces(paragraph):
        length = len(piece.text or "")
        if at < end and start < at + length:
            holders.append(piece.getparent().getparent())
        at += length
    return any(holder is not holders[0] for holder in holders)


def _standing_mistakes(mark: TemplateMark, paragraph: Element, text: str) -> Iterator[str]:
    """Whether a mark for paragraphs or rows is alone there: what stands beside it would be lost."""
    if mark.sort == "p":
        if text.strip() != mark.source:
            yield f"{place(mark.where)}: {mark.source} must stand alone in its paragraph"
        holder = paragraph.getparent()
        if holder.tag == f"{_W}tc" and holder.findall(f"{_W}p")[-1] is paragraph:
            yield f"{place(mark.where)}: after {mark.source} the cell needs one more paragraph, which may be empty"
    if mark.sort == "tr":
        row = next(paragraph.iterancestors(f"{_W}tr"), None)
        if row is None:
            yield f"{place(mark.where)}: {mark.source} must stand in a row of a table"
        elif "".join(piece.text or "" for piece in row.iter(f"{_W}t")).strip() != mark.source:
            yield f"{place(mark.where)}: {mark.source} must stand alone in its row"


def _closing_mistakes(mark: TemplateMark, paragraph: Element, opened: list[OpenStatement]) -> Iterator[str]:
    """Keep account of what is open."""
    inside = _inside(mark, paragraph)
    if mark.word in ("if", "for"):
        opened.append(OpenStatement(mark, inside))
        if sum(block.mark.word == "for" for block in opened) > _DEEPEST:
            yield f"{place(mark.where)}: {mark.source}: at most {_DEEPEST} loops inside each other"
    elif mark.word in _CLOSES:
        last = opened[-1] if opened else None
        wanted = _CLOSES[mark.word]
        if (
            last is None
            or last.mark.word != wanted
            or last.inside is not inside
            or last.mark.sort != mark.sort
        ):
            yield f"{place(mark.where)}: {mark.source} closes nothing that was opened there in the same way"
        if last is not None and mark.word.startswith("end"):
            opened.pop()


def _inside(mark: TemplateMark, paragraph: Element) -> Element:
    if mark.sort == "tr":
        return next(paragraph.iterancestors(f"{_W}tbl"), paragraph)
    return paragraph.getparent() if mark.sort == "p" else paragraph


def _unclosed(opened: OpenStatement) -> str:
    mark = opened.mark
    return f"{place(mark.where)}: {mark.source} is never closed: {{%{mark.sort} end{mark.word} %}} is missing"
