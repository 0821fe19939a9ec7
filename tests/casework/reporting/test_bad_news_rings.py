"""Bad news that no fact of the case changes: denied, screams, a signature, fear for a life, a phone that is switched off."""

import pytest

from core.model import LANGUAGES
from core.understanding.language import guess_language
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took my brother Dan Made-Up in Almaty",
    "ru": "полиция задержала моего брата Дана Придуманова в Алматы",
    "kk": "Алматыда ағам Дан Ойданшығарылғанды полиция ұстады",
}
GRAVE = {
    "disowned": {
        "en": [
            "they say there is no such person",
            "the station says they don't have him",
            "they deny holding him",
        ],
        "ru": ["в отделе говорят, такого нет", "говорят, у нас его нет", "отвечают, что не задерживали"],
        "kk": ["бөлімде ондай адам жоқ дейді", "ұстамадық дейді", "мойындамай отыр"],
    },
    "screams": {
        "en": ["we heard screaming from inside", "I hear them shouting"],
        "ru": ["слышны крики", "мы слышали, как он кричал"],
        "kk": ["іштен айқай естілді"],
    },
    "signing": {
        "en": ["they made him sign something", "he had to sign a paper"],
        "ru": ["его заставили что-то подписать", "он подписал какую-то бумагу"],
        "kk": ["бір қағазға қол қойғызды"],
    },
    "alive": {
        "en": ["is he alive?", "I don't know whether he is alive"],
        "ru": ["он жив?", "не знаю, жив ли он"],
        "kk": ["ол тірі ме?"],
    },
}
LEAVING = {
    "en": [
        "they are taking me away, turning off my phone",
        "they are taking me away, I am deleting this chat",
    ],
    "ru": ["меня увозят, выключаю телефон", "меня увозят, удаляю переписку"],
    "kk": ["мені алып бара жатыр, телефонымды өшірем", "мені алып кетіп жатыр, бәрін өшіремін"],
}
SWITCHES_OFF = {
    "en": ["I am switching my phone off", "deleting everything now"],
    "ru": ["выключаю телефон", "удаляю всё"],
    "kk": ["телефонымды өшірем", "телефонды өшіріп тастаймын"],
}
ALL = [
    (language, fact, text)
    for fact, told in GRAVE.items()
    for language in LANGUAGES
    for text in told[language]
]


def each(told: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language in LANGUAGES for text in told[language]]


async def reported(desk: Desk, language: str, *, taken: bool) -> tuple[Person, Person, Person]:
    """Marat is the lawyer, Olga coordinates; the phones have been silent for a while."""
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    if taken:
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


@pytest.mark.parametrize(("language", "fact", "text"), ALL)
async def test_who_has_the_case_hears_it_once_a_burst(
    desk: Desk, language: str, fact: str, text: str
) -> None:
    rita, marat, olga = await reported(desk, language, taken=True)
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (1, 0)
    marat.sees("513-742", desk.service.words.say(language, f"fact-{fact}"))
    await rita.writes(text)
    assert marat.rang() == 0


@pytest.mark.parametrize(("language", "fact", "text"), ALL)
async def test_if_nobody_has_it_coordinators_do(desk: Desk, language: str, fact: str, text: str) -> None:
    rita, _, olga = await reported(desk, language, taken=False)
    await rita.writes(text)
    assert olga.rang() >= 1
    await rita.writes(text)
    assert olga.rang() == 0


@pytest.mark.parametrize(("language", "text"), each(LEAVING))
@pytest.mark.parametrize("taken", [True, False])
async def test_switching_off_beside_being_taken_rings_as_worse(
    desk: Desk, language: str, text: str, taken: bool
) -> None:
    rita, marat, _ = await reported(desk, language, taken=taken)
    await rita.writes(text)
    assert marat.rang() >= 1
    if taken:
        marat.sees(desk.service.words.say(language, "fact-leaving"))
    else:
        assert (await desk.case()).priority == "urgent"


@pytest.mark.parametrize(("language", "text"), each(SWITCHES_OFF))
async def test_switching_off_or_deleting_oneself_is_no_wish_that_we_delete(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, _ = await reported(desk, language, taken=True)
    await rita.writes(text)
    rita.sees_nothing_of(desk.service.words.say(language, "everyday-delete")[:40])
    assert marat.rang() == 1
    marat.sees(desk.service.words.say(language, "fact-leaving"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "please delete my messages"),
        ("ru", "удалите мои сообщения"),
        ("kk", "хабарламаларымды өшіріңіз"),
    ],
)
async def test_a_wish_that_we_delete_stays_one(desk: Desk, language: str, text: str) -> None:
    assert guess_language(text, desk.service.heard) == language
    rita, _, _ = await reported(desk, language, taken=True)
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "everyday-delete")[:40])
