"""A phone makes fifteen sounds in an hour at most; an urgent offer always sounds by itself; nothing falls silent."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from handlers.cards import sounds
from tests.casework.scenes import HOUR, MOST, densest
from tests.casework.story_desk import Desk

HELD = "police took a man in Almaty"
BEATEN = {
    "en": "police took my brother in Almaty, they beat him",
    "ru": "полиция забрала моего брата в Алматы, его бьют",
    "kk": "Алматыда полиция інімді алып кетті, оны ұрып жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_urgent_offer_sounds_by_itself_however_many_came_before(desk: Desk, language: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    for number in range(9):
        await desk.reports(HELD, name=f"Rita {number}")
    marat.rang()
    await desk.reports(BEATEN[language], name="Vera", language=language)
    assert marat.rang() == 1
    offer = (await desk.offers())["Marat"]
    own = [
        s
        for s in marat.screen.messages.values()
        if s.text.startswith("🔴") and f"accept:{offer.id}" in str(s.rows)
    ]
    assert len(own) == 1


async def test_thirty_urgent_offers_are_thirty_sounds(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    marat.rang()
    for number in range(10):
        await desk.reports(BEATEN["en"], name=f"Rita {number}")
    assert marat.rang() == 10


async def test_what_found_no_sound_is_heard_when_there_is_one_if_it_still_waits(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    for number in range(12):
        rita = desk.person(f"Rita {number}")
        await rita.presses_data("report/situation:other")
        await rita.presses_data("report/place:unknown")
        await desk.later(minutes=2)
    assert olga.count("The place of this case is unknown") == 12  # all of it is there to be read
    assert densest(olga.screen.sounds, HOUR) <= MOST
    before = len(olga.screen.sounds)
    await desk.later(minutes=25)
    assert len(olga.screen.sounds) > before
    await desk.later(hours=6)
    assert densest(olga.screen.sounds, HOUR) <= MOST


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_asked_to_take_a_case_is_not_told_that_nobody_took_it(desk: Desk, language: str) -> None:
    vera = await desk.coordinator("Vera", on_duty=True, languages=(language,))
    olga = await desk.coordinator("Olga", languages=(language,))
    vera.rang()
    olga.rang()
    await desk.reports(HELD)
    await desk.later(minutes=1)
    assert vera.screen.has(f"accept:{(await desk.offers())['Vera'].id}")
    assert vera.rang() == 1  # the offer alone
    olga.rang()
    await desk.later(minutes=9)  # everybody was asked
    assert vera.count(desk.service.words.say(language, "button-accept")) >= 1
    assert vera.rang() == 0


async def test_of_several_that_are_not_urgent_none_is_heard_twice_on_one_phone_in_half_an_hour(
    desk: Desk,
) -> None:
    dina = await desk.lawyer("Dina", escalation=True)
    await desk.coordinator()
    await desk.reports(HELD)
    await desk.reports(HELD, name="Sara")
    assert dina.rang() == 2
    await desk.later(minutes=29)
    assert dina.rang() == 0
    assert (await desk.offers())["Dina"].state == "offered"  # it can still be taken
    await desk.later(hours=2)
    assert dina.rang() >= 1


async def test_cases_that_nobody_took_are_heard_past_a_step_and_not_at_each(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    heard = []
    for number in range(14):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.later(minutes=3.5)
        heard.append(olga.rang())
    assert (
        sum(heard)
        <= len([step for step in sounds.STEPS if step <= 14]) + timedelta(minutes=49) // sounds.PATIENCE + 1
    )
    olga.sees("14 cases that nobody took in time")


MINOR_UNSAID = {  # at a station, and nothing says that he is held
    "en": "Almaty, Medeu police station, my son Mark Made-Up, 17 years old",
    "ru": "Алматы, Медеуский РОВД, сын Марк Выдуманов, 17 лет",
    "kk": "Алматы, Медеу РОВД, ұлым Марк Выдуманов, 17 жаста",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_list_of_ordinary_offers_does_not_use_up_the_sound_of_an_emergency(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    olga = await desk.coordinator(on_duty=True, escalation=True, languages=(language,))
    await desk.lawyer("Marat")
    for number in range(24):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.later(minutes=1)
    olga.rang()
    await desk.person("Vera", language=language).writes(MINOR_UNSAID[language])
    await desk.later(minutes=2)
    assert not await desk.offers()  # nothing says that he is held: a coordinator reads it
    assert [at for at in olga.screen.sounds if at >= desk.now - timedelta(minutes=2)]
    assert densest(olga.screen.sounds, HOUR) <= MOST


async def test_what_waits_for_a_sound_does_not_move_until_it_is_heard(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator(on_duty=True, escalation=True)
    for number in range(10):
        await desk.reports(HELD, name=f"Rita {number}")
        await desk.person(f"Vera {number}").writes(MINOR_UNSAID["en"])
        await desk.later(minutes=1)
    came = olga.screen.came
    await desk.later(minutes=40)
    assert olga.screen.came - came < 40  # each bell that found no sound moved its card: sixty-seven


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_emergency_of_which_no_lawyer_is_asked_is_heard_at_once_after_others_that_wait(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    olga = await desk.coordinator(languages=(language,))
    for number in range(12):
        rita = desk.person(f"Rita {number}")
        await rita.presses_data("report/situation:other")
        await rita.presses_data("report/place:unknown")
        await desk.later(minutes=2)
    await desk.later(minutes=4)
    await desk.person("Vera", language=language).writes(MINOR_UNSAID[language])
    await desk.later(minutes=2)
    assert [at for at in olga.screen.sounds if at >= desk.now - timedelta(minutes=2)]


PLACELESS = {
    "en": "what is happening at the square? they take everybody there",
    "ru": "что случилось на площади? там всех забирают",
    "kk": "алаңда не болып жатыр? бәрін ұстап жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_asked_again_of_several_sounds_once_for_all(desk: Desk, language: str) -> None:
    desk.without_clocks()
    olga = await desk.coordinator(languages=(language,))
    for number in range(3):
        await desk.reports(PLACELESS[language], name=f"Rita {number}", language=language)
        await desk.later(minutes=0.5)
    await desk.later(minutes=1)
    assert olga.rang() == 3  # each for the first time
    await desk.later(minutes=6)
    assert olga.rang() == 1
    assert olga.count(desk.service.words.say(language, "ask-no-place").splitlines()[0][:30]) == 3
    await desk.later(hours=1)
    assert 1 <= olga.rang() <= 5
