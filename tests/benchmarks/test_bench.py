"""The benchmarks run: every bot plays the same three reports, what is counted is right, and the tables are made of it."""

from typing import Any

import pytest

from benchmarks import kill, load, profiling, tables
from benchmarks.guided import MESSAGES, QUESTIONS, UPDATES
from benchmarks.sizes import SIZES

pytestmark = pytest.mark.slow

PEOPLE = SIZES["smoke"].kill_people


@pytest.mark.parametrize("name", ["ptb", "aiogram", "dabyl"])
async def test_every_bot_plays_the_same_report_with_as_many_updates_messages_and_alerts(name: str) -> None:
    found = await kill.measure(name, SIZES["smoke"], 1)
    assert found == {
        "kills": 0,
        "people": PEOPLE,
        "updates": PEOPLE * UPDATES,
        "unanswered": 0,
        "answers_taken": PEOPLE * (len(QUESTIONS) - 1),
        "answers_lost": 0,
        "reports_confirmed": PEOPLE,
        "reports_lost": 0,
        "opened": PEOPLE,
        "not_alerted": 0,
        "confirmed_not_alerted": 0,
        "messages": PEOPLE * (MESSAGES - 1),
        "messages_repeated": 0,
        "alerts_repeated": 0,
    }


@pytest.mark.parametrize("name", ["ptb", "echo"])
async def test_a_run_measures_all_its_steps(name: str) -> None:
    run = await load.measure(name, SIZES["smoke"], 1)
    assert set(run["steps"]) == set(load.STEPS[name])
    for step in run["steps"].values():
        assert step["sent"] > 0
        assert step["unanswered"] == step["not_alerted"] == 0
        assert all(0 < ms < 60_000 for ms in [*step["reply_ms"], *step["alert_ms"]])
    assert run["start_s"] > 0
    assert run["memory_rest_mb"] > 10


def _step(slower: float) -> dict[str, Any]:
    return {
        "seconds": 10.0,
        "cpu_s": 5.0 * slower,
        "server_cpu_s": 1.0,
        "memory_mb": 100.0,
        "handled": 1000 / slower,
        "reply_ms": [10 * slower, 20 * slower],
        "alert_ms": [slower * n for n in range(1, 101)],
    }


def _results() -> dict[str, Any]:
    slow = {"ptb": 1.0, "aiogram": 2.0, "echo": 0.1}
    counts = [
        *("kills", "updates", "unanswered", "people", "answers_lost", "answers_taken", "reports_lost"),
        *("reports_confirmed", "not_alerted", "opened", "messages_repeated", "alerts_repeated"),
    ]
    runs = {
        name: [
            {"start_s": 1.0, "memory_rest_mb": 50.0, "steps": {s: _step(slow.get(name, 4.0)) for s in steps}}
        ]
        for name, steps in load.STEPS.items()
    }
    return {
        "machine": {"processor": "made up"},
        "runs": runs,
        "kills": {n: dict.fromkeys(counts, 7) for n in kill.NAMES},
    }


def test_the_tables_show_middles_spreads_and_ratios() -> None:
    rows = {row[0]: row[1:] for row in tables.measured(_results())}
    assert rows["updates handled a second, all it can"] == (
        "100 (100–100)",
        "50 (50–50)",
        "25 (25–25)",
        "0.25",
        "0.50",
    )
    assert rows["update to alert, 50 updates/s: p99 ms"][2:] == ("396 (396–396)", "4.00", "2.00")
    assert rows["processor ms a report, 11 updates/s"][0] == "65 (65–65)"
    assert "7 of 7" in tables.killed(_results())[0]
    assert tables.notes(_results())[0] == "processor: made up"


def test_a_profile_tells_what_the_bot_was_doing_and_whose_code_ran() -> None:
    stacks = (
        "main (bot/cli/main.py:1);Inbox._batch (bot/loops/inbox.py:9);Rows.get (/work/storage/rows.py:3) 6\n"
        "main (bot/cli/main.py:1);Outbox._send (bot/loops/outbox.py:9);loads (/lib/python3.11/json/__init__.py:3) 3\n"
        "main (bot/cli/main.py:1);select (/lib/python3.11/selectors.py:3) 1\n"
    )
    doing, whose = profiling.shares(stacks)
    assert doing == {"updates handled": 6, "requests that send": 3, profiling.OTHER: 1}
    assert whose == {"storage": 6, "json": 3, "others": 1}
