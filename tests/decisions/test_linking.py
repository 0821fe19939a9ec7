"""What feeds a case is its links; undoing them is exact, whatever was learnt meanwhile."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.casework import linking
from core.casework.case_view import CaseView, view_case
from core.casework.claims import Claim, Json, ReportLink, SourceKind
from core.casework.linking import case_feed, claims_of_case, stub_and_target
from core.model import Case
from core.vocabulary import CaseState, RecordKind
from tests.decisions.claims import at

CASES = (
    1,
    2,
    3,
    4,
)  # each opened by the report of the same number, which names the person of ten times that number
ANYTHING: list[tuple[str, Json]] = [
    ("name", "Ерлан Придуманный"),
    ("name", "Erlan Pridumannyy"),
    ("urgent", ["medicine"]),
    ("where", "at the made-up gate"),
    ("situation", "other"),
]
OF_A_MEMBER: list[tuple[str, Json]] = [
    ("where", "cell 3"),
    ("act", "arrest"),
    ("outcome", "released"),
    ("note", "rang"),
]


class World:
    """Cases, what is said of them, and the links, as rows."""

    def __init__(self) -> None:
        self.minute = 0
        self.claims: list[Claim] = []
        self.links = [ReportLink(n, n, n, 0, at(0), "opened") for n in CASES]

    def learns(self, case: int, what: int, *, member: bool) -> None:
        """The report that opened the case, or a member, says something."""
        self.minute += 1
        kind, value = (OF_A_MEMBER if member else ANYTHING)[what]
        source = (SourceKind.MEMBER, 9) if member else (SourceKind.REPORT, case)
        whom = case * 10 if kind == "name" else None
        of_case, of_report = (case, None) if member else (None, case)
        number, noted_at = len(self.claims) + 1, at(self.minute)
        said = Claim(number, of_case, of_report, kind, value, *source, noted_at, person_id=whom)
        self.claims.append(said)

    def links_to(self, case: int, into: int) -> int | None:
        """All reports of the case feed another; the number of one of the links."""
        self.minute += 1
        alive = {link.case_id for link in self.links if link.ended_at is None}
        ends = [
            link for link in self.links if link.case_id == case and link.ended_at is None and into in alive
        ]
        for old in ends:
            self.links[self.links.index(old)] = replace(old, ended_at=at(self.minute))
            persons = linking.matched_persons(old, {case * 10: into * 10}, [old.report_id * 10])
            self._begins(old.report_id, into, persons, linking.BY_HAND)
        return self.links[-1].id if ends else None

    def undoes(self, id: int) -> None:
        """What was linked together with this comes back."""
        self.minute += 1
        alive = [one for one in self.links if one.ended_at is None]
        (link,) = [one for one in alive if linking.original_link(self.links, one).id == id]
        for one in linking.links_of_tap(self.links, link):
            old = linking.link_before(self.links, one)
            assert old is not None
            self.links[self.links.index(one)] = replace(one, ended_at=at(self.minute))
            self._begins(one.report_id, old.case_id, old.persons, linking.UNDONE)

    def _begins(self, report: int, case: int, persons: dict[str, int], rule: str) -> None:
        begun = ReportLink(len(self.links) + 1, report, case, 9, at(self.minute), rule, persons=persons)
        self.links.append(begun)

    def views(self, minute: int | None = None) -> dict[int, CaseView]:
        """What is true of each case as of a minute; now where none is given."""
        moment = at(self.minute if minute is None else minute)
        return {
            n: view_case(claims_of_case(self.claims, n, case_feed(self.links, n, moment)), moment)
            for n in CASES
        }


SAYS = st.tuples(st.sampled_from(CASES), st.integers(0, len(OF_A_MEMBER) - 1), st.booleans())
LINKS = st.tuples(st.sampled_from(CASES), st.sampled_from(CASES)).filter(lambda two: two[0] != two[1])


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(st.tuples(LINKS, st.lists(SAYS, max_size=3)), max_size=5), st.lists(SAYS, max_size=6))
def test_undoing_restores_every_view_exactly_with_what_was_learnt_since(
    steps: list[tuple[tuple[int, int], list[tuple[int, int, bool]]]], first: list[tuple[int, int, bool]]
) -> None:
    world, never = World(), World()  # in the other one nothing is ever linked
    for case, what, member in first:
        for one in (world, never):
            one.learns(case, what, member=member)
    known = {world.minute: world.views()}
    acts = []
    for (case, into), since in steps:
        acts.append(world.links_to(case, into))
        never.minute = world.minute
        for says, what, member in since:
            for one in (world, never):
                one.learns(says, what, member=member)
        known[world.minute] = world.views()
    for act in reversed([act for act in acts if act is not None]):
        world.undoes(act)
    never.minute = world.minute
    assert world.views() == never.views()
    for minute, views in known.items():
        assert world.views(minute) == views  # and what we knew then stays what we knew


def test_one_person_of_several_reports_is_one_with_every_spelling() -> None:
    world = World()
    for n in CASES:
        world.learns(n, n % 2, member=False)
    for n, before in pairwise(reversed(CASES)):
        world.links_to(n, before)
    view = world.views()[1]
    assert [(person.id, set(person.names)) for person in view.persons] == [
        (10, {"Ерлан Придуманный", "Erlan Pridumannyy"})
    ]


def test_what_members_told_goes_along_with_the_last_report_and_what_they_decided_stays() -> None:
    world = World()
    for what in range(len(OF_A_MEMBER)):
        world.learns(2, what, member=True)
    world.links_to(2, 1)
    view, stub = world.views()[1], world.views()[2]
    assert (view.value("where"), view.value("note")) == ("cell 3", "rang")
    assert (view.value("act"), view.value("outcome")) == (None, None)
    assert (stub.value("act"), stub.value("outcome")) == ("arrest", "released")


def case(id: int, state: CaseState) -> Case:
    """One of which only this is told."""
    return Case(id, str(id), RecordKind.DEPRIVATION, state, at(0), "other", "en")


@pytest.mark.parametrize(
    ("older", "newer", "stays"),
    [
        (CaseState.OPEN, CaseState.OPEN, 1),
        (CaseState.OPEN, CaseState.ACCEPTED, 2),
        (CaseState.ACCEPTED, CaseState.ACCEPTED, 1),
        (CaseState.ACCEPTED, CaseState.OPEN, 1),
        (CaseState.CLOSED, CaseState.OPEN, 2),
        (CaseState.CLOSED, CaseState.CLOSED, 1),
    ],
)
def test_what_somebody_has_stays_and_nothing_open_becomes_a_stub_of_what_is_closed(
    older: CaseState, newer: CaseState, stays: int
) -> None:
    one, other = case(1, older), case(2, newer)
    for both in ((one, other), (other, one)):
        assert [found.id for found in stub_and_target(*both)] == [3 - stays, stays]
