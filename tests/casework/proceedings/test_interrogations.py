"""An interrogation of which a member writes: it stands on the card, and they are reminded an hour before."""

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

TONIGHT = {
    "en": "interrogation tonight at 21:00",
    "ru": "допрос сегодня вечером в 21:00",
    "kk": "бүгін кешке 21:00-де тергеу болады",
}
ASKED = {
    "en": "is there an interrogation tonight at 21:00?",
    "ru": "допроса сегодня в 21:00 не будет",
    "kk": "бүгін 21:00-де тергеу бола ма?",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_noted_and_reminded_of_and_no_hearing(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports("police took my husband Dan Made-Up in Almaty")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    case = await desk.case()
    await marat.presses_data(f"first:{case.id}:contacted")
    await marat.writes(TONIGHT[language])
    async with desk.reading() as tx:
        view = await view_of(tx, case)
    assert view.value("appointment")
    assert not view.value("hearing")
    await desk.later(hours=7.9)
    reminder = desk.service.words.say(language, "interrogation-soon", code=case.code, time="17.09 21:00")
    assert not marat.count(reminder)
    await desk.later(hours=0.2)
    marat.sees(reminder)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_asked_or_denied_is_none(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports("police took my husband Dan Made-Up in Almaty")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.writes(ASKED[language])
    async with desk.reading() as tx:
        assert not (await view_of(tx, await desk.case())).value("appointment")
