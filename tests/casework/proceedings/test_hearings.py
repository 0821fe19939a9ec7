"""Reminders of hearings: the evening before, an hour before, and what came of it, to whoever has the case then."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from tests.casework.proceedings.test_proceedings import Lawyer, has, values
from tests.casework.story_desk import Desk, Person

TOMORROW = {"en": "a hearing tomorrow", "ru": "завтра заседание", "kk": "ертең сот отырысы"}
IN_AN_HOUR = {
    "en": "a hearing in an hour",
    "ru": "через час заседание",
    "kk": "бір сағаттан кейін сот отырысы",
}
CAME = {
    "en": "what came of the hearing?",
    "ru": "чем кончилось заседание?",
    "kk": "сот отырысы немен аяқталды?",
}


def local(desk: Desk) -> str:
    """The time in Almaty."""
    return f"{desk.now + timedelta(hours=6):%d.%m %H:%M}"


async def until(desk: Desk, day: int, hour: int, minute: int = 0) -> None:
    """Until this time of day in Almaty."""
    goal = datetime(2018, 9, day, hour, minute, tzinfo=UTC) - timedelta(hours=6)
    await desk.later(minutes=(goal - desk.now).total_seconds() / 60)


async def waiting(desk: Desk, language: str = "en", time: str = "19.09 10:00") -> Lawyer:
    """A lawyer who has a case with a hearing."""
    desk.without_clocks()
    marat = await has(desk, language)
    await marat.opens()
    await marat.writes_hearing(time)
    marat.person.rang()
    return marat


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_evening_before_an_hour_before_and_what_came_of_it(desk: Desk, language: str) -> None:
    marat = await waiting(desk, language)
    await until(desk, 18, 18, 59)
    marat.person.sees_nothing_of(TOMORROW[language])
    await until(desk, 18, 19)
    marat.person.sees(f"513-742: {TOMORROW[language]}", "19.09 10:00 · Made-Up court · Judge Made-Up")
    await until(desk, 19, 8, 59)
    marat.person.sees_nothing_of(IN_AN_HOUR[language])
    await until(desk, 19, 9)
    marat.person.sees(IN_AN_HOUR[language], "19.09 10:00 · Made-Up court")
    await until(desk, 19, 11, 59)
    marat.person.sees_nothing_of(CAME[language])
    await until(desk, 19, 12)
    marat.person.sees(CAME[language], marat.say("hearing-arrest"))
    assert await desk.waits_until("hearing") is None
    await marat.presses("hearing-fine")
    await marat.person.writes("50")
    assert f"{marat.say('hearing-fine')}: 50" in marat.last()


async def test_the_two_before_sound_and_the_question_afterwards_does_not(desk: Desk) -> None:
    marat = await waiting(desk)
    marat.person.lanes()
    await until(desk, 19, 9)
    lanes = marat.person.lanes()  # once it was asked, too, whether the case is still his
    assert [lanes.count("news"), lanes.count("alert")] == [2, 1]
    await until(desk, 19, 12)
    assert marat.person.lanes() == ["reminder"]


async def test_a_hearing_that_moved_reminds_at_its_new_time_alone(desk: Desk) -> None:
    marat = await waiting(desk)
    await marat.presses("button-hearing-moved")
    await marat.person.writes("20.09 15:00")
    assert "Before: 19.09 10:00" in marat.last()
    await until(desk, 19, 18, 59)
    marat.person.sees_nothing_of("a hearing tomorrow", "a hearing in an hour")
    await until(desk, 19, 19)
    assert marat.person.count("a hearing tomorrow", "20.09 15:00") == 1
    await until(desk, 20, 14)
    assert marat.person.count("a hearing in an hour", "20.09 15:00") == 1


async def test_a_cancelled_one_reminds_of_nothing_and_what_moved_again_does(desk: Desk) -> None:
    marat = await waiting(desk)
    await marat.presses("button-hearing-off")
    assert "Judge Made-Up · cancelled" in marat.last()
    assert await desk.waits_until("hearing") is None
    await marat.presses("button-hearing-moved")
    await marat.person.writes("21.09 15:00")
    assert "cancelled" not in marat.last()
    assert await desk.waits_until("hearing") == datetime(2018, 9, 20, 13, 0, tzinfo=UTC)


async def test_one_with_an_outcome_is_not_asked_about(desk: Desk) -> None:
    marat = await waiting(desk, time="17.09 12:30")
    await desk.later(minutes=31)
    await marat.person.presses_data(f"hearing:{(await values(desk, 'hearing'))[0].number}")
    await marat.presses("hearing-released")
    await desk.later(hours=5)
    marat.person.sees_nothing_of("what came of the hearing?")


async def test_none_comes_for_a_closed_case_and_the_rest_when_it_is_open_again(desk: Desk) -> None:
    marat, olga = await waiting(desk), await desk.coordinator()
    case = await desk.case()
    await marat.person.presses_data(f"closed:{case.id}:other")
    await until(desk, 18, 20)
    for one in (marat.person, olga):
        one.sees_nothing_of("a hearing tomorrow")
    await olga.presses_data(f"reopen:{case.id}")
    await marat.person.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.person.presses_data(f"first:{case.id}:contacted")
    await until(desk, 19, 9)
    assert marat.person.count("a hearing in an hour") == 1


async def given_back(desk: Desk) -> tuple[Lawyer, Person]:
    marat, olga = await waiting(desk), await desk.coordinator()
    await marat.person.presses("Give back")
    return marat, olga


@pytest.mark.slow
async def test_when_nobody_has_the_case_coordinators_hear_which_and_when_and_no_word_that_was_typed(
    desk: Desk,
) -> None:
    marat, olga = await given_back(desk)
    await until(desk, 19, 12)
    for said in (
        "a hearing tomorrow, 19.09 10:00",
        "a hearing in an hour",
        "the hearing of 19.09 10:00 is over",
    ):
        olga.sees("513-742", said, "[Open the case] [✅ I'll take it]")
    olga.sees_nothing_of("Made-Up court", "Judge")
    for one in (marat.person, desk.administrator):
        one.sees_nothing_of("hearing tomorrow", "hearing in an hour")


@pytest.mark.slow
async def test_when_whoever_has_it_cannot_be_reached_coordinators_hear_of_it(desk: Desk) -> None:
    marat, olga = await waiting(desk), await desk.coordinator()
    await desk.blocks(marat.person)
    await until(desk, 18, 19)
    olga.sees("513-742", "a hearing tomorrow, 19.09 10:00", "nobody who has the case can be reached")


@pytest.mark.slow
async def test_whoever_has_the_case_by_then_is_reminded(desk: Desk) -> None:
    marat, olga = await given_back(desk)
    saule = await desk.lawyer("Saule")
    await desk.later(minutes=1)
    await olga.presses_data(f"ask:{(await desk.case()).id}")
    await saule.presses("I'll take it")
    await saule.presses("Contacted")
    await until(desk, 18, 19)
    saule.sees("a hearing tomorrow", "Made-Up court")
    for one in (marat.person, olga):
        one.sees_nothing_of("a hearing tomorrow")


async def test_what_was_due_while_nobody_was_there_is_said_once_as_it_is_then(desk: Desk) -> None:
    marat = await waiting(desk)
    desk.now = datetime(2018, 9, 19, 3, 30, tzinfo=UTC)  # 9:30 in Almaty: the machine was away
    await desk.later(minutes=1)
    assert marat.person.count("a hearing in an hour") == 1
    marat.person.sees_nothing_of("a hearing tomorrow")
    desk.now = datetime(2018, 9, 25, 3, 30, tzinfo=UTC)
    await desk.later(minutes=1)
    assert marat.person.count("what came of the hearing?") == 1


async def test_a_day_alone_reminds_the_evening_before_and_asks_at_its_end(desk: Desk) -> None:
    marat = await waiting(desk, time="19.09")
    assert "📅 19.09 · Made-Up court" in marat.last()
    await until(desk, 18, 19)
    marat.person.sees("a hearing tomorrow", "19.09 · Made-Up court")
    await until(desk, 19, 17, 59)
    marat.person.sees_nothing_of("a hearing in an hour", "what came of the hearing?")
    await until(desk, 19, 18)
    marat.person.sees("what came of the hearing?")


async def test_reminders_are_taken_back_from_whoever_has_lost_the_case(desk: Desk) -> None:
    marat = await waiting(desk)
    await until(desk, 18, 19)
    await marat.person.presses("Give back")
    marat.person.sees_nothing_of("Made-Up court")


def in_calendar(desk: Desk) -> list[tuple[str, datetime, str]]:
    """What stands in the file that was sent last: summary, start and place of each event."""
    (name, content), *_ = reversed(desk.phones.copies.items())
    assert name == "calendar.ics"
    assert not any(said in content for said in (b"Marat", b"Made-Up Dana", b"Judge"))
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events)
    return [
        (str(event["summary"]), event.start, str(event.get("location", "")))
        for event in events
        if isinstance(event, icalendar.Event) and isinstance(event.start, datetime)
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_ones_own_hearings_stand_in_the_calendar_without_a_name(desk: Desk, language: str) -> None:
    marat = await waiting(desk, language)
    await marat.presses("button-proceeding")
    await marat.writes_hearing("21.09 15:00", court="Second court")
    await marat.presses("button-proceeding")
    await marat.writes_hearing("18.09 9:00", court="First court")
    await marat.presses("button-hearing-off")
    await marat.person.presses_data(f"proceedings:{(await desk.case()).id}")
    await marat.presses("button-duty-file")
    title = f"{marat.say('hearing-word')} · 513-742"
    hearings = [
        (title, datetime(2018, 9, 19, 4, 0, tzinfo=UTC), "Made-Up court"),
        (title, datetime(2018, 9, 21, 9, 0, tzinfo=UTC), "Second court"),
    ]
    assert in_calendar(desk) == hearings
    await marat.person.writes("/duty fri 22-6", "/duty")
    await marat.presses("button-duty-file")
    with_duty = in_calendar(desk)
    assert [event for event in with_duty if event[2]] == hearings
    assert len(with_duty) > len(hearings)


async def test_who_has_lost_the_case_has_no_hearing_of_it_in_the_calendar(desk: Desk) -> None:
    marat = await waiting(desk)
    await marat.person.presses("Give back")
    await marat.person.writes("/duty")
    await marat.presses("button-duty-file")
    marat.person.sees("no duty and no hearing is coming")
