"""What a citizen reads fits on one screen also when what they wrote is very long; every other story looks at it too."""

import pytest

from core.model import LANGUAGES
from core.presentation import Button, Presentation
from tests.casework import one_screen
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
SEEKS = {"en": "where is {}?", "ru": "где {}?", "kk": "{} қайда?"}
STREET = "the yard behind the old theatre beside the second gate, " * 70
NAMES = "\n".join(f"Ойдан Шығарылғанов{n}" for n in range(100))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_however_long_the_words_of_a_report_are(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(f"{HELD[language]}. {STREET}"[:4096], language=language)
    await rita.writes(STREET[:4000], NAMES, STREET[:4000], "/status")
    await marat.presses("I'll take it")
    await rita.writes(STREET[:4000], "/status", "/back", "/back", "/help")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_whatever_is_answered_in_a_form(desk: Desk, language: str) -> None:
    await desk.coordinator()
    rita, aset, sara = (desk.person(name, language) for name in ("Rita", "Aset", "Sara"))
    await rita.writes("/report")
    await rita.presses_data("report/situation:other")
    await rita.writes(
        "Алматы", STREET[:4000], NAMES, STREET[:4000], NAMES, "/back", "/back", "/back", "/status"
    )
    await aset.writes("/checkin", "15:00", "Алматы", STREET[:4000], STREET[:4000], "+77010001122")
    await sara.writes(SEEKS[language].format("Ойдан Шығарылғанов " * 5), "Алматы", STREET[:4000], "/status")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_ten_reports_stand_is_told_on_one_screen(desk: Desk, language: str) -> None:
    await desk.lawyer()
    rita = desk.person("Rita", language)
    for city in (
        "Алматы",
        "Астана",
        "Шымкент",
        "Қарағанды",
        "Ақтөбе",
        "Тараз",
        "Павлодар",
        "Семей",
        "Атырау",
        "Орал",
    ):
        await rita.writes("/report")
        await rita.presses_data("report/situation:other")
        await rita.writes(city)
    await rita.writes("/status", "/report", "/cancel", STREET[:300], "/status")


async def test_what_does_not_fit_is_told(desk: Desk) -> None:
    rita, marat = desk.person(), await desk.lawyer()
    await desk.phones.send(marat.chat, Presentation("x" * (one_screen.MOST + 1)))
    one_screen.fits(desk)
    text = "x" * (one_screen.MOST - 4)
    await desk.phones.send(rita.chat, Presentation(text, ((Button("yes", ""),),)))
    with pytest.raises(AssertionError, match="characters"):
        one_screen.fits(desk)
    rita.screen.longest = ""
