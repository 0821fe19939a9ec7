"""What a lawyer should know best for a case: a table of what is said of it. It ranks those who are asked, no more."""

from collections.abc import Iterator

from bot.core.callings import Speciality
from bot.core.casework.describe import CaseView
from bot.core.values import Value

# The kind of claim, what it says, and who knows about it. Of several flags each counts.
WANTED: tuple[tuple[str, str, Speciality], ...] = (
    ("urgent", "minor", Speciality.MINORS),
    ("urgent", "injured", Speciality.TORTURE),  # injured or beaten
    ("ill_treatment", "yes", Speciality.TORTURE),
    ("urgent", "journalist", Speciality.JOURNALISTS),
    ("traits", "journalist", Speciality.JOURNALISTS),
    ("traits", "migrant", Speciality.MIGRATION),
    ("regime", "border", Speciality.MIGRATION),
    ("regime", "administrative", Speciality.ADMINISTRATIVE),
    ("regime", "arrestable", Speciality.ADMINISTRATIVE),
    ("regime", "criminal", Speciality.CRIMINAL),
    ("regime", "criminal_grave", Speciality.CRIMINAL),
)


def wanted(view: CaseView) -> tuple[str, ...]:
    """The specialities, each once, in the order of the table."""
    return tuple(dict.fromkeys(knows.value for kind, said, knows in WANTED if said in _said(view, kind)))


def _said(view: CaseView, kind: str) -> set[str]:
    """What is said of the case, or of one of its people."""
    facts = [view.fact(kind), *(person.facts.get(kind) for person in view.persons)]
    return {one for fact in facts if fact is not None for one in _options(fact.value)}


def _options(value: Value | tuple[Value, ...]) -> Iterator[str]:
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str):
            yield one
