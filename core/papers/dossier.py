"""What a paper is made of: everything that a template may name, with who says it. Pure.

A dossier is a tree of groups (``person``), lists (``places``) and leaves (``person.name``). A leaf knows where it comes from
and whether it is verified. What nobody knows is a leaf too, without words: a paper says that it is not known. Whether
something is so (``person.is_minor``) is a plain yes or no beside the leaves: templates ask by it, and it is never printed.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace


class Leaf(Struct, frozen=True):
    """``text`` as it stands in the paper, in its language; empty: not known. ``origins``: ``claim:17``, ``mark:3`` (an
    overrun), ``law:cpc-133``, ``organisation``, ``answer`` (said for this paper alone). ``asks``: the kind of claim that
    would tell it.
    """

    text: str
    origins: tuple[str, ...] = ()
    verified: bool = True
    asks: str = ""


# What is asked, and the leaf that says it: while that is not verified and not ticked, it is not so.
TRUTHS: Mapping[str, str] = {
    "detention.is_criminal": "detention.regime",
    "detention.is_administrative": "detention.regime",
    "person.is_minor": "person.age",
    "un.is_recent": "un.until",
    "un.is_older": "un.until",
}
Node = Leaf | bool | Mapping[str, "Node"] | tuple["Node", ...]
Dossier = Mapping[str, Node]


def each_leaf(node: Node, path: str = "") -> Iterator[tuple[str, Leaf]]:
    """Each leaf with its path, as ``person.name`` and ``places.0.city``; in order."""
    if isinstance(node, Leaf):
        yield path, node
    elif isinstance(node, Mapping):
        for name, below in node.items():
            yield from each_leaf(below, f"{path}.{name}" if path else name)
    elif isinstance(node, tuple):
        for number, below in enumerate(node):
            yield from each_leaf(below, f"{path}.{number}")


def node_found(dossier: Dossier, path: str) -> Node | None:
    """What stands at a path; None where nothing does."""
    node: Node = dossier
    for name in path.split("."):
        if isinstance(node, tuple) and name.isdecimal() and int(name) < len(node):
            node = node[int(name)]
        elif isinstance(node, Mapping) and name in node:
            node = node[name]
        else:
            return None
    return node


def node_at(dossier: Dossier, path: str) -> Node:
    """What stands at a path. Raises KeyError if nothing does."""
    found = node_found(dossier, path)
    if found is None:
        raise KeyError(path)
    return found


def unverified_paths(dossier: Dossier) -> list[str]:
    """Paths of what is known and not verified: left out unless somebody ticks it."""
    return [path for path, leaf in each_leaf(dossier) if leaf.text and not leaf.verified]


def without_unticked(dossier: Dossier, ticked: Collection[str]) -> Dossier:
    """The same without what is not verified and not ticked."""
    said = {path: leaf for path, leaf in each_leaf(dossier) if path in TRUTHS.values()}
    left_out = {path for path, leaf in said.items() if not leaf.verified and path not in ticked}
    untrue = frozenset(truth for truth, path in TRUTHS.items() if path in left_out)
    return {name: _allowed(node, ticked, untrue, name) for name, node in dossier.items()}


def dossier_to_data(dossier: Dossier) -> dict[str, Any]:
    """As JSON data, so that a paper can be made again."""
    return {name: _node_to_data(node) for name, node in dossier.items()}


def dossier_from_data(data: Mapping[str, Any]) -> Dossier:
    """The dossier that was kept as data."""
    return {name: _node_from_data(child) for name, child in data.items()}


def fingerprint(dossier: Dossier) -> str:
    """SHA-256 of all that stands in it, in hexadecimal digits."""
    text = json.dumps(dossier_to_data(dossier), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _allowed(node: Node, ticked: Collection[str], untrue: Collection[str], path: str) -> Node:
    if isinstance(node, Leaf):
        return node if node.verified or path in ticked else replace(node, text="", origins=())
    if isinstance(node, Mapping):
        return {name: _allowed(child, ticked, untrue, f"{path}.{name}") for name, child in node.items()}
    if isinstance(node, tuple):
        return tuple(_allowed(child, ticked, untrue, f"{path}.{number}") for number, child in enumerate(node))
    return node and path not in untrue


def _node_to_data(node: Node) -> Any:
    if isinstance(node, Leaf):
        return {"=": node.text, "of": list(node.origins), "sure": node.verified, "asks": node.asks}
    if isinstance(node, Mapping):
        return dossier_to_data(node)
    return [_node_to_data(child) for child in node] if isinstance(node, tuple) else node


def _node_from_data(data: Any) -> Node:
    if isinstance(data, list):
        return tuple(_node_from_data(child) for child in data)
    if isinstance(data, dict) and "=" in data:
        return Leaf(data["="], tuple(data["of"]), data["sure"], data["asks"])
    return dossier_from_data(data) if isinstance(data, dict) else bool(data)
