"""The demo's verdict: whatever is not as expected is noticed and named."""

from typing import Any

import pytest
from msgspec.structs import replace

from playground.demo.findings import Found, RowFound
from playground.demo.outcome import Difference, differences
from playground.demo.scenario import Persons, Scenario, load

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load()


def perfect(scenario: Scenario) -> Found:
    """What a play finds when everything is as it should be."""
    whole = scenario.expected
    return Found(
        rows={number: RowFound(dict(row.expected), 0.1) for number, row in scenario.rows.items()},
        totals=whole.model_dump(exclude={"happened", "digests"}),
        incidents={key: one.expected for key, one in scenario.incidents.items()},
        happened=whole.happened,
        digests=whole.digests,
    )


def with_fact(found: Found, row: str, **facts: Any) -> Found:
    """The same with other facts of one row."""
    return replace(found, rows={**found.rows, row: RowFound({**found.rows[row].facts, **facts}, 0.1)})


def test_nothing_differs_when_all_is_as_expected(scenario: Scenario) -> None:
    assert differences(scenario, perfect(scenario)) == []


def test_a_wrong_count_of_a_row_is_noticed(scenario: Scenario) -> None:
    found = with_fact(perfect(scenario), "3", identified=2)
    assert differences(scenario, found) == [Difference("row 3, identified", "1", "2")]


def test_a_row_that_is_missing_in_an_incident_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    visit = found.incidents["visit"].model_copy(update={"rows": ("1", "2", "3")})
    missed = differences(scenario, replace(found, incidents={**found.incidents, "visit": visit}))
    assert missed == [Difference("incident visit, rows", "1, 2, 3, 4", "1, 2, 3")]


def test_a_changed_expectation_is_noticed(scenario: Scenario) -> None:
    whole = scenario.expected.model_copy(update={"identified": 4})
    changed = scenario.model_copy(update={"expected": whole})
    assert differences(changed, perfect(scenario)) == [Difference("in all, identified", "4", "3")]


def test_an_alert_for_what_is_over_is_noticed(scenario: Scenario) -> None:
    found = with_fact(perfect(scenario), "5", asked=("alma",))
    assert differences(scenario, found) == [Difference("row 5, asked", "none", "alma")]


def test_a_name_shown_too_early_is_noticed(scenario: Scenario) -> None:
    found = with_fact(perfect(scenario), "1", named_early=True)
    assert differences(scenario, found) == [Difference("row 1, named early", "no", "yes")]


def test_a_missing_flag_is_noticed(scenario: Scenario) -> None:
    found = with_fact(perfect(scenario), "3", flags=())
    assert differences(scenario, found) == [Difference("row 3, flags", "journalist", "none")]


def test_the_hour_is_compared_as_a_moment_whatever_its_zone(scenario: Scenario) -> None:
    started = scenario.rows["2"].expected.started
    assert started is not None
    found = with_fact(perfect(scenario), "2", started=started.astimezone())
    assert differences(scenario, found) == []


def test_another_line_in_the_channel_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    posted = found.digests["2018-09-18"].replace("Still open: 2 (2 / 2+)", "Still open: 1 (2 / 2+)")
    found = replace(found, digests={**found.digests, "2018-09-18": posted})
    assert [(one.expected, one.found) for one in differences(scenario, found)] == [
        ("Still open: 2 (2 / 2+)", "Still open: 1 (2 / 2+)")
    ]


def test_a_digest_that_was_not_posted_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    found = replace(found, digests={"2018-09-17": found.digests["2018-09-17"]})
    missed = differences(scenario, found)
    assert missed[0].what == "digest 2018-09-18, line 1"
    assert all(one.found == "nothing" for one in missed)


def test_a_post_too_many_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    found = replace(found, digests={**found.digests, "post 1": "Hello"})
    assert differences(scenario, found) == [Difference("digest post 1, line 1", "nothing", "Hello")]


def test_a_row_without_a_record_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    found = replace(found, rows={**found.rows, "6": RowFound({"record": "nothing", "asked": ()}, None)})
    missed = differences(scenario, found)
    assert missed[0] == Difference("row 6, record", "observation", "nothing")


def test_a_day_that_nobody_expected_is_noticed(scenario: Scenario) -> None:
    found = perfect(scenario)
    other = Persons(identified=1, unidentified=0)
    found = replace(found, happened={**found.happened, "2018-09-19": other})
    assert {one.what for one in differences(scenario, found)} == {
        "happened 2018-09-19, identified",
        "happened 2018-09-19, unidentified",
    }
