"""What holds for the fold of claims, whatever was said by whomever in whatever order."""

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.casework.case_view import CaseView, view_case
from core.casework.claim_kinds import Certainty, ClaimKind, ClaimRule
from core.casework.claims import Claim
from tests.decisions.claims import LATE, START, TOYS, at, claim, moment

pytestmark = pytest.mark.slow

VALUES = {
    "earliest": st.integers(0, 90).map(moment),
    "union": st.lists(st.sampled_from(["minor", "injured", "alone"]), unique=True).map(tuple),
    "name": st.sampled_from(["Динара", "Dinara", "Ерлан"]),
}
CHOICES = st.sampled_from(["yes", "no", "unknown"])
SOURCES = ["report 1", "report 2", "member 1", "member 2", "paper 1", "bot"]


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from([*TOYS, "from tomorrow"]))
    person = draw(st.sampled_from([None, 11, 12])) if kind in ("name", "newest", "timed") else None
    said = claim(
        kind,
        draw(VALUES.get(kind, CHOICES)),
        draw(st.sampled_from(SOURCES)),
        draw(st.integers(0, 60)),
        person_id=person,
        at=draw(st.one_of(st.none(), st.integers(0, 60).map(at))),
        certainty=draw(st.sampled_from(Certainty)),
    )
    withdrawn = draw(st.one_of(st.none(), st.integers(0, 30)))
    return replace(
        said, withdrawn_at=None if withdrawn is None else said.noted_at + timedelta(minutes=withdrawn)
    )


CLAIMS = st.lists(_claims(), max_size=25)
MOMENTS = st.integers(-1, 100).map(at)


def view_of(claims: list[Claim], as_of: datetime = LATE) -> CaseView:
    return view_case(claims, as_of, kinds=TOYS)


@given(CLAIMS, st.randoms(use_true_random=False), MOMENTS)
def test_the_order_in_which_claims_are_given_does_not_matter(
    claims: list[Claim], chance: Random, as_of: datetime
) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)
    assert view_of(mixed, as_of) == view_of(claims, as_of)


@given(CLAIMS, MOMENTS)
def test_looking_back_gives_what_was_given_then(claims: list[Claim], then: datetime) -> None:
    noted = [c for c in claims if c.noted_at <= then]
    known = [replace(c, withdrawn_at=None) if c.withdrawn_at and c.withdrawn_at > then else c for c in noted]
    assert values(view_of(known, then)) == values(view_of(claims, then))


def values(view: CaseView) -> object:
    """What a view says, without the rows from which it comes."""
    persons = [(person.id, person.names) for person in view.persons]
    return {kind: fact.value for kind, fact in view.facts.items()}, persons, view.marks.keys()


@given(CLAIMS, _claims())
def test_withdrawing_gives_back_what_was_true_without_it(claims: list[Claim], said: Claim) -> None:
    withdrawn = replace(said, withdrawn_at=LATE - timedelta(days=1))
    assert view_of([*claims, withdrawn]) == view_of(claims)


@given(
    CLAIMS,
    st.sampled_from([k for k in TOYS.values() if k.rule is not ClaimRule.TIMED and k.name != "alarm"]),
    st.data(),
)
def test_a_later_claim_of_a_source_takes_the_place_of_its_former_one(
    claims: list[Claim], kind: ClaimKind, data: st.DataObject
) -> None:
    name = kind.name
    value = VALUES.get(name, st.just("yes"))
    person = 11 if name == "name" else None
    former = claim(name, data.draw(value), "member 1", 90, person_id=person)
    later = claim(name, data.draw(value), "member 1", 91, person_id=person)
    with_both, with_later = view_of([*claims, former, later]), view_of([*claims, later])
    assert (with_both.facts, with_both.persons, with_both.marks) == (
        with_later.facts,
        with_later.persons,
        with_later.marks,
    )


@given(CLAIMS)
def test_what_is_not_understood_is_listed_and_changes_nothing_else(claims: list[Claim]) -> None:
    view = view_of(claims)
    strange = [c for c in claims if c.kind == "from tomorrow" and c.known(LATE)]
    assert sorted(c.id for c in view.not_understood) == sorted(c.id for c in strange)
    assert replace(view, not_understood=()) == view_of([c for c in claims if c.kind != "from tomorrow"])


@settings(max_examples=30)
@given(CLAIMS)
def test_nothing_is_known_before_anything_was_said(claims: list[Claim]) -> None:
    assert view_of(claims, START - timedelta(minutes=1)) == CaseView()
