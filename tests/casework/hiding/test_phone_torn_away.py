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
    return desk.service.with_hotline(language, desk.service.words.say(language, "hide-offered"))


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
async def test_where_it_is_not_sure_one_silent_question_stands_and_then_the_bland_sentence_alone(
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
    assert "o not call" in marat.screen.text()
    await rita.writes("?", "/hide_later", "/status", WORSE[language])
    await rita.presses_data("language:kk")
    await marat.presses("On my way")
    await desk.later(hours=1)
    new = [shown.text for number, shown in rita.screen.messages.items() if number not in before]
    bland = desk.service.words.say(language, "bland")
    assert new.count(asked(desk, language)) == 1
    assert set(new) == {asked(desk, language), bland}
    assert rita.rang() == 0
    marat.sees(WORSE[language])  # nobody is silenced who has to be heard
    assert marat.rang() > 0
    await rita.presses(desk.service.words.say(language, "button-hide-mine"))
    assert await is_hidden(desk, rita)
    assert rita.screen.texts() == [desk.service.words.say(language, "bland")]


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


MY_KEPT = {
    "en": "they confiscated my phone yesterday and I have a new one",
    "ru": "у меня забрали телефон, пишу с ноутбука",
    "kk": "телефонымды алып қойды, ноутбуктен жазып отырмын",
}
HIS_KEPT = {
    "en": "they took his phone",
    "ru": "у брата забрали телефон",
    "kk": "ағамның телефонын тартып алды",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_on_a_phone_of_the_writer_that_others_kept_no_news_stands_and_what_people_answer_is_silent(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.writes(MY_KEPT[language])
    rita.rang()
    await marat.presses("I'll take it", "On my way", "At the door")
    say = desk.service.words.say
    rita.sees_nothing_of(say(language, "news-accepted"), say(language, "news-on-my-way"))
    assert rita.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_waits_at_home_hears_though_the_phone_of_who_is_held_was_taken(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(RELATIVE[language], language=language)
    await rita.writes(HIS_KEPT[language])
    rita.rang()
    await marat.presses("I'll take it", "On my way")
    rita.sees(desk.service.words.say(language, "news-on-my-way"))
    assert rita.rang() == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_hid_and_is_answered_again_after_a_call_hears_news(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    await rita.writes(TORN[language])
    await olga.writes(f"/case {(await desk.case()).code}", "she rang")
    await olga.presses("Answer the reporter's chat again", "Yes, the phone is theirs")
    rita.sees(desk.service.words.say(language, "news-accepted"))
    rita.rang()
    await marat.presses("On my way")
    assert rita.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_message_of_all_rings_lawyers_and_its_chat_reads_no_code(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(f"{RELATIVE[language]}. {UNSURE[language]}", language=language)
    marat.sees("I'll take it")
    assert [shown.text for shown in rita.screen.messages.values()] == [asked(desk, language)]
