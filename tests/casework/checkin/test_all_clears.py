"""Somebody who is waited for writes in their own words: what may be good is asked back, what is bad rings at once."""

from collections import Counter

import pytest

from core.model import LANGUAGES
from core.vocabulary import CheckInState
from tests.casework.checkin.all_clears import BAD, GOOD, RINGS
from tests.casework.checkin.test_check_in import FINE, MISSED, sets
from tests.casework.story_desk import Desk, Person

CITY = "Алматы"
YES = "yes", "да, всё хорошо", "иә, бәрі жақсы"


def asked(desk: Desk, language: str) -> str:
    """The question."""
    return desk.service.words.say(language, "checkin-well")


def well(desk: Desk, language: str) -> str:
    """Its first button."""
    return desk.service.words.say(language, "button-well")


async def silent(desk: Desk, language: str = "en") -> Person:
    """Somebody whose check-in was missed just now."""
    aset = await sets(desk, language, city=CITY)
    await desk.later(hours=3, minutes=11)
    return aset


@pytest.mark.parametrize("language", LANGUAGES)
async def test_natural_all_clears_open_nothing_and_end_it_with_one_tap(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(escalation=True), await desk.lawyer()
    for said in GOOD[language]:
        aset = await sets(desk, language, city=CITY)
        await aset.writes(said)
        aset.sees(asked(desk, language))
        async with desk.reading() as tx:
            (one,) = await tx.checkins.by(address_id=(await desk.address(aset)).id)
        assert one.state is CheckInState.RUNNING, said
        await aset.presses(well(desk, language))
    await desk.later(hours=5)
    assert (olga.screen.text(), marat.screen.text()) == ("", "")
    async with desk.reading() as tx:
        assert not await tx.cases.select()
        assert not await tx.checkins.select()
        assert not await tx.entries.select()  # nothing of what was written stays


@pytest.mark.parametrize("language", LANGUAGES)
async def test_bad_news_rings_at_once_and_is_not_asked_back(desk: Desk, language: str) -> None:
    for said in BAD[language]:
        olga = await desk.coordinator(escalation=True)
        aset = await sets(desk, language, city=CITY)
        await aset.writes(said)
        aset.sees_nothing_of(asked(desk, language))
        await desk.later(minutes=2)
        assert olga.rang() >= 1, said


@pytest.mark.parametrize(("language", "said"), [(of, said) for of in LANGUAGES for said in RINGS[of]])
async def test_bad_news_rings_a_lawyer_of_the_place_in_the_same_moment(
    desk: Desk, language: str, said: str
) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule Invented", cities=("astana",))
    aset = await sets(desk, language, city=CITY)
    await aset.writes(said)
    assert (marat.rang(), saule.rang()) == (1, 0)
    marat.sees("Almaty")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_bad_news_of_which_it_is_not_clear_what_is_done_rings_a_coordinator_in_the_same_moment(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    ill = {"en": "I can't breathe", "ru": "вызвали скорую, мне плохо", "kk": "телефонымды алып қойды"}
    aset = await sets(desk, language, city=CITY)
    await aset.writes(ill[language])
    await desk.later(seconds=1)
    assert olga.rang() >= 1


async def test_a_city_in_the_bad_news_beats_that_of_the_check_in(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule Invented", cities=("astana",))
    aset = await sets(desk)
    await aset.writes("police took me in Astana")
    assert (marat.rang(), saule.rang() > 0) == (0, True)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_until_it_is_confirmed_the_timer_and_its_siren_stay(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = await sets(desk, language, city=CITY)
    await aset.writes(FINE[language])
    await desk.later(hours=3, minutes=9)
    assert olga.rang() == 0
    await desk.later(minutes=2)
    olga.sees(MISSED, "Says they are well: not confirmed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("again", YES)
async def test_a_second_message_that_says_so_ends_it(desk: Desk, language: str, again: str) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = await sets(desk, language, city=CITY)
    await aset.writes(GOOD[language][0], again)
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
    aset.sees(desk.service.words.say(language, "bland"))
    await desk.later(hours=5)
    assert olga.screen.text() == ""


async def test_a_second_message_of_which_nobody_knows_what_it_tells_ends_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk, "ru", city=CITY)
    await aset.writes("они тут уже возле меня", "стоят и смотрят на меня")
    async with desk.reading() as tx:
        assert len(await tx.checkins.select()) == 1
    await desk.later(minutes=3)
    assert olga.rang() >= 1  # somebody reads them


async def test_what_was_written_stands_with_the_case_if_it_is_missed(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await aset.writes("walking to the bus with the others")
    await desk.later(hours=3, minutes=11)
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    await olga.opens(await desk.case())
    olga.sees("walking to the bus with the others", "a meeting at the theatre")


async def test_a_case_that_a_coordinator_makes_of_the_words_is_the_one_that_is_missed(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await aset.writes("walking to the bus with the others")
    await desk.later(minutes=3)
    await olga.presses("Read", "Make a case")
    await desk.later(hours=3, minutes=10)
    olga.sees(MISSED)
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1


@pytest.mark.parametrize(("language", "said"), [(of, said) for of in LANGUAGES for said in GOOD[of]])
async def test_after_it_was_missed_an_all_clear_opens_no_report_and_rings_no_second_siren(
    desk: Desk, language: str, said: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aset = await silent(desk, language)
    await desk.later(minutes=25)  # lawyers are asked by now
    marat.rang()
    olga.rang()
    await aset.writes(said)
    aset.sees(asked(desk, language))
    assert (marat.rang(), olga.rang()) == (0, 0)
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    marat.sees("somebody cannot be found", "Says they are well: not confirmed")
    assert not (await desk.case()).says_over
    await aset.presses(well(desk, language))
    assert (await desk.case()).says_over
    marat.sees("somebody cannot be found", "Says they are well: confirmed")
    olga.sees("says that it is over")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_second_all_clear_after_it_was_missed_rings_once(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    aset = await silent(desk, language)
    await aset.writes(GOOD[language][0])
    await desk.later(minutes=2)
    olga.rang()
    await aset.writes(FINE[language])
    assert ((await desk.case()).says_over, olga.rang()) == (True, 1)


async def test_unconfirmed_after_it_was_missed_the_search_goes_on(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await silent(desk)
    await aset.writes("home safe, thanks for waiting")
    assert marat.screen.text() == ""
    await desk.later(minutes=20)
    marat.sees("somebody cannot be found", "not confirmed")


async def test_bad_news_after_it_was_missed_rings_in_its_case(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await silent(desk)
    await aset.writes("im being taken to the station")
    marat.sees("detained", "Almaty")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_rings_coordinators_and_lawyers_at_once_and_shows_what_yes_shows(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aset, dana = await sets(desk, language, city=CITY), await sets(desk, language, city=CITY)
    for person in (aset, dana):
        await person.writes(GOOD[language][0])
    await aset.presses(desk.service.words.say(language, "button-not-well"))
    marat.sees("somebody cannot be found", "URGENT", "Almaty")
    assert olga.rang() >= 1
    await dana.presses(well(desk, language))
    assert aset.screen.text() == dana.screen.text()
    aset.sees(desk.service.words.say(language, "bland"))
    await desk.later(hours=5)
    assert aset.screen.text() == dana.screen.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_after_it_was_missed_rings_and_shows_what_yes_shows(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    aset, dana = await sets(desk, language, city=CITY), await sets(desk, language, city=CITY)
    await desk.later(hours=3, minutes=11)
    for person in (aset, dana):
        await person.writes(GOOD[language][0])
    await aset.writes({"en": "no", "ru": "нет", "kk": "жоқ"}[language])
    marat.sees("somebody cannot be found", "URGENT")
    await dana.writes(FINE[language])
    mine, theirs = (person.screen.text() for person in (aset, dana))
    assert mine == theirs
    aset.sees(desk.service.words.say(language, "bland"))


async def test_no_after_a_yes_is_believed(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await silent(desk)
    await aset.writes("all good here")
    message, button = aset.screen.button("No")
    await aset.presses("Yes, I am well")
    assert marat.screen.text() == ""
    await aset.presses_data(button.data, message)
    marat.sees("somebody cannot be found", "URGENT")
    assert not (await desk.case()).says_over


async def test_another_persons_question_is_answered_by_nobody_else(desk: Desk) -> None:
    aset, rita = await sets(desk), desk.person()
    await aset.writes("all good here")
    _, button = aset.screen.button("Yes, I am well")
    await rita.presses_data(button.data)
    rita.sees("This has ended")
    async with desk.reading() as tx:
        assert len(await tx.checkins.select()) == 1


async def test_what_wants_something_of_us_is_answered_as_ever(desk: Desk) -> None:
    aset = await sets(desk)
    await aset.writes("who are you?")
    aset.sees_nothing_of(asked(desk, "en"))


async def test_words_beside_a_report_of_somebody_else_belong_to_it(desk: Desk) -> None:
    aset = await sets(desk)
    await aset.writes("police took my brother Dana Made-Up in Almaty", "he is at home now")
    aset.sees_nothing_of(asked(desk, "en"))
    await aset.writes(FINE["en"])
    aset.sees(asked(desk, "en"))


async def test_what_is_written_after_its_case_was_closed_is_no_answer_to_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await silent(desk)
    await olga.opens(await desk.case())
    await olga.presses("Released", "Released")
    await aset.writes("back at the hotel")
    aset.sees_nothing_of(asked(desk, "en"))


async def test_who_is_taken_after_an_all_clear_has_one_case_with_all_their_words(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await sets(desk)
    await aset.writes("walking to the bus with the others", "im being taken to the station in Almaty")
    await marat.presses("I'll take it")
    marat.sees("walking to the bus with the others")
    async with desk.reading() as tx:
        assert Counter(case.state.value for case in await tx.cases.select()).total() == 1
        assert not await tx.checkins.select()


async def test_without_buttons_a_sign_is_typed(desk: Desk) -> None:
    desk.without_buttons()
    aset = await sets(desk)
    await aset.writes("back at the hotel")
    await aset.presses("Yes, I am well")
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
