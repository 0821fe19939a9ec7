"""What may be done with a person's name: the one place that says it. Pure. How a reporter may be written to says answering.

    nobody has said anything    no
    of names                    only who is held, or the family, is entitled: what the report says its writer is, now
    a bystander's answer        is kept and shown, and permits and forbids nothing
    "no" of anybody entitled    forbids all names of the case, until a coordinator decides; a later "no" forbids again
    "yes" of somebody entitled  permits the one name that they gave; where they gave several, only with a coordinator's "yes"
    a coordinator's "yes"       settles what entitled people said, and stands for nobody's permission
    an undertaking not to       of anybody in the case forbids all names of it, whatever was permitted, until a coordinator
    disclose                    decides; one that is told of later forbids again

Whatever puts a name before somebody who neither has the case nor coordinates it asks :func:`permits`; a test lists who does.
"""

from collections.abc import Sequence

from bot.core.casework.claims import Source, SourceKind
from bot.core.casework.describe import CaseView, PersonView
from bot.core.casework.rules import NO, Fact, order
from bot.core.values import Consent
from bot.core.vocabulary import FAMILY, Use

YES = "yes"
UNDERTAKING, UNDERTAKING_DECIDED = "undertaking", "undertaking_decided"  # kinds of claim
FREE, BLOCKED = "free", "blocked"  # what a coordinator decides of it


def permits(view: CaseView, use: Use, whom: int) -> bool:
    """``whom``: the person of the case whose name is used."""
    person = next((one for one in view.persons if one.id == whom), None)
    said = [fact for fact in answers(view, use) if is_entitled(view, fact.source)]
    decided = decision(view, use)
    if (
        person is None
        or is_bound(view)
        or any(answer_of(f) == NO for f in said if decided is None or order(f) > order(decided))
    ):
        return False
    if decided is not None and answer_of(decided) == NO:
        return False
    allow = {fact.source for fact in said if answer_of(fact) == YES}
    if decided is None:
        allow = {source for source in allow if _names_one(view, source)}
    return not allow.isdisjoint(_named_by(person))


def answers(view: CaseView, use: Use) -> Sequence[Fact]:
    """What each source answers now, oldest first."""
    fact = view.fact(use)
    return sorted((fact, *fact.others), key=order) if fact is not None else ()


def answer_of(fact: Fact) -> str:
    """Yes or no."""
    return fact.value.answer if isinstance(fact.value, Consent) else ""


def is_entitled(view: CaseView, source: Source) -> bool:
    """Whether the source is the person concerned or the family, as it says now."""
    link = view.fact("link")
    links = () if link is None else (link, *link.others)
    return source[0] is SourceKind.REPORT and any(f.source == source and f.value in FAMILY for f in links)


def decision(view: CaseView, use: Use) -> Fact | None:
    """What a coordinator decided last."""
    decided = [fact for fact in answers(view, use) if fact.source[0] is SourceKind.MEMBER]
    return decided[-1] if decided else None


def is_bound(view: CaseView) -> bool:
    """Whether somebody had to promise not to disclose, and no coordinator has said since that names may be used."""
    freed = released(view)
    return any(freed is None or order(one) > order(freed) for one in undertakings(view))


def undertakings(view: CaseView) -> Sequence[Fact]:
    """Who says now, of the case or of a person, that such a promise was taken; oldest first."""
    found = (view.fact(UNDERTAKING), *(person.facts.get(UNDERTAKING) for person in view.persons))
    said = (one for fact in found if fact is not None for one in (fact, *fact.others))
    return sorted((fact for fact in said if fact.value == YES), key=order)


def released(view: CaseView) -> Fact | None:
    """A coordinator's word that the names may be used though a promise was taken; None where the last one is otherwise."""
    newest = view.fact(UNDERTAKING_DECIDED)
    return newest if newest is not None and newest.value == FREE else None


def is_allowed_by_family(view: CaseView, use: Use) -> bool:
    """Whether somebody entitled says yes: then a coordinator has something to decide."""
    return any(answer_of(fact) == YES and is_entitled(view, fact.source) for fact in answers(view, use))


def is_disputed(view: CaseView, use: Use) -> bool:
    """Whether entitled people say both, and no coordinator has decided since."""
    decided = decision(view, use)
    said = [f for f in answers(view, use) if is_entitled(view, f.source)]
    new = decided is None or any(order(fact) > order(decided) for fact in said)
    return new and {YES, NO} <= {answer_of(fact) for fact in said}


def _named_by(person: PersonView) -> set[Source]:
    named = person.facts.get("name")
    return set() if named is None else {fact.source for fact in (named, *named.others)}


def _names_one(view: CaseView, source: Source) -> bool:
    return sum(source in _named_by(person) for person in view.persons) == 1
