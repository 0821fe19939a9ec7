"""The dossier of a case, or of one person in it, for one paper: everything that a template may name. Pure.

What it holds is listed in bot.core.papers.catalogue, and a test compares. An answer that was given for this paper alone
stands where nothing else is known, and goes before nothing: ``lawyer.order``, ``answers.request``.
"""

from collections.abc import Mapping

from bot.core.papers import around, courts, detention, overrun, person, scene, steps, treated
from bot.core.papers.dossier import Dossier, Leaf, Node
from bot.core.papers.matter import Matter
from bot.core.papers.tongue import typed
from bot.core.papers.un_facts import un
from bot.core.papers.unnaming import unnamed

ANSWERS = "answers"
SAID_NOW = ("answer",)


def dossier(matter: Matter) -> Dossier:
    """All that is known, and all that is not."""
    tree = unnamed(
        {
            "paper": around.paper(matter),
            "organisation": around.organisation(matter),
            "signer": around.signer(matter),
            "lawyer": around.lawyer(matter),
            "to": around.to(matter),
            "person": person.person(matter),
            "case": scene.scene(matter),
            "detention": detention.detention(matter),
            "overrun": overrun.gravest(matter),
            "overruns": overrun.overruns(matter),
            "ruling": courts.ruling(matter),
            "remand": courts.remand(matter),
            "proceedings": courts.proceedings(matter),
            **treated.treated(matter),
            "steps": steps.steps(matter),
            "complaint": steps.complaint(matter),
            "calls": steps.calls(matter),
            "denied": steps.denied(matter),
            "consent": around.consent(matter),
            "reporter": around.reporter(matter),
            **around.words(matter),
            "law": around.law(matter),
            "rights": around.rights(matter),
            "un": un(matter),
            ANSWERS: {},
        },
        *_names(matter),
    )
    return _answered(tree, matter.answers)


def _names(matter: Matter) -> tuple[list[str], list[str]]:
    """Those that may not stand in it, and those that may."""
    sorts: tuple[list[str], list[str]] = [], []
    for one in matter.view.persons:
        sorts[one.id not in matter.hidden].extend(one.names)
    return sorts


def _answered(tree: Mapping[str, Node], answers: Mapping[str, str]) -> Dossier:
    for path, text in answers.items():
        tree = _with(tree, path.split("."), Leaf(typed(text), SAID_NOW))
    return tree


def _with(group: Mapping[str, Node], path: list[str], leaf: Leaf, new: bool = False) -> Mapping[str, Node]:
    """Raises KeyError for a path that no dossier has."""
    name, *below = path
    if below:
        inside = group[name]
        if not isinstance(inside, Mapping):
            raise KeyError(name)
        return {**group, name: _with(inside, below, leaf, name == ANSWERS)}
    known = group.get(name, Leaf("")) if new else group[name]
    if not isinstance(known, Leaf):
        raise KeyError(name)
    return group if known.text else {**group, name: leaf}
