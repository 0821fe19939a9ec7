"""The language, the menu and the code, asked for by their names alone, before a report and in the middle of one."""

import pytest

from tests.casework.story_desk import Desk

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Выдуманную в Алматы",
    "kk": "Алматыда полиция адамды ұстады",
}
LANGUAGES = [
    ("ru", "қазақша", "kk"), ("ru", "по-английски", "en"), ("kk", "орысша", "ru"), ("kk", "Ағылшынша!", "en"),
    ("en", "русский", "ru"), ("en", "in Kazakh", "kk"),
]  # fmt: skip
CHOICE = [("en", "language"), ("ru", "язык"), ("ru", "сменить язык"), ("kk", "тіл")]
MENU = [("en", "menu"), ("ru", "Меню"), ("kk", "мәзір")]
CODE = [
    ("en", "my code"), ("en", "what is my code?"), ("en", "i forgot the code"), ("ru", "мой код"), ("ru", "напомните код"),
    ("kk", "менің кодым"), ("kk", "кодым қандай"),
]  # fmt: skip


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("language", "words", "chosen"), LANGUAGES)
async def test_a_language_called_by_its_name_is_spoken(
    desk: Desk, language: str, words: str, chosen: str, *, told: bool
) -> None:
    rita = desk.person(language=language)
    if told:
        await rita.writes(HELD[language])
    await rita.writes(words)
    assert (await desk.address(rita)).language == chosen
    if told:
        rita.sees(desk.service.words.say(chosen, "language-set"))
        rita.sees(
            desk.service.words.say(chosen, "report-where", situation="other") if language != "kk" else ""
        )


@pytest.mark.parametrize(("language", "words"), CHOICE)
async def test_the_choice_of_a_language_is_shown(desk: Desk, language: str, words: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(words)
    rita.sees(desk.service.words.say(language, "language-asked"))


@pytest.mark.parametrize(("language", "words"), MENU)
async def test_the_menu_is_what_can_be_done_here(desk: Desk, language: str, words: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(words)
    rita.sees("/language", "/settings")


@pytest.mark.parametrize(("language", "words"), CODE)
async def test_who_asks_for_the_code_reads_where_it_is_and_not_the_code(
    desk: Desk, language: str, words: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    codes = rita.screen.texts()[0]
    marat.rang()
    await rita.writes(words)
    rita.sees(desk.service.words.say(language, "everyday-code"))
    assert rita.screen.texts()[0] == codes
    assert marat.rang() == 0


async def test_the_same_words_with_others_are_words_of_the_report(desk: Desk) -> None:
    rita = await desk.reports(HELD["ru"], language="ru")
    await rita.writes("он русский, живёт на площади", "код домофона 44, вход со двора")
    assert (await desk.address(rita)).language == "ru"
    rita.sees_nothing_of(desk.service.words.say("ru", "everyday-code"))


async def test_what_a_member_writes_is_theirs(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("казахский")
    marat.sees("You have no case now")


@pytest.mark.parametrize("buttons", [True, False])
@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        ("ru", "дела", "/cases"), ("ru", "Открытые дела?", "/cases"), ("en", "cases", "/cases"), ("kk", "Істер", "/cases"),
        ("ru", "юристы", "/members"), ("en", "members", "/members"), ("kk", "мүшелер", "/members"),
        ("ru", "дежурства", "/duty"), ("kk", "оқиғалар", "/incidents"), ("en", "menu", "/help"), ("ru", "сводка", "/digest"),
        ("en", "help", "/help"), ("ru", "Помощь", "/help"), ("kk", "көмек", "/help"),
    ],
)  # fmt: skip
async def test_a_coordinator_who_types_the_word_of_a_list_sees_it(
    desk: Desk, language: str, text: str, command: str, *, buttons: bool
) -> None:
    if not buttons:
        desk.without_buttons()
    await desk.reports(HELD[language], language=language)
    olga = await desk.coordinator(languages=(language,))
    before = set(olga.screen.messages)
    await olga.writes(command)
    (shown,) = (olga.screen.messages[number].text for number in olga.screen.messages if number not in before)
    seen = set(olga.screen.messages)
    await olga.writes(text)
    (again,) = (olga.screen.messages[number].text for number in olga.screen.messages if number not in seen)
    assert again == shown


async def test_a_lawyer_and_an_administrator_see_their_own(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD["en"])
    await marat.presses("I'll take it")
    await marat.writes("мои дела")
    marat.sees("Your cases (1)")
    await marat.writes("members")  # which are no lawyer's: a note, as any word
    marat.sees("noted")
    await desk.administrator.writes("дела")
    desk.administrator.sees("Almaty")


async def test_where_a_form_waits_for_words_or_others_write_them_they_are_words(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["ru"], language="ru")
    await olga.writes(f"/case {(await desk.case()).code}", "дела")
    olga.sees("Case")
    await rita.writes("дела")
    rita.sees_nothing_of("/cases")
