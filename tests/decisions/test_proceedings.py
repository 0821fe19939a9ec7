"""Proceedings out of claims: several at once, each with its own history, and what was said last of each."""

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from core.casework.case_view import CaseView, view_case
from core.casework.claims import NO_TIME, Claim
from core.casework.proceedings import (
    HearingOutcome,
    ProceedingKind,
    ProceedingState,
    calendar_event,
    next_hearing,
    tracked_hearing,
    tracked_proceeding,
    tracked_proceedings,
)
from core.values import Hearing, Precision, Proceeding
from tests.decisions.claims import LATE, at, claim, moment

FIRST, SECOND, DANA = 101, 102, 7


def opened(number: int, sort: ProceedingKind, minutes: float = 0, **more: Any) -> Claim:
    return claim(
        "proceeding",
        Proceeding(sort),
        "member 2",
        minutes,
        id=number,
        proceeding_id=number,
        **more,
    )


def held(number: int, of: int, hour: float, minutes: float = 0, by: str = "member 2", **said: Any) -> Claim:
    hearing = Hearing(number, at(hour * 60), Precision.MINUTE, **said)
    return claim("hearing", hearing, by, minutes, proceeding_id=of)


def view(*claims: Claim) -> CaseView:
    return view_case(claims, NO_TIME)


def test_two_run_at_once_each_with_its_own_person_and_hearings() -> None:
    found = tracked_proceedings(
        view(
            opened(FIRST, ProceedingKind.ADMINISTRATIVE),
            opened(SECOND, ProceedingKind.CRIMINAL, person_id=DANA),
            held(1, FIRST, 5),
            replace(held(2, SECOND, 3), person_id=DANA),
        )
    )
    assert [(one.number, one.proceeding.sort, one.person) for one in found] == [
        (FIRST, ProceedingKind.ADMINISTRATIVE, None),
        (SECOND, ProceedingKind.CRIMINAL, DANA),
    ]
    assert [[s.hearing.number for s in one.sittings] for one in found] == [[1], [2]]


def test_what_was_said_last_counts_whoever_said_it_and_all_is_kept() -> None:
    ended = Proceeding(ProceedingKind.ADMINISTRATIVE, "488", "6", ProceedingState.ENDED)
    again = Proceeding(ProceedingKind.ADMINISTRATIVE, "488", "6")
    found = tracked_proceeding(
        view(
            opened(FIRST, ProceedingKind.ADMINISTRATIVE),
            claim("proceeding", ended, "member 2", 5, proceeding_id=FIRST),
            claim("proceeding", again, "member 3", 9, proceeding_id=FIRST),
        ),
        FIRST,
    )
    assert found is not None
    assert found.is_open
    assert found.proceeding.part == "6"
    assert len(found.said) == 3


def test_a_hearing_that_moved_is_one_hearing() -> None:
    told = view(
        opened(FIRST, ProceedingKind.OTHER), held(1, FIRST, 5), held(1, FIRST, 8, 1, "member 3", judge="X")
    )
    found = tracked_hearing(told, 1)
    assert found is not None
    assert (found.hearing.at, found.hearing.judge, len(found.said)) == (at(8 * 60), "X", 2)
    assert found.waits(at(9 * 60))
    assert not found.waits(at(7 * 60))


def test_the_next_one_is_the_first_that_is_neither_over_nor_cancelled() -> None:
    told = view(
        opened(FIRST, ProceedingKind.OTHER), held(1, FIRST, 1), held(2, FIRST, 5, off=True), held(3, FIRST, 9)
    )
    found = next_hearing(told, at(120))
    assert found is not None
    assert found.hearing.number == 3
    assert next_hearing(told, LATE) is None


def test_two_rulings_in_two_proceedings_both_stand_and_the_earlier_one_counts() -> None:
    told = view(
        opened(FIRST, ProceedingKind.ADMINISTRATIVE),
        opened(SECOND, ProceedingKind.ADMINISTRATIVE),
        claim("ruling", moment(60), "member 2", 70, proceeding_id=FIRST),
        claim("ruling", moment(90), "member 2", 95, proceeding_id=SECOND),
    )
    ruling = told.fact("ruling")
    assert ruling is not None
    assert (ruling.time, [other.time for other in ruling.others]) == (at(60), [at(90)])
    assert [[step.time for step in one.steps] for one in tracked_proceedings(told)] == [[at(60)], [at(90)]]


def test_a_step_is_corrected_in_its_own_proceeding_alone() -> None:
    told = view(
        opened(FIRST, ProceedingKind.ADMINISTRATIVE),
        opened(SECOND, ProceedingKind.ADMINISTRATIVE),
        claim("ruling", moment(60), "member 2", 70, proceeding_id=FIRST),
        claim("ruling", moment(90), "member 2", 95, proceeding_id=SECOND),
        claim("ruling", moment(65), "member 2", 96, proceeding_id=FIRST),
    )
    assert [[step.time for step in one.steps] for one in tracked_proceedings(told)] == [[at(65)], [at(90)]]


def test_what_stands_in_a_calendar_has_no_name_of_anybody() -> None:
    told = view(
        opened(FIRST, ProceedingKind.OTHER),
        held(1, FIRST, 5, court="Made-Up court", judge="Made-Up", subject="Dana"),
    )
    found = tracked_hearing(told, 1)
    assert found is not None
    assert calendar_event(found, "lamp river 27", "hearing") == (
        "hearing · lamp river 27",
        datetime(2018, 9, 17, 17, 0, tzinfo=UTC),
        "Made-Up court",
    )


def test_a_hearing_survives_being_written_down() -> None:
    hearing = Hearing(5, at(9), Precision.DAY, "c", "j", "s", HearingOutcome.ARREST, "10", off=True)
    told = view(
        opened(FIRST, ProceedingKind.OTHER), claim("hearing", hearing, "member 2", proceeding_id=FIRST)
    )
    found = tracked_hearing(told, 5)
    assert found is not None
    assert found.hearing == hearing
