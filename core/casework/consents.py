"""What may be done with a person's name: the one place that decides it. Pure. (How to write to a reporter: answering.)

    nobody has said anything    no
    of names                    only who is held, or the family, is entitled: what the report says its writer is, now
    a bystander's answer        is kept and shown, and permits and forbids nothing
    "no" of anybody entitled    forbids all names of the case, until a coordinator decides; a later "no" forbids again
    "yes" of somebody entitled  permits the one name that they gave; if they gave several, only with a coordinator's "yes"
    a coordinator's "yes"       settles what entitled people said, but does not replace their permission
    an undertaking not to       by anybody in the case forbids all its names, even permitted ones, until a coordinator
    disclose                    decides; an undertaking that we hear of later forbids again

Code that shows a name to somebody who neither has the case nor coordinates it must ask :func:`is_permitted`; a test lists
it.
"""

from collections.abc import Sequence

from core.casework.case_view import CaseView, PersonView
from core.casework.claims import NO, ClaimSource, Fact, SourceKind, learning_order
from core.values import Consent
from core.vocabulary import FAMILY, ConsentUse

YES = "yes"
TELLS_OF_PUBLISHING = (
    2  # from this wording on the question says that bodies of the UN publish decisions with the name
)
UNDERTAKING, UNDERTAKING_DECIDED = "undertaking", "undertaking_decided"  # kinds of claim
FREE, BLOCKED = "free", "blocked"  # what a coordinator decides of it


def is_permitted(view: CaseView, use: ConsentUse, whom: int) -> bool:
    """``whom``: the person of the case whose name is used."""
    person = next((person for person in view.persons if person.id == whom), None)
    said = [fact for fact in consent_answers(view, use) if is_entitled(view, fact.source)]
    decided = coordinator_decision(view, use)
    if (
        person is None
        or is_bound(view)
        or any(
            consent_answer(f) == NO
            for f in said
            if decided is None or learning_order(f) > learning_order(decided)
        )
    ):
        return False
    if decided is not None and consent_answer(decided) == NO:
        return False
    allow = {fact.source for fact in said if consent_answer(fact) == YES}
    if decided is None:
        allow = {source for source in allow if _names_anybody(view, source)}
    return not allow.isdisjoint(_named_by(person))


def consent_answers(view: CaseView, use: ConsentUse) -> Sequence[Fact]:
    """What each source answers now, oldest first."""
    fact = view.fact(use)
    return sorted((fact, *fact.others), key=learning_order) if fact is not None else ()


def consent_answer(fact: Fact) -> str:
    """The answer to the question for a permission: yes or no."""
    return fact.value.answer if isinstance(fact.value, Consent) else ""


def knows_of_publishing(fact: Fact) -> bool:
    """Whether the question that was answered said that decisions of the United Nations are published."""
    return isinstance(fact.value, Consent) and fact.value.wording >= TELLS_OF_PUBLISHING


def is_of_old_question(fact: Fact) -> bool:
    """Whether an older question was answered than people are asked now; it permits what that question said."""
    return (
        fact.claim.kind == ConsentUse.AUTHORITIES
        and isinstance(fact.value, Consent)
        and 0 < fact.value.wording < TELLS_OF_PUBLISHING
    )


def is_entitled(view: CaseView, source: ClaimSource) -> bool:
    """Whether the source is the person concerned or the family, as it says now."""
    link = view.fact("link")
    links = () if link is None else (link, *link.others)
    return source[0] is SourceKind.REPORT and any(f.source == source and f.value in FAMILY for f in links)


def coordinator_decision(view: CaseView, use: ConsentUse) -> Fact | None:
    """What a coordinator decided last."""
    decided = [fact for fact in consent_answers(view, use) if fact.source[0] is SourceKind.MEMBER]
    return decided[-1] if decided else None


def is_bound(view: CaseView) -> bool:
    """Whether somebody had to promise not to disclose, and no coordinator has said since that names may be used."""
    freed = release_decision(view)
    return any(
        freed is None or learning_order(undertaking) > learning_order(freed)
        for undertaking in undertakings(view)
    )


def undertakings(view: CaseView) -> Sequence[Fact]:
    """Who says now, of the case or of a person, that such a promise was taken; oldest first."""
    found = (view.fact(UNDERTAKING), *(person.facts.get(UNDERTAKING) for person in view.persons))
    said = (statement for fact in found if fact is not None for statement in (fact, *fact.others))
    return sorted((fact for fact in said if fact.value == YES), key=learning_order)


def release_decision(view: CaseView) -> Fact | None:
    """A coordinator's word that the names may be used though a promise was taken; None where the last one is otherwise."""
    newest = view.fact(UNDERTAKING_DECIDED)
    return newest if newest is not None and newest.value == FREE else None


def is_allowed_by_family(view: CaseView, use: ConsentUse) -> bool:
    """Whether somebody entitled says yes: then a coordinator has something to decide."""
    return any(
        consent_answer(fact) == YES and is_entitled(view, fact.source) for fact in consent_answers(view, use)
    )


def is_disputed(view: CaseView, use: ConsentUse) -> bool:
    """Whether entitled people say both, and no coordinator has decided since."""
    decided = coordinator_decision(view, use)
    said = [f for f in consent_answers(view, use) if is_entitled(view, f.source)]
    new = decided is None or any(learning_order(fact) > learning_order(decided) for fact in said)
    return new and {YES, NO} <= {consent_answer(fact) for fact in said}


def _named_by(person: PersonView) -> set[ClaimSource]:
    named = person.facts.get("name")
    return set() if named is None else {fact.source for fact in (named, *named.others)}


def _names_anybody(view: CaseView, source: ClaimSource) -> bool:
    return sum(source in _named_by(person) for person in view.persons) == 1
