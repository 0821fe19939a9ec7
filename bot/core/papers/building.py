"""The dossier of a case, or of one person in it, for one paper: everything that a template may name. Pure.

What it holds is listed in bot.core.papers.catalogue, and a test compares. What was said for one paper alone is put into it
afterwards (drafting.answered).
"""

from bot.core.papers import around, courts, detention, overrun, person, scene, steps, treated
from bot.core.papers.dossier import Dossier
from bot.core.papers.matter import Matter
from bot.core.papers.un_facts import un
from bot.core.papers.unnaming import unnamed


def dossier(matter: Matter) -> Dossier:
    """All that is known, and all that is not."""
    return unnamed(
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
            "answers": {},
        },
        *_names(matter),
    )


def _names(matter: Matter) -> tuple[list[str], list[str]]:
    """Those that may not stand in it, and those that may."""
    sorts: tuple[list[str], list[str]] = [], []
    for one in matter.view.persons:
        sorts[one.id not in matter.hidden].extend(one.names)
    return sorts
