"""Names that a paper may not have are in none of its sentences: words that name somebody are left out. Pure.

A name is looked for by the beginnings of its words, so that it is found in other cases of the grammar too; what only looks
like it is left out with it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bot.core.folding import words
from bot.core.papers.dossier import Dossier, Leaf, Node

OWN = ("paper", "organisation", "signer", "lawyer", "to", "person", "law", "rights", "answers")
SHORT, ENDING = (
    5,
    2,
)  # letters: of a short name one may change at its end, of others two; so many may be added
_ALIKE = 3  # letters by which anything is known


def unnamed(dossier: Dossier, names: Iterable[str], but: Iterable[str]) -> Dossier:
    """``but``: names that may stand there; what is part of them is not looked for."""
    free = {word for name in but for word in words(name)}
    stems = {_stem(word) for name in names for word in words(name) if word not in free and len(word) > _ALIKE}
    return _without(dossier, stems, top=True) if stems else dossier


def mentions(text: str, stems: Collection[tuple[str, int]]) -> bool:
    """Whether somebody is named in it."""
    return any(word.startswith(stem) and len(word) <= most for word in words(text) for stem, most in stems)


def _stem(word: str) -> tuple[str, int]:
    end = 1 if len(word) <= SHORT else ENDING
    return word[:-end], len(word) + end


def _without(group: Mapping[str, Node], stems: Collection[tuple[str, int]], top: bool = False) -> Dossier:
    return {name: node if top and name in OWN else _node(node, stems) for name, node in group.items()}


def _node(node: Node, stems: Collection[tuple[str, int]]) -> Node:
    if isinstance(node, Leaf):
        return replace(node, text="", origins=()) if mentions(node.text, stems) else node
    if isinstance(node, Mapping):
        return _without(node, stems)
    return tuple(_node(one, stems) for one in node) if isinstance(node, tuple) else node
