"""A status of which only the day is known is shown without an hour: the card is evidence."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
UNKNOWN = {"en": "hour unknown", "ru": "час неизвестен", "kk": "сағаты белгісіз"}
YESTERDAY = {"en": "yesterday", "ru": "вчера", "kk": "кеше"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_hour_is_shown_that_nobody_has_said(desk: Desk, language: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"saw:{(await desk.case()).id}:0:is-suspect")
    await marat.writes(YESTERDAY[language])
    marat.sees("⚖️", f"16.09.2018, {UNKNOWN[language]}")
    marat.sees_nothing_of("16.09 00:00")
