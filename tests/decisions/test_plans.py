"""Plans: steps of their own for some regions or hours, chosen when a search begins."""

from datetime import UTC, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from core.alerting.policy import AskedGroup, HoursOfDay, Policy, PolicyPlan, PolicyStep
from core.vocabulary import OfferState, Role
from tests.decisions.people import MINUTE, STEPS, Desk, member

NIGHT = HoursOfDay(time(22), time(7))
LIST = PolicyStep(AskedGroup.ESCALATION_LIST, 5, 10 * MINUTE)
NIGHTS = PolicyPlan("nights", (PolicyStep(AskedGroup.REGION, 5, 3 * MINUTE), LIST), hours=NIGHT)
ASTANA = PolicyPlan(
    "the capital", (PolicyStep(AskedGroup.COORDINATORS, 5, MINUTE), LIST), regions=frozenset({"astana"})
)
POLICY = Policy(STEPS, plans=(ASTANA, NIGHTS))
NOON = datetime(2018, 9, 18, 6, 0, tzinfo=UTC)  # in Almaty, at UTC+6
EVENING = datetime(2018, 9, 18, 15, 59, tzinfo=UTC)  # a minute before ten there


def at(moment: datetime, *, policy: Policy = POLICY, **changes: object) -> Desk:
    """Somebody reports then."""
    people = [
        member(1),
        member(2),
        member(3),
        member(50, role=Role.COORDINATOR, cities=()),
        member(60, escalation=True, on_duty=False, cities=("astana",)),
    ]
    desk = Desk(people, policy, **changes)
    desk.now = moment
    return desk


@pytest.mark.parametrize(
    ("hours", "inside", "outside"),
    [
        (HoursOfDay(time(9), time(18)), ["09:00", "17:59"], ["08:59", "18:00", "00:00"]),
        (NIGHT, ["22:00", "00:00", "06:59"], ["07:00", "12:00", "21:59"]),
        (HoursOfDay(time(0), time(6)), ["00:00", "05:59"], ["06:00", "23:59"]),
        (HoursOfDay(time(22), time(0)), ["22:00", "23:59"], ["00:00", "21:59"]),
    ],
)
def test_hours_may_go_over_midnight(hours: HoursOfDay, inside: list[str], outside: list[str]) -> None:
    assert all(hours.hold(time.fromisoformat(one)) for one in inside)
    assert not any(hours.hold(time.fromisoformat(one)) for one in outside)


def test_hours_that_end_as_they_begin_are_none() -> None:
    with pytest.raises(ValueError, match="none, or the whole day"):
        HoursOfDay(time(8), time(8))


def test_where_no_plan_fits_the_ordinary_steps_count() -> None:
    assert at(NOON).look().step == 0
    assert Policy(STEPS).begun("almaty", NOON).name == ""


def test_a_region_has_its_own_steps_and_they_are_numbered_after_the_ordinary_ones() -> None:
    decision = at(NOON, region="astana", city="astana").look()
    assert (decision.step, decision.ask) == (len(STEPS), (50,))
    assert POLICY.named(decision.step) == {"ask": "coordinators", "plan": "the capital"}
    assert POLICY.named(0) == {"ask": "region"}
    assert POLICY.named(99) == {}


def test_the_first_plan_that_fits_is_taken() -> None:
    assert POLICY.begun("astana", EVENING.replace(hour=23)).name == "the capital"


def test_night_is_that_of_the_place() -> None:
    assert at(EVENING).look().ask == (1, 2)
    assert at(EVENING + MINUTE).look().ask == (1, 2, 3)


def test_a_search_goes_on_by_the_steps_with_which_it_began() -> None:
    desk = at(EVENING)
    first = desk.look()
    second = desk.wait(first)
    assert (first.step, second.step, second.round) == (0, 0, 1)
    night = at(EVENING + timedelta(hours=8, minutes=59))
    desk.wait(night.look())
    assert night.wait(night.look()).step == len(STEPS) + 3


def test_what_begins_anew_goes_by_the_plan_of_that_hour() -> None:
    desk = at(EVENING)
    desk.look()
    desk.now += timedelta(minutes=2)
    assert desk.look(anew=True).step == len(STEPS) + 2
    desk.now = NOON + timedelta(days=1)
    assert desk.look(anew=True).step == 0


def test_the_last_step_of_a_plan_repeats_and_is_the_one_that_has_found_nobody() -> None:
    desk = at(EVENING + MINUTE)
    first = desk.look()
    second = desk.wait(first)
    third = desk.wait(second)
    assert [(d.step, d.loops, d.found_nobody) for d in (first, second, third)] == [
        (len(STEPS) + 2, 0, False),
        (len(STEPS) + 3, 0, True),
        (len(STEPS) + 3, 1, True),
    ]


def test_who_declined_by_day_is_not_asked_by_the_same_step_of_the_night() -> None:
    desk = at(EVENING)
    desk.look()
    desk.answer(1, OfferState.DECLINED)
    desk.now += timedelta(minutes=2)
    assert desk.look(anew=True).ask == (2, 3)


def test_a_search_of_a_plan_that_is_no_more_goes_on_at_the_last_ordinary_step() -> None:
    desk = at(EVENING + MINUTE)
    desk.wait(desk.look())
    desk.policy = Policy(STEPS)
    desk.now += timedelta(hours=1)
    assert desk.look().step == len(STEPS) - 1


def test_an_unknown_place_is_in_no_region() -> None:
    assert not ASTANA.fits(None, NOON)
    assert NIGHTS.fits(None, EVENING + timedelta(hours=8))


def test_a_plan_needs_steps() -> None:
    with pytest.raises(ValueError, match="each of its plans"):
        Policy(STEPS, plans=(replace(NIGHTS, steps=()),))
