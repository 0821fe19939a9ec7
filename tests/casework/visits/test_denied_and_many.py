"""A lawyer writes that stations deny having somebody, or that many are held: coordinators hear it at once, with the words at
one press; a report of the many is one press, too.
"""

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
DENIED = {
    "en": ["at station two they deny everything", "he is in no station, they deny it"],
    "ru": ["все отделы отрицают, что он у них", "говорят, к ним не доставляли", "в отделе отрицают"],
    "kk": ["бөлімдердің бәрі ол жоқ дейді", "әкелінген жоқ дейді", "бөлімде жоққа шығарып отыр"],
}
OTHERWISE = {
    "en": ["he denies his guilt", "was he brought in?"],
    "ru": ["он отрицает вину", "его к ним доставили?"],
    "kk": ["кінәсін мойындамайды", "оны әкелді ме?"],
}
MANY = {
    "en": ["twenty people in a police bus", "nine in the cell, no lawyer but me"],
    "ru": ["двадцать человек в автозаке", "в камере девять человек, кроме меня адвокатов нет"],
    "kk": ["автозакта жиырма адам отыр", "камерада тоғыз адам, менен басқа адвокат жоқ"],
}
FEW = {
    "en": ["15 days they hold him", "there are 5 officers at the door"],
    "ru": ["15 суток держат", "у входа 5 сотрудников"],
    "kk": ["оның үш баласы бар", "есік алдында 5 қызметкер"],
}


async def taken(desk: Desk, language: str) -> tuple[Person, Person]:
    """Marat has Dana's case; Olga coordinates."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    olga.rang(), marat.rang()
    return marat, olga


async def noted(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case())).history("note")]


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in DENIED[of]])
async def test_that_stations_deny_it_rings_and_the_words_are_one_press_away(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    say = desk.service.words.say
    await marat.writes(text)
    assert (olga.rang(), await noted(desk)) == (1, [text])
    olga.sees(say(language, "ask-denied"))
    olga.sees_nothing_of(text)
    await olga.presses(say(language, "button-words-read"))
    olga.sees(text, "Marat")
    olga.sees_nothing_of("Dana")
    assert "read_notes" in [line[0] for line in await desk.history()]
    await marat.presses(say(language, "button-not-denied"))
    olga.sees_nothing_of(say(language, "ask-denied"))


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in OTHERWISE[of]])
async def test_who_is_held_may_deny_and_what_is_asked_rings_nobody(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert (olga.rang(), await noted(desk)) == (0, [text])


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in MANY[of]])
async def test_many_who_are_held_reach_coordinators_with_the_words(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert (olga.rang(), await noted(desk)) == (1, [text])
    olga.sees(text, "Marat", "+7701")
    marat.sees(desk.service.words.say(language, "visit-told-many"))
    await marat.presses(desk.service.words.say(language, "button-report"))
    assert await noted(desk) == []  # it is a report now
    olga.sees_nothing_of(text)


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in FEW[of]])
async def test_other_numbers_ring_nobody(desk: Desk, language: str, text: str) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert olga.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_many_are_told_of_by_a_lawyer_without_a_case_and_by_a_coordinator(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    vera = await desk.coordinator("Vera", languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    say, text = desk.service.words.say, MANY[language][0]
    await marat.writes(text)
    assert (olga.rang(), vera.rang()) == (1, 1)
    olga.sees(text, "Marat")
    await olga.presses(say(language, "button-words-read"))
    olga.sees(say(language, "button-make-case"))
    await desk.reports(HELD)
    vera.rang()
    await olga.writes(text)
    assert vera.rang() == 1
    vera.sees(text, "Olga")
    olga.sees(say(language, "button-report"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_bad_news_of_a_lawyer_without_a_case_makes_one_sound_and_another_only_if_nobody_reads(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    text = DENIED[language][-1]
    await marat.writes(text)
    assert olga.rang() == 1
    olga.sees(text, "Marat")
    await desk.later(minutes=5)
    assert olga.rang() == 1
    await olga.presses(desk.service.words.say(language, "button-words-read"))
    olga.rang()
    await desk.later(minutes=40)
    assert olga.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whether_a_lawyer_hears_of_it_is_said_as_it_is(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat, saule = await desk.lawyer("Marat", languages=(language,)), await desk.lawyer("Saule")
    await desk.reports(HELD)
    say, case = desk.service.words.say, await desk.case()
    for role, person in (("coordinator", olga), ("lawyer", marat)):
        await person.writes("captain Wolfe is on duty")
        person.sees(say(language, "home-done", code=case.code, role=role, hears="no"))
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', case)).id}")
    await marat.writes("he has a cold")
    marat.sees(say(language, "home-done", code=case.code, role="lawyer", hears="yes"))
