"""Something is happening and nobody knows where: a person reads the words within a minute, again until it is so."""

import pytest

from tests.casework.story_desk import Desk

CRIES = {
    "en": "they have taken my brother, he is beaten",
    "ru": "забрали моего брата, его бьют",
    "kk": "ағамды алып кетті, ұрып жатыр",
}


@pytest.mark.parametrize("language", CRIES)
async def test_coordinators_are_asked_within_a_minute_of_the_first_word_and_lawyers_are_not(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(CRIES[language], language=language)
    await desk.later(seconds=44)
    assert olga.rang() == 0
    await desk.later(seconds=2)
    shown = olga.sees("nobody has said where")
    assert CRIES[language] not in shown  # behind one tap with a reason
    assert olga.rang() == 1
    assert marat.rang() == 0
    await olga.opens(await desk.case())
    olga.sees(CRIES[language])
    assert (await desk.report()).state == "open"  # never wiped
    assert rita.count((await desk.case()).code) == 0


async def test_no_word_puts_it_off(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(CRIES["en"])
    for word in ("please", "help us", "there are many of them"):
        await desk.later(seconds=13)
        await rita.writes(word)
    assert olga.rang() == 0
    await desk.later(seconds=6)
    assert olga.rang() == 1


async def test_it_rings_again_until_a_coordinator_has_read_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(CRIES["en"])
    await desk.later(minutes=2)
    assert olga.rang() == 1
    await desk.later(minutes=60)
    assert 3 <= olga.rang() <= 5  # with growing pauses
    await olga.opens(await desk.case())
    olga.rang()
    await desk.later(hours=12)
    assert olga.rang() == 0


async def test_a_place_that_the_reporter_names_later_asks_lawyers_at_once(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(CRIES["en"])
    await desk.later(minutes=2)
    await rita.writes("in Almaty")
    assert marat.rang() == 1
    assert (await desk.case()).region == "almaty-city"


async def test_a_city_pressed_late_on_a_message_long_replaced_asks_lawyers_at_once(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(CRIES["en"])
    old, _ = rita.screen.button("Almaty")
    await desk.later(minutes=2)
    await rita.writes("a white bus stood near", "the phone does not answer", "a white bus stood near")
    assert not rita.screen.has("report/place:almaty")  # what is asked and asked is not asked any more
    olga.sees("nobody has said where")
    await rita.presses_data("report/place:almaty", old)
    assert marat.rang() == 1
    olga.sees("Settled")


async def test_words_without_a_place_ask_no_lawyer_later_either(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(CRIES["en"])
    await desk.later(minutes=2)
    await rita.writes("he is diabetic")
    assert marat.rang() == 0


async def test_a_coordinator_taps_the_place_and_lawyers_there_are_asked(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(CRIES["en"])
    await desk.later(minutes=2)
    await olga.presses("Almaty")
    assert marat.rang() == 1
    olga.sees("Settled")
    assert ("placed", "Olga", {"place": "almaty"}) in await desk.history()
    await desk.later(minutes=6)
    assert olga.count("nobody has said where") == 0


async def test_a_first_tap_alone_wakes_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:other")
    await desk.later(minutes=10)
    assert olga.rang() == 0


async def test_a_mark_of_need_is_enough_to_be_read(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("she is pregnant, help")
    await desk.later(minutes=2)
    assert olga.rang() == 1
    assert (await desk.case()).priority == "urgent"


async def test_what_is_placed_before_the_minute_is_over_is_an_ordinary_alarm(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(CRIES["en"])
    assert await desk.waits_until("no-place") is not None
    await rita.writes("Almaty")
    assert await desk.waits_until("no-place") is None
    await desk.later(minutes=3)
    assert marat.rang() == 1
    assert olga.count("nobody has said where") == 0


UNSAID = {
    "en": "Almaty, Medeu police station, my son Mark Made-Up, 17 years old",
    "ru": "Алматы, Медеуский РОВД, сын Марк Выдуманов, 17 лет",
    "kk": "Алматы, Медеу РОВД, ұлым Марк Выдуманов, 17 жаста",
}


@pytest.mark.parametrize("language", UNSAID)
async def test_whose_city_is_known_is_not_told_to_write_it(desk: Desk, language: str) -> None:
    await desk.coordinator()
    rita = await desk.reports(UNSAID[language], language=language)
    await desk.later(minutes=2)
    told, unread = (
        desk.service.words.say(language, key, code="…").splitlines()[0]
        for key in ("report-without-place", "report-unread")
    )
    assert (rita.count(told), rita.count(unread)) == (0, 1), rita.screen.text()
