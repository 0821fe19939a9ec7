"""Staff who work on cases read in lists where somebody is held and what makes it urgent; who is only asked reads neither."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

TOLD = "полиция задержала сына Тимура Выдуманова, ему 16 лет, он в Медеуском РОВД, Алматы"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_offer_and_no_bundle_says_the_station_or_what_somebody_needs(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    minor = desk.service.words.say(language, "report-urgent-minor")
    for number in range(4):
        await desk.reports(TOLD.replace("Тимура", f"Тимура{number}"), name=f"Rita {number}", language="ru")
        marat.sees((await desk.case()).code)
    await marat.writes("/cases")
    shown = marat.screen.text().casefold()
    assert (await desk.case()).code in shown
    for untold in (minor, "Медеу", "Medeu", "Тимур", "«"):
        assert untold.casefold() not in shown


async def test_below_the_heading_of_a_station_lines_tell_how_many_and_why_and_not_the_place(
    desk: Desk,
) -> None:
    olga = await desk.coordinator(languages=("ru",))
    await desk.lawyer("Marat")
    await desk.reports(TOLD, language="ru")
    await olga.writes("кто в Медеуском РОВД?")
    heading, line = olga.sees("📍").splitlines()[:2]
    assert "Медеуский" in heading
    assert "Алматы" not in line
    assert "1 человек" in line
    assert desk.service.words.say("ru", "report-urgent-minor") in line
