"""What is let out and is nobody, what is only asked, a photo of a decision: none of it is news of those who are held."""

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my husband Dan Made-Up in Almaty",
    "ru": "полиция задержала моего мужа Дана Придуманова в Алматы",
    "kk": "Алматыда күйеуім Дан Ойданшығарылғанды полиция ұстады",
}
NOBODY_IS_OUT = [
    ("en", "let the dog out"),
    ("en", "the police released a statement"),
    ("ru", "полиция выпустила заявление"),
    ("ru", "они выпустили видео"),
    ("kk", "полиция мәлімдеме шығарды"),
    ("kk", "итімді үйден шығарып жібердім"),
]
WHICH_COURT = {
    "en": "which court do I have tomorrow?",
    "ru": "завтра у меня какой суд и во сколько",
    "kk": "ертең менде қандай сот, сағат нешеде?",
}
PHOTO = {
    "en": "I have a photo of the court decision, do you need it?",
    "ru": "у меня фото решения суда, вам нужно?",
    "kk": "сот шешімінің суреті бар, керек пе?",
}
WHERE_TO = {
    "en": ["where should I go?", "where do we go now, to the court?"],
    "ru": ["куда мне идти?", "мне куда подойти, в суд?", "куда нам ехать сейчас"],
    "kk": ["қайда барайын?", "енді қайда барамыз?", "қай жерге келу керек?"],
}
DEMANDS = {
    "en": "I demand that you tell me at once where my son is",
    "ru": "требую немедленно сказать мне где мой сын",
    "kk": "балам қайда екенін дереу айтуларыңызды талап етемін",
}
TWENTY = {"en": "twenty in a bus", "ru": "двадцать в автобусе", "kk": "автобуста жиырма адам"}


AFRAID = {
    "en": "he is afraid of the Almaly police",
    "ru": "сестра работает в Алмалинском РОВД",
    "kk": "ол Алмалы РОВД-дан қорқады",
}
REFUSED = {
    "en": ("not let in at Bostandyk police station", "his mother works at the Medeu station canteen"),
    "ru": ("не пускают в Бостандыкский РОВД", "его мать работает в столовой Медеуского РОВД"),
    "kk": ("Бостандық РОВД-ға кіргізбеді", "анасы Медеу РОВД-ның асханасында жұмыс істейді"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_district_of_a_station_that_is_feared_is_no_scene(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(AFRAID[language])
    assert (await desk.case()).district is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_note_of_another_station_leaves_the_one_of_the_refusal(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(HELD[language], language=language)
    await marat.presses("I'll take it")
    refusal, note = REFUSED[language]
    await marat.writes(refusal, note)
    olga.sees("The lawyer is not let in", "Bostandyk District")
    olga.sees_nothing_of("Medeu District")


@pytest.mark.parametrize(("language", "text"), NOBODY_IS_OUT)
async def test_nobody_is_asked_whether_all_are_out(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert not rita.count(desk.service.words.say(language, "out-asked", well="no"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_which_court_has_told_of_no_hearing(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses("I'll take it")
    for person in (rita, marat):
        await person.writes(WHICH_COURT[language])
        async with desk.reading() as tx:
            assert not (await view_of(tx, await desk.case())).value("hearing")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_about_a_photo_of_the_decision_asks_no_lawyer_again(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    marat.rang()
    await rita.writes(PHOTO[language])
    assert not marat.rang()
    rita.sees(desk.service.words.say(language, "everyday-photo"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_where_to_go_reads_what_may_be_said(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer()
    for text in WHERE_TO[language]:
        rita = await desk.reports(HELD[language], language=language)
        await marat.presses("I'll take it")
        marat.rang()
        await rita.writes(text)
        assert marat.rang() == 1
        rita.sees(say(language, "everyday-whither"), say(language, "asked-where-unknown"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_demands_to_be_told_where_somebody_is_asks_that(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(DEMANDS[language])
    rita.sees(desk.service.words.say(language, "everyday-where-told"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_so_many_in_a_bus_are_told_by_a_member_in_their_words(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(HELD[language], language=language)
    await marat.presses("I'll take it")
    olga.rang()
    await marat.writes(TWENTY[language])
    assert olga.rang() == 1
    olga.sees(f"«{TWENTY[language]}»")
