"""A station that one reporter told is not shown to another of the same case before a member has verified them."""

import pytest

from core.model import LANGUAGES
from handlers.casework import case_pairs
from tests.casework.story_desk import Desk

WIFE = (
    "police took my husband Erlan Pridumanny in Almaty an hour ago, he is held at the Almaly police station"
)
BROTHER = {
    "en": "police took my brother Erlan Pridumanny in Almaty an hour ago",
    "ru": "полиция задержала моего брата Ерлана Придуманного в Алматы час назад",
    "kk": "Алматыда бір сағат бұрын полиция ағам Ерлан Придуманныйды ұстап әкетті",
}
ASKS = {
    "en": ("where is he?", "is he at the Almaly police station?", "/status"),
    "ru": ("где он?", "он в Алмалинском РОВД?", "/status"),
    "kk": ("ол қайда?", "ол Алмалы ПБ-да ма?", "/status"),
}
STATION = ("Almaly", "Алмал", "police station", "отдел полиции", "полиция бөлімі")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_wife_told_the_brother_reads_neither_asked_nor_unasked(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports(WIFE, name="Wife")
    await desk.later(minutes=2)
    brother = await desk.reports(BROTHER[language], name="Brother", language=language)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        ((pair, _, _),) = await case_pairs.waiting_pairs(tx)
    await olga.presses_data(f"linked:{pair.id}:same")
    async with desk.reading() as tx:
        (into,) = {report.case_id for report in await tx.reports.select()}
        case = await tx.cases.get(into or 0)
    assert case is not None
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    for act in ("on_my_way", "at_station"):
        await marat.presses_data(f"first:{case.id}:{act}")
    brother.sees_nothing_of(*STATION)
    for asked in ASKS[language]:
        await brother.writes(asked)
        brother.sees_nothing_of(*STATION)
