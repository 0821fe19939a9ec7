"""What was sent and what came of it, out of claims: whoever said a thing last counts, and everything is kept."""

from datetime import timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.casework.case_view import CaseView, view_case
from core.casework.claims import NO_TIME, Claim
from core.casework.interventions import (
    InterventionKind,
    InterventionReply,
    intervention_lines,
    overdue_answers,
    owed_answers,
    tracked_intervention,
    tracked_interventions,
)
from core.clocks.clock_rows import ClockRow
from core.clocks.computation import answer_term
from core.resources.law_files import load_law
from core.values import Intervention, Precision, value_from_data, value_to_data
from tests.decisions.claims import START, at, claim

ZONE = ZoneInfo("Asia/Almaty")
DAY = 24 * 60
FIRST, SECOND = 101, 102


def sent(number: int, day: float = 0, due: float | None = None, **said: Any) -> Intervention:
    """Something that was sent so many days after START, and has to be answered ``due`` days after it."""
    given: dict[str, Any] = {
        "sort": InterventionKind.COMPLAINT.value,
        "addressee": "Made-Up prosecutor",
        "at": at(day * DAY),
    }
    return Intervention(number, due_at=None if due is None else at(due * DAY), **(given | said))


def line(what: Intervention, by: str = "member 2", minutes: float = 0, **more: Any) -> Claim:
    return claim("intervention", what, by, minutes, **more)


def view(*claims: Claim) -> CaseView:
    return view_case(claims, NO_TIME)


def test_what_is_kept_is_read_back() -> None:
    whole = sent(
        FIRST,
        due=3,
        reply=InterventionReply.REFUSED.value,
        replied_at=at(DAY),
        reply_precision=Precision.DAY,
        reference="№ 12",
        office="made-up-office",
        unregistered=True,
    )
    assert value_from_data(value_to_data(whole)) == whole
    assert value_from_data(value_to_data(sent(FIRST))) == sent(FIRST)


def test_several_are_in_the_order_in_which_they_were_sent_with_all_that_was_said_of_each() -> None:
    before = sent(SECOND, day=1, due=4)
    found = tracked_interventions(
        view(
            line(before, minutes=1),
            line(sent(FIRST, day=2), minutes=2, person_id=7),
            line(replace(before, reply=InterventionReply.GRANTED.value), "member 3", 3),
        )
    )
    assert [(one.number, one.person, one.what.reply) for one in found] == [
        (SECOND, None, "granted"),
        (FIRST, 7, ""),
    ]
    assert [fact.claim.source_id for fact in found[0].said] == [2, 3]
    assert tracked_intervention(view(line(before)), FIRST) is None


def test_what_was_known_yesterday_is_found_again() -> None:
    one = sent(FIRST, due=3)
    claims = [line(one), line(replace(one, reply=InterventionReply.REFUSED.value), minutes=4 * DAY)]
    then = view_case(claims, at(3.5 * DAY))
    assert [one.number for one in overdue_answers(then, at(3.5 * DAY))] == [FIRST]
    assert not overdue_answers(view_case(claims, at(5 * DAY)), at(5 * DAY))


OWED: dict[str, tuple[dict[str, Any], bool]] = {
    "nothing came": ({}, True),
    "somebody says that nothing came": ({"reply": InterventionReply.NONE.value}, True),
    "an answer without substance": ({"reply": InterventionReply.EMPTY.value}, False),
    "refused": ({"reply": InterventionReply.REFUSED.value}, False),
    "not registered": ({"unregistered": True}, False),
    "withdrawn": ({"withdrawn": True}, False),
}


@pytest.mark.parametrize("case", OWED)
def test_what_is_owed_and_since_when(case: str) -> None:
    said, is_owed = OWED[case]
    (one,) = tracked_interventions(view(line(sent(FIRST, due=3, **said))))
    assert one.is_owed is is_owed
    assert not one.is_overdue(at(3 * DAY - 1))
    assert one.is_overdue(at(3 * DAY)) is is_owed
    assert one.over(at(5 * DAY)) == (timedelta(days=2) if is_owed else timedelta())


def test_each_line_says_what_the_one_before_did_not() -> None:
    steps: list[tuple[str, dict[str, Any]]] = [
        ("sent", {}),
        ("corrected", {"reference": "№ 2"}),
        ("unregistered", {"unregistered": True}),
        ("registered", {"unregistered": False}),
        ("unanswered", {"reply": InterventionReply.NONE.value, "replied_at": at(DAY)}),
        ("answered", {"reply": InterventionReply.REFUSED.value, "replied_at": at(2 * DAY)}),
        ("withdrawn", {"withdrawn": True}),
        ("again", {"withdrawn": False}),
    ]
    what, claims = sent(FIRST), []
    for minute, (_, changes) in enumerate(steps):
        what = replace(what, **changes)
        claims.append(line(what, f"member {minute + 1}", minute))
    found = intervention_lines(tracked_interventions(view(*claims))[0])
    assert [(step, claim.source_id) for step, claim in found] == [
        (step, number) for number, (step, _) in enumerate(steps, start=1)
    ]


