"""What counts as a difference between a record and what was played now."""

import pytest

from tests.recorded.comparing import difference, record_of, sections
from tests.recorded.play import Played
from tests.recorded.script import read_script

NAME = "en-17-drill"


def differs(before: str, now: str) -> str:
    """What is found if this stands there in place of that."""
    text = record_of(NAME).read_text("utf-8")
    assert before in text, before
    return difference(read_script(NAME), Played(sections(text.replace(before, now))))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("12 18:11:40 > [take]", "12 18:11:41 > [take]"),
        ("⏳ Хабар түскелі 8 сағ 56 мин өтті", "⏳ Хабар түскелі 8 сағ 57 мин өтті"),
    ],
)
def test_what_only_a_slow_machine_makes_different_is_alike(before: str, now: str) -> None:
    assert differs(before, now) == ""


@pytest.mark.parametrize(
    ("before", "now"),
    [("> [take]", "> [leave]"), ("📍 Қонаев", "📍 Алматы"), ("Мерзімі: 12.12 18:56", "Мерзімі: 12.12 19:56")],
)
def test_what_people_read_is_not(before: str, now: str) -> None:
    assert differs(before, now)
