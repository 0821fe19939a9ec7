"""The first that somebody writes is that it is over: good news waits for a person, for others may still be held."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

FREED = {
    "en": "a woman who was released says my aunt is still inside without her inhaler, Almaty",
    "ru": "соседа выпустили, а участковый остался у двери и никого не выпускает, Алматы",
    "kk": "көршімізді босатты, бірақ есік алдында біреу тұр, далаға шықпаңдар дейді, Алматы",
}
OVER = {
    "en": "my brother was detained at the rally, he is free already",
    "ru": "брата задержали на митинге, его уже отпустили",
    "kk": "ағамды митингіде ұстаған, оны босатты",
}


@pytest.mark.parametrize("place", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_that_it_is_over_reach_a_coordinator_within_a_minute(
    desk: Desk, language: str, place: bool
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person(language=language)
    await rita.writes(OVER[language] + (", Almaty" if place else ""))
    await desk.later(minutes=1)
    assert (marat.rang(), olga.rang()) == (0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_is_out_and_others_are_not(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(FREED[language], language=language)
    await desk.later(minutes=1)
    assert marat.rang() + olga.rang() > 0


async def test_a_tap_that_it_is_over_rings_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("/report")
    await rita.presses_data("report/situation:over")
    await rita.writes("Almaty")
    await desk.later(minutes=2)
    assert olga.rang() == 0


LONG = {
    "en": "I do not know what to think, will they let him come home, all day a grey van stood at our gate and then no sound",
    "ru": "не знаю что и думать, выйдет ли он домой, весь день серый фургон стоял у ворот, а потом ни звука",
    "kk": "не ойларымды білмеймін, үйге қайтар ма екен, күні бойы қақпада сұр көлік тұрды, содан кейін ешбір дыбыс жоқ",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_long_words_in_which_a_question_is_heard_are_read_by_a_person(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    await desk.reports(LONG[language], language=language)
    await desk.later(minutes=1)
    assert olga.rang() == 1
