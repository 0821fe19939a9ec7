"""A template's text, without a document: as core.documents fills it, and a hundred times faster. A test compares both."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from core.papers.dossier import Dossier, Leaf, Node
from core.papers.paper_kinds import PaperKind
from tests.papers.made_up import dossier

ROOT = files("core.jurisdictions") / "kz" / "papers"
_END = "\ue000"  # behind a value: its full stop and the template's are one
_ROW = re.compile(r"\{%(?:p|tr)\b")
_MARK = re.compile(r"^(?:#{1,2}|[>-]) ")


class Said(str):
    """The words of a leaf, and where it stands."""

    path: str


def source(paper: str, language: str) -> str:
    return (ROOT / paper / f"{language}.txt").read_text("utf-8")


def said(kind: PaperKind, language: str, known: frozenset[str]) -> str:
    """A paper line by line, of a dossier where this is known; of what nobody knows the path in brackets."""
    return written(kind.id, language, dossier(kind, language, known))


def written(paper: str, language: str, tree: Dossier) -> str:
    """The same of any dossier."""
    text = _template(paper, language).render(_seen(tree, ""))
    text = text.replace(f".{_END}.", ".").replace(_END, "")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip(" |"))


@cache
def _template(paper: str, language: str) -> Template:
    lines = [
        _MARK.sub("", line)
        for line in source(paper, language).splitlines()
        if not line.startswith(("//", "| --"))
    ]
    code = "\n".join(_ROW.sub("{%", line).replace("**", "") for line in lines)
    room = Environment(undefined=StrictUndefined, finalize=_shown, autoescape=False)  # no HTML
    return room.from_string(code)


def _shown(value: Any) -> Any:
    return f"{value or f'[{value.path}]'}{_END}" if isinstance(value, Said) else value


def _seen(node: Node, path: str) -> Any:
    if isinstance(node, Leaf):
        words = Said(node.text)
        words.path = path
        return words
    if isinstance(node, Mapping):
        return {name: _seen(one, f"{path}.{name}" if path else name) for name, one in node.items()}
    if isinstance(node, tuple):
        return [_seen(one, f"{path}.{number}") for number, one in enumerate(node)]
    return node
