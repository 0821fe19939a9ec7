"""Whom a case asks, when it looks again, and when it gives the alarm."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.alerting.candidates import VISIT
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.vocabulary import CaseState, OfferState, Role
from tests.decisions.people import MINUTE, NOW, Desk, member

COORDINATOR = member(50, role=Role.COORDINATOR, cities=())
LISTED = member(60, escalation=True, on_duty=False, cities=("astana",))


def one_step(ask: AskedGroup, at_once: int = 9) -> Policy:
    """A policy with a single step."""
    return Policy((PolicyStep(ask, at_once, 5 * MINUTE),))


def test_the_first_step_asks_as_many_as_it_may_at_once() -> None:
    decision = Desk([member(1), member(2), member(3)]).look()
    assert decision.ask == (1, 2)
    assert (decision.step, decision.round, decision.loops) == (0, 0, 0)
    assert decision.next_look == NOW + 5 * MINUTE
    assert not any((decision.found_nobody, decision.alarm_administrators))


def test_looking_again_too_early_changes_nothing() -> None:
    desk = Desk([member(1), member(2), member(3)])
    first = desk.look()
    desk.now += MINUTE
    again = desk.look()
    assert (again.ask, again.expire, again.next_look) == ((), (), first.next_look)


def test_a_round_that_times_out_asks_the_next_ones_and_nobody_twice() -> None:
    desk = Desk([member(1), member(2), member(3), COORDINATOR])
    first = desk.look()
    assert [*first.why] == [1, 2]
    second = desk.wait(first)
    assert second.expire == (1, 2)
    assert second.ask == (*second.why,) == (3,)
    assert (second.step, second.round) == (0, 1)
    assert desk.wait(second).ask == (50,)


def test_a_step_gives_way_to_the_next_after_its_rounds_and_as_soon_as_it_has_nobody_new() -> None:
    desk = Desk([member(1), COORDINATOR, LISTED])
    rounds = [desk.look()]
    for _ in range(3):
        rounds.append(desk.wait(rounds[-1]))
    assert [(d.step, d.ask) for d in rounds] == [(0, (1,)), (2, (50,)), (3, (60,)), (3, (60,))]
    assert [d.found_nobody for d in rounds] == [False, False, True, True]
    many = Desk([member(1), member(2), member(3), member(4), member(5), COORDINATOR])
    assert many.wait(many.wait(many.look())).ask == (50,)  # the fifth was no part of two rounds of two


def test_a_lone_lawyer_is_asked_again_with_everybody_where_nobody_else_is_left() -> None:
    desk = Desk([member(1)])
    rounds = [desk.look()]
    for _ in range(4):
        rounds.append(desk.wait(rounds[-1]))
    assert [d.ask for d in rounds] == [(1,), (), (1,), (), (1,)]
    assert [d.alarm_administrators for d in rounds] == [False, True, False, True, False]


def test_a_round_ends_as_soon_as_all_have_declined() -> None:
    desk = Desk([member(1), member(2), member(3)])
    desk.look()
    desk.now += MINUTE
    desk.answer(1, OfferState.DECLINED)
    assert desk.look().ask == ()
    desk.answer(2, OfferState.DECLINED)
    decision = desk.look()
    assert decision.ask == (3,)
    assert decision.next_look == desk.now + 5 * MINUTE


@pytest.mark.parametrize("state", list(OfferState)[2:])
def test_an_offer_that_ended_is_not_waited_for(state: OfferState) -> None:
    desk = Desk([member(1), member(5, cities=("talgar",))])
    desk.look()
    desk.answer(1, state)
    desk.members[0] = replace(desk.members[0], on_duty=False)
    assert desk.look().ask == (5,)


def test_a_member_who_became_unreachable_or_suspended_is_not_waited_for() -> None:
    desk = Desk([member(1), member(2), member(3)])
    desk.look()
    desk.unreachable.add(1)
    desk.members[1] = replace(desk.members[1], suspended_at=NOW)
    decision = desk.look()
    assert decision.ask == (3,)
    assert decision.expire == (1, 2)


def test_whose_phone_has_not_got_the_offer_gives_their_place_to_the_next_until_the_round_is_over() -> None:
    desk = Desk([member(1), member(2), member(3)])
    desk.look()
    desk.now += 2 * MINUTE
    desk.alerts[1] = replace(desk.alerts[1], undelivered_at=desk.now)
    instead = desk.look()
    assert (instead.ask, instead.expire, instead.next_look) == ((3,), (), desk.now + 5 * MINUTE)
    assert [*instead.why] == [3]
    over = desk.wait(instead)
    assert (over.ask, over.expire) == ((1,), (1, 2, 3))


def test_whom_an_earlier_round_did_not_reach_is_asked_by_a_later_one() -> None:
    desk = Desk([member(1), member(2), member(3)], Policy((PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE, 3),)))
    desk.look()
    desk.alerts[1] = replace(desk.alerts[1], undelivered_at=desk.now)
    instead = desk.look()
    assert (instead.ask, desk.wait(instead).ask) == ((2,), (3,))
    desk.answer(3, OfferState.DECLINED)
    assert desk.look().ask == (1,)


def test_of_those_whom_no_offer_has_reached_whoever_waits_longest_comes_next_whatever_else_they_have() -> (
    None
):
    desk = Desk([member(1), member(2), member(3)], Policy((PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE, 4),)))
    desk.wait(desk.wait(desk.look()))
    for number in (1, 2):
        desk.alerts[number] = replace(desk.alerts[number], undelivered_at=desk.now)
    desk.load = {1: 5}
    desk.now += 5 * MINUTE
    decision = desk.look()
    assert (decision.ask, decision.round) == ((1,), 3)


def test_empty_steps_are_passed_over_in_one_look() -> None:
    decision = Desk([LISTED]).look()
    assert (decision.step, decision.ask) == (3, (60,))
    assert decision.found_nobody
    assert not decision.alarm_administrators


def test_an_empty_last_step_waits_and_alarms_and_then_tries_everybody_again() -> None:
    desk = Desk([member(1, on_duty=False)])
    first = desk.look()
    assert (first.step, first.ask, first.next_look) == (3, (), NOW + 10 * MINUTE)
    assert first.alarm_administrators
    assert first.found_nobody
    second = desk.wait(first)
    assert second.alarm_administrators
    desk.members = [member(1)]
    third = desk.wait(second)
    assert (third.step, third.ask, third.alarm_administrators) == (0, (1,), False)
    assert (first.loops, second.loops, third.loops) == (0, 1, 2)
    assert desk.wait(desk.wait(third)).ask == (1,)
    assert desk.look(anew=True).loops == 0


def test_the_last_step_repeats_until_somebody_acts() -> None:
    desk = Desk([LISTED, member(61, escalation=True, on_duty=False)])
    decision = desk.look()
    for loop in range(1, 4):
        decision = desk.wait(decision)
        assert (decision.loops, decision.round) == (loop, loop * VISIT)
        assert set(decision.ask) == {60, 61}
        assert decision.found_nobody
    desk.case = replace(desk.case, state=CaseState.ACCEPTED)
    assert desk.look().next_look is None


def test_who_declined_on_the_escalation_list_is_not_asked_again_and_the_others_are_in_every_loop() -> None:
    desk = Desk([LISTED, member(61, escalation=True, on_duty=False)])
    decision = desk.look()
    desk.answer(60, OfferState.DECLINED)
    for _ in range(3):
        decision = desk.wait(decision)
        assert (decision.ask, decision.found_nobody) == ((61,), True)


def test_where_everybody_has_declined_administrators_hear_of_it_at_once_and_again_and_whoever_comes_is_asked() -> (
    None
):
    desk = Desk([LISTED])
    first = desk.look()
    desk.now += MINUTE
    desk.answer(60, OfferState.DECLINED)
    early = desk.look()
    assert (early.ask, early.next_look, early.alarm_administrators) == ((), first.next_look, True)
    later = desk.wait(early)
    assert (later.ask, later.found_nobody, later.alarm_administrators) == ((), True, True)
    desk.members.append(member(1))
    assert desk.wait(later).ask == (1,)


def test_each_loop_waits_twice_as_long_as_the_one_before_and_two_hours_at_most() -> None:
    desk, waits = Desk([LISTED]), []
    decision = desk.look()
    for _ in range(6):
        assert decision.next_look is not None
        waits.append((decision.next_look - desk.now) // MINUTE)
        desk.now = decision.next_look - MINUTE
        assert desk.look().ask == ()
        decision = desk.wait(decision)
    assert waits == [10, 20, 40, 80, 120, 120]


def test_who_declined_on_the_escalation_list_is_not_asked_in_its_later_rounds() -> None:
    desk = Desk(
        [LISTED, replace(LISTED, id=61)], Policy((PolicyStep(AskedGroup.ESCALATION_LIST, 1, 5 * MINUTE, 4),))
    )
    assert desk.wait(desk.look()).ask == (61,)
    desk.answer(61, OfferState.DECLINED)
    desk.now += 5 * MINUTE
    third = desk.look()  # of this loop it was the last
    assert (third.loops, third.ask, desk.wait(third).ask) == (1, (60,), (60,))


def test_who_declined_is_asked_by_no_later_step_either() -> None:
    desk = Desk([member(1, escalation=True), LISTED])
    desk.look()
    desk.answer(1, OfferState.DECLINED)
    decision = desk.look()
    assert (decision.step, decision.ask) == (3, (60,))


def test_who_gave_back_is_not_asked_again_and_the_others_are_at_once() -> None:
    desk = Desk([member(1), member(2), replace(LISTED, id=61), COORDINATOR])
    desk.look()
    desk.answer(2, OfferState.WITHDRAWN)
    desk.answer(1, OfferState.DECLINED, "gave_back")
    decision = desk.look(anew=True)
    assert (decision.step, decision.ask, decision.next_look) == (0, (2,), NOW + 5 * MINUTE)
    while decision.loops < 3:
        decision = desk.wait(decision)
        assert 1 not in decision.ask


def test_who_holds_an_accepted_alert_is_not_asked() -> None:
    desk = Desk([member(1), member(2)])
    desk.look()
    desk.answer(1, OfferState.ACCEPTED)
    assert desk.look(anew=True).ask == (2,)


def test_another_region_asks_its_own_lawyers_anew_and_ends_the_earlier_offers() -> None:
    desk = Desk([member(1), member(2, cities=("astana",))])
    desk.look()
    desk.case = replace(desk.case, region="astana", city="astana")
    decision = desk.look(anew=True)
    assert (decision.step, decision.ask, decision.expire) == (0, (2,), (1,))


def test_higher_urgency_asks_those_again_whose_offer_is_open() -> None:
    desk = Desk([member(1), member(2)])
    desk.look()
    decision = desk.look(anew=True)
    assert set(decision.ask) == {1, 2}
    assert decision.step == 0


def test_who_declined_as_a_neighbour_is_asked_when_it_is_the_own_region() -> None:
    desk = Desk([member(1, cities=("talgar",))])
    assert desk.look().ask == (1,)
    desk.answer(1, OfferState.DECLINED)
    desk.case = replace(desk.case, region="almaty_region", city="talgar")
    assert desk.look(anew=True).ask == (1,)


def test_near_comes_before_far_then_language_then_few_offers_then_the_order_of_the_roster() -> None:
    desk = Desk(
        [
            member(1, cities=()),
            member(2, cities=("konaev",)),
            member(3, cities=("talgar",), languages=("ru",)),
            member(4, cities=("talgar",)),
            member(5, cities=("talgar",)),
            member(6, cities=("talgar", "konaev")),
        ],
        one_step(AskedGroup.REGION),
        region="almaty_region",
        city="talgar",
    )
    desk.load = {4: 2}
    assert desk.look().ask == (5, 6, 4, 3, 2, 1)


def test_who_let_an_offer_lapse_comes_after_those_who_did_not() -> None:
    desk = Desk([member(1), member(2), member(3, cities=())], one_step(AskedGroup.REGION))
    desk.look()
    desk.answer(1, OfferState.EXPIRED)
    desk.answer(2, OfferState.WITHDRAWN)
    desk.answer(3, OfferState.WITHDRAWN)
    assert desk.look(anew=True).ask == (2, 3, 1)


def test_language_never_excludes() -> None:
    assert Desk([member(1, languages=("en",))]).look().ask == (1,)


@pytest.mark.parametrize(
    "away", [{"on_duty": False}, {"suspended_at": NOW}, {"cities": ("astana",)}, {"role": "administrator"}]
)
def test_who_cannot_help_is_not_asked(away: dict[str, Any]) -> None:
    assert Desk([member(1, **away), member(2)]).look().ask == (2,)


def test_an_unreachable_member_is_not_asked() -> None:
    desk = Desk([member(1), member(2)])
    desk.unreachable.add(1)
    assert desk.look().ask == (2,)


def test_the_escalation_list_does_not_look_at_duty_or_place_but_at_suspension() -> None:
    people = [LISTED, member(61, escalation=True, suspended_at=NOW), member(62)]
    assert Desk(people, one_step(AskedGroup.ESCALATION_LIST)).look().ask == (60,)


def test_neighbours_are_those_of_the_region_who_do_not_serve_it() -> None:
    people = [member(1), member(2, cities=("talgar",)), member(3, cities=("astana",)), member(4, cities=())]
    assert Desk(people, one_step(AskedGroup.NEIGHBOURS)).look().ask == (2,)


def test_coordinators_on_duty_are_asked_by_their_step() -> None:
    people = [COORDINATOR, replace(COORDINATOR, id=51, on_duty=False), member(1)]
    assert Desk(people, one_step(AskedGroup.COORDINATORS)).look().ask == (50,)


def test_an_unknown_region_asks_those_who_serve_everywhere() -> None:
    decision = Desk([member(1), member(2, cities=())], region=None, city=None).look()
    assert decision.ask == (2,)
    assert not decision.found_nobody


def test_an_unknown_region_with_nobody_for_everywhere_goes_on_to_the_coordinators() -> None:
    decision = Desk([member(1), COORDINATOR], region=None, city=None).look()
    assert (decision.step, decision.ask) == (2, (50,))


def test_whose_city_is_on_the_map_no_more_does_not_serve_every_unknown_place() -> None:
    decision = Desk([member(1, cities=("gone",)), COORDINATOR], region=None, city=None).look()
    assert (decision.step, decision.ask) == (2, (50,))


def test_a_city_alone_tells_the_region() -> None:
    assert Desk([member(1, cities=("konaev",))], region=None, city="talgar").look().ask == (1,)


@pytest.mark.parametrize("changes", [{"state": "accepted"}, {"state": "closed"}, {"alerting": False}])
def test_a_case_that_needs_nobody_decides_nothing(changes: dict[str, Any]) -> None:
    decision = Desk([member(1)], step=2, round=3000, loops=1, **changes).look()
    assert (decision.step, decision.round, decision.loops) == (2, 3000, 1)
    assert (decision.ask, decision.expire, decision.next_look) == ((), (), None)
    assert not any((decision.found_nobody, decision.alarm_administrators))


def test_after_downtime_one_look_moves_one_round_from_the_true_now() -> None:
    desk = Desk([member(1), member(2), member(3), member(4)])
    desk.look()
    desk.now += timedelta(days=2)
    decision = desk.look()
    assert decision.ask == (3, 4)
    assert decision.next_look == desk.now + 5 * MINUTE


def test_a_shorter_policy_after_a_restart_goes_on_at_its_last_step() -> None:
    desk = Desk([member(1), LISTED])
    for _ in range(3):
        desk.wait(desk.look())
    desk.policy = Policy(
        (PolicyStep(AskedGroup.REGION, 1, MINUTE), PolicyStep(AskedGroup.ESCALATION_LIST, 1, MINUTE))
    )
    desk.now += timedelta(hours=1)
    assert (desk.look().step, desk.case.step) == (1, 1)


def test_a_single_step_has_found_nobody_only_when_it_repeats() -> None:
    desk = Desk([member(1)], one_step(AskedGroup.REGION))
    first = desk.look()
    assert not first.found_nobody
    assert desk.wait(first).found_nobody
    assert Desk([], one_step(AskedGroup.REGION)).look().found_nobody
