"""What the audit finds of what is seen, and what administrators are told of what is found."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.model import LANGUAGES
from core.resources.word_files import load_words
from core.traffic import Alarm
from core.watch.alarms import alarm_changes, finding_details
from core.watch.audit import MANY, RULES, AuditFinding, Sight, is_clean, judge_sights, remember_sights

NOW = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=3)
NAMELESS = ("unplanned", "full")  # findings of which there is one only
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
STATED = sorted(kind for kind, rule in RULES.items() if rule.until is None)


def found(kind: str, *sights: Sight, watched: datetime = LONG_AGO) -> list[str]:
    """The kinds found of these sights."""
    return [finding.kind for finding in judge_sights({kind: sights}, {}, watched, NOW)]


@pytest.mark.parametrize("kind", STATED)
def test_a_sight_is_found_when_it_lasts_too_long_and_not_a_second_before(kind: str) -> None:
    began = NOW - RULES[kind].after
    assert found(kind, Sight("a", began)) == [kind]
    if RULES[kind].after:
        assert found(kind, Sight("a", began + SECOND)) == []


@pytest.mark.parametrize("kind", [kind for kind in STATED if RULES[kind].after])
def test_nothing_is_older_than_the_watch_itself(kind: str) -> None:
    assert found(kind, Sight("a", LONG_AGO), watched=NOW - RULES[kind].after + SECOND) == []
    assert found(kind, Sight("a", LONG_AGO), watched=NOW - RULES[kind].after) == [kind]


def test_what_was_given_up_long_ago_is_history_also_after_a_restart() -> None:
    assert found("parked", Sight("a", NOW - 59 * MINUTE)) == ["parked"]
    assert found("parked", Sight("a", NOW - HOUR)) == []
    assert found("parked", Sight("a", NOW - HOUR), watched=NOW - MINUTE) == []


def test_without_a_time_of_its_own_it_counts_from_when_it_was_first_seen() -> None:
    hung, other = Sight("message 7", mark="message 7/1"), Sight("message 7", mark="message 7/2")
    seen = remember_sights({"leased": [hung]}, {}, NOW - 6 * MINUTE)
    seen = remember_sights({"leased": [hung]}, seen, NOW)
    (finding,) = judge_sights({"leased": [hung]}, seen, LONG_AGO, NOW)
    assert finding == AuditFinding("leased", 1, ("message 7",), NOW - 6 * MINUTE)
    seen = remember_sights({"leased": [other]}, seen, NOW)  # sent again: another sight
    assert judge_sights({"leased": [other]}, seen, LONG_AGO, NOW) == ()
    assert remember_sights({}, seen, NOW) == {}


def test_a_row_of_a_clock_that_was_ahead_counts_from_when_it_was_first_seen() -> None:
    ahead = {"adrift": [Sight("lamp 27", NOW + HOUR)], "overdue": [Sight("a", NOW + HOUR)]}
    seen = remember_sights(ahead, {}, NOW - 3 * MINUTE)
    assert [finding.kind for finding in judge_sights(ahead, {}, LONG_AGO, NOW)] == ["adrift"]
    seen = remember_sights(ahead, seen, NOW)
    assert [finding.kind for finding in judge_sights(ahead, seen, LONG_AGO, NOW)] == ["adrift", "overdue"]


def test_a_finding_names_the_oldest_and_counts_all() -> None:
    sights = [Sight(f"timer {n}", NOW - (60 - n) * MINUTE) for n in range(58)]
    (finding,) = judge_sights({"overdue": sights}, {}, LONG_AGO, NOW)
    assert finding.count == 58
    assert finding.names == ("timer 0", "timer 1", "timer 2", "timer 3", "timer 4")
    assert finding.since == NOW - HOUR


def test_what_the_machine_is_not_to_blame_for_and_files_that_wait_leave_the_audit_clean() -> None:
    assert is_clean([])
    stops = {kind for kind in RULES if not is_clean([AuditFinding(kind, 1, ("a",), NOW)])}
    assert set(RULES) - stops == {"heartbeat", "forged", "unkept", "full", "backup", "unproven"}


# --- alarms

LOST = AuditFinding("adrift", 1, ("tulip lamp 27",), NOW)
LATE = AuditFinding("overdue", 1, ("escalation:case-1",), NOW)


def told(
    findings: list[AuditFinding], alarms: list[Alarm], now: datetime = NOW
) -> tuple[list[str], list[Alarm]]:
    """What is said, and the alarms that stand afterwards."""
    standing = {alarm.kind: alarm for alarm in alarms}
    said = []
    for change in alarm_changes(findings, alarms, now):
        said += [change.kind] if change.finding is not None else []
        said += [f"{change.kind} over"] if change.over else []
        standing.pop(change.kind, None)
        if change.alarm is not None:
            standing[change.kind] = change.alarm
    return said, list(standing.values())


def test_it_goes_off_once_again_after_hours_and_is_called_over_once() -> None:
    said, alarms = told([LATE], [])
    assert said == ["overdue"]
    for minutes in range(1, 240):
        said, alarms = told([LATE], alarms, NOW + minutes * MINUTE)
        assert said == []
    said, alarms = told([LATE], alarms, NOW + 4 * HOUR)
    assert said == ["overdue"]
    said, alarms = told([], alarms, NOW + 5 * HOUR)
    assert said == []
    said, alarms = told([], alarms, NOW + 5 * HOUR + 8 * MINUTE)
    assert (said, alarms) == (["overdue over"], [])
    assert told([], alarms, NOW + 6 * HOUR) == ([], [])


def test_what_comes_and_goes_is_one_alarm() -> None:
    _, alarms = told([LATE], [])
    said: list[str] = []
    for minutes in range(1, 60):
        more, alarms = told([LATE] if minutes % 6 == 0 else [], alarms, NOW + minutes * MINUTE)
        said += more
    assert said == []
    assert len(alarms) == 1


def test_another_lost_case_is_told_soon_and_another_late_timer_is_not() -> None:
    _, alarms = told([LOST, LATE], [])
    worse = [
        AuditFinding("adrift", 2, ("tulip lamp 27", "river 5"), NOW),
        AuditFinding("overdue", 90, ("x", "y"), NOW),
    ]
    assert told(worse, alarms, NOW + 14 * MINUTE)[0] == []
    said, alarms = told(worse, alarms, NOW + 15 * MINUTE)
    assert said == ["adrift"]
    another = [AuditFinding("adrift", 1, ("lake 9",), NOW)]  # in place of both: no fewer, and not known
    assert told(another, alarms, NOW + 31 * MINUTE)[0] == ["adrift"]
    assert told([LOST], alarms, NOW + 31 * MINUTE)[0] == []


def test_while_polling_fails_nothing_is_repeated_but_what_is_new_is_told() -> None:
    deaf = AuditFinding("deaf", 1, ("getUpdates",), NOW)
    _, alarms = told([LATE], [])
    assert told([LATE, LOST, deaf], alarms, NOW + 9 * HOUR)[0] == ["adrift"]
    assert told([LATE], alarms, NOW + 9 * HOUR)[0] == ["overdue"]


def test_after_a_clock_that_was_ahead_alarms_are_repeated_and_end() -> None:
    ahead = [Alarm("overdue", NOW + 365 * 24 * HOUR, 1, ("a",))]
    said, alarms = told([LATE], ahead)
    assert said == ["overdue"]
    assert told([LATE], alarms, NOW + MINUTE)[0] == []
    gone = Alarm("overdue", NOW, 1, ("a",), NOW + 365 * 24 * HOUR)
    assert told([], [gone])[0] == ["overdue over"]


def test_what_others_have_told_is_not_told_again() -> None:
    quiet = [kind for kind, rule in RULES.items() if not rule.spoken]
    assert set(quiet) == {"parked", "deaf", "unwritten"}
    assert told([AuditFinding(kind, 1, ("a",), NOW) for kind in quiet], []) == ([], [])


def test_a_failing_heartbeat_is_told_once_a_day_however_it_flickers() -> None:
    failing = AuditFinding("heartbeat", 1, ("ConnectError",), NOW)
    other = AuditFinding("heartbeat", 1, ("HTTP 503",), NOW)
    alarms: list[Alarm] = []
    said: list[str] = []
    for minutes in range(3 * 24 * 60):
        now = [failing] if minutes % 40 < 10 else [other] if minutes % 40 < 20 else []
        more, alarms = told(now, alarms, NOW + minutes * MINUTE)
        said += more
    assert said == ["heartbeat"] * 3


def test_an_alarm_of_an_earlier_version_is_forgotten_in_the_end() -> None:
    # Its words are gone too: nothing may be said of it.
    old = Alarm("of an earlier version", NOW, 1, ("a",), NOW)
    assert told([], [old], NOW + 5 * MINUTE) == ([], [])


# --- words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind, rule in RULES.items() if rule.spoken])
def test_every_finding_that_is_spoken_of_has_words_and_an_end(kind: str, language: str) -> None:
    words = load_words()
    finding = AuditFinding(kind, 7, ("a-1", "a-2"), NOW)
    text = words.say(language, f"watch-{kind}", **finding_details(finding, ZoneInfo("Asia/Almaty")))
    assert words.has(language, f"watch-{kind}-over")
    assert kind in NAMELESS or "a-1, a-2, …" in text


def test_the_details_are_in_the_time_of_the_organisation() -> None:
    finding = AuditFinding("overdue", MANY, ("a",), NOW)
    shown = finding_details(finding, ZoneInfo("Asia/Almaty"))
    assert shown == {"count": "100+", "names": "a, …", "since": "2018-09-17 18:00"}


def test_no_words_are_left_of_a_kind_that_is_gone() -> None:
    said = {
        key.removeprefix("watch-").removesuffix("-over") for key in load_words().keys("en") if "watch-" in key
    }
    assert said == {kind for kind, rule in RULES.items() if rule.spoken}
