"""Who comes before whom, and why; who is never asked; and that the explanation is the decision."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.alerting import criteria
from core.alerting.candidates import VISIT, CaseRoster, Refusal
from core.alerting.criteria import CRITERIA, distance_band
from core.alerting.dry_run import explain_asking
from core.alerting.geography import km_from_case
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.model import Member
from core.vocabulary import OfferState, Role
from tests.decisions.people import MINUTE, NOW, POLICY, Desk, Land, case, member

ONE = Policy((PolicyStep(AskedGroup.REGION, 9, 5 * MINUTE),))
IN_TALGAR: dict[str, Any] = {"region": "almaty_region", "city": "talgar"}


def order(*members: Member, policy: Policy = ONE, **changes: object) -> tuple[int, ...]:
    """Whom the first look asks, best first."""
    return Desk(members, policy, **changes).look().ask


def test_of_those_in_the_region_the_nearest_comes_first() -> None:
    near, far = member(2, cities=("talgar",)), member(1, cities=("konaev",))
    assert order(far, near, **IN_TALGAR) == (2, 1)


def test_a_few_km_are_no_reason_to_ask_somebody_who_does_not_speak_the_language() -> None:
    speaks, nearer = member(2, cities=("talgar",)), member(1, cities=("almaty",), languages=("ru",))
    policy = Policy((PolicyStep(AskedGroup.ESCALATION_LIST, 9, MINUTE),))
    people = [replace(one, escalation=True) for one in (nearer, speaks)]
    assert order(*people, policy=policy, region="almaty_region", city=None, district=None) == (2, 1)


def test_who_knows_most_of_what_the_case_wants_comes_first_but_after_the_language() -> None:
    people = (
        member(1),
        member(2, specialities=("minors",)),
        member(3, specialities=("torture", "minors")),
        member(4, specialities=("minors", "torture"), languages=("ru",)),
    )
    assert order(*people, wanted=("minors", "torture")) == (3, 2, 1, 4)


def test_of_equal_ones_the_one_asked_longest_ago_comes_first_and_who_never_was_before_all() -> None:
    desk = Desk([member(1), member(2), member(3)], ONE)
    desk.asked_at = {1: NOW - timedelta(hours=1), 2: NOW - timedelta(days=3)}
    assert desk.look().ask == (3, 2, 1)


def test_who_works_in_the_city_itself_comes_before_who_is_as_near() -> None:
    people = [member(1, cities=("konaev", "almaty")), member(2, cities=("talgar",))]
    assert order(*people, **IN_TALGAR) == (2, 1)


def test_who_has_less_to_do_comes_before_who_was_asked_longest_ago() -> None:
    desk = Desk([member(1), member(2)], ONE)
    desk.asked_at, desk.load = {2: NOW}, {1: 1}
    assert desk.look().ask == (2, 1)


def test_the_offer_of_this_case_itself_is_no_load() -> None:
    desk = Desk([member(1), member(2)], Policy((PolicyStep(AskedGroup.REGION, 1, MINUTE, times=3),)))
    desk.look()
    desk.load = {1: 1, 2: 1}
    desk.wait(desk.look())
    for state, loads in ((OfferState.OFFERED, [1, 0]), (OfferState.WITHDRAWN, [1, 1])):
        desk.answer(2, state)
        roster = CaseRoster(
            desk.case, desk.members, list(desk.alerts.values()), desk.policy, Land(), desk.about
        )
        verdicts = roster.verdicts(desk.policy.steps[0], 1)
        assert [verdict.candidate.load for verdict in verdicts if verdict.candidate] == loads


@pytest.mark.parametrize("reason", ["conflict", "gave_back_conflict"])
def test_who_declared_a_conflict_is_never_asked_again(reason: str) -> None:
    listed = member(1, escalation=True)
    desk = Desk([listed])
    desk.look()
    desk.answer(1, OfferState.DECLINED, reason)
    decision = desk.look(anew=True)
    while decision.loops < 3:
        assert decision.ask == ()
        decision = desk.wait(decision)


def test_who_reports_to_be_held_is_neither_asked_nor_waited_for() -> None:
    desk = Desk([member(1), member(2), member(3)])
    assert desk.look().ask == (1, 2)
    desk.crying = {1, 2}
    decision = desk.look()
    assert (decision.ask, decision.expire) == ((3,), (1, 2))
    while decision.loops < 2:
        decision = desk.wait(decision)
        assert not desk.crying & set(decision.ask)


@pytest.mark.parametrize(
    ("known", "refusal"),
    [
        ("crying", Refusal.CRYING),
        ("reporting", Refusal.REPORTING),
        ("unreachable", Refusal.UNREACHABLE),
        ("conflicted", Refusal.CONFLICT),
    ],
)
def test_what_is_known_of_a_member_is_told_before_that_they_are_off_duty(
    known: str, refusal: Refusal
) -> None:
    desk = Desk([member(1, on_duty=False), member(2)])
    setattr(desk, known, {1})
    roster = CaseRoster(desk.case, desk.members, [], POLICY, Land(), desk.about)
    assert [one.refusal for one in roster.verdicts(POLICY.steps[0], 0)] == [refusal, None]


def test_a_conflict_about_a_linked_case_counts_here_too() -> None:
    desk = Desk([member(1, escalation=True), member(2)])
    desk.conflicted = {1}
    assert desk.look().ask == (2,)


def test_distance_is_told_where_both_places_are_known() -> None:
    here = case(**IN_TALGAR)
    assert km_from_case(here, member(1, cities=("astana", "konaev")), Land()) == 65
    assert km_from_case(here, member(1, cities=()), Land()) is None
    assert (
        km_from_case(case(region="almaty", city=None), member(1), Land()) is None
    )  # where in it is not known
    assert km_from_case(case(region=None, city=None), member(1), Land()) is None
    assert distance_band(None) > distance_band(999)
    assert [distance_band(km) for km in (0, 30, 31, 100, 101)] == [0, 0, 1, 1, 2]


def test_why_says_what_speaks_for_and_against() -> None:
    desk = Desk(
        [member(1, cities=("konaev",), languages=("ru",), specialities=("minors",))],
        ONE,
        wanted=("minors", "torture"),
        **IN_TALGAR,
    )
    desk.load = {1: 2}
    assert desk.look().why == {
        1: {"near": "region", "speaks": False, "km": 65, "knows": ["minors"], "load": 2}
    }


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"suspended_at": NOW}, Refusal.SUSPENDED),
        ({"on_duty": False}, Refusal.OFF_DUTY),
        ({"cities": ("astana",)}, Refusal.FAR),
        ({"role": Role.ADMINISTRATOR, "escalation": True}, Refusal.ROLE),
        ({"role": Role.COORDINATOR, "on_duty": False}, Refusal.OFF_DUTY),
    ],
)
def test_who_is_not_asked_by_any_step_is_told_why(changes: dict[str, object], refusal: Refusal) -> None:
    roster = CaseRoster(case(), [member(1, **changes)], [], POLICY, Land(), Desk([]).about)
    (told,) = explain_asking(roster, next(POLICY.courses()), 0, 0)
    assert (told.refusal, told.step) == (refusal, None)


@pytest.mark.parametrize(
    ("state", "reason", "refusal"),
    [
        (OfferState.DECLINED, None, Refusal.DECLINED),
        (OfferState.DECLINED, "conflict", Refusal.CONFLICT),
        (OfferState.DECLINED, "gave_back_far", Refusal.HAD_IT),
        (OfferState.ACCEPTED, None, Refusal.HAD_IT),
    ],
)
def test_who_answered_is_told_so(state: OfferState, reason: str | None, refusal: Refusal) -> None:
    desk = Desk([member(1)])
    desk.look()
    desk.answer(1, state, reason)
    roster = CaseRoster(desk.case, desk.members, list(desk.alerts.values()), POLICY, Land(), desk.about)
    (told,) = explain_asking(roster, next(POLICY.courses()), 0, 1)
    assert told.refusal in (refusal, Refusal.NOT_LISTED)
    assert roster.verdicts(POLICY.steps[0], 1)[0].refusal is refusal


def test_what_decides_between_two_neighbours_in_the_order_is_named() -> None:
    desk = Desk([member(1, languages=("ru",)), member(2), member(3)], ONE)
    roster = CaseRoster(desk.case, desk.members, [], ONE, Land(), desk.about)
    told = explain_asking(roster, next(ONE.courses()), 0, 0)
    assert [(one.member.id, one.place, one.behind) for one in told] == [
        (2, 1, ""),
        (3, 2, "roster"),
        (1, 3, "language"),
    ]


def test_the_head_of_the_module_names_the_criteria_in_their_order() -> None:
    named = [line.split()[0] for line in (criteria.__doc__ or "").splitlines() if line.startswith("    ")]
    assert named == [criterion.name for criterion in CRITERIA]


def test_visits_have_numbers_of_their_own() -> None:
    desk = Desk([member(1), member(2)], Policy((PolicyStep(AskedGroup.REGION, 1, MINUTE),)))
    first = desk.look()
    again = desk.wait(first)
    assert (first.round, again.round) == (0, VISIT)
