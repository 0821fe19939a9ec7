"""The next one reads the most urgent of what nobody has taken first, and a search for a station shows as many as a list."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_urgent_stands_before_what_is_older(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.coordinator("Vera")
    for number in range(3):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
    await desk.reports("police took my son in Almaty, he is 15 years old", name="Sara")
    child, oldest = (await desk.case()).code, (await desk.case(0)).code
    await olga.writes("/handover")
    shown = olga.sees(child, oldest)
    assert shown.index(child) < shown.index(oldest)


async def test_ten_of_one_station_are_all_found(desk: Desk) -> None:
    olga = await desk.coordinator(languages=("ru",))
    for number in range(10):
        told = f"полиция задержала Тимура{number} Выдуманова, он в Медеуском РОВД, Алматы"
        await desk.reports(told, name=f"Rita {number}", language="ru")
    olga.screen.messages.clear()
    await olga.writes("/cases Медеуский РОВД")
    shown = olga.sees(desk.service.words.say("ru", "search-found", count=10))
    for number in range(10):
        assert (await desk.case(number)).code in shown
