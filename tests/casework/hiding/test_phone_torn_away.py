"""The writer's own phone is being taken: sure hides the chat at once, unsure tells nothing more until it is answered."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took me in Almaty",
    "ru": "меня задержали в Алматы",
    "kk": "мені Алматыда полиция ұстады",
}
TORN = {"en": "they are taking my pho", "ru": "отбирают телефо", "kk": "телефонды алып жа"}
WANTED = {"en": "they want my phone", "ru": "требуют мой телефон", "kk": "телефонымды сұрап тұр"}
UNSURE = {
    "en": "now they'll grab the phone",
    "ru": "сейчас заберут телефон",
    "kk": "қазір телефонды тартып алады",
}
DEMANDED = {
    "en": "give me your phone they say",
    "ru": "отдай телефон, говорят",
    "kk": "телефоныңды бер дейді",
}
KEPT = {
    "en": "they confiscated my phone there",
    "ru": "телефон изъяли и не вернули",
    "kk": "телефонымды алып қойды, қайтарған жоқ",
}
RELATIVE = {
    "en": "police took my brother Dan Made-Up in Almaty",
    "ru": "полиция задержала моего брата Дана Придуманова в Алматы",
    "kk": "Алматыда ағам Дан Ойданшығарылғанды полиция ұстады",
}
THEIRS = {
    "en": "they are grabbing my brother's phone",
    "ru": "у брата отбирают телефон",
    "kk": "ағамның телефонын тартып алып жатыр",
}
CUT_OFF = {
    "en": "he rang, and the call was cut off, his phone is off now",
    "ru": "он звонил, связь оборвалась, телефон отключён",
    "kk": "ол қоңырау шалды, байланыс үзілді, телефоны өшіп тұр",
}
WORSE = {"en": "they are beating him", "ru": "его бьют", "kk": "оны ұрып жатыр"}


async def is_hidden(desk: Desk, person: Person) -> bool:
    return (await desk.address(person)).silenced_at is not None


def asked(desk: Desk, language: str) -> str:
    return desk.service.words.say(language, "hide-offered")


@pytest.mark.parametrize("words", [TORN, WANTED, UNSURE, DEMANDED])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_held_whose_phone_is_about_to_be_taken_is_hidden_at_once(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses("I'll take it")
    for person in (rita, marat, olga):
        person.rang()
    await rita.writes(words[language])
    assert await is_hidden(desk, rita)
    assert rita.screen.texts() == [desk.service.words.say(language, "bland")]
    assert marat.rang()
    marat.sees("The reporter's phone is taken: do not call")
    assert olga.rang()
    olga.sees("phone is being taken")
    await rita.writes("/hide", "/status", "?")
    await marat.presses("On my way")
    assert set(rita.screen.texts()) == {desk.service.words.say(language, "bland")}


@pytest.mark.parametrize("words", [TORN, WANTED])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_tells_of_somebody_else_and_says_that_it_is_theirs_is_hidden_too(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.writes(words[language])
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize("words", [UNSURE, DEMANDED])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_it_is_not_sure_one_silent_question_stands_and_nothing_else_is_told_until_its_answer(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    before = set(rita.screen.messages)
    for person in (rita, marat, olga):
        person.rang()
    await rita.writes(words[language])
    assert not await is_hidden(desk, rita)
    assert marat.rang()
    assert olga.rang()
    assert "do not call" in marat.screen.text()
    await rita.writes("?", "/hide_later", "/status", WORSE[language])
    await rita.presses_data("language:kk")
    await marat.presses("On my way")
    await desk.later(hours=1)
    new = [shown.text for number, shown in rita.screen.messages.items() if number not in before]
    assert set(new) == {asked(desk, language)}
    assert rita.rang() == 0
    marat.sees(WORSE[language])  # nobody is silenced who has to be heard
    assert marat.rang() > 0
    await rita.presses(desk.service.words.say(language, "button-hide-mine"))
    assert await is_hidden(desk, rita)
    assert rita.screen.texts() == [desk.service.words.say(language, "bland")]


NO = {"en": "no, not mine", "ru": "нет, не мой", "kk": "жоқ, менікі емес"}
YES = {"en": "yes", "ru": "да", "kk": "иә"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_typed_no_brings_back_what_was_not_told_meanwhile_and_a_yes_hides(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.allows_news("yes")
    await rita.writes(UNSURE[language])
    taken = desk.service.words.say(language, "news-accepted")
    await marat.presses("I'll take it")
    rita.sees_nothing_of(taken)
    await rita.writes(NO[language])
    rita.sees(taken)
    rita.rang()
    await marat.presses("On my way")
    assert rita.rang() == 1
    await rita.writes(UNSURE[language], YES[language])
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize("words", [KEPT, THEIRS, CUT_OFF])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_nobody_is_asked_about_another_phone_nor_about_one_that_was_taken_before(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    for told in (HELD, RELATIVE):
        rita = await desk.reports(told[language], language=language)
        await rita.writes(words[language])
        rita.sees_nothing_of(asked(desk, language))
        assert not await is_hidden(desk, rita)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_message_of_all_rings_lawyers_and_its_chat_reads_no_code(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(f"{RELATIVE[language]}. {UNSURE[language]}", language=language)
    marat.sees("I'll take it")
    assert [shown.text for shown in rita.screen.messages.values()] == [asked(desk, language)]
