"""A template and a dossier become a document, and a list of its sentences: what each says, and from where.

What a dossier says is printed as it is: it is never read as a template, as markup or as a field. So that each value is found
again in the finished document, it stands between letters of the private use area while the template is filled, and its
braces are such letters too (docxtpl looks for marks more than once). Letters of that area that somebody typed are left out:
they belong to no language. A sentence is a paragraph, or a row of a table.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from markupsafe import Markup, escape
from msgspec import Struct

from core.documents.docx_package import with_fixed_times
from core.folding import clean_text
from core.papers.catalogue import LeafShape, shape_of
from core.papers.dossier import TRUTHS, Dossier, Leaf, Node, each_leaf

OPENS, CLOSES, ENDS = "\ue000", "\ue001", "\ue002"
_LEFT, _RIGHT = "\ue003", "\ue004"
_NUMBER = re.compile(f"{OPENS}(\\d+){CLOSES}")
_TRACES = re.compile(f"{OPENS}\\d+{CLOSES}|{ENDS}")
# A stop of the value before one of its sentence, and the word that it ends.
_TWO_STOPS = re.compile(rf"(?<![^\W\d_])([^\W\d_]*)([.;]){ENDS}(?=(?:<[^>]*>)*([.;]))")
_VOWEL = re.compile("[aeiouyаеёиоуыэюяәіөұүһ]", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def typed_without_marks(text: str) -> str:
    """What somebody typed, without letters that mean something here."""
    return _PRIVATE.sub("", text)


def trace_value(number: int, text: str) -> str:
    """The value as it stands in the document while it is filled."""
    hidden = text.replace("{", _LEFT).replace("}", _RIGHT)
    return f"{OPENS}{number}{CLOSES}{hidden}{ENDS}"


def traced_numbers(text: str) -> list[int]:
    """Of the values in it, in order."""
    return [int(number) for number in _NUMBER.findall(text)]


def without_traces(text: str) -> str:
    """As it is kept: without traces, and with one stop where a value has brought its own."""
    left = _TRACES.sub("", _TWO_STOPS.sub(_without_its_stop, text))
    return left.replace(_LEFT, "{").replace(_RIGHT, "}")


def _without_its_stop(stops: re.Match[str]) -> str:
    """The sentence's alone; that of a short form («2018 г.;») stays before a semicolon."""
    word, own, following = stops.groups()
    is_short = own == "." and following == ";" and word and not _VOWEL.search(word)
    return stops[0] if is_short else word


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BESIDE = re.compile(r"word/(?:header\d*|footer\d*|footnotes)\.xml")
_GAPS = {f"{_W}tab": "\t", f"{_W}br": "\n"}
CELLS = " | "
LINE = "________"  # for a signature

Element = Any  # of lxml


class PaperSentence(Struct, frozen=True):
    """A paragraph or row, and the paths of the dossier in it. ``because``: of what decides that it stands there."""

    text: str
    paths: tuple[str, ...]
    because: tuple[str, ...] = ()


def traced_sentences(content: bytes, paths: list[str]) -> Iterator[PaperSentence]:
    """Of a document that still has its traces. Of headers, footers and footnotes only what has a value in it."""
    from lxml.etree import fromstring

    with ZipFile(io.BytesIO(content)) as package:
        for text in _texts(fromstring(package.read("word/document.xml"))):
            yield _sentence(text, paths)
        for name in sorted(filter(_BESIDE.fullmatch, package.namelist())):
            for text in _texts(fromstring(package.read(name))):
                if traced_numbers(text):
                    yield _sentence(text, paths)


def _sentence(text: str, paths: list[str]) -> PaperSentence:
    stands = dict.fromkeys(paths[number] for number in traced_numbers(text))
    printed = tuple(path for path in stands if not path.startswith(BECAUSE))
    asked = [path for reason in stands if reason.startswith(BECAUSE) for path in reason.split()[1:]]
    return PaperSentence(without_traces(text), printed, tuple(dict.fromkeys(asked)))


BECAUSE = "?"  # before paths that are asked, and not printed
_CONDITION = re.compile(r"\{%(?:p|tr)?\s*(if|elif|endif)\b([^%]*)%\}")
_ASKED = re.compile(r"[a-z_]+\.[a-z0-9_.]+")


