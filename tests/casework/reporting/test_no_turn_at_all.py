"""What was so for long, is days away, or is the writer's own, is no turn of a case; what is told beside it still is."""

import pytest

from core.model import LANGUAGES
from tests.casework.reporting.test_turns_for_the_worse import HELD, taken
from tests.casework.story_desk import Desk

NO_TURN = {
    "en": [
        "the hearing is on 28 september at 10",
        "our lawyer filed an appeal yesterday",
        "we will appeal next week",
        "she was transferred from Astana last year for work",
        "she was ill last month but is fine now",
        "i work in the hospital as a nurse",
        "I am feeling sick from worry",
        "his sister is a doctor",
        "they threatened her back in 2015",
        "court was last month, she got a fine then",
    ],
    "ru": [
        "суд будет 28 сентября в 10",
        "адвокат подал апелляцию вчера",
        "апелляция в понедельник",
        "её в прошлом году перевели из Астаны по работе",
        "она давно болеет сердцем, стоит на учете",
        "я работаю в больнице медсестрой",
        "мне плохо стало когда узнала",
        "в 2015 ей угрожали",
        "суд был месяц назад, дали штраф",
    ],
    "kk": [
        "сот 28 қыркүйек сағат 10да",
        "адвокат кеше апелляция берді",
        "былтыр оны Астанадан жұмысқа ауыстырған",
        "мен ауруханада жұмыс істеймін",
        "менің өзім уайымнан ауырып қалдым",
        "2015 жылы оны қорқытқан",
        "сот өткен айда болды, айыппұл салды",
    ],
}
KNOWN = {
    "en": ["she has had diabetes since childhood", "she has asthma, always had"],
    "ru": ["у неё диабет с детства", "у неё астма, хроническая"],
    "kk": ["оның қант диабеті бала кезінен бар", "демікпемен көптен бері ауырады"],
}
WORSE = {
    "en": [
        "she has had asthma since childhood, now they took her inhaler and she fainted",
        "the hearing is tomorrow at 10",
        "they are taking her somewhere",
        "she was ill last year, today she is unconscious",
        "she is ill, they took her to the hospital just now",
    ],
    "ru": [
        "у неё диабет с детства, сейчас ей стало плохо",
        "суд завтра в 10",
        "её куда-то увозят",
        "её сейчас увезли в больницу",
        "грозят подкинуть наркотики",
    ],
    "kk": [
        "диабеті бала кезінен бар, қазір есінен танып қалды",
        "ертең сағат 10да сот",
        "оны қазір ауруханаға алып кетті",
        "жағдайы нашарлап барады",
    ],
}


def each(told: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language in LANGUAGES for text in told[language]]


@pytest.mark.parametrize(("language", "text"), each(NO_TURN))
async def test_lawyers_are_not_asked_again_for_what_is_no_turn(desk: Desk, language: str, text: str) -> None:
    marat, olga = await desk.lawyer(languages=(language,)), await desk.coordinator()
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    marat.rang(), rita.rang(), olga.rang()
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (0, 1)  # coordinators read what is told
    assert (await desk.case()).priority != "urgent"
    words = desk.service.words
    for to in ("lawyer", "lawyers"):
        rita.sees_nothing_of(words.say(language, "report-passed-on", to=to, coordinators="no"))


@pytest.mark.parametrize(("language", "text"), each(KNOWN))
async def test_an_illness_that_is_long_known_is_urgent_by_itself_and_is_not_told_as_worse(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, _ = await taken(desk, HELD[language], language)
    await rita.writes(text)
    assert marat.rang() == 1  # the card, which comes anew
    words = desk.service.words
    marat.sees(words.say(language, "report-urgent-medicine"), text)
    code = (await desk.case()).code
    marat.sees_nothing_of(words.say(language, "fact-new", code=code, facts=words.say(language, "fact-ill")))


@pytest.mark.parametrize(("language", "text"), each(WORSE))
async def test_what_is_worse_today_rings_who_has_it_however_long_something_is_known(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, _ = await taken(desk, HELD[language], language)
    await rita.writes(text)
    assert marat.rang() >= 1
