"""What the marks of a template name, against the catalogue: each field must be one that a dossier can hold."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.core.papers.catalogue import CATALOGUE, Open, Plain, Rows, Shape
from bot.documents.marks import Mark, place

if TYPE_CHECKING:
    from jinja2.nodes import Node

Names = Mapping[Open, Collection[str]]  # of the open groups, for one paper

_LOOP: Mapping[str, Shape] = {"index": Plain.WORDS, "first": Plain.YES_NO, "last": Plain.YES_NO}
_SIMPLE = "only names of fields, if, for, and, or, not"


class _Mistake(Exception):
    """What is wrong with one mark."""


def misnamed(marks: Sequence[Mark], names: Names) -> Iterator[str]:
    """What is wrong, in sentences. The marks are balanced."""
    scopes: list[Mapping[str, Shape]] = [_opened(names)]
    for mark in marks:
        try:
            if mark.word == "print":
                _printed(_parsed(f"{{{{ {mark.rest} }}}}"), scopes[-1])
            elif mark.word in ("if", "elif"):
                _asked(_parsed(f"{{% if {mark.rest} %}}{{% endif %}}"), scopes[-1])
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
        name: dict.fromkeys(names.get(shape, ()), Plain.PROSE if shape is Open.ANSWERS else Plain.WORDS)
        if isinstance(shape, Open)
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
    if shape is Plain.YES_NO:
        raise _Mistake(f"{path} is yes or no and cannot be printed: {{% if {path} %}}…{{% endif %}}")
    if isinstance(shape, Rows):
        raise _Mistake(f"{path} is a list: {{%p for one in {path} %}} … {{%p endfor %}}")
    if not isinstance(shape, Plain):
        raise _Mistake(f"{path} is a group: name one of its fields: {_some(shape)}")


def _asked(node: "Node", scope: Mapping[str, Shape]) -> None:
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
        if not isinstance(shape, Plain | Rows):
            raise _Mistake(
                f"{path} is a group, which is always there: ask for one of its fields: {_some(shape)}"
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
    if not isinstance(shape, Rows):
        raise _Mistake(f"{path} is no list")
    return {node.target.name: shape.fields}


def _unknown_row(rest: str) -> dict[str, Shape]:
    return {rest.split(maxsplit=1)[0]: Open.LAW} if rest else {}


def _shape(node: "Node", scope: Mapping[str, Shape]) -> tuple[Shape, str]:
    """What an expression names, and its path; an open group stands for whatever has a mistake already."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return _below(scope, node.name, node.name)
    if not isinstance(node, nodes.Getattr):
        raise _Mistake(f"not allowed: {_SIMPLE}")
    shape, path = _shape(node.node, scope)
    if isinstance(shape, Open):
        return Plain.WORDS, f"{path}.{node.attr}"
    if not isinstance(shape, Mapping):
        raise _Mistake(
            f"{path} has no fields"
            if isinstance(shape, Plain)
            else f"{path} is a list: a field is of one of its rows"
        )
    return _below(shape, node.attr, f"{path}.{node.attr}")


def _below(shapes: Mapping[str, Shape], name: str, path: str) -> tuple[Shape, str]:
    if name in shapes:
        return shapes[name], path
    like = difflib.get_close_matches(name, shapes, n=1)
    hint = f"; did you mean {path.removesuffix(name)}{like[0]}?" if like else f"; there are {_some(shapes)}"
    raise _Mistake(f"nothing is called {path}{hint}")


def _some(shape: Shape) -> str:
    names = list(shape) if isinstance(shape, Mapping) else []
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "") if names else "none"
