"""The data file says what the statement says, and holds what a play needs."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from core.casework.claim_kinds import QUIET, RECORDS
from core.model import LANGUAGES
from core.values import Precision
from core.vocabulary import ACTS, OUTCOMES, REASONS
from handlers.forms.report_form import FORM
from playground.demo.scenario import FILE, Scenario, ScriptedAnswer, load

pytestmark = pytest.mark.slow

PUBLISHED = {
    "1": ("18 September 2018", "Almaty", "Rixos Hotel", "Galiya Ospanova", "two others", "Aset Nurzhaubay"),
    "2": ("18 September 2018", "07:00", "Asel Kopbosynova", "Almat Zhumagulov", "apartment"),
    "3": ("17 September 2018", "Astana", "several persons", "Svetlana Glushkova", "Nastoyaschee Vremya"),
    "4": ("Pavlodar", "18 September 2018", "Elena Semyenova", "not guilty", "274", "not stated"),
    "5": ("End of August 2018", "Karaganda", "unknown people", "Claude Béglé", "Antonio Stango"),
    "6": ("Undated", "Aktau, 2015", "Maina Kiai", "intelligence services"),
}
REPORTED = {"1": 18, "2": 18, "3": 17, "4": 18, "5": 17, "6": 18}  # September
EVENING = ("1", "2", "3", "4")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load()


def test_every_row_is_published_as_the_statement_has_it(scenario: Scenario) -> None:
    assert set(scenario.rows) == set(PUBLISHED)
    for number, facts in PUBLISHED.items():
        said = " ".join(scenario.rows[number].published)
        assert [fact for fact in facts if fact not in said] == []


def test_every_row_is_reported_once_on_its_day(scenario: Scenario) -> None:
    zone = ZoneInfo(scenario.zone)
    reported = {m.row: m.at.astimezone(zone) for m in scenario.moments if m.does == "reports"}
    assert {row: at.date() for row, at in reported.items()} == {
        row: date(2018, 9, day) for row, day in REPORTED.items()
    }
    assert all(reported[row].time() >= time(18) for row in EVENING)
    assert sum(m.does == "reports" for m in scenario.moments) == len(scenario.rows)


def test_all_three_languages_are_used_and_somebody_never_taps(scenario: Scenario) -> None:
    assert {row.reporter.app for row in scenario.rows.values()} == {"kk", "ru", "en"}
    typists = [
        r
        for r in scenario.rows.values()
        if r.opens and r.skip and not any(a.taps for a in r.answers.values())
    ]
    assert typists
    assert all(row.expected.taps == 0 for row in typists)


def test_answers_are_to_questions_of_the_form(scenario: Scenario) -> None:
    questions = {question.name for question in FORM.questions} | {"review"}
    for row in scenario.rows.values():
        assert set(row.answers) <= questions


def test_a_coordinator_codes_every_row_as_expected(scenario: Scenario) -> None:
    coded = {m.row: m for m in scenario.moments if m.does == "codes"}
    assert set(coded) == set(scenario.rows)
    for number, moment in coded.items():
        expected = scenario.rows[number].expected
        assert scenario.members[moment.by].role == expected.coded_by == "coordinator"
        assert moment.how == expected.act
        assert moment.how in ACTS


def test_members_use_words_that_the_bot_knows(scenario: Scenario) -> None:
    known = {"declines": REASONS, "closes": (*OUTCOMES, "false_alarm"), "acts": ("contacted", "on_my_way")}
    for moment in scenario.moments:
        assert moment.how in known.get(moment.does, (moment.how,))


def test_only_what_still_goes_on_wakes_somebody(scenario: Scenario) -> None:
    woken = {number for number, row in scenario.rows.items() if row.expected.asked}
    assert woken == {"1", "2", "3"} == set(scenario.expected.alerts)
    for row in scenario.rows.values():
        assert bool(row.expected.asked) == (row.expected.situation not in QUIET)
        assert row.expected.record == RECORDS.get(row.expected.situation, "deprivation")
        assert row.expected.taps <= 3
        assert not row.expected.named_early


def test_one_case_finds_nobody_until_the_escalation_list_is_called(scenario: Scenario) -> None:
    late = [row.expected for row in scenario.rows.values() if row.expected.found_nobody]
    assert len(late) == 1
    assert scenario.members[late[0].accepted_by].escalation


def test_the_totals_are_those_of_the_scenario_and_of_its_rows(scenario: Scenario) -> None:
    whole, rows = scenario.expected, [row.expected for row in scenario.rows.values()]
    held = [row for row in rows if row.record == "deprivation"]
    assert (whole.records, whole.deprivations, whole.prosecutions, whole.observations) == (6, 4, 1, 1)
    assert (whole.identified, whole.unidentified) == (3, 5)
    assert whole.identified == sum(row.identified for row in held)
    assert whole.unidentified == sum(row.unidentified for row in held)
    on = {day: (persons.identified, persons.unidentified) for day, persons in whole.happened.items()}
    assert on["2018-09-17"] == (1, 1)
    assert on["2018-09-18"] == (2, 2)
    assert set(whole.digests) == {"2018-09-17", "2018-09-18"}
    assert all(row.precision in tuple(Precision) for row in rows)


def test_an_unknown_member_is_a_mistake_of_the_file() -> None:
    text = FILE.read_text("utf-8").replace('by = "igor"', 'by = "nobody"')
    with pytest.raises(ValidationError, match="nobody"):
        load(text)


def test_an_answer_is_tapped_or_typed() -> None:
    with pytest.raises(ValidationError, match="tapped or typed"):
        ScriptedAnswer(taps=("yes",), types="yes")
    with pytest.raises(ValidationError, match="tapped or typed"):
        ScriptedAnswer()


def test_the_letter_is_about_rows_of_the_file_and_its_moments_come_after_the_others(
    scenario: Scenario,
) -> None:
    assert set(scenario.letter.rows) <= set(scenario.rows)
    assert scenario.letter.incident in scenario.incidents
    assert {m.row for m in scenario.afterwards if m.does == "permits"} == {"1", "2", "3", "4"}
    assert scenario.afterwards[-1].at.astimezone(ZoneInfo(scenario.zone)).date() == date(2018, 9, 20)
    assert scenario.afterwards[0].at > scenario.moments[-1].at
    for row in scenario.letter.rows.values():
        assert set(row.line) == set(LANGUAGES)


def test_only_the_family_or_the_person_can_allow_the_names_that_the_letter_has(scenario: Scenario) -> None:
    for number, row in scenario.letter.rows.items():
        if row.name:
            said = scenario.rows[number].answers["link"]
            assert {*said.taps, said.types} & {"relative", "self", "родственник"}
