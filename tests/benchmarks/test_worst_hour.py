"""The worst hour is played: a slice of it, and what is counted."""

from datetime import UTC, datetime
from pathlib import Path

from benchmarks import worst_hour
from benchmarks.hour.known import groups
from benchmarks.hour.pace import Pace
from benchmarks.hour.story import ACTS, EACH, lawyers_by_city, reporters
from tests.matching.day import CITIES

NOON = datetime(2026, 11, 27, 7, tzinfo=UTC)
SMALL = ["--minutes=0.06", "--factor=40", "--kills=0"]


def test_time_goes_at_its_pace_and_never_jumps_when_that_changes(tmp_path: Path) -> None:
    pace = Pace.create(tmp_path / "pace", NOON, 1000.0)
    other = Pace(tmp_path / "pace")
    before = other.now()
    assert before >= NOON.timestamp()
    pace.set(1.0)
    assert before <= other.now() < before + 60
    assert other.factor == 1.0


def test_three_people_report_each_detention_in_their_own_words() -> None:
    told = reporters(50, 3600.0, NOON, seed=1)
    assert len(told) == 50 * EACH
    one = [other for other in told if other.detention == told[0].detention]
    assert len(one) == EACH
    assert len({other.city for other in one}) == 1
    assert len({(other.answers["who"], other.language, other.writes) for other in told}) > 100
    assert all(0 <= other.begins < 3600 for other in told)


def test_every_city_has_lawyers_for_a_round() -> None:
    places = lawyers_by_city(200)
    assert len(places) == 200
    assert all(places.count(city) >= EACH for city in CITIES)


def test_what_is_proposed_in_a_chain_is_counted_once() -> None:
    assert groups([(1, 2), (2, 3), (1, 3), (7, 8)]) == 3


def test_a_slice_is_played_to_its_digest_and_nothing_is_lost(tmp_path: Path) -> None:
    [found] = worst_hour.play(("dabyl-shipped",), SMALL, tmp_path)
    assert found["people"] == EACH
    assert found["updates"] == EACH * ACTS
    assert found["unanswered"] == found["answers_lost"] == found["not_alerted"] == found["refused"] == 0
    assert found["digest_posts"] == 1
    table = worst_hour.rows({"bots": dict.fromkeys(worst_hour.NAMES, found)})
    assert all(len(row) == len(worst_hour.HEAD) for row in table)
