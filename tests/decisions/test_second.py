"""Whom a case that somebody has asks for the second place, and when that ends."""

from typing import Any

import pytest
from msgspec.structs import replace

from core.alerting.escalation import asks_lawyers, decide_second_search
from core.alerting.policy import AskedGroup, Policy, PolicyPlan, PolicyStep
from core.casework.case_view import CaseView, PersonView
from core.casework.claims import Fact
from core.casework.ownership import SECOND, second_is_sought, wants_second
from core.model import Member
from core.values import CountKind
from core.vocabulary import CaseState, OfferState, Role
from tests.decisions.claims import claim
from tests.decisions.people import MINUTE, NOW, POLICY, Desk, case, member

COORDINATOR = member(50, role=Role.COORDINATOR, cities=())
LISTED = member(60, escalation=True, on_duty=False, cities=("astana",))
NEIGHBOUR = member(70, cities=("konaev",))


class Second(Desk):
    """Member 1 has the case, which asked the others before."""

    decide = staticmethod(decide_second_search)

    def __init__(self, members: list[Member], policy: Policy = POLICY, **changes: Any) -> None:
        accepted: dict[str, Any] = {"state": CaseState.ACCEPTED, "wants_second": True, "owner_id": 1}
        super().__init__([member(1), *members], policy, **{**accepted, **changes})


def first_round(members: list[Member], **changes: Any) -> Second:
    """As it is just after member 1 accepted, whom the first round asked with the first of the others."""
    first, desk = Desk([member(1), *members]), Second(members)
    first.look()
    desk.alerts, desk.load = first.alerts, first.load
    desk.answer(1, OfferState.ACCEPTED)
    accepted: dict[str, Any] = {"state": CaseState.ACCEPTED, "owner_id": 1, "wants_second": True}
    desk.case = replace(first.case, **{**accepted, **changes})
    return desk


def test_who_was_asked_already_has_the_time_of_the_round_and_nobody_more_is_asked() -> None:
    desk = first_round([member(2), member(3)])
    desk.now += 2 * MINUTE
    decision = desk.look()
    assert (decision.ask, decision.expire, decision.next_look) == ((), (), NOW + 5 * MINUTE)


def test_the_rounds_of_the_region_and_then_the_neighbours_are_gone_through_and_then_it_ends() -> None:
    desk = first_round([member(2), member(3), NEIGHBOUR, COORDINATOR, LISTED])
    desk.now += 5 * MINUTE
    second = desk.look()
    assert (second.step, second.round, second.expire) == (0, 1, (2,))
    assert second.ask == (*second.why,) == (3,)
    assert second.next_look == desk.now + 5 * MINUTE
    third = desk.wait(second)
    assert (third.step, third.ask, third.round, [*third.why]) == (1, (70,), 1000, [70])
    assert third.next_look == desk.now + 5 * MINUTE
    last = desk.wait(third)
    assert (last.ask, last.next_look, last.found_nobody, last.alarm_administrators) == (
        (),
        None,
        False,
        False,
    )
    assert last.expire == (70,)


def test_it_ends_at_once_where_all_have_declined() -> None:
    desk = first_round([member(2)])
    desk.answer(2, OfferState.DECLINED, "far")
    assert desk.look().next_look is None


def test_anew_it_begins_at_the_first_step_of_lawyers_and_asks_not_who_has_it() -> None:
    policy = Policy(
        (PolicyStep(AskedGroup.ESCALATION_LIST, 5, MINUTE), PolicyStep(AskedGroup.REGION, 2, 5 * MINUTE))
    )
    desk = Second([member(2), LISTED], policy)
    desk.alerts[1] = replace(first_round([]).alerts[1])
    decision = desk.look(anew=True)
    assert (decision.step, decision.ask, decision.round) == (1, (2,), 1000)


def test_anew_it_begins_though_offers_are_open_still() -> None:
    desk = first_round([member(2), member(3)])
    decision = desk.look(anew=True)
    assert (set(decision.ask), decision.expire, decision.round) == ({2, 3}, (2,), 1000)


def test_nobody_is_asked_twice_for_the_second_place() -> None:
    desk = Second([member(2), member(3)], Policy((PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE, 4),)))
    desk.alerts[1] = replace(first_round([]).alerts[1])
    second = desk.wait(desk.look(anew=True))
    assert (second.ask, desk.wait(second).ask, desk.look().next_look) == ((3,), (), None)


def test_what_is_open_of_an_earlier_round_is_not_waited_for() -> None:
    desk = first_round([member(2), NEIGHBOUR], round=1)
    desk.alerts[2] = replace(desk.alerts[2], round=1, state=OfferState.DECLINED)
    desk.alerts[3] = replace(first_round([member(2)]).alerts[2], id=3, member_id=3)
    desk.members.append(member(3))
    decision = desk.look()
    assert (decision.ask, decision.expire) == ((70,), (3,))


def test_where_nobody_was_asked_the_next_step_of_lawyers_is_next() -> None:
    assert Second([member(2), NEIGHBOUR]).look().ask == (70,)


def test_a_step_that_the_policy_has_no_more_ends_the_search() -> None:
    desk = first_round([member(2), NEIGHBOUR], step=99)
    assert (desk.look().ask, desk.look().next_look) == ((), None)


