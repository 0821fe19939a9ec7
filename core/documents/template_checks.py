"""What the marks of a template name, against the catalogue: each field must be one that a dossier can hold.

A template, shipped or changed in Word, is checked before it is used: all that is wrong in it, each with its place.
"""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from core.documents.marks import TemplateMark, place
from core.papers.catalogue import CATALOGUE, LeafShape, ListShape, OpenGroup, Shape

if TYPE_CHECKING:
    from jinja2.nodes import Node
import io
import re
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from core.documents.docx_package import unfit_reasons
from core.documents.filling import CLOSES, OPENS, BadTemplate, fill_template
from core.documents.marks import read_marks
from core.papers.catalogue import blank_dossier, sample_dossier

if TYPE_CHECKING:
    from docxtpl import DocxTemplate


Names = Mapping[OpenGroup, Collection[str]]  # of the open groups, for one paper

_LOOP: Mapping[str, Shape] = {"index": LeafShape.WORDS, "first": LeafShape.YES_NO, "last": LeafShape.YES_NO}
_SIMPLE = "only names of fields, if, for, and, or, not"


class _Mistake(Exception):
    """What is wrong with one mark."""


def naming_mistakes(marks: Sequence[TemplateMark], names: Names) -> Iterator[str]:
    """What is wrong, in sentences. The marks are balanced."""
    scopes: list[Mapping[str, Shape]] = [_opened(names)]
    for mark in marks:
        try:
            if mark.word == "print":
                _printed(_parsed(f"{{{{ {mark.rest} }}}}"), scopes[-1])
            elif mark.word in ("if", "elif"):
                _check_condition(_parsed(f"{{% if {mark.rest} %}}{{% endif %}}"), scopes[-1])
            elif mark.word == "for":
                scopes.append({**scopes[-1], "loop": _LOOP, **_row(mark.rest, scopes[-1])})
            elif mark.rest:
                raise _Mistake("nothing may follow the word")
        except _Mistake as mistake:
            if (
                mark.word == "for"
            ):  # nothing is known of its rows: what is inside is looked at when this is mended
                scopes.append({**scopes[-1], **_unknown_row(mark.rest)})
            yield f"{place(mark.where)}: {mark.source}: {mistake}"
        if mark.word == "endfor":
            scopes.pop()


def _opened(names: Names) -> Mapping[str, Shape]:
    return {
        name: dict.fromkeys(
            names.get(shape, ()), LeafShape.PROSE if shape is OpenGroup.ANSWERS else LeafShape.WORDS
        )
        if isinstance(shape, OpenGroup)
        else shape
        for name, shape in CATALOGUE.items()
    }


def _parsed(source: str) -> "Node":
    from jinja2 import Environment, TemplateSyntaxError

    try:
        body = Environment().parse(source).body
    except TemplateSyntaxError as error:
        raise _Mistake(f"not understood ({error.message}): {_SIMPLE}") from error
    if len(body) != 1:
        raise _Mistake(f"not understood: {_SIMPLE}")
    return body[0]


def _printed(node: "Node", scope: Mapping[str, Shape]) -> None:
    from jinja2 import nodes

    if not isinstance(node, nodes.Output) or len(node.nodes) != 1:
        raise _Mistake(f"not understood: {_SIMPLE}")
    shape, path = _shape(node.nodes[0], scope)
    if shape is LeafShape.YES_NO:
        raise _Mistake(f"{path} is yes or no and cannot be printed: {{% if {path} %}}…{{% endif %}}")
    if isinstance(shape, ListShape):
        raise _Mistake(f"{path} is a list: {{%p for one in {path} %}} … {{%p endfor %}}")
    if not isinstance(shape, LeafShape):
        raise _Mistake(f"{path} is a group: name one of its fields: {_shape_words(shape)}")


def _check_condition(node: "Node", scope: Mapping[str, Shape]) -> None:
    from jinja2 import nodes

    if not isinstance(node, nodes.If):
        raise _Mistake(f"not understood: {_SIMPLE}")
    _condition(node.test, scope)


def _condition(node: "Node", scope: Mapping[str, Shape]) -> None:
    from jinja2 import nodes

    if isinstance(node, nodes.And | nodes.Or):
        _condition(node.left, scope)
        _condition(node.right, scope)
    elif isinstance(node, nodes.Not):
        _condition(node.node, scope)
    else:
        shape, path = _shape(node, scope)
        if not isinstance(shape, LeafShape | ListShape):
            raise _Mistake(
                f"{path} is a group, which is always there: ask for one of its fields: {_shape_words(shape)}"
            )


def _row(rest: str, scope: Mapping[str, Shape]) -> dict[str, Shape]:
    from jinja2 import nodes

    node = _parsed(f"{{% for {rest} %}}{{% endfor %}}")
    if (
        not isinstance(node, nodes.For)
        or node.test
        or node.recursive
        or not isinstance(node.target, nodes.Name)
    ):
        raise _Mistake("expected {% for one in list %}")
    if node.target.name in scope or node.target.name == "loop":
        raise _Mistake(f"{node.target.name} is the name of something else: call the row otherwise, as in one")
    shape, path = _shape(node.iter, scope)
    if not isinstance(shape, ListShape):
        raise _Mistake(f"{path} is no list")
    return {node.target.name: shape.fields}


def _unknown_row(rest: str) -> dict[str, Shape]:
    return {rest.split(maxsplit=1)[0]: OpenGroup.LAW} if rest else {}


def _shape(node: "Node", scope: Mapping[str, Shape]) -> tuple[Shape, str]:
    """What an expression names, and its path; an open group is returned for a name that is already reported as a mistake."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return _below(scope, node.name, node.name)
    if not isinstance(node, nodes.Getattr):
        raise _Mistake(f"not allowed: {_SIMPLE}")
    shape, path = _shape(node.node, scope)
    if isinstance(shape, OpenGroup):
        return LeafShape.WORDS, f"{path}.{node.attr}"
    if not isinstance(shape, Mapping):
        raise _Mistake(
            f"{path} has no fields"
            if isinstance(shape, LeafShape)
            else f"{path} is a list: a field is of one of its rows"
        )
    return _below(shape, node.attr, f"{path}.{node.attr}")


def _below(shapes: Mapping[str, Shape], name: str, path: str) -> tuple[Shape, str]:
    if name in shapes:
        return shapes[name], path
    like = difflib.get_close_matches(name, shapes, n=1)
    hint = (
        f"; did you mean {path.removesuffix(name)}{like[0]}?"
        if like
        else f"; there are {_shape_words(shapes)}"
    )
    raise _Mistake(f"nothing is called {path}{hint}")


def _shape_words(shape: Shape) -> str:
    names = list(shape) if isinstance(shape, Mapping) else []
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "") if names else "none"


_BEGINS = re.compile(r"\{\{|\{%|\{#")
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
LONG = 3000  # letters of a value with which it is tried


def template_mistakes(template: bytes, names: Names) -> list[str]:
    """What is wrong, in sentences that say what to do; empty: it can be filled with any dossier."""
    if wrong := list(unfit_reasons(template)):
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
        marks, wrong = read_marks(root)
        yield from (f"{part}{mistake}" for mistake in wrong)
        if not wrong:
            yield from (f"{part}{mistake}" for mistake in naming_mistakes(marks, names))
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
    for dossier in (blank_dossier(names), sample_dossier(names, "Ә" * LONG)):
        try:
            fill_template(template, dossier, lambda path: f"[{path}]")
        except BadTemplate as error:
            yield f"it cannot be filled: {error}"
            return
