"""A template and a dossier become a document, its text, and a list: which sentence says what, and from where.

What stands in the dossier is printed as it is: it is never read as a template, as markup or as a field.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from markupsafe import Markup, escape

from bot.core.folding import clean
from bot.core.papers.catalogue import Plain, shape_of
from bot.core.papers.dossier import Dossier, Leaf, Node, leaves
from bot.documents.sentences import Sentence, sentences
from bot.documents.steady import steady
from bot.documents.traces import plain, traced, typed

_OF_WHOEVER_WROTE_IT = ("author", "last_modified_by", "comments", "keywords")  # properties of the template
NEW_PARAGRAPH = "\a"  # as docxtpl reads it


@dataclass(frozen=True, slots=True)
class Document:
    """``content``: the DOCX. ``sentences``: what it says, in order."""

    content: bytes = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """As plain text, with an empty line between paragraphs."""
        return "\n\n".join(sentence.text for sentence in self.sentences)


class BadTemplate(ValueError):
    """A template cannot be filled: the message says where and why, and shows nothing of a case."""


class Value(str):
    """A leaf, as templates see it: its words, which are false where nothing is known."""

    printed: str

    def __html__(self) -> str:
        return self.printed


def filled(template: bytes, dossier: Dossier, not_known: Callable[[str], str]) -> Document:
    """``not_known``: what stands in place of a path of which nothing is known. Raises BadTemplate."""
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import LxmlError

    from bot.documents.strict import Template

    paths = [path for path, _ in leaves(dossier)]
    numbers = {path: number for number, path in enumerate(paths)}
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document = Template(io.BytesIO(template))
    try:
        document.render(_seen(dossier, "", numbers, not_known), environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(str(error)) from error
    except LxmlError as error:
        raise BadTemplate("a mark is not whole in one place: delete it and type it anew") from error
    for name in _OF_WHOEVER_WROTE_IT:
        setattr(document.core_properties, name, "")
    out = io.BytesIO()
    document.save(out)
    said = tuple(sentences(out.getvalue(), paths))
    return Document(steady(_without_traces(out.getvalue())), said)


def _seen(node: Node, path: str, numbers: Mapping[str, int], not_known: Callable[[str], str]) -> Any:
    if isinstance(node, Leaf):
        lines = _lines(node.text, path)
        value = Value("\n".join(lines))
        shown = (traced(numbers[path], str(escape(line))) for line in lines or [not_known(path)])
        value.printed = Markup(NEW_PARAGRAPH.join(shown))
        return value
    if isinstance(node, Mapping):
        return {
            name: _seen(one, f"{path}.{name}" if path else name, numbers, not_known)
            for name, one in node.items()
        }
    if isinstance(node, tuple):
        return [_seen(one, f"{path}.{number}", numbers, not_known) for number, one in enumerate(node)]
    return node


def _lines(text: str, path: str) -> list[str]:
    """One, or none if there are no words; of what may be several paragraphs each is one."""
    parts = [" ".join(line.split()) for line in typed(clean(text)).split("\n")]
    known = [part for part in parts if part]
    return known if shape_of(path) is Plain.PROSE or not known else [" ".join(known)]


def _without_traces(content: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, plain(part.decode()).encode() if name.endswith(".xml") else part)
    return out.getvalue()
