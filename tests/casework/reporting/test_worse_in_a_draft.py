"""Words that would ring in an open case ring coordinators within a minute from an unfinished report, too, though what came
before waits unread; all of it is one card.
"""

import pytest

from core.incoming import Forwarded
from tests.casework.reporting.test_every_emergency import every
from tests.casework.story_desk import Desk, Person

FIRST = {
    "en": "it is about our neighbour, could somebody look at it",
    "ru": "тут такое дело насчёт соседа, посмотрите кто-нибудь",
    "kk": "көршіміз туралы еді, біреу қарасаңыздаршы",
}
WORSE = {
    "en": [
        "they beat him",
        "they took him away in a car",
        "he needs insulin, they give none",
        "her child is alone at home",
        "they fired on people",
        "the phone is off since, no contact",
        "they want money or he stays",
        "they say his wife will be next",
        "they planted drugs on him",
    ],
    "ru": [
        "его бьют",
        "его увезли в машине",
        "ему нужен инсулин, не дают",
        "ребёнок один дома",
        "стреляют по людям",
        "связь пропала, телефон выключен",
        "требуют денег",
        "сказали, жена следующая",
        "ему подкинули наркотики",
    ],
    "kk": [
        "оны ұрып жатыр",
        "оны көлікпен алып кетті",
        "оған инсулин керек, бермей жатыр",
        "баласы үйде жалғыз",
        "адамдарға оқ атып жатыр",
        "байланыс үзілді, телефоны өшірулі",
        "ақша сұрап жатыр",
        "келесі әйелің дейді",
        "оған есірткі салып жіберді",
    ],
}
MONEY = {language: texts[6] for language, texts in WORSE.items()}
NO_NEWS = {
    "en": ["his flat is on the third floor", "thank you, I will wait"],
    "ru": ["он живёт на третьем этаже", "спасибо, я подожду"],
    "kk": ["ол үшінші қабатта тұрады", "рахмет, күтемін"],
}


async def begun(desk: Desk, language: str, *, in_form: bool = False) -> tuple[Person, Person]:
    """Who writes, and the coordinator who was rung about it and has not read it."""
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    if in_form:
        await rita.writes("/report")
    await rita.writes(FIRST[language])
    await desk.later(minutes=1)
    assert olga.rang() == 1
    await desk.later(seconds=20)
    return rita, olga


@pytest.mark.parametrize("in_form", [False, True])
@pytest.mark.parametrize(("language", "text"), every(WORSE))
async def test_worse_news_ring_within_a_minute(desk: Desk, language: str, text: str, in_form: bool) -> None:
    rita, olga = await begun(desk, language, in_form=in_form)
    await rita.writes(text)
    await desk.later(seconds=59)
    assert olga.rang() == 1


@pytest.mark.parametrize("language", FIRST)
async def test_it_stays_one_card_and_both_are_read_at_one_tap(desk: Desk, language: str) -> None:
    rita, olga = await begun(desk, language)
    await rita.writes(MONEY[language])
    await desk.later(seconds=59)
    assert olga.count("did not understand") + olga.count("does not understand") == 1
    await olga.presses("Read")
    olga.sees(FIRST[language], MONEY[language])


@pytest.mark.parametrize("language", FIRST)
async def test_the_same_news_once_more_rings_once_in_ten_minutes(desk: Desk, language: str) -> None:
    rita, olga = await begun(desk, language)
    for _ in range(3):
        await rita.writes(MONEY[language])
        await desk.later(seconds=50)
    assert olga.rang() == 1


@pytest.mark.parametrize("language", FIRST)
async def test_what_is_forwarded_rings_too(desk: Desk, language: str) -> None:
    rita, olga = await begun(desk, language)
    await rita.writes(WORSE[language][0], forwarded=Forwarded(desk.now))
    await desk.later(seconds=59)
    assert olga.rang() == 1


@pytest.mark.parametrize("language", FIRST)
async def test_beside_what_another_wrote_just_now_it_does_not_wait(desk: Desk, language: str) -> None:
    _, olga = await begun(desk, language)
    vera = desk.person("Vera", language)
    await vera.writes(MONEY[language])
    await desk.later(seconds=59)
    assert olga.rang() == 1


@pytest.mark.parametrize(("language", "text"), every(NO_NEWS))
async def test_what_is_no_worse_waits_as_ever(desk: Desk, language: str, text: str) -> None:
    rita, olga = await begun(desk, language)
    await rita.writes(text)
    await desk.later(seconds=59)
    assert olga.rang() == 0
