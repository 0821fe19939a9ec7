"""What holds for every roster, policy and course of events."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.alerting.candidates import VISIT, CaseRoster, Circumstances
from core.alerting.criteria import deciding_criterion, rank_candidates
from core.alerting.dry_run import explain_asking, play_unanswered
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.model import Member
from core.vocabulary import OfferState, Role
from tests.decisions.people import ALMATY, MINUTE, NOW, Desk, Land, case, member

pytestmark = pytest.mark.slow

CITIES = ("almaty", "talgar", "konaev", "astana")
STEPS = st.builds(
    PolicyStep, st.sampled_from(AskedGroup), st.integers(1, 3), st.just(5 * MINUTE), st.integers(1, 3)
)
POLICIES = st.lists(STEPS, min_size=1, max_size=4).map(lambda steps: Policy(tuple(steps)))


@st.composite
def rosters(draw: st.DrawFn) -> list[Member]:
    """Up to eight members of every kind."""
    return [
        member(
            number,
            role=draw(st.sampled_from([Role.LAWYER, Role.LAWYER, Role.COORDINATOR, Role.ADMINISTRATOR])),
            languages=tuple(draw(st.sets(st.sampled_from(["kk", "ru", "en"])))),
            cities=tuple(draw(st.sets(st.sampled_from(CITIES), max_size=2))),
            on_duty=draw(st.booleans()),
            escalation=draw(st.booleans()),
            specialities=draw(st.sampled_from([(), ("minors",), ("torture",)])),
            suspended_at=draw(st.sampled_from([None, None, NOW])),
        )
        for number in range(1, draw(st.integers(0, 8)) + 1)
    ]


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["wait", "wait", "declined", "unreachable", "withdrawn", "duty", "anew", "elsewhere"]
        ),
        st.integers(1, 8),
        st.integers(0, 700),
    ),
    max_size=25,
)


def _happen(desk: Desk, event: str, number: int) -> bool:
    """Let it happen. Whether it makes the search begin again."""
    alert = desk.alerts.get(number)
    if event in ("declined", "unreachable", "withdrawn") and alert and alert.state is OfferState.OFFERED:
        desk.answer(number, OfferState(event))
        if event == "unreachable":
            desk.unreachable.add(number)
    if event == "duty":
        desk.members = [replace(m, on_duty=m.on_duty ^ (m.id == number)) for m in desk.members]
    if event == "elsewhere":
        desk.case = replace(desk.case, region=None if number == 8 else "astana", city=None)
    return event in ("anew", "elsewhere")


@settings(max_examples=120, deadline=None)
@given(rosters(), POLICIES, EVENTS, st.sets(st.integers(1, 8), max_size=2))
def test_only_those_who_can_help_are_asked_and_somebody_always_looks_again(
    members: list[Member],
    policy: Policy,
    events: list[tuple[str, int, int]],
    gone: set[int],
) -> None:
    desk = Desk(members, policy)
    desk.unreachable |= gone
    for event, number, seconds in [("wait", 0, 0), *events]:
        anew = _happen(desk, event, number)
        desk.now += timedelta(seconds=seconds)
        open_before = {n for n, a in desk.alerts.items() if a.state is OfferState.OFFERED}
        decision = desk.look(anew=anew)
        by_id = {m.id: m for m in desk.members}
        ask = policy.steps[decision.step].ask
        assert decision.next_look is not None
        assert decision.next_look > desk.now
        assert len(set(decision.ask)) == len(decision.ask) <= policy.steps[decision.step].at_once
        assert set(decision.expire) <= open_before
        for one in decision.ask:
            assert by_id[one].suspended_at is None
            assert one not in desk.unreachable
            assert by_id[one].on_duty or ask is AskedGroup.ESCALATION_LIST
        if not decision.ask:
            waiting = any(
                a.state is OfferState.OFFERED and a.round == desk.case.round for a in desk.alerts.values()
            )
            assert waiting or decision.alarm_administrators
        quiet = desk.look()
        if decision.ask:  # the same look twice does nothing twice
            assert (quiet.ask, quiet.expire, quiet.next_look) == ((), (), decision.next_look)


@settings(max_examples=200, deadline=None)
@given(rosters(), st.integers(1, 3))
def test_every_lawyer_on_duty_in_the_region_is_asked_before_the_last_step(
    members: list[Member], at_once: int
) -> None:
    enough = PolicyStep(AskedGroup.REGION, at_once, 5 * MINUTE, times=8)
    desk = Desk(
        members,
        Policy(
            (
                enough,
                PolicyStep(AskedGroup.NEIGHBOURS, 3, MINUTE),
                PolicyStep(AskedGroup.ESCALATION_LIST, 1, MINUTE),
            )
        ),
    )
    decision = desk.look()
    asked: set[int] = set(decision.ask)
    while decision.step < 2:
        decision = desk.wait(decision)
        if decision.step < 2:
            asked |= set(decision.ask)
    local = {m.id for m in members if m.role is Role.LAWYER and m.on_duty and m.suspended_at is None}
    assert {m.id for m in members if m.id in local and (not m.cities or "almaty" in m.cities)} <= asked


@settings(max_examples=200, deadline=None)
@given(rosters(), POLICIES)
def test_the_last_step_is_reached_in_the_time_that_the_policy_allows(
    members: list[Member], policy: Policy
) -> None:
    desk = Desk(members, policy)
    decision = desk.look()
    for _ in range(sum(step.times for step in policy.steps)):
        if decision.step == len(policy.steps) - 1:
            break
        decision = desk.wait(decision)
    assert decision.step == len(policy.steps) - 1


@settings(max_examples=120, deadline=None)
@given(rosters(), POLICIES, EVENTS, st.dictionaries(st.integers(1, 8), st.integers(0, 3)))
def test_the_explanation_is_the_decision(
    members: list[Member], policy: Policy, events: list[tuple[str, int, int]], ago: dict[int, int]
) -> None:
    desk = Desk(members, policy, wanted=("minors",))
    desk.asked_at = {number: NOW - timedelta(days=days) for number, days in ago.items()}
    for event, number, seconds in [("wait", 0, 0), *events]:
        anew = _happen(desk, event, number)
        desk.now += timedelta(seconds=seconds)
        before, alerts = desk.case, list(desk.alerts.values())
        decision = desk.look(anew=anew)
        if not decision.ask:
            continue
        roster = CaseRoster(before, desk.members, alerts, policy, Land(), desk.about)
        visit = decision.round // VISIT
        told = explain_asking(roster, policy.course(decision.step), decision.step, visit)
        at_once = policy.steps[decision.step].at_once
        here = [one.member.id for one in told if one.step == decision.step]
        assert tuple(here[:at_once]) == decision.ask == tuple(decision.why)
        assert {one.member.id for one in told} == {one.id for one in desk.members}  # everybody, and once
        assert len(told) == len(desk.members)
        assert all((one.refusal is None) != (one.step is None) for one in told)


@settings(max_examples=120, deadline=None)
@given(rosters(), st.permutations(range(8)), st.integers(0, 3))
def test_the_ranking_is_total_and_does_not_depend_on_who_else_is_there(
    members: list[Member], shuffled: list[int], load: int
) -> None:
    desk = Desk(members, Policy((PolicyStep(AskedGroup.REGION, 100, MINUTE),)))
    desk.load = {1: load}
    desk.asked_at = {2: NOW, 3: NOW}
    everybody = desk.look().ask
    roster = CaseRoster(desk.case, members, [], desk.policy, Land(), desk.about)
    found = [v.candidate for v in roster.verdicts(desk.policy.steps[0], 0) if v.candidate is not None]
    mixed = [found[at] for at in shuffled if at < len(found)]
    assert tuple(one.member.id for one in rank_candidates(mixed)) == everybody
    assert all(deciding_criterion(one, other) for one, other in pairwise(rank_candidates(found)))
    for left_out in everybody:
        others = [one for one in found if one.member.id != left_out]
        assert [one.member.id for one in rank_candidates(others)] == [n for n in everybody if n != left_out]


@settings(max_examples=200, deadline=None)
@given(rosters(), POLICIES)
def test_a_trial_asks_in_the_same_order_as_a_search_that_nobody_answers(
    members: list[Member], policy: Policy
) -> None:
    desk = Desk(members, policy)
    decision, began = desk.look(), desk.now
    true = [(timedelta(), decision.step, decision.ask)]
    while not decision.found_nobody:
        decision = desk.wait(decision)
        true.append((desk.now - began, decision.step, decision.ask))
    tried = play_unanswered(case(), members, policy, ALMATY, Land(), Circumstances())
    assert [(one.after, one.step, one.members) for one in tried] == true
