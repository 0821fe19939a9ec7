"""Stage B: what is asked without hurry, and what of it first.

A question is asked for the sake of a paper that lacks its fact. The papers stand in the order in which their time runs out;
of the first one that is not complete the missing facts come first. Which paper needs which fact follows from the forms
themselves: the demand for release and the complaint about a detention (the three times, the decision, the reason), the
questionnaire of the UN Working Group on Arbitrary Detention, that of the Working Group on Enforced Disappearances, and an
open letter (what the person was kept from doing).
"""

from collections.abc import Collection, Mapping

AT_ONCE = 3  # questions at one time
TWICE = 2  # so often a question is put, unless a member asks for it
PAPERS: Mapping[str, tuple[str, ...]] = {
    "release": ("delivered", "protocol", "decision", "stated"),
    "ill_treatment": ("treatment", "perpetrators", "marks"),
    "complaint": ("held", "told", "property"),
    "disappearance": ("acknowledged", "born", "spellings"),
    "working_group": ("traits", "event"),
}
QUESTIONS = tuple(name for facts in PAPERS.values() for name in facts)
# What somebody who only saw it may know; the rest is for the person, the family and who works with them.
WITNESSED = frozenset({"decision", "stated", "treatment", "perpetrators", "marks", "event"})


def next_questions(
    known: Collection[str], put: Mapping[str, int], link: str | None, *, most: int = AT_ONCE
) -> tuple[str, ...]:
    """What to ask now. ``known``: facts that somebody gave or that the person skipped; ``put``: how often each question
    was put; ``link``: the reporter's to the person.
    """
    may_know = WITNESSED if link == "witness" else QUESTIONS
    left = [name for name in QUESTIONS if name in may_know and name not in known]
    return tuple(name for name in left if put.get(name, 0) < TWICE)[:most]
