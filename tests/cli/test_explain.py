"""dabyl explain: every alarm that the program can give has its row in docs/run/operations.md, and is told from there."""

import json
import re

from bot.cli.explain import OPERATOR, WATCHMAN, alarm_rows, alarms_by_name
from bot.observability import process, status
from core.watch.audit import RULES
from tests.cli.command import dabyl
from tests.project.tree import ROOT


def test_every_alarm_of_the_watchman_has_its_row() -> None:
    assert {kind for kind, rule in RULES.items() if rule.spoken} == set(WATCHMAN)


def test_every_sentence_to_administrators_has_its_row() -> None:
    words = "\n".join(path.read_text("utf-8") for path in (ROOT / "core/words/en").glob("*.ftl"))
    said = set(re.findall(r"^operator-([a-z-]+) =", words, re.MULTILINE))
    assert said - set(OPERATOR) == set()
    assert set(OPERATOR) - said == {
        "token",  # of "poll", by what Telegram answered
        "twice",
        "alone-forgotten",  # of "timer", by its kind
    }


def test_every_code_of_status_and_healthz_has_its_row() -> None:
    codes = {*status.OF_THE_PROCESS, status.PARKED, status.SILENCE, process.NO_AUDIT, process.OLD_AUDIT}
    codes |= {kind for kind, rule in RULES.items() if rule.stops}
    assert codes - set(alarms_by_name()) == set()
    assert "systemctl status dabyl" in alarms_by_name()["never-ran"].do
    assert dabyl("explain", "audit-old").code == 0


def test_every_row_of_the_document_can_be_asked_for() -> None:
    assert set(alarm_rows()) - set(alarms_by_name().values()) == set()


def test_an_alarm_is_told_by_its_name_and_by_the_words_of_the_message() -> None:
    for words in (
        ["overdue"],
        ["timers", "that", "are", "due"],
        ["Timers due"],
        ["Watchman: timers that are due"],
    ):
        ended = dabyl("explain", *words)
        assert ended.code == 0
        assert "overdue by three minutes, though the bot runs" in ended.out
        assert "What to do: look at the log; restart" in ended.out
    listed = dabyl("explain").out
    assert "unsent " in listed
    assert json.loads(dabyl("explain", "unsent", "--json").out)["unsent"]["do"].startswith(
        "is Telegram down?"
    )
    assert dabyl("explain", "made-up").code == 2
    assert "dabyl purge names the case" in dabyl("explain", "alone-forgotten").out


def test_no_row_sends_to_another_place_of_the_document() -> None:
    for alarm in alarm_rows():
        assert not re.search(r"\b(above|below)\b", alarm.do), alarm


def test_no_mark_of_the_document_is_left() -> None:
    text = " ".join(part for alarm in alarm_rows() for part in (alarm.says, alarm.means, alarm.do))
    assert not re.search(r"[*`\]]", text)