def test_what_is_due_first_stands_first_and_what_has_no_term_is_never_over() -> None:
    found = view(line(sent(FIRST, due=9)), line(sent(SECOND, due=4)), line(sent(103)))
    assert [one.number for one in owed_answers(found)] == [SECOND, FIRST]
    assert [one.number for one in overdue_answers(found, at(5 * DAY))] == [SECOND]
    assert [one.number for one in overdue_answers(found, at(99 * DAY))] == [SECOND, FIRST]


TERMS = {
    # sort, regime → days, whether it may not hold
    (InterventionKind.COMPLAINT, "criminal"): (3, False),
    (InterventionKind.COMPLAINT, None): (3, True),
    (InterventionKind.COMPLAINT, "administrative"): None,
    (InterventionKind.MOTION, "criminal_grave"): (3, False),
    (InterventionKind.JUDGE, "criminal"): (3, False),
    (InterventionKind.REMAND_APPEAL, "criminal"): (3, False),
    (InterventionKind.APPEAL, "arrestable"): (15, False),
    (InterventionKind.ARREST_APPEAL, "arrestable"): (1, False),
    (InterventionKind.CED, "criminal"): (14, True),
    (InterventionKind.WGAD, None): (60, True),
    (InterventionKind.RELEASE, "criminal"): None,
    (InterventionKind.UN_URGENT, None): None,
    (InterventionKind.LETTER, None): None,
}


@pytest.mark.parametrize(("sort", "regime"), TERMS)
def test_by_when_an_answer_is_due(sort: InterventionKind, regime: str | None) -> None:
    said = view(claim("regime", regime, "member 2")) if regime else view()
    found = answer_term(load_law("kz"), said, None, sort, START, Precision.MINUTE, ZONE)
    expected = TERMS[sort, regime]
    assert (found and ((found.due - START).days, found.doubtful)) == expected


def test_a_person_of_another_sort_of_detention_has_another_term() -> None:
    said = view(claim("regime", "criminal", "member 2"), claim("regime", "border", "member 2", person_id=7))
    law = load_law("kz")
    assert answer_term(law, said, 7, InterventionKind.COMPLAINT, START, Precision.MINUTE, ZONE) is None
    assert answer_term(law, said, 8, InterventionKind.COMPLAINT, START, Precision.MINUTE, ZONE)


def test_of_several_terms_the_shortest_counts_and_of_a_law_only_the_days_on_which_it_is_in_force() -> None:
    rows = {row.id: row for row in load_law("kz")}
    short, long = (
        rows["complaint-reply"],
        replace(rows["wgad-reply"], answers=frozenset({InterventionKind.COMPLAINT})),
    )

    def by(*law: ClockRow) -> str:
        found = answer_term(law, view(), None, InterventionKind.COMPLAINT, START, Precision.MINUTE, ZONE)
        return found.row.id if found is not None else ""

    assert by(short, long) == by(long, short) == "complaint-reply"
    assert by(long) == "wgad-reply"
    day = START.astimezone(ZONE).date()
    assert by(replace(short, valid_to=day - timedelta(days=1)), long) == "wgad-reply"
    assert by(replace(short, valid_from=day + timedelta(days=1))) == ""


def test_of_a_day_only_its_end_is_sure_and_of_a_month_nothing() -> None:
    law = load_law("kz")
    of_day = answer_term(law, view(), None, InterventionKind.MOTION, START, Precision.DAY, ZONE)
    assert of_day is not None
    assert of_day.due == START + timedelta(days=4)
    assert of_day.row.id == "motion-reply"
    assert answer_term(law, view(), None, InterventionKind.MOTION, START, Precision.MONTH, ZONE) is None


_LINES = st.lists(
    st.tuples(
        st.sampled_from((FIRST, SECOND, 103)),
        st.sampled_from(("", *InterventionReply)),
        st.booleans(),
        st.integers(0, 9),
    ),
    max_size=8,
)


@pytest.mark.slow
@given(_LINES, st.randoms())
def test_the_order_in_which_claims_are_read_changes_nothing(
    said: list[tuple[int, str, bool, int]], random: Random
) -> None:
    claims = [
        line(sent(number, due=due, reply=reply, withdrawn=withdrawn), f"member {minute}", minute)
        for minute, (number, reply, withdrawn, due) in enumerate(said)
    ]
    mixed = random.sample(claims, len(claims))
    assert tracked_interventions(view(*claims)) == tracked_interventions(view(*mixed))
    last = {number: (reply, withdrawn) for number, reply, withdrawn, _ in said}
    assert {
        one.number: (one.what.reply, one.what.withdrawn) for one in tracked_interventions(view(*mixed))
    } == last
    assert {one.number for one in owed_answers(view(*mixed))} == {
        number
        for number, (reply, withdrawn) in last.items()
        if reply in ("", InterventionReply.NONE) and not withdrawn
    }
