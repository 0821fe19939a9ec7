"""What a digest counts, and what it keeps apart."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.digest.count import DigestExtras, EarlierDigest, count_figures
from core.digest.figures import ChatFlood, DigestFigures, figures_from_data, figures_to_data
from core.digest.tally import OTHERS, Tally
from core.model import Case
from core.values import Precision
from core.vocabulary import CaseState, RecordKind
from tests.decisions.people import case

ALMATY = ZoneInfo("Asia/Almaty")
EVENING_17 = datetime(2018, 9, 17, 15, 0, tzinfo=UTC)  # 21:00 in Almaty
EVENING_18 = EVENING_17 + timedelta(days=1)
HOUR = timedelta(hours=1)
CITIES = frozenset({"almaty", "astana"})


def happened(day: int, month: int = 9, precision: Precision = Precision.DAY) -> dict[str, Any]:
    """The fields of a known day in 2018."""
    return {"happened_on": date(2018, month, day), "started_precision": precision}


def in_evening(day: int, **changes: Any) -> Case:
    """A case reported at eight in the evening of that day of September 2018."""
    return case(opened_at=datetime(2018, 9, day, 14, 0, tzinfo=UTC), **changes)


def of_september_2018() -> list[Case]:
    """The six rows of the statement of 20 September 2018, as cases."""
    quiet = {"alerting": False}
    return [
        in_evening(
            18, region="almaty", identified=1, unidentified_min=2, **happened(18, precision=Precision.HOUR)
        ),
        in_evening(
            18, region="almaty", identified=1, situation="blocked", **happened(18, precision=Precision.MINUTE)
        ),
        in_evening(17, region="astana", identified=1, unidentified_min=1, **happened(17)),
        in_evening(
            18, region="pavlodar", record=RecordKind.PROSECUTION, situation="trial", **happened(18), **quiet
        ),
        in_evening(
            17,
            region="karaganda",
            situation="over",
            unidentified_min=2,
            **happened(1, 8, Precision.MONTH),
            **quiet,
        ),
        in_evening(18, region="mangystau", record=RecordKind.OBSERVATION, situation="saw", **quiet),
    ]


def of(cases: list[Case], end: datetime = EVENING_18, *were: Case, first: bool = False) -> DigestFigures:
    """The figures of the day that ends then. ``were``: cases as they were known a day before."""
    begin = end - 24 * HOUR
    known = {case.id: case for case in were}
    then = [known.get(case.id, case) for case in cases if case.opened_at < begin]
    last = count_figures(then, begin - 24 * HOUR, begin, zone=ALMATY)
    before = None if first else EarlierDigest(begin, last.days)
    return count_figures(cases, begin, end, zone=ALMATY, cities=CITIES, before=before)


def test_the_six_rows_are_counted_as_the_scenario_expects() -> None:
    cases = of_september_2018()
    first = of([one for one in cases if one.opened_at < EVENING_17], EVENING_17)
    second = of(cases)
    assert first.new + second.new == Tally(4, 3, 5)
    assert (first.prosecutions + second.prosecutions, first.observations + second.observations) == (1, 1)
    assert first.happened == {"2018-08": Tally(1, 0, 2), "2018-09-17": Tally(1, 1, 1)}
    assert second.happened == {"2018-09-18": Tally(2, 2, 2)}
    assert second.still_open == Tally(4, 3, 5)
    assert second.corrections == ()
    assert first.regions == {"astana": Tally(1, 1, 1), OTHERS: Tally(1, 0, 2)}
    assert second.situations == {"blocked": Tally(1, 1, 0), "other": Tally(1, 1, 2)}


def test_a_person_held_twice_is_two_detentions() -> None:
    assert of([in_evening(18, identified=1), in_evening(18, identified=1)]).new == Tally(2, 2, 0)


def test_hours_are_half_open_so_that_nothing_is_counted_twice_or_never() -> None:
    cases = [case(opened_at=EVENING_17), case(opened_at=EVENING_18)]
    assert of(cases, EVENING_17).new.detentions == 0
    assert of(cases, EVENING_18).new.detentions == 1
    assert of(cases, EVENING_18 + 24 * HOUR).new.detentions == 1


def test_what_was_opened_after_the_hours_is_in_no_figure() -> None:
    hours = EVENING_17, EVENING_18
    assert count_figures([in_evening(20)], *hours, zone=ALMATY) == count_figures([], *hours, zone=ALMATY)


def test_a_false_alarm_is_counted_as_such_and_not_as_a_detention() -> None:
    false = in_evening(18, state=CaseState.CLOSED, outcome="false_alarm", closed_at=EVENING_18 - HOUR / 2)
    found = of([false])
    assert (found.new, found.false_alarms, found.still_open) == (Tally(), 1, Tally())


def test_what_was_not_yet_known_at_the_end_of_the_hours_is_not_counted() -> None:
    later = in_evening(18, state=CaseState.CLOSED, outcome="false_alarm", closed_at=EVENING_18 + HOUR)
    assert of([later]).new.detentions == 1
    assert of([later]).still_open.detentions == 1
    assert of([later]).false_alarms == 0


@pytest.mark.parametrize(
    ("outcome", "name"),
    [("released", "released"), ("arrest", "closed_otherwise"), (None, "closed_otherwise")],
)
def test_what_was_closed_in_these_hours_is_counted_by_its_outcome(outcome: str | None, name: str) -> None:
    old = case(
        opened_at=EVENING_17 - HOUR, state=CaseState.CLOSED, outcome=outcome, closed_at=EVENING_18 - HOUR
    )
    found = of([old])
    assert getattr(found, name) == 1
    assert found.released + found.closed_otherwise + found.false_alarms == 1
    assert of([old], EVENING_18 + 24 * HOUR).closed_otherwise == 0


def test_days_of_the_report_are_those_of_the_organisations_clock() -> None:
    night = case(opened_at=datetime(2018, 9, 17, 18, 30, tzinfo=UTC))  # half past midnight in Almaty
    assert of([night]).reported == {"2018-09-18": Tally(1)}


def test_an_unknown_day_and_an_unknown_region_are_said() -> None:
    found = of([in_evening(18, region=None, city=None)])
    assert found.happened == {"": Tally(1)}
    assert found.regions == {"": Tally(1)}


def test_nothing_at_all_is_eventless_and_an_old_open_case_too() -> None:
    assert of([]).eventless
    assert of([case(opened_at=EVENING_17 - HOUR)]).eventless
    assert not of([in_evening(18, record=RecordKind.OBSERVATION)]).eventless
    assert not of([in_evening(18, record=RecordKind.SUMMONS)]).eventless


def test_a_summons_is_counted_apart_and_is_no_detention() -> None:
    counted = of([in_evening(18, record=RecordKind.SUMMONS, situation="summons")])
    assert (counted.summonses, counted.new.detentions) == (1, 0)


def test_coordinators_see_what_found_no_lawyer_and_what_still_has_none() -> None:
    old, now = EVENING_17 - HOUR, EVENING_18 - HOUR
    cases = [
        case(code="river lamp 42", opened_at=old, found_nobody_at=old),
        case(code="apple moon 17", opened_at=old, found_nobody_at=now),
        case(
            code="tulip book 71",
            opened_at=old,
            found_nobody_at=now,
            state=CaseState.ACCEPTED,
            owner_id=7,
            accepted_at=now + HOUR / 2,
        ),
        case(code="maple song 33", opened_at=old, found_nobody_at=old, state=CaseState.CLOSED, closed_at=now),
        case(code="violin rose 50", opened_at=old),
    ]
    private = of(cases).private
    assert private.found_nobody == ("apple moon 17", "tulip book 71")
    assert private.without == ("river lamp 42", "apple moon 17", "violin rose 50")
    assert private.unanswered == 2


def accepted(at: datetime) -> dict[str, Any]:
    return {"state": CaseState.ACCEPTED, "owner_id": 7, "accepted_at": at}


def test_accepted_is_what_somebody_has_in_the_channel_and_for_coordinators() -> None:
    at = datetime(2018, 9, 18, 12, tzinfo=UTC)
    lost = in_evening(18, accepted_at=at)  # and given back
    found = of([in_evening(18, **accepted(at)), lost])
    assert (found.accepted, len(found.private.answer_seconds)) == (1, 1)


def test_what_is_over_is_not_still_open() -> None:
    found = of([in_evening(18), in_evening(18, ongoing="no")])
    assert (found.new.detentions, found.still_open.detentions) == (2, 1)


def test_response_times_run_from_opening_to_acceptance() -> None:
    minutes = [3, 50, 4]
    cases = [in_evening(18, **accepted(datetime(2018, 9, 18, 14, one, tzinfo=UTC))) for one in minutes]
    private = of([*cases, in_evening(18)]).private
    assert (private.median_seconds, private.worst_seconds, len(private.answer_seconds)) == (240, 3000, 3)
    assert of([in_evening(18)]).private.median_seconds is None


def test_figures_come_back_from_json_as_they_were() -> None:
    more = [in_evening(18, **happened(15)), case(found_nobody_at=EVENING_17, opened_at=EVENING_17)]
    beside = DigestExtras(
        {"declined": 2}, 3, ("river lamp 42",), ("river lamp 42",), (ChatFlood(9, "apple moon 17"),)
    )
    before = EarlierDigest(EVENING_17, {"2018-09-16": Tally(1, 0, 1)})
    cases = [*of_september_2018(), *more]
    found = count_figures(cases, EVENING_17, EVENING_18, zone=ALMATY, before=before, beside=beside)
    assert found.corrections
    assert figures_from_data(json.loads(json.dumps(figures_to_data(found)))) == found


def test_damaged_figures_are_refused() -> None:
    with pytest.raises(KeyError):
        figures_from_data({"covers_from": "2018-09-17T15:00:00+00:00"})


CASES = st.lists(
    st.builds(
        lambda hours, record, outcome, closed, names, more: replace(
            case(record=record, identified=names, unidentified_min=more, outcome=outcome),
            opened_at=EVENING_17 - 48 * HOUR + hours * HOUR,
            closed_at=EVENING_17 - 48 * HOUR + (hours + closed) * HOUR if outcome else None,
        ),
        st.integers(0, 100),
        st.sampled_from(["deprivation", "prosecution", "observation"]),
        st.sampled_from([None, "released", "false_alarm", "fine"]),
        st.integers(0, 60),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=12,
)


@pytest.mark.slow
@given(CASES)
def test_every_table_adds_up_to_what_is_new(cases: list[Case]) -> None:
    found = of(cases)
    for table in (found.reported, found.happened, found.regions, found.situations):
        assert sum(table.values(), Tally()) == found.new
    assert figures_from_data(json.loads(json.dumps(figures_to_data(found)))) == found
