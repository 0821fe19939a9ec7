"""What the page of a paper knows: what the case calls for, what is still to be asked, whether anything has changed, and
whether the paper may name somebody. Pure.

Consents are read through one function (core.casework.consents). A lawyer's own papers for the people they defend need no
consent. An undertaking not to disclose bars every paper until a coordinator decides: nobody at Dabyl has read the article
about it (LAW_KZ: CPC 201), so a program must not say what it leaves free.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum, auto

from msgspec import Struct

from core.casework import consents
from core.casework.case_view import CaseView
from core.casework.claims import ClaimSource
from core.papers.dossier import TRUTHS, Dossier, Leaf, Node, each_leaf, node_found, unverified_paths
from core.papers.paper_kinds import Occasion, PaperKind
from core.vocabulary import ConsentUse


class NamingBarReason(StrEnum):
    """Why nobody may be named."""

    NO_CONSENT = auto()  # nobody who may speak for them has said yes
    REFUSED = auto()  # somebody entitled, or a coordinator, said no
    SEVERAL = auto()  # who said yes named several: a coordinator decides
    UNDERTAKING = auto()  # not to disclose; a coordinator decides


class NamingBar(Struct, frozen=True):
    """``by``: who said so, or who took the promise; empty where nobody said anything."""

    why: NamingBarReason
    by: tuple[ClaimSource, ...] = ()


def naming_bar(view: CaseView, kind: PaperKind, person: int | None) -> NamingBar | None:
    """What keeps a paper of this kind from naming this person (None: everybody of the case); None if nothing does."""
    if consents.is_bound(view):
        return NamingBar(
            NamingBarReason.UNDERTAKING, tuple(fact.source for fact in consents.undertakings(view))
        )
    if kind.use is None:
        return None
    people = [person.id for person in view.persons] if person is None else [person]
    if people and all(consents.is_permitted(view, kind.use, person) for person in people):
        return None
    return _bar_of_use(view, kind.use)


def _bar_of_use(view: CaseView, use: ConsentUse) -> NamingBar:
    decided = consents.coordinator_decision(view, use)
    entitled = [
        fact for fact in consents.consent_answers(view, use) if consents.is_entitled(view, fact.source)
    ]
    refusing = [
        fact for fact in (*entitled, *([decided] if decided else [])) if consents.consent_answer(fact) == "no"
    ]
    if refusing:
        return NamingBar(NamingBarReason.REFUSED, tuple(fact.source for fact in refusing))
    allowing = tuple(fact.source for fact in entitled if consents.consent_answer(fact) == consents.YES)
    return NamingBar(NamingBarReason.SEVERAL, allowing) if allowing else NamingBar(NamingBarReason.NO_CONSENT)


ANSWER = "answer"  # the origin of what was said for one paper alone
OWN = ("paper.", "to.", "signer.", "lawyer.", "organisation.")  # groups in which nothing of the case stands
FORMS = ("person.name_genitive", "person.name_dative", "person.name_accusative")
UNASKED = ("paper.", "to.", "overrun.")
COUNTED = (
    "un.held_for",
    "case.narrative",
)  # out of claims: to this minute; by what is ticked, as the chronology is not
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


def is_known(dossier: Dossier, path: str) -> bool:
    """Whether anything is known of it: words, a yes, a list that is not empty, a group in which something is."""
    return _known(node_found(dossier, path))


def lacking_paths(dossier: Dossier, paths: Collection[str]) -> list[str]:
    """Those of which nothing is known; of what is ticked nothing is missing."""
    return [path for path in paths if not path.startswith(GROUNDS) and not is_known(dossier, path)]


def open_questions(kind: PaperKind, dossier: Dossier, skipped: Collection[str]) -> list[str]:
    """What can still be asked for it: what it needs first. Not what is chosen (``to``) or reckoned (``overrun``)."""
    paths = [path for path in (*kind.required, *kind.wanted) if path not in skipped]
    return [path for path in lacking_paths(dossier, dict.fromkeys(paths)) if not path.startswith(UNASKED)]


def doubtful_paths(dossier: Dossier, kind: PaperKind, source: str | None) -> list[str]:
    """What is known and not verified, of what its template names (None: nobody knows which); what it asks for first."""
    first = {*kind.required, *kind.wanted}
    named = None
    if source is not None:
        named = first | {name for mark in _MARK.findall(source) for name in _NAME.findall(mark)}
        named |= {TRUTHS[name] for name in named & TRUTHS.keys()}
    paths = [
        path for path in unverified_paths(dossier) if named is None or not named.isdisjoint(_beginnings(path))
    ]
    return sorted(paths, key=lambda path: path not in first)


def _beginnings(path: str) -> Iterator[str]:
    """The path, and the lists and groups in which it stands."""
    names = path.split(".")
    yield from (".".join(names[:end]) for end in range(1, len(names) + 1))


def left_out_paths(kind: PaperKind, dossier: Dossier, ticked: Collection[str]) -> list[str]:
    """What it needs and is known, but not verified, and nobody has ticked."""
    doubtful = frozenset(unverified_paths(dossier)) - frozenset(ticked)
    return [path for path in kind.required if path in doubtful]


def occasions_of_case(dossier: Dossier, *, silent: bool) -> frozenset[Occasion]:
    """What the case calls for. ``silent``: somebody owes an answer longer than the law allows."""
    seen = {occasion for occasion, path in TELLS.items() if is_known(dossier, path)}
    return frozenset({*seen, Occasion.ANY, *([Occasion.SILENT] if silent else [])})


def with_answers(
    dossier: Dossier, kind: PaperKind, answers: Mapping[str, str], named: Collection[str] = ()
) -> Dossier:
    """Add what was said for this paper alone; everything that the paper names (``named``: articles, rights) is there, even
    if it is not known.
    """
    whole = dossier
    for path in (*kind.required, *kind.wanted, *named):
        if node_found(dossier, path) is None and path not in answers:
            whole = with_leaf(whole, path, Leaf(""))
    for path, text in answers.items():
        whole = with_leaf(whole, path, Leaf(text, (ANSWER,)))
    return whole


def case_basis(dossier: Dossier) -> str:
    """A hash of what the case says, and not of what only time changes: by how much somebody is held too long."""
    said = [
        (path, leaf.origins, leaf.verified, leaf.text if _is_said(leaf) else "")
        for path, leaf in each_leaf(dossier)
        if not path.startswith((*OWN, *COUNTED))
    ]
    return hashlib.sha256(json.dumps([*said, *_lists(dossier, "")]).encode()).hexdigest()


def declined_forms(dossier: Dossier) -> dict[str, str]:
    """The name as it stands in other cases of the grammar, where it is known; by path."""
    return {
        path: leaf.text for path in FORMS if isinstance(leaf := node_found(dossier, path), Leaf) and leaf.text
    }


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


def with_leaf(dossier: Dossier, path: str, leaf: Leaf) -> Dossier:
    """The same with this leaf at a path."""
    whole = _with(dossier, path.split("."), leaf)
    assert isinstance(whole, Mapping)
    return whole


def _with(node: Node, names: list[str], leaf: Leaf) -> Node:
    """The tree with this leaf at the end of the names; a list is not changed."""
    if not names or not isinstance(node, Mapping):
        return node if names else leaf
    return {**node, names[0]: _with(node.get(names[0], {}), names[1:], leaf)}
