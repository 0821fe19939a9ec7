"""A message that breaks off while the phone is torn away hides the chat; a phone kept from somebody free does not."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took me in Almaty",
    "ru": "меня задержали в Алматы",
    "kk": "мені Алматыда полиция ұстады",
}
TORN = {"en": "taking my pho", "ru": "отбирают телефо", "kk": "телефонды алып жа"}
UNSURE = {"en": "they want the ph", "ru": "отбирают те", "kk": "телефонын алып жа"}
FREE = {"en": "I was released, I am home", "ru": "меня отпустили, я дома", "kk": "мені босатты, үйдемін"}
KEPT = {
    "en": "they confiscated my phone there",
    "ru": "телефон изъяли и не вернули",
    "kk": "телефонымды алып қойды, қайтарған жоқ",
}


async def is_hidden(desk: Desk, person: Person) -> bool:
    return (await desk.address(person)).silenced_at is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_message_that_breaks_off_hides_the_chat(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(TORN[language])
    assert await is_hidden(desk, rita)
    assert len(rita.screen.texts()) == 1
    await marat.presses("I'll take it")
    rita.sees_nothing_of(desk.service.words.say(language, "card-accepted"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_it_is_not_sure_one_button_is_offered(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(UNSURE[language])
    assert not await is_hidden(desk, rita)
    rita.sees(desk.service.words.say(language, "hide-offered"))
    await rita.presses(desk.service.words.say(language, "button-hide-mine"))
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_free_is_not_asked_about_a_phone_that_was_kept(desk: Desk, language: str) -> None:
    offered = desk.service.words.say(language, "hide-offered")
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(f"{FREE[language]}. {KEPT[language]}")
    rita.sees_nothing_of(offered)
    vera = await desk.reports(HELD[language], language=language)
    await vera.writes(FREE[language], KEPT[language])
    vera.sees_nothing_of(offered)
    vera.sees(desk.service.words.say(language, "out-all"))  # who is out?
    dana = await desk.reports(HELD[language], language=language)
    await dana.writes(KEPT[language])  # not free: perhaps it is this phone
    dana.sees(offered)


RELATIVE = {
    "en": "police took my brother Dan Made-Up in Almaty",
    "ru": "полиция задержала моего брата Дана Придуманова в Алматы",
    "kk": "Алматыда ағам Дан Ойданшығарылғанды полиция ұстады",
}
AGAIN = {"en": "I am here, it was not mine", "ru": "я здесь, это не мой", "kk": "мен осындамын, менікі емес"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_until_they_write_again_no_news_makes_a_sound_on_a_phone_that_is_perhaps_taken(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.allows_news("yes")
    await rita.writes(UNSURE[language])
    assert not await is_hidden(desk, rita)
    await desk.later(minutes=1)
    rita.rang()
    await marat.presses("I'll take it")
    assert rita.rang() == 0
    await rita.writes(AGAIN[language])
    rita.rang()
    await marat.presses("On my way")
    assert rita.rang() == 1
