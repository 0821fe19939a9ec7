"""Names that a paper may not have are in none of its sentences: words that name somebody are left out. Pure.

A name is looked for by the beginnings of its words, so that it is found in other cases of the grammar too; what only looks
like it is left out with it.
"""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from bot.core.folding import words
from bot.core.papers.dossier import Dossier, Leaf, Node

# Who signs and who is asked is no person of the case; whom the paper is about has the name that it may have.
OWN = ("paper", "organisation", "signer", "to", "law", "rights", "answers")
NAMES = {"person": ("name", "name_genitive", "name_dative", "name_accusative"), "lawyer": ("name",)}
# Letters: of a short name one may change at its end, of others two; so many may be added.
SHORT, ENDING = 5, 2
_ALIKE = 3  # letters by which anything is known


def unnamed(dossier: Dossier, names: Iterable[str], but: Iterable[str]) -> Dossier:
    """``but``: names that may stand there; what is part of them is not looked for."""
    free = {word for name in but for word in words(name)}
    stems = {_stem(word) for name in names for word in words(name) if word not in free and len(word) > _ALIKE}
    if not stems:
        return dossier
    return {
        name: node if name in OWN else _without(node, stems, NAMES.get(name, ()))
        for name, node in dossier.items()
    }


def mentions(text: str, stems: Collection[tuple[str, int]]) -> bool:
    """Whether somebody is named in it."""
    return any(word.startswith(stem) and len(word) <= most for word in words(text) for stem, most in stems)


def _stem(word: str) -> tuple[str, int]:
    end = 1 if len(word) <= SHORT else ENDING
    return word[:-end], len(word) + end


def _without(node: Node, stems: Collection[tuple[str, int]], kept: Collection[str] = ()) -> Node:
    if isinstance(node, Leaf):
        return replace(node, text="", origins=()) if mentions(node.text, stems) else node
    if isinstance(node, Mapping):
        return {name: one if name in kept else _without(one, stems) for name, one in node.items()}
    return tuple(_without(one, stems) for one in node) if isinstance(node, tuple) else node
