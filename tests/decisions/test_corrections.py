"""What a digest says that an earlier one did not know."""

from datetime import date

from core.digest.count import count_figures
from core.digest.figures import DayCorrection
from core.digest.tally import Tally
from core.vocabulary import CaseState
from tests.decisions.test_figures import ALMATY, EVENING_17, EVENING_18, HOUR, happened, in_evening, of


def test_a_day_that_grew_is_a_correction() -> None:
    cases = [in_evening(17, identified=1, **happened(17)), in_evening(18, unidentified_min=3, **happened(17))]
    assert of(cases).corrections == (DayCorrection(date(2018, 9, 17), Tally(1, 1, 0), Tally(2, 1, 3)),)


def test_a_name_learned_later_is_a_correction() -> None:
    was = in_evening(17, unidentified_min=2, **happened(17))
    found = of([in_evening(17, identified=1, unidentified_min=1, **happened(17))], EVENING_18, was)
    assert found.corrections == (DayCorrection(date(2018, 9, 17), Tally(1, 0, 2), Tally(1, 1, 1)),)


def test_a_case_that_turns_out_to_be_of_another_day_corrects_both() -> None:
    was = in_evening(17, **happened(17))
    found = of([in_evening(17, **happened(15))], EVENING_18, was).corrections
    assert [(one.day.day, one.was, one.now) for one in found] == [
        (15, Tally(), Tally(1)),
        (17, Tally(1), Tally()),
    ]


def test_a_false_alarm_of_yesterday_is_a_correction() -> None:
    false = in_evening(
        17, state=CaseState.CLOSED, outcome="false_alarm", closed_at=EVENING_18 - HOUR, **happened(17)
    )
    assert of([false]).corrections == (DayCorrection(date(2018, 9, 17), Tally(1), Tally()),)


def test_a_false_alarm_that_was_opened_again_is_a_correction() -> None:
    false = in_evening(
        17, state=CaseState.CLOSED, outcome="false_alarm", closed_at=EVENING_17 - HOUR / 2, **happened(17)
    )
    again = in_evening(17, **happened(17))
    assert (
        of([again], EVENING_18, false).corrections == ()
    )  # of the day on which it ended nothing had been known
    assert of([again], EVENING_18 + 24 * HOUR, false).corrections == (
        DayCorrection(date(2018, 9, 17), Tally(), Tally(1)),
    )


def test_an_earlier_day_of_which_nothing_was_known_is_a_correction_and_the_hours_covered_are_none() -> None:
    cases = [in_evening(18, **happened(12)), in_evening(18, **happened(17)), in_evening(18, **happened(18))]
    assert [one.day.day for one in of(cases).corrections] == [12]


def test_a_day_more_than_two_weeks_ago_is_no_correction_any_more() -> None:
    assert of([in_evening(17, **happened(3)), in_evening(18, **happened(3))]).corrections == ()


def test_the_first_digest_corrects_nothing() -> None:
    assert of([in_evening(18, **happened(12))], first=True).corrections == ()


def test_a_false_alarm_that_is_known_by_now_is_taken_out_of_a_digest_that_is_posted_again() -> None:
    late = in_evening(18, state=CaseState.CLOSED, outcome="false_alarm", closed_at=EVENING_18 + HOUR)
    begin = EVENING_18 - 24 * HOUR
    again = count_figures([late], begin, EVENING_18, zone=ALMATY, known_at=EVENING_18 + 2 * HOUR)
    assert (of([late]).new, again.new) == (Tally(1), Tally())
