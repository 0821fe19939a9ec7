"""What is true of a case, out of what its sources say: the one place that decides it. Pure.

``as_of`` is a moment of knowledge: today's card, yesterday's digest, and what we knew when we raised the alarm are the same
function with another argument. Claims that this version does not understand are kept, and break nothing.

Also here is where somebody of a case is held, as far as anybody has told: the one answer for boards, bundles of offers and
lists.

found   on a list from a station's door
taken   where they were brought, as reporters, a lawyer on the way, or a station on the telephone say
held    where they were since, one place after the other

What members say counts before what reporters say; within each group the last counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field

from core.casework.claim_kinds import (
    ALARM,
    GRADES,
    KINDS,
    RELIABILITY,
    ClaimKind,
    ClaimRule,
    ClaimSubject,
    read_value,
)
from core.casework.claims import (
    NO_TIME,
    Claim,
    ClaimSource,
    Fact,
    Facts,
    Reliability,
    SourceKind,
    reconcile,
)
from core.values import CountKind, People, Place, Value

Key = tuple[str, int | None]  # the kind, and the person or report of which it is


class PersonView(Struct, frozen=True):
    """One person in a case, named or not."""

    id: int
    facts: Mapping[str, Fact]

    @property
    def names(self) -> tuple[str, ...]:
        """The name in every spelling that sources give, the first given first."""
        named = self.facts.get("name")
        return tuple(map(str, named.value)) if named is not None and isinstance(named.value, tuple) else ()


class CaseView(Struct, frozen=True):
    """What was true of a case as of a moment.

    ``marks``: what reporters say that only a member can make a fact, and no member has answered yet. ``not_understood``:
    claims of a newer version. ``sources``: what members say of each report. ``guesses``: what may be so beside the facts, of
    each kind and source the newest; nothing is counted or printed of it.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    persons: tuple[PersonView, ...] = ()
    marks: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    not_understood: tuple[Claim, ...] = ()
    sources: Mapping[int, Mapping[str, Fact]] = field(default_factory=dict)
    said: Mapping[Key, tuple[Fact, ...]] = field(default_factory=dict)
    guesses: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)

    def fact(self, kind: str) -> Fact | None:
        """What is true, who says so, and what others say beside it."""
        return self.facts.get(kind)

    def value(self, kind: str) -> Value | None:
        """What is true; None when nobody said anything."""
        found = self.facts.get(kind)
        return None if found is None else found.value

    def of(self, person: int | None, kind: str) -> Fact | None:
        """What is true of a person: what is said of them, else what is said of the whole case."""
        facts = next((person_view.facts for person_view in self.persons if person_view.id == person), {})
        return facts.get(kind) or self.facts.get(kind)

    def earliest(self, kind: str) -> Fact | None:
        """Of a kind that is a moment, what is said of the whole case; else of the first of its persons."""
        of_persons = [person.facts[kind] for person in self.persons if kind in person.facts]
        return self.facts.get(kind) or min(of_persons, key=lambda fact: fact.time or NO_TIME, default=None)

    def of_source(self, report: int, kind: str) -> str:
        """What members say of a report; empty when nobody said anything."""
        found = self.sources.get(report, {}).get(kind)
        return "" if found is None else str(found.value)

    def history(self, kind: str, person: int | None = None) -> tuple[Fact, ...]:
        """All that was said, also what its source corrected later: in the order in which we learnt it, or, of a kind
        that is a history, in the order in which it happened.
        """
        return self.said.get((kind, person), ())

    @property
    def people(self) -> People:
        """How many, and the names of those who have one."""
        counted = self.value("count")
        counted = counted if isinstance(counted, People) else People()
        named = tuple(person.names[-1] for person in self.persons if person.names)
        return People(named, counted.count, CountKind(counted.kind), counted.withheld)


def is_perhaps(fact: Fact) -> bool:
    """Whether a claim is not sure enough to be more than *perhaps*."""
    kind = KINDS.get(fact.claim.kind)
    return kind is not None and fact.claim.certainty.rank < kind.fact_from.rank


