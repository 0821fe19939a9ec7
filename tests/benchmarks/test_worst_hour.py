"""The worst hour is played: a slice of it, and what is counted."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks import worst_hour
from benchmarks.hour.citizens import FIRST, Citizens
from benchmarks.hour.known import groups
from benchmarks.hour.pace import Pace
from benchmarks.hour.screens import Screens, Shown
from benchmarks.hour.story import ACTS, EACH, lawyers_by_city, reporters
from bot.clock.clock import SteppedClock
from playground.limits import Limits
from playground.server import TOKEN, Server
from tests.matching.day import CITIES

pytestmark = pytest.mark.slow

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


@pytest.mark.parametrize("writes", [False, True])
async def test_whoever_finds_their_city_on_no_button_asks_for_the_others_or_writes_it(
    *, writes: bool
) -> None:
    server = Server(SteppedClock(NOON), TOKEN, Limits(), timedelta(), None)
    told = next(one for one in reporters(200, 3600.0, NOON, seed=1) if one.city == "kostanay")
    story = replace(told, number=0, begins=0.0, pace=0.0, writes=writes)
    citizens = Citizens(server, [story], 0.0, "report/", seed=1)
    citizens.screens = Screens(server, lambda _: "citizen", citizens.shown, 0.0)
    citizens.begin()

    async def does(*buttons: str) -> Any:
        shown = [{"text": "Made-up", "callback_data": f"report/place:{button}"} for button in buttons]
        if buttons:
            citizens.shown(Shown(0.0, FIRST, 1, "", shown, new=True))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        update = server.updates_log.after()[-1]["update"]
        return update.get("callback_query", {}).get("data") or update["message"]["text"]

    server.world.private_chat(citizens.everybody[FIRST].person)
    assert await does() == "/start"
    first = await does("almaty", "!more")
    assert first == (story.opening if writes else "report/place:!more")
    assert await does("!edit") == story.called  # nothing is asked any more
    assert await does("kostanay") == ("Made-up" if writes else "report/place:kostanay")


def test_a_slice_is_played_to_its_digest_and_nothing_is_lost(tmp_path: Path) -> None:
    [found] = worst_hour.play(("dabyl-shipped",), SMALL, tmp_path)
    assert found["people"] == EACH
    assert found["updates"] == EACH * ACTS
    assert found["unanswered"] == found["answers_lost"] == found["not_alerted"] == found["refused"] == 0
    assert found["digest_posts"] == 1
    table = worst_hour.rows({"bots": dict.fromkeys(worst_hour.NAMES, found)})
    assert all(len(row) == len(worst_hour.HEAD) for row in table)