@pytest.mark.parametrize(("region", "begins_at"), [("astana", 0), ("almaty", 1)])
def test_it_begins_by_the_plan_of_the_place_and_goes_on_by_the_steps_it_began_with(
    region: str, begins_at: int
) -> None:
    step = PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE)
    desk = Second([member(2)], Policy((step,), plans=(PolicyPlan("plan", (step,), frozenset({region})),)))
    desk.alerts[1] = replace(first_round([]).alerts[1])
    first = desk.look(anew=True)
    assert (first.step, first.ask) == (begins_at, (2,))
    desk.case = replace(desk.case, step=0)
    last = desk.wait(first)
    assert (last.ask, last.next_look) == ((), None)


def test_a_step_of_coordinators_is_not_gone_on_with() -> None:
    desk = first_round([member(2), COORDINATOR], step=2, round=2000)
    desk.alerts[50] = replace(desk.alerts[2], id=50, member_id=50, step=2, round=2000)
    assert (desk.look().ask, desk.look().next_look) == ((), None)


def test_who_has_a_conflict_or_gave_it_back_is_not_asked() -> None:
    desk = first_round([member(2), member(3)])
    desk.answer(2, OfferState.DECLINED, "conflict")
    assert desk.look(anew=True).ask == (3,)
    desk.answer(3, OfferState.DECLINED, "gave_back_busy")
    assert desk.look(anew=True).ask == ()


def test_who_cannot_be_reached_is_not_waited_for() -> None:
    desk = first_round([member(2), NEIGHBOUR])
    desk.unreachable = {2}
    assert desk.look().ask == (70,)


def test_whose_phone_has_not_got_the_offer_is_not_asked_once_more_and_the_next_are() -> None:
    desk = first_round([member(2), member(3), NEIGHBOUR])
    desk.now += 2 * MINUTE
    desk.alerts[2] = replace(desk.alerts[2], undelivered_at=desk.now)
    assert desk.look().ask == (3,)
    desk = first_round([member(2), NEIGHBOUR])
    desk.now += 2 * MINUTE
    desk.alerts[2] = replace(desk.alerts[2], undelivered_at=desk.now)
    assert desk.look().ask == (70,)


def test_whose_phone_has_not_got_the_offer_is_not_asked_first_of_all_when_it_begins_anew() -> None:
    desk = first_round([member(2), NEIGHBOUR])
    desk.alerts[2] = replace(desk.alerts[2], undelivered_at=desk.now)
    assert desk.look(anew=True).ask == (70,)


def test_whom_the_owner_asks_by_name_neither_ends_nor_holds_the_search() -> None:
    desk = first_round([member(2), member(3)])
    desk.alerts[2] = replace(desk.alerts[2], asked_by=1)
    desk.now += 5 * MINUTE
    decision = desk.look()
    assert 2 not in decision.expire
    assert decision.ask[0] == 3


def test_where_nobody_is_sought_what_is_open_ends() -> None:
    desk = first_round([member(2)], wants_second=False)
    decision = desk.look()
    assert (decision.expire, decision.ask, decision.next_look) == ((2,), (), None)


def test_when_somebody_is_sought() -> None:
    sought = case(state=CaseState.ACCEPTED, wants_second=True, owner_id=1)
    assert second_is_sought(sought)
    each: tuple[dict[str, Any], ...] = (
        {"state": CaseState.OPEN},
        {"state": CaseState.CLOSED},
        {"second_id": 2},
        {"wants_second": False},
        {"alerting": False},
        {"says_over": True},
        {"says_false": True},
    )
    for changes in each:
        assert not second_is_sought(replace(sought, **changes))


@pytest.mark.parametrize(
    ("flags", "kind", "persons", "said", "wanted"),
    [
        ((), CountKind.EXACT, 2, None, False),
        (("medicine",), CountKind.EXACT, 1, None, False),
        (("medicine", "minor"), CountKind.EXACT, 1, None, True),
        (("injured",), CountKind.EXACT, 1, None, True),
        ((), CountKind.EXACT, 3, None, True),
        ((), CountKind.SEVERAL, 2, None, True),
        (("minor",), CountKind.SEVERAL, 9, "no", False),
        ((), CountKind.EXACT, 1, "yes", True),
    ],
)
def test_for_whom_two_are_wanted(
    flags: tuple[str, ...], kind: CountKind, persons: int, said: str | None, wanted: bool
) -> None:
    urgent = Fact(flags, claim("urgent", flags))
    facts = {} if said is None else {SECOND: Fact(said, claim(SECOND, said))}
    assert wants_second(CaseView({"urgent": urgent, **facts}), kind, persons) == wanted
    of_one = CaseView(facts, (PersonView(7, {"urgent": urgent}),))
    assert wants_second(of_one, kind, persons) == wanted


@pytest.mark.parametrize("seen", ["yes", "no"])
def test_for_whom_was_ill_treated_two_are_wanted(seen: str) -> None:
    facts = {"ill_treatment": Fact(seen, claim("ill_treatment", seen, by="member 2"))}
    for view in (CaseView(facts), CaseView({}, (PersonView(7, facts),))):
        assert wants_second(view, CountKind.EXACT, 1) == (seen == "yes")


def test_a_step_that_the_policy_has_no_more_asks_no_lawyers() -> None:
    assert [asks_lawyers(POLICY, number) for number in (0, 2, 4, 99)] == [True, False, False, False]
