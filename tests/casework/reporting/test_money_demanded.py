"""Who holds somebody demands money: a person hears it at once, and it is said not to pay in a hurry."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

RELATIVE = {
    "en": "police took my husband Dan Made-Up in Almaty",
    "ru": "полиция задержала моего мужа Дана Придуманова в Алматы",
    "kk": "Алматыда күйеуім Дан Ойданшығарылғанды полиция ұстады",
}
DEMANDS = {
    "en": [
        "the investigator says pay 500000 and we let him go",
        "they want money or he stays in",
        "an officer asks a bribe to let him out",
        "somebody rang, they want 200 thousand for him, shall I take it there?",
    ],
    "ru": [
        "следователь говорит: заплатите 500 тысяч и отпустим",
        "требуют деньги, иначе посадят",
        "говорят, деньги привезёте и отпустят",
        "позвонил кто-то, просят двести тысяч, везти?",
    ],
    "kk": [
        "тергеуші 500 мың теңге берсеңіз босатамыз дейді",
        "ақша бермесеңдер отырады дейді",
        "ақша сұрап отыр, әйтпесе жібермейміз дейді",
        "біреу звондады, екі жүз мың сұрап отыр, апарайын ба?",
    ],
}
ASKED = {"en": "how much does a lawyer cost?", "ru": "сколько стоит адвокат?", "kk": "адвокат қанша тұрады?"}


@pytest.mark.parametrize("nth", range(4))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_demand_for_money_rings_owner_and_coordinators_and_is_answered(
    desk: Desk, language: str, nth: int
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    await desk.later(minutes=1)
    for person in (marat, olga):
        person.rang()
    await rita.writes(DEMANDS[language][nth])
    assert marat.rang()
    assert olga.rang()
    olga.sees("money is demanded")
    rita.sees(desk.service.words.say(language, "report-money"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_before_anybody_has_it_coordinators_hear_of_it_and_a_question_of_price_rings_nobody(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await desk.later(minutes=1)
    olga.rang()
    await rita.writes(ASKED[language])
    olga.sees_nothing_of("money is demanded")
    await rita.writes(DEMANDS[language][0])
    olga.sees("money is demanded")
    rita.sees(desk.service.words.say(language, "report-money"))


RANSOM = {
    "en": "they ask money for my brother, is it legal?",
    "ru": "требуют триста тысяч до шести вечера, иначе мужа посадят. Это законно?",
    "kk": "інім үшін ақша сұрап отыр, бұл заңды ма?",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_reported_nothing_yet_and_tells_of_it_in_a_question_reaches_a_person(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    await rita.writes(RANSOM[language])
    await desk.later(minutes=1)
    assert olga.rang()
