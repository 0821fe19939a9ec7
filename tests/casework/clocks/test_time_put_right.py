"""A time that was a slip is put right: the law's clocks run from it."""

from datetime import UTC, datetime

import pytest

from tests.casework.story_desk import Desk

RIGHT = [
    ("en", "police took Dana Made-Up in Almaty yesterday", "no, today at 9"),
    ("en", "police took Dana Made-Up in Almaty yesterday", "sorry, a mistake: today at 9 am"),
    ("ru", "полиция вчера задержала Дану Выдуманную в Алматы", "нет, сегодня в 9 утра"),
    ("ru", "полиция вчера задержала Дану Выдуманную в Алматы", "ошиблась, сегодня в 9 утра"),
    ("kk", "кеше Алматыда полиция Ерлан Мақсатовты ұстады", "жоқ, бүгін таңғы 9-да"),
    ("kk", "кеше Алматыда полиция Ерлан Мақсатовты ұстады", "қателестім, бүгін сағат 9-да"),
]


@pytest.mark.parametrize(("language", "told", "slip"), RIGHT)
async def test_the_right_time_takes_the_place_of_the_wrong_one(
    desk: Desk, language: str, told: str, slip: str
) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(slip)
    assert (await desk.case()).started_at == datetime(2018, 9, 17, 3, tzinfo=UTC)


@pytest.mark.parametrize("words", ["today at 9 we called the station", "no, released today at 9", "no"])
async def test_another_time_that_puts_nothing_right_changes_nothing(desk: Desk, words: str) -> None:
    rita = await desk.reports("police took Dana Made-Up in Almaty yesterday at 7 am")
    before = (await desk.case()).started_at
    await rita.writes(words)
    assert (await desk.case()).started_at == before
