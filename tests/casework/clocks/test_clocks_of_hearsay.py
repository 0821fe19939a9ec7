"""Clocks of the law that stand on words alone: they sound once; a hearing ends them; the earlier of two beginnings warns."""

import pytest

from core.model import LANGUAGES
from tests.casework.clocks.test_clocks_of_a_case import almaty, claims
from tests.casework.story_desk import Desk, Person

BLOCKED = {
    "en": "police surrounded our house in Almaty and do not let us out",
    "ru": "полиция окружила наш дом в Алматы, нас не выпускают",
    "kk": "полиция Алматыда үйімізді қоршап алды, шығармай жатыр",
}
TAKEN = {
    "en": "police took Dana Made-Up in Almaty at 11:30",
    "ru": "в 11:30 в Алматы полиция задержала Дану",
    "kk": "Алматыда сағат 11:30-да Дананы полиция ұстады",
}
HEARING = {"en": "hearing today at 14:00", "ru": "суд сегодня в 14:00", "kk": "сот бүгін сағат 14:00-де"}
RULED = {"en": "she got 15 days", "ru": "ей дали 15 суток", "kk": "оған 15 тәулік берді"}


async def kept(desk: Desk, told: str, language: str) -> Person:
    """The lawyer's phone, when the case is theirs and a first step is noted."""
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(told, language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return marat


async def sounds_of_clocks(desk: Desk, person: Person, language: str, hours: int) -> int:
    """How often something that tells of a term of the law comes again within so many hours."""
    head = desk.service.words.say(language, "clock-head", code=(await desk.case()).code, place="§").split(
        " · "
    )[0]
    seen, rang = {n for n, s in person.screen.messages.items() if s.text.startswith(head)}, 0
    for _ in range(hours * 6):
        await desk.later(minutes=10)
        now = {n for n, s in person.screen.messages.items() if s.text.startswith(head)}
        rang += len(now - seen)
        seen |= now
    return rang


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_blockade_that_only_words_tell_sounds_once_for_all_its_clocks(
    desk: Desk, language: str
) -> None:
    marat = await kept(desk, BLOCKED[language], language)
    assert await sounds_of_clocks(desk, marat, language, 30) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_beginning_that_was_only_read_warns_and_does_not_alarm_too(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    marat = await kept(desk, TAKEN[language], language)
    olga.rang()
    assert await sounds_of_clocks(desk, marat, language, 5) == 1
    olga.sees_nothing_of("in which a term of the law is over")


@pytest.mark.parametrize("told", [HEARING, RULED])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hearing_and_a_ruling_that_a_member_tells_end_the_hours_of_the_police(
    desk: Desk, language: str, told: dict[str, str]
) -> None:
    marat = await kept(desk, TAKEN[language], language)
    await marat.writes(told[language])
    assert await sounds_of_clocks(desk, marat, language, 30) == 0
    over = desk.service.words.say(language, "clock-over-perhaps", span="§", time="§", what="§").split("§")[0]
    marat.sees_nothing_of(over)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hearing_that_was_called_off_ends_nothing(desk: Desk, language: str) -> None:
    marat = await kept(desk, TAKEN[language], language)
    await marat.writes(HEARING[language])
    await marat.presses(desk.service.words.say(language, "button-not-this"))
    assert await sounds_of_clocks(desk, marat, language, 5) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_earlier_of_a_beginning_in_words_and_one_of_a_member_warns(
    desk: Desk, language: str
) -> None:
    marat = await kept(desk, TAKEN[language], language)
    await claims(desk, marat, "started", almaty(17, "12:00"))
    marat.rang()
    assert (
        await sounds_of_clocks(desk, marat, language, 2) == 1
    )  # before 14:30, three hours after the earlier
