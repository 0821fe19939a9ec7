"""Who asks to be written to without a sound hears none any more; who is elsewhere hears each step of the lawyer once."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

RELATIVE = {
    "en": "police took my husband Dan Made-Up in Almaty",
    "ru": "полиция задержала моего мужа Дана Придуманова в Алматы",
    "kk": "Алматыда күйеуім Дан Ойданшығарылғанды полиция ұстады",
}
FRIEND = {
    "en": "police took my friend in Almaty, they took his phone",
    "ru": "полиция задержала моего друга в Алматы, у него забрали телефон",
    "kk": "Алматыда досымды полиция ұстады, телефонын алып қойды",
}
DOOR = {
    "en": "police are at our door in Almaty, they are breaking in",
    "ru": "к нам в дверь ломятся полицейские, Алматы",
    "kk": "Алматыда есігімізді полиция бұзып жатыр",
}
QUIETLY = {
    "en": ["write without sound", "please, without any sounds", "answer me without a sound, I am hiding"],
    "ru": ["пишите без звука", "только без звука пожалуйста", "отвечайте без звуков, я прячусь"],
    "kk": ["дыбыссыз жазыңыз", "тек дыбыссыз болсын", "маған дыбыссыз жауап беріңіз"],
}


@pytest.mark.parametrize("nth", range(3))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_sound_holds_for_every_message_of_the_night(
    desk: Desk, language: str, nth: int
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    rita.rang()
    await rita.writes(QUIETLY[language][nth])
    rita.sees(desk.service.words.say(language, "quiet-noted"))
    await marat.presses("I'll take it", "On my way", "At the door")
    await desk.later(hours=6)
    await rita.writes("?")
    await marat.presses("Close…", "Fine")
    assert rita.rang() == 0
    rita.sees(desk.service.words.say(language, "news-closed", outcome="fine", how="").split("\n")[0][:5])


@pytest.mark.parametrize("first", [RELATIVE, FRIEND])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_elsewhere_hears_each_step_once(
    desk: Desk, language: str, first: dict[str, str]
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(first[language], language=language)
    await desk.later(minutes=1)
    rita.rang()
    for step in ("I'll take it", "On my way", "At the door"):
        await marat.presses(step)
        assert rita.rang() == 1, step
    await marat.presses("Let in")
    assert rita.rang() == 0
    rita.sees(desk.service.words.say(language, "news-inside"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_let_in_at_once_is_there(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    await desk.later(minutes=1)
    rita.rang()
    await marat.writes("I am inside, they let me in")
    assert rita.rang() == 1
    rita.sees(desk.service.words.say(language, "news-at-station"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_whose_door_men_stand_hears_nothing(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(DOOR[language], language=language)
    rita.rang()
    await marat.presses("I'll take it", "On my way", "At the door", "Let in")
    await desk.later(minutes=10)
    assert rita.rang() == 0
