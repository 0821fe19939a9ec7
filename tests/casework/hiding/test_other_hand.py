"""A phone changes hands, and who has it now says so: a stranger's words hide the chat, somebody close is heard and told
nothing, and what is said of other phones changes nothing.
"""

from collections.abc import Mapping

import pytest

from core.model import LANGUAGES
from core.vocabulary import CaseState
from tests.casework.hiding.test_phone_in_doubt import AGAIN, RELATIVE, THEIRS, WORSE, code_of
from tests.casework.story_desk import Desk, Person

STRANGERS = {
    "en": (
        "This is Captain Kim, I have the phone",
        "I am the investigator, who are you?",
        "I'm holding her phone now",
        "the owner's things are with us",
        "I found this phone on the street",
        "this is the guard, the phone is with me",
        "Investigator Kim here. Who is this?",
    ),
    "ru": (
        "Это капитан Ким, телефон у меня",
        "Я следователь Сейтов, кому вы писали?",
        "её телефон теперь у меня",
        "вещи владельца у нас",
        "я нашёл этот телефон на улице, чей он?",
        "это охранник, телефон у нас",
        "Следователь Ким на связи",
    ),
    "kk": (
        "Бұл капитан Ким, телефон менде",
        "Мен тергеушімін, сіз кімсіз?",
        "телефон қазір менде",
        "иесінің заттары бізде",
        "осы телефонды тауып алдым",
        "бұл күзетші, телефон бізде",
        "тергеуші Ким жазып отыр",
    ),
}
KIN = {
    "en": (
        "this is his wife, he can't write, the phone is with me",
        "it's her mother, I have her phone, she can't answer",
        "this is her husband, I'm holding the phone now",
    ),
    "ru": (
        "это его жена, он не может писать, телефон у меня",
        "это мама, пишу с его телефона, он в больнице",
        "пишет его сестра, телефон сейчас у меня",
    ),
    "kk": (
        "бұл оның әйелі, ол жаза алмайды, телефон менде",
        "мен анасымын, телефоны менде, ол жауап бере алмайды",
        "бұл апасы, телефон қазір менде",
    ),
}
TWINS = {
    "en": (
        "my phone battery is dying",
        "it's me, the phone is mine",
        "police took his phone",
        "I have a phone number of the station",
        "the investigator has his phone",
        "give me the phone of a lawyer",
        "this is captain Kim who took him",
        "I am his wife",
        "is this the investigator?",
        "I found his phone at home",
    ),
    "ru": (
        "телефон садится",
        "это я, телефон мой",
        "полиция забрала его телефон",
        "у меня его телефон не отвечает",
        "дайте телефон адвоката",
        "его телефон у следователя",
        "это капитан Ким его забрал",
        "это участковый приходил",
        "я жена, он не может говорить, его держат",
        "телефон у меня разряжается",
        "это не следователь, это я",
    ),
    "kk": (
        "телефон отырып жатыр",
        "бұл мен, телефон өзімдікі",
        "полиция оның телефонын алып қойды",
        "оның телефоны жауап бермейді",
        "адвокаттың телефонын беріңіз",
        "телефоны тергеушіде",
        "бұл капитан Ким оны алып кетті",
        "мен оның әйелімін",
        "бұл тергеуші емес, бұл менмін",
    ),
}
AFTER = {
    "en": ("who are you?", "was a lawyer found?", "no", "it's me, the phone is mine", "yes", "/status"),
    "ru": ("вы кто?", "адвокат нашёлся?", "нет", "это я, телефон мой", "да", "/status"),
    "kk": ("сіз кімсіз?", "адвокат табылды ма?", "жоқ", "бұл мен, телефон өзімдікі", "иә", "/status"),
}
SELF = {
    "en": "police took me in Almaty, I am Dan Made-Up",
    "ru": "меня задержали в Алматы, я Дан Придуманов",
    "kk": "мені Алматыда полиция ұстады, мен Дан Ойданшығарылғанмын",
}
CLOSE = {"en": "I am his wife", "ru": "это его жена", "kk": "мен оның әйелімін"}
HELPED = {
    "en": "Captain Kim called me",
    "ru": "мне звонил капитан Ким",
    "kk": "маған капитан Ким қоңырау шалды",
}