def view_case(
    claims: Iterable[Claim],
    as_of: datetime,
    *,
    reliability: Reliability | None = None,
    kinds: Mapping[str, ClaimKind] = KINDS,
) -> CaseView:
    """What was true as of a moment of knowledge. ``claims``: of the case and its reports, in any order."""
    said: dict[Key, list[Fact]] = defaultdict(list)
    guessed: dict[str, list[Fact]] = defaultdict(list)
    strange = []
    for claim in sorted((c for c in claims if c.known(as_of)), key=lambda c: (c.noted_at, c.id)):
        kind = kinds.get(claim.kind)
        value = None if kind is None else read_value(kind, claim.value)
        if kind is None or value is None:
            strange.append(claim)
        elif kind.beside and claim.certainty.rank < kind.fact_from.rank:
            guessed[claim.kind].append(Fact(value, claim))
        else:
            about = claim.report_id if kind.about is ClaimSubject.SOURCE else claim.person_id
            said[claim.kind, about].append(Fact(value, claim))
    wanted = said.get((ALARM, None))
    alarmed = wanted[0].claim.noted_at if wanted else NO_TIME
    grades = {**_grades(said), **(reliability or {})}
    found: dict[int | None, dict[str, Fact]] = defaultdict(dict)
    sources: dict[int, dict[str, Fact]] = defaultdict(dict)
    marks = {}
    for (name, person), facts in said.items():
        kind = kinds[name]
        counted, marked = _weighed(kind, facts, alarmed)
        fact = reconcile(kind.rule, counted, grades) if counted else None
        if fact is not None and kind.about is ClaimSubject.SOURCE and person is not None:
            sources[person][name] = fact
        elif fact is not None:
            found[person][name] = fact
        if marked:
            marks[name] = marked
        if kind.rule is ClaimRule.TIMED:
            facts.sort(
                key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.noted_at, fact.claim.id)
            )
    persons = sorted((id, facts) for id, facts in found.items() if id is not None)
    return CaseView(
        found[None],
        tuple(PersonView(id, facts) for id, facts in persons),
        marks,
        tuple(strange),
        sources,
        {key: tuple(facts) for key, facts in said.items()},
        {name: tuple(_newest_of_each(facts)) for name, facts in guessed.items()},
    )


def _grades(said: Mapping[Key, Sequence[Fact]]) -> dict[ClaimSource, int]:
    """How far members trust each report; the last word of anybody counts."""
    return {
        (SourceKind.REPORT, report): GRADES.get(str(facts[-1].value), 0)
        for (kind, report), facts in said.items()
        if kind == RELIABILITY and report is not None
    }


def _weighed(kind: ClaimKind, facts: Facts, alarmed: datetime) -> tuple[Facts, tuple[Fact, ...]]:
    """What counts: of each source its newest, or all of a history; and what only marks."""
    if kind.rule is ClaimRule.TIMED:
        return facts, ()
    if kind.rule is ClaimRule.MEMBER:
        counted = _newest_of_each(facts)
        return counted, _unanswered(facts, [f for f in counted if f.claim.source_kind is SourceKind.REPORT])
    if not kind.quiets:
        return _newest_of_each(facts), ()
    sorts: tuple[list[Fact], list[Fact]] = ([], [])
    for fact in facts:
        sorts[_quiets(kind, fact, alarmed)].append(fact)
    return _newest_of_each(sorts[False]), _unanswered(facts, sorts[True])


def _quiets(kind: ClaimKind, fact: Fact, alarmed: datetime) -> bool:
    claim = fact.claim
    return claim.source_kind is SourceKind.REPORT and fact.value in kind.quiets and claim.noted_at > alarmed


def _newest_of_each(facts: Facts) -> Facts:
    """Of each source the newest in each proceeding, oldest first."""
    newest = {_place_of(fact): fact for fact in facts}
    return facts if len(newest) == len(facts) else [f for f in facts if newest[_place_of(f)] is f]


def _place_of(fact: Fact) -> tuple[ClaimSource, int | None]:
    return fact.claim.source, fact.claim.proceeding_id


def _unanswered(facts: Sequence[Fact], marking: Facts) -> tuple[Fact, ...]:
    """The newest of each source, unless a member has said something since."""
    answered = [f.claim for f in facts if f.claim.source_kind is SourceKind.MEMBER][-1:]
    return tuple(
        fact
        for fact in _newest_of_each(marking)
        if all((fact.claim.noted_at, fact.claim.id) > (a.noted_at, a.id) for a in answered)
    )


WHEREABOUTS_KINDS = ("found", "taken", "held")


def where_held(view: CaseView) -> Place | None:
    """The place, or the words for it; None where nobody has said anything."""
    said = [fact for (kind, _), facts in view.said.items() if kind in WHEREABOUTS_KINDS for fact in facts]
    if not said:
        return None
    value = max(said, key=_weight).value
    return value if isinstance(value, Place) else Place(text=str(value))


def _weight(fact: Fact) -> tuple[bool, datetime, bool, int]:
    """With one press a list says that somebody is *found*, which names the city, and in words where they were *taken*."""
    claim, by_member = fact.claim, fact.claim.source_kind is not SourceKind.REPORT
    return by_member, fact.time or claim.noted_at, claim.kind == "found", claim.id
