"""Dossiers out of the catalogue: one in which nothing is known, one in which everything is. Templates are tried by them."""

from collections.abc import Collection, Mapping

from bot.core.papers.catalogue import CATALOGUE, Open, Plain, Rows, Shape
from bot.core.papers.dossier import Dossier, Leaf, Node


def blank(names: Mapping[Open, Collection[str]]) -> Dossier:
    """Nothing is known, nothing is so, and lists are empty. ``names``: of the open groups."""
    return {name: _node(shape, name, names, "") for name, shape in CATALOGUE.items()}


def sample(names: Mapping[Open, Collection[str]], text: str = "") -> Dossier:
    """Everything is known and so; each list has two rows. ``text`` stands in each leaf; without any, its path does."""
    return {name: _node(shape, name, names, text or "{}") for name, shape in CATALOGUE.items()}


def _node(shape: Shape, path: str, names: Mapping[Open, Collection[str]], text: str) -> Node:
    if isinstance(shape, Rows):
        return tuple(
            _group(shape.fields, f"{path}.{number}", names, text) for number in range(2 if text else 0)
        )
    if isinstance(shape, Open):
        return _group(dict.fromkeys(names.get(shape, ()), Plain.WORDS), path, names, text)
    if isinstance(shape, Mapping):
        return _group(shape, path, names, text)
    return (
        bool(text) if shape is Plain.YES_NO else Leaf(text.replace("{}", path), ("sample",) if text else ())
    )


def _group(
    shapes: Mapping[str, Shape], path: str, names: Mapping[Open, Collection[str]], text: str
) -> Dossier:
    return {name: _node(shape, f"{path}.{name}", names, text) for name, shape in shapes.items()}