def _trace_conditions(body: Element, paths: list[str], known: Mapping[str, str]) -> None:
    """Before each paragraph that stands only if something is so, a trace of what is asked. ``known``: what can be asked, and
    the path that says it. ``paths`` grows by them.
    """
    open_conditions: list[str] = []
    for paragraph in body.iter(f"{_W}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{_W}t"))
        asked = list(open_conditions)
        for word, condition in _CONDITION.findall(text):
            if word == "if":
                open_conditions.append(condition)
            elif open_conditions:
                last = open_conditions.pop()
                open_conditions += [f"{last} {condition}"] if word == "elif" else []
            asked.append(condition)
        names = dict.fromkeys(known[name] for name in _ASKED.findall(" ".join(asked)) if name in known)
        first = next(paragraph.iter(f"{_W}t"), None)
        if names and first is not None and not text.lstrip().startswith(("{%p", "{%tr")):
            first.text = f"{OPENS}{len(paths)}{CLOSES}{ENDS}{first.text or ''}"
            paths.append(" ".join([BECAUSE, *names]))


def _texts(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            if text := _words(child).strip():
                yield text
        elif child.tag == f"{_W}tr":
            cells = [" ".join(_texts(cell)) for cell in child.iter(f"{_W}tc")]
            if any(cells):
                yield CELLS.join(cells)
        elif not child.tag.endswith(("Pr", "Grid")):
            yield from _texts(child)


def _words(paragraph: Element) -> str:
    found = []
    for run in paragraph.iter(f"{_W}r"):
        for child in run:
            found.append((child.text or "") if child.tag == f"{_W}t" else _GAPS.get(child.tag, ""))
    return "".join(found).replace(" \t ", f" {LINE} ").replace("\t", " ")


_OF_WHOEVER_WROTE_IT = ("author", "last_modified_by", "comments", "keywords")  # properties of the template
NEW_PARAGRAPH = "\a"  # as docxtpl reads it


@dataclass(frozen=True, slots=True)
class FilledDocument:
    """``content``: the DOCX. ``sentences``: what it says, in order; ``dossier``: out of what."""

    content: bytes = field(repr=False)
    sentences: tuple[PaperSentence, ...] = field(repr=False)
    dossier: Dossier = field(repr=False)

    @property
    def text(self) -> str:
        """As plain text, with an empty line between paragraphs."""
        return "\n\n".join(sentence.text for sentence in self.sentences)


class BadTemplate(ValueError):
    """A template cannot be filled: the message says where and why, and shows nothing of a case."""


class TemplateValue(str):
    """A leaf, as templates see it: its words, which are false where nothing is known."""

    printed: str

    def __html__(self) -> str:
        return self.printed


def fill_template(template: bytes, dossier: Dossier, not_known: Callable[[str], str]) -> FilledDocument:
    """``not_known``: what stands in place of a path of which nothing is known. Raises BadTemplate."""
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import LxmlError

    from core.documents.strict_template import StrictTemplate

    paths = [path for path, _ in each_leaf(dossier)]
    numbers = {path: number for number, path in enumerate(paths)}
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document = StrictTemplate(io.BytesIO(template))
    document.init_docx()
    _trace_conditions(document.docx.element.body, paths, {path: path for path in paths} | dict(TRUTHS))
    try:
        document.render(_template_view(dossier, "", numbers, not_known), environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(str(error)) from error
    except LxmlError as error:
        raise BadTemplate("a mark is not whole in one place: delete it and type it again") from error
    for name in _OF_WHOEVER_WROTE_IT:
        setattr(document.core_properties, name, "")
    out = io.BytesIO()
    document.save(out)
    said = tuple(traced_sentences(out.getvalue(), paths))
    return FilledDocument(with_fixed_times(_without_traces(out.getvalue())), said, dossier)


def _template_view(node: Node, path: str, numbers: Mapping[str, int], not_known: Callable[[str], str]) -> Any:
    if isinstance(node, Leaf):
        lines = _printed_lines(node.text, path)
        value = TemplateValue("\n".join(lines))
        shown = (trace_value(numbers[path], str(escape(line))) for line in lines or [not_known(path)])
        value.printed = Markup(NEW_PARAGRAPH.join(shown))
        return value
    if isinstance(node, Mapping):
        return {
            name: _template_view(child, f"{path}.{name}" if path else name, numbers, not_known)
            for name, child in node.items()
        }
    if isinstance(node, tuple):
        return [
            _template_view(child, f"{path}.{number}", numbers, not_known) for number, child in enumerate(node)
        ]
    return node


def _printed_lines(text: str, path: str) -> list[str]:
    """One, or none if there are no words; of what may be several paragraphs each is one."""
    parts = [" ".join(line.split()) for line in typed_without_marks(clean_text(text)).split("\n")]
    known = [part for part in parts if part]
    return known if shape_of(path) is LeafShape.PROSE or not known else [" ".join(known)]


def _without_traces(content: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, without_traces(part.decode()).encode() if name.endswith(".xml") else part)
    return out.getvalue()
