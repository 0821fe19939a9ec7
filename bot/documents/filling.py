"""A template and a dossier become a document, its text, and a list: which paragraph says what, and from where.

What stands in the dossier is printed as it is: it is never read as a template, as markup or as a field. While a template is
filled each value stands between two marks of the private use area; by them its paragraph is known, and they are taken out of
what is kept.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from bot.core.folding import clean
from bot.core.papers.dossier import Dossier, Leaf, Node, leaves
from bot.documents.steady import steady

OPENS, CLOSES, ENDS = "\ue000", "\ue001", "\ue002"
_VALUE = re.compile(f"{OPENS}(\\d+){CLOSES}|{ENDS}")
_MARKS = re.compile(f"{OPENS}\\d+{CLOSES}|[{OPENS}{CLOSES}{ENDS}]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph, and the paths of the dossier that stand in it."""

    text: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """``content``: the DOCX. ``sentences``: what it says, in order."""

    content: bytes = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """As plain text, a paragraph a line."""
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
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    paths = [path for path, _ in leaves(dossier)]
    numbers = {path: number for number, path in enumerate(paths)}
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.render(_seen(dossier, "", numbers, not_known), environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(str(error)) from error
    out = io.BytesIO()
    document.save(out)
    sentences = tuple(_sentences(out.getvalue(), paths))
    return Document(steady(_unmarked(out.getvalue())), sentences)


def _seen(node: Node, path: str, numbers: Mapping[str, int], not_known: Callable[[str], str]) -> Any:
    if isinstance(node, Leaf):
        text = " ".join(clean(node.text).split())
        value = Value(text)
        shown = escape(text or not_known(path))
        value.printed = Markup(f"{OPENS}{numbers[path]}{CLOSES}{shown}{ENDS}")
        return value
    if isinstance(node, Mapping):
        return {
            name: _seen(one, f"{path}.{name}" if path else name, numbers, not_known)
            for name, one in node.items()
        }
    if isinstance(node, tuple):
        return [_seen(one, f"{path}.{number}", numbers, not_known) for number, one in enumerate(node)]
    return node


def _sentences(content: bytes, paths: list[str]) -> Iterator[Sentence]:
    """In the order of the document, tables too."""
    from docx import Document as read

    for paragraph in read(io.BytesIO(content)).element.body.iter("{*}p"):
        text = "".join(node.text or "" for node in paragraph.iter("{*}t"))
        named = [paths[int(match[1])] for match in _VALUE.finditer(text) if match[1]]
        if plain := _MARKS.sub("", text).strip():
            yield Sentence(plain, tuple(dict.fromkeys(named)))


def _unmarked(content: bytes) -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _MARKS.sub("", part.decode()).encode() if name.endswith(".xml") else part)
    return out.getvalue()
