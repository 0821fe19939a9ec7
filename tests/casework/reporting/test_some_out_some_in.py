"""Some are out and some are in: who is free is asked by name, never "are all out?", and a rumour ends nothing."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

TWO = {
    "en": ("police took Askhat and Erlan in Almaty", "Askhat is out now, Erlan is still inside"),
    "ru": ("в Алматы задержали Асхата и Ерлана", "Асхата отпустили, Ерлан ещё там"),
    "kk": ("Алматыда Асхат пен Ерланды ұстады", "Асхатты босатты, Ерлан әлі сонда"),
}
WRITER = {
    "en": ("they detained me in Almaty", "they let me go, my colleague is still there"),
    "ru": ("меня задержали в Алматы", "меня отпустили, мой коллега ещё там"),
    "kk": ("мені Алматыда ұстады", "мені босатты, әріптесім әлі сонда"),
}
NEVER = [
    ("en", "I was detained in Almaty, me and my brother", "I am out; where is my brother?"),
    ("ru", "нас с братом задержали в Алматы", "меня отпустили, а где мой брат?"),
    ("kk", "мені мен ағамды Алматыда ұстады", "мені босатты, ағам қайда?"),
    ("en", "police took my brother in Almaty", "they are making him sign something"),
    ("ru", "брата забрали в Алматы", "его заставляют подписать бумагу"),
    ("kk", "ағамды Алматыда ұстады", "оны қағазға қол қойғызып жатыр"),
]
RUMOURS = [
    ("en", "police took my brother in Almaty", "people say that everyone was released"),
    ("ru", "брата забрали в Алматы", "говорят, всех отпустили"),
]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_who_is_free_is_asked_by_name_and_who_is_not_stays_held(desk: Desk, language: str) -> None:
    told, then = TWO[language]
    rita = await desk.reports(told, language=language)
    await rita.writes(then)
    say = desk.service.words.say
    rita.sees(say(language, "out-asked-who"), say(language, "out-some"))
    report = await desk.report()
    await rita.presses_data(f"out:{report.id}:person-0")
    rita.sees(say(language, "out-some-noted"))
    case = await desk.case()
    assert not case.says_over
    assert case.identified + case.unidentified_min == 1


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_writer_who_was_let_go_tells_of_somebody_else_from_then_on(desk: Desk, language: str) -> None:
    told, then = WRITER[language]
    rita = await desk.reports(told, language=language)
    await rita.writes(then)
    assert (await desk.case()).situation == "other"
    assert not rita.count(desk.service.words.say(language, "out-all"))


@pytest.mark.parametrize(
    ("language", "then"),
    [
        ("en", "they let my brother go, I am still inside"),
        ("ru", "брата отпустили, а я ещё здесь сижу"),
        ("kk", "ағамды босатты, мен әлі іштемін"),
    ],
)
async def test_a_writer_who_is_still_inside_stays_the_one_who_is_held(
    desk: Desk, language: str, then: str
) -> None:
    rita = await desk.reports(next(told for of, told, _ in NEVER if of == language), language=language)
    await rita.writes(then)
    assert (await desk.case()).situation == "me"


@pytest.mark.parametrize(("language", "told", "then"), NEVER)
async def test_who_asks_for_another_or_tells_of_pressure_is_not_asked_if_all_are_out(
    desk: Desk, language: str, told: str, then: str
) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(then)
    assert not rita.count(desk.service.words.say(language, "out-all"))


@pytest.mark.parametrize(("language", "told", "then"), RUMOURS)
async def test_a_rumour_of_release_ends_nothing(desk: Desk, language: str, told: str, then: str) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(then)
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    assert view.value("ongoing") is None
    assert not view.marks.get("ongoing")
