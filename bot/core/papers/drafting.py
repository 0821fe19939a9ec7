"""What the page of a paper knows: what the case calls for, what is still to be asked, whether anything has changed. Pure."""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping

from bot.core.papers.dossier import TRUTHS, Dossier, Leaf, Node, leaves, unverified
from bot.core.papers.kind import Occasion, PaperKind

ANSWER = "answer"  # the origin of what was said for one paper alone
OWN = ("paper.", "to.", "signer.", "lawyer.", "organisation.")  # groups in which nothing of the case stands
FORMS = ("person.name_genitive", "person.name_dative", "person.name_accusative")
UNASKED = ("paper.", "to.", "overrun.")
COUNTED = ("un.held_for",)  # out of claims, to this minute
_MARK, _NAME = re.compile(r"\{[{%].*?[%}]\}"), re.compile(r"[a-z_][a-z_0-9.]*")
GROUNDS = "grounds."  # what a member ticks, and no question asks
TELLS: Mapping[Occasion, str] = {  # by which path of the dossier it is seen
    Occasion.OVERRUN: "overrun.due",
    Occasion.HELD: "detention.is_held",
    Occasion.RULING: "ruling",
    Occasion.REMAND: "remand",
    Occasion.RELEASED: "detention.released",
    Occasion.DENIED: "denied",
}


def found(dossier: Dossier, path: str) -> Node | None:
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


def is_known(dossier: Dossier, path: str) -> bool:
    """Whether anything is known of it: words, a yes, a list that is not empty, a group in which something is."""
    return _known(found(dossier, path))


def lacking(dossier: Dossier, paths: Collection[str]) -> list[str]:
    """Those of which nothing is known; of what is ticked nothing is missing."""
    return [path for path in paths if not path.startswith(GROUNDS) and not is_known(dossier, path)]


def questions(kind: PaperKind, dossier: Dossier, skipped: Collection[str]) -> list[str]:
    """What can still be asked for it: what it needs first. Not what is chosen (``to``) or reckoned (``overrun``)."""
    paths = [path for path in (*kind.required, *kind.wanted) if path not in skipped]
    return [path for path in lacking(dossier, dict.fromkeys(paths)) if not path.startswith(UNASKED)]


def doubtful(dossier: Dossier, kind: PaperKind, source: str | None) -> list[str]:
    """What is known and not verified, of what its template names (None: nobody knows which); what it asks for first."""
    first = {*kind.required, *kind.wanted}
    named = None
    if source is not None:
        named = first | {name for mark in _MARK.findall(source) for name in _NAME.findall(mark)}
        named |= {TRUTHS[name] for name in named & TRUTHS.keys()}
    paths = [path for path in unverified(dossier) if named is None or not named.isdisjoint(_beginnings(path))]
    return sorted(paths, key=lambda path: path not in first)


def _beginnings(path: str) -> Iterator[str]:
    """The path, and the lists and groups in which it stands."""
    names = path.split(".")
    yield from (".".join(names[:end]) for end in range(1, len(names) + 1))


def left_out(kind: PaperKind, dossier: Dossier, ticked: Collection[str]) -> list[str]:
    """What it needs and is known, but not verified, and nobody has ticked."""
    doubtful = frozenset(unverified(dossier)) - frozenset(ticked)
    return [path for path in kind.required if path in doubtful]


def occasions(dossier: Dossier, *, silent: bool) -> frozenset[Occasion]:
    """What the case calls for. ``silent``: somebody owes an answer longer than the law allows."""
    seen = {occasion for occasion, path in TELLS.items() if is_known(dossier, path)}
    return frozenset({*seen, Occasion.ANY, *([Occasion.SILENT] if silent else [])})


def answered(
    dossier: Dossier, kind: PaperKind, answers: Mapping[str, str], named: Collection[str] = ()
) -> Dossier:
    """With what was said for this paper alone in its place; whatever the paper names (``named``: articles, rights) stands
    there, known or not.
    """
    whole: Node = dossier
    for path in (*kind.required, *kind.wanted, *named):
        if found(dossier, path) is None and path not in answers:
            whole = _with(whole, path.split("."), Leaf(""))
    for path, text in answers.items():
        whole = _with(whole, path.split("."), Leaf(text, (ANSWER,)))
    assert isinstance(whole, Mapping)
    return whole


def basis(dossier: Dossier) -> str:
    """A hash of what the case says, and not of what only time changes: by how much somebody is held too long."""
    said = [
        (path, leaf.origins, leaf.verified, leaf.text if _is_said(leaf) else "")
        for path, leaf in leaves(dossier)
        if not path.startswith((*OWN, *COUNTED))
    ]
    return hashlib.sha256(json.dumps([*said, *_lists(dossier, "")]).encode()).hexdigest()


def forms(dossier: Dossier) -> dict[str, str]:
    """The name as it stands in other cases of the grammar, where it is known; by path."""
    return {path: leaf.text for path in FORMS if isinstance(leaf := found(dossier, path), Leaf) and leaf.text}


def _is_said(leaf: Leaf) -> bool:
    return bool(leaf.origins) and all(origin.startswith("claim:") for origin in leaf.origins)


def _lists(node: Node, path: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, Mapping):
        for name, below in node.items():
            yield from _lists(below, f"{path}.{name}")
    elif isinstance(node, tuple):
        yield path, len(node)


def _known(node: Node | None) -> bool:
    if isinstance(node, Leaf):
        return bool(node.text)
    if isinstance(node, Mapping):
        return any(_known(below) for below in node.values())
    return bool(node)


def _with(node: Node, names: list[str], leaf: Leaf) -> Node:
    """The tree with this leaf at the end of the names; a list is not changed."""
    if not names or not isinstance(node, Mapping):
        return node if names else leaf
    return {**node, names[0]: _with(node.get(names[0], {}), names[1:], leaf)}
