"""The dossier of a case, or of one person in it, for one paper: everything that a template may name. Pure.

What it holds is listed in core.papers.catalogue, and a test compares the two. What was said for one paper alone is added
afterwards (core.papers.drafting).

Names that a paper may not have appear in none of its sentences: words that name somebody are left out. A name is looked for
by the beginnings of its words, so that it is found in every grammatical case; words that only look like it are left out too.
"""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from core.folding import folded_words
from core.papers import circumstances, courts, detention, parties, person, steps_taken, treatment
from core.papers.dossier import Dossier, Leaf, Node
from core.papers.inputs import PaperInputs
from core.papers.un_papers import un_group

# Who signs and who is asked is no person of the case; whom the paper is about has the name that it may have.
OWN = ("paper", "organisation", "signer", "to", "law", "rights", "answers")
NAMES = {"person": ("name", "name_genitive", "name_dative", "name_accusative"), "lawyer": ("name",)}
# Letters: of a short name one may change at its end, of others two; so many may be added.
SHORT, ENDING = 5, 2
_ALIKE = 3  # letters by which anything is known


def leave_out_names(dossier: Dossier, names: Iterable[str], but: Iterable[str]) -> Dossier:
    """``but``: names that may stand there; what is part of them is not looked for."""
    free = {word for name in but for word in folded_words(name)}
    stems = {
        _name_stem(word)
        for name in names
        for word in folded_words(name)
        if word not in free and len(word) > _ALIKE
    }
    if not stems:
        return dossier
    return {
        name: node if name in OWN else _node_without(node, stems, NAMES.get(name, ()))
        for name, node in dossier.items()
    }


def names_somebody(text: str, stems: Collection[tuple[str, int]]) -> bool:
    """Whether somebody is named in it."""
    return any(
        word.startswith(stem) and len(word) <= most for word in folded_words(text) for stem, most in stems
    )


def _name_stem(word: str) -> tuple[str, int]:
    end = 1 if len(word) <= SHORT else ENDING
    return word[:-end], len(word) + end


def _node_without(node: Node, stems: Collection[tuple[str, int]], kept: Collection[str] = ()) -> Node:
    if isinstance(node, Leaf):
        return replace(node, text="", origins=()) if names_somebody(node.text, stems) else node
    if isinstance(node, Mapping):
        return {name: child if name in kept else _node_without(child, stems) for name, child in node.items()}
    return tuple(_node_without(child, stems) for child in node) if isinstance(node, tuple) else node


def build_dossier(matter: PaperInputs) -> Dossier:
    """All that is known, and all that is not."""
    return leave_out_names(
        {
            "paper": parties.paper_group(matter),
            "organisation": parties.organisation_group(matter.house),
            "signer": parties.signer_group(matter),
            "lawyer": parties.lawyer_group(matter),
            "to": parties.addressee_group(matter),
            "person": person.person_group(matter),
            "case": circumstances.case_group(matter),
            "detention": detention.detention_group(matter),
            "overrun": detention.gravest_overrun(matter),
            "overruns": detention.overrun_rows(matter),
            "ruling": courts.ruling_group(matter),
            "remand": courts.remand_group(matter),
            "proceedings": courts.proceeding_rows(matter),
            **treatment.treatment_groups(matter),
            "steps": steps_taken.step_rows(matter),
            "complaint": steps_taken.complaint_group(matter),
            "calls": steps_taken.call_rows(matter),
            "denied": steps_taken.denial_rows(matter),
            "consent": parties.consent_group(matter),
            "reporter": parties.reporter_group(matter),
            **parties.asked_words(matter),
            "law": parties.cited_law(matter),
            "rights": parties.protecting_articles(matter),
            "un": un_group(matter),
            "answers": {},
        },
        *_hidden_and_shown_names(matter),
    )


def _hidden_and_shown_names(matter: PaperInputs) -> tuple[list[str], list[str]]:
    """Those that may not stand in it, and those that may."""
    sorts: tuple[list[str], list[str]] = [], []
    for known in matter.view.persons:
        sorts[known.id not in matter.hidden].extend(known.names)
    return sorts