def each(told: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language in LANGUAGES for text in told[language]]


async def told(desk: Desk, language: str, text: str = "") -> tuple[Person, Person, Person]:
    """A reporter, the lawyer who has the case, a coordinator; nobody has rung since."""
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(text or RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    for person in (rita, marat, olga):
        person.rang()
    return rita, marat, olga


def bland(desk: Desk, language: str) -> str:
    return desk.service.words.say(language, "bland")


@pytest.mark.parametrize(("language", "text"), each(STRANGERS))
async def test_a_stranger_who_says_so_empties_the_chat_and_the_people_on_the_case_are_rung(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await told(desk, language)
    code = await code_of(desk, rita)
    await rita.writes(text)
    assert rita.screen.texts() == [bland(desk, language)]
    assert marat.rang() > 0
    assert olga.rang() > 0
    marat.sees(text, "o not call")
    await rita.writes(*AFTER[language])
    await marat.presses("On my way", "At the door")
    await desk.later(hours=30)
    await rita.writes(code)
    assert set(rita.screen.texts()) == {bland(desk, language)}
    assert rita.rang() == 0
    assert (await desk.case()).state is CaseState.ACCEPTED


@pytest.mark.parametrize(("language", "text"), each(KIN))
async def test_somebody_close_is_heard_and_told_nothing_until_a_member_agrees(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await told(desk, language)
    seen = set(rita.screen.messages)
    await rita.writes(text)
    assert (await desk.address(rita)).silenced_at is None
    assert marat.rang() > 0
    assert olga.rang() > 0
    marat.sees(text)
    await rita.writes(WORSE[language], AFTER[language][1])
    assert marat.rang() > 0
    marat.sees(WORSE[language])
    await marat.presses("On my way")
    await desk.later(hours=1)
    new = {shown.text for number, shown in rita.screen.messages.items() if number not in seen}
    assert new == {bland(desk, language)}
    await marat.presses(AGAIN, THEIRS)
    assert rita.count(desk.service.words.say(language, "news-accepted")) == 2
    await rita.writes(text)  # the same hand as before: a member knows it
    assert (await desk.address(rita)).doubted_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_who_is_held_wrote_somebody_close_is_another_hand(desk: Desk, language: str) -> None:
    rita, marat, _ = await told(desk, language, SELF[language])
    await rita.writes(CLOSE[language])
    assert (await desk.address(rita)).doubted_at is not None
    assert marat.rang() > 0


@pytest.mark.parametrize(("language", "text"), each(TWINS))
async def test_what_is_said_of_another_phone_or_of_an_official_changes_nothing(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, _ = await told(desk, language)
    seen = set(rita.screen.messages)
    await rita.writes(text)
    address = await desk.address(rita)
    assert (address.silenced_at, address.doubted_at) == (None, None)
    new = [shown.text for number, shown in rita.screen.messages.items() if number not in seen]
    assert bland(desk, language) not in new
    await marat.presses("On my way")
    rita.sees(desk.service.words.say(language, "news-on-my-way"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_tells_it_for_the_first_time_has_nothing_kept_from_them(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    wife = await desk.reports(f"{KIN[language][0]}. {RELATIVE[language]}", language=language)
    marat.sees("I'll take it")
    assert (await desk.address(wife)).doubted_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyers_phone_in_an_officials_hand_gets_nothing_more(desk: Desk, language: str) -> None:
    _, marat, olga = await told(desk, language)
    await marat.writes(KIN[language][0], HELPED[language])  # a note of somebody else's words
    assert (await desk.address(marat)).silenced_at is None
    await marat.writes(STRANGERS[language][0])
    assert (await desk.address(marat)).silenced_at is not None
    assert marat.screen.texts() == [bland(desk, "en")]
    olga.sees("Marat hid their chat")
