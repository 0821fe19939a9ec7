"""An offer that does not reach its phone: whoever is next is asked at once, and it stays open all the same."""

from msgspec.structs import replace

from core.alerting.escalation import decide_second_search
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.vocabulary import CaseState, OfferState, Role
from tests.decisions.people import MINUTE, NOW, Desk, member

COORDINATOR = member(50, role=Role.COORDINATOR, cities=())
LISTED = member(1, escalation=True)


def lose(desk: Desk, number: int) -> None:
    """Two minutes after the last look nothing has reached this member."""
    desk.alerts[number] = replace(desk.alerts[number], undelivered_at=desk.now)


def test_the_next_of_the_step_is_asked_in_the_place_of_whom_it_did_not_reach() -> None:
    desk = Desk([member(1), member(2), member(3), member(4)])
    desk.look()
    desk.now += 2 * MINUTE
    lose(desk, 1)
    decision = desk.look()
    assert (decision.ask, decision.expire) == ((3,), ())
    assert (decision.step, decision.round) == (0, 0)
    assert decision.next_look == desk.now + 5 * MINUTE
    assert desk.look().ask == ()  # once


def test_where_the_step_has_nobody_else_those_whom_it_reached_have_their_time() -> None:
    desk = Desk([member(1), member(2), COORDINATOR])
    first = desk.look()
    desk.now += 2 * MINUTE
    lose(desk, 1)
    decision = desk.look()
    assert (decision.ask, decision.expire, decision.next_look) == ((), (), first.next_look)


def test_where_nobody_was_reached_the_next_step_begins_at_once_and_the_offer_stays_open() -> None:
    desk = Desk([member(1), COORDINATOR])
    desk.look()
    desk.now += 2 * MINUTE
    lose(desk, 1)
    decision = desk.look()
    assert (decision.step, decision.ask, decision.expire) == (2, (50,), ())
    assert desk.alerts[1].state is OfferState.OFFERED
    assert 1 in desk.wait(decision).expire  # its time is over with that of the others


def test_whom_it_has_not_reached_is_not_asked_a_second_time_at_once_but_when_it_is_time() -> None:
    desk = Desk([LISTED])
    desk.look()
    desk.now += 2 * MINUTE
    lose(desk, 1)
    decision = desk.look()
    assert (decision.ask, decision.alarm_administrators, decision.found_nobody) == ((), True, True)
    assert desk.wait(decision).ask == (1,)


def test_what_reached_them_late_is_waited_for_again() -> None:
    desk = Desk(
        [member(1)],
        Policy(
            (
                PolicyStep(AskedGroup.REGION, 1, 5 * MINUTE, 2),
                PolicyStep(AskedGroup.COORDINATORS, 1, 5 * MINUTE),
            )
        ),
    )
    first = desk.look()
    desk.now += 2 * MINUTE
    lose(desk, 1)
    desk.alerts[1] = replace(desk.alerts[1], delivered_at=desk.now)
    assert desk.look().next_look == first.next_look


def test_for_the_second_place_the_next_is_asked_at_once_too() -> None:
    desk = Desk([member(1), member(5, cities=("talgar",))], wants_second=True)
    desk.decide = staticmethod(decide_second_search)
    desk.case = replace(desk.case, state=CaseState.ACCEPTED, owner_id=9, first_action_at=NOW)
    assert desk.look(anew=True).ask == (1,)
    desk.now += 2 * MINUTE
    lose(desk, 1)
    assert desk.look().ask == (5,)
