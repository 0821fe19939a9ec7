"""Somebody goes somewhere: a reminder that tells nothing, "I am fine", and what follows when nobody writes."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from core.vocabulary import ReportState
from tests.casework.story_desk import Desk, Person

FINE = {"en": "I'm fine", "ru": "всё хорошо", "kk": "бәрі жақсы"}
LONGER = {"en": "one hour more", "ru": "ещё час", "kk": "тағы бір сағат"}
RIGHT = {"en": "all good", "ru": "всё в порядке", "kk": "бәрі дұрыс"}
BY_THREE = {"en": "by 3pm", "ru": "до 15", "kk": "сағат 15-ке дейін"}  # it is noon
IN_ONE_MESSAGE = {
    "en": "I go to the akimat in Almaty, if I don't write by 15:00 they took me",
    "ru": "иду в акимат в Алматы, если до 15:00 не напишу, значит забрали",
    "kk": "Алматыда әкімдікке барамын, сағат 15:00-ге дейін жазбасам, алып кетті деген сөз",
}
PAST = {
    "en": "I go to the akimat, if I don't write by 10:00 they took me",
    "ru": "иду в акимат, если до 10:00 не напишу, значит забрали",
    "kk": "әкімдікке барамын, сағат 10:00-ге дейін жазбасам, алып кетті деген сөз",
}
MISSED = "Missed check-in, not verified"


async def sets(
    desk: Desk,
    language: str = "en",
    *,
    by: str = "",
    city: str = "Almaty",
    number: str = "+77010001122",
) -> Person:
    """By three o'clock, in a city, a meeting, a number to ring."""
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", by or BY_THREE[language], city, "a meeting at the theatre")
    await aset.writes(number) if number else await aset.presses_data("checkin/contact:no")
    await aset.presses_data("checkin/review:!confirm")
    aset.rang()
    return aset


BEFORE_THE_PLACE = {"en": "I go with a friend", "ru": "я иду с подругой", "kk": "өзім жалғыз барамын"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_time_that_was_understood_is_said_and_said_again_beside_words_that_answer_nothing(
    desk: Desk, language: str
) -> None:
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", BY_THREE[language])
    aset.sees(desk.service.words.say(language, "checkin-until-short"), "15:00")
    await aset.writes(BEFORE_THE_PLACE[language])
    shown = aset.screen.texts()[-1]
    assert "15:00" in shown
    assert desk.service.words.say(language, "checkin-place") in shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_chat_keeps_a_time_and_two_signs(desk: Desk, language: str) -> None:
    aset = await sets(desk, language, city="Алматы")
    say = desk.service.words.say
    longer = say(language, "button-longer")
    assert aset.screen.text() == f"{say(language, 'checkin-reminder', time='15:00')}\n[✓] [{longer}]"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_good_below_the_answers_sets_it_and_ends_nothing(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", BY_THREE[language], "Алматы", "кездесу, встреча, meeting", "+77010001122")
    await aset.writes(RIGHT[language])
    say = desk.service.words.say
    aset.sees(say(language, "checkin-reminder", time="15:00"), "[✓]")
    await desk.later(hours=3, minutes=12)
    olga.sees(MISSED)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_good_beside_a_question_ends_no_check_in(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", BY_THREE[language], RIGHT[language])
    await desk.later(hours=3, minutes=12)
    olga.sees(MISSED)


async def test_whoever_is_fine_while_a_report_is_open_reads_that_the_check_in_ended(desk: Desk) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = desk.person("Aset", "ru")
    await aset.writes("/checkin", BY_THREE["ru"], "моего друга забрали в Алматы")
    await aset.writes("я в порядке")
    await aset.presses("Да, всё хорошо")
    await desk.later(hours=4)
    olga.sees_nothing_of(MISSED)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_writes_that_they_are_fine_leaves_nothing_behind(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk, language, city="Алматы")
    await aset.writes(FINE[language], FINE[language])
    aset.sees("15:00 ✓")
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
        assert not await tx.dialogues.select()
    await desk.later(hours=5)
    assert olga.screen.text() == ""
    assert "[" not in aset.screen.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_hour_more_by_words_moves_all_that_follows(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk, language, city="Алматы")
    await aset.writes(LONGER[language])
    aset.sees("16:00")
    await desk.later(hours=4, minutes=9)
    assert olga.screen.text() == ""
    await desk.later(minutes=2)
    olga.sees(MISSED)


@pytest.mark.parametrize("typed", ["17:30", "17 30", "1730"])
async def test_another_time_that_is_typed_counts(desk: Desk, typed: str) -> None:
    aset = await sets(desk)
    await aset.writes(typed)
    aset.sees("17:30 reminder")
    aset.sees_nothing_of("15:00")


@pytest.mark.parametrize("wish", [*LONGER.values(), "15:20"])
async def test_words_that_move_it_are_read_if_it_is_missed(desk: Desk, wish: str) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await aset.writes(wish)
    await desk.later(hours=4, minutes=11)
    await olga.opens(await desk.case())
    olga.sees(wish)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_message_sets_it_and_opens_no_case(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aset = desk.person("Aset", language)
    await aset.writes(IN_ONE_MESSAGE[language])
    aset.sees(desk.service.words.say(language, "checkin-contact"))  # where and what about is told already
    async with desk.reading() as tx:
        (one,) = await tx.checkins.select()
        assert not await tx.reports.select()
    assert one.due - desk.now == timedelta(hours=3)
    await desk.later(hours=2)
    assert aset.count("15:00") == 1
    assert (marat.screen.text(), olga.screen.text()) == ("", "")
    await desk.later(hours=1, minutes=11)
    olga.sees(MISSED, "Almaty")
    await olga.opens(await desk.case())
    olga.sees(IN_ONE_MESSAGE[language].split(",")[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_message_with_a_time_that_has_passed_is_asked_about(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    aset = desk.person("Aset", language)
    await aset.writes(PAST[language])
    aset.sees(say(language, "problem-ahead-passed"))
    await aset.writes("15:00")
    async with desk.reading() as tx:
        (one,) = await tx.checkins.select()
    assert one.due - desk.now == timedelta(hours=3)


async def test_one_message_without_a_time_is_asked_for_it(desk: Desk) -> None:
    aset = desk.person("Aset", "ru")
    await aset.writes("иду в акимат, если не вернусь, значит забрали")
    aset.sees(desk.service.words.say("ru", "checkin-until")[:40])


async def test_one_message_moves_the_one_that_runs(desk: Desk) -> None:
    aset = await sets(desk)
    await aset.writes("if I don't write by 17:30 they took me")
    aset.sees("17:30 reminder")
    async with desk.reading() as tx:
        assert len(await tx.checkins.select()) == 1


async def test_who_tells_of_a_detention_before_the_promise_reports_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = desk.person("Aset")
    await aset.writes("police took my brother in Almaty, if I don't write by 15:00 they took me too")
    marat.sees("Almaty")
    async with desk.reading() as tx:
        assert not await tx.checkins.select()


async def test_in_an_open_report_the_words_belong_to_it(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("if I don't write by 15:00 they took me too")
    async with desk.reading() as tx:
        assert not await tx.checkins.select()


async def test_it_reminds_ten_minutes_before_and_at_the_time_with_a_sound(desk: Desk) -> None:
    aset = await sets(desk)
    await desk.later(hours=2, minutes=49)
    assert aset.rang() == 0
    await desk.later(minutes=2)
    assert aset.rang() == 1
    await desk.later(minutes=10)
    assert aset.rang() == 1
    assert aset.count("15:00 reminder") == 1


async def test_missed_it_is_the_coordinators_with_a_number_to_ring_and_wakes_no_lawyer(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sets(desk)
    await desk.later(hours=3, minutes=9)
    assert olga.rang() == 0
    await desk.later(minutes=2)
    olga.sees(MISSED, "+77010001122", "Almaty", "[Ask lawyers]")
    assert olga.lanes() == ["alert"]
    assert marat.screen.text() == ""


@pytest.mark.parametrize("left", ["", "ask my sister"])
async def test_where_no_number_was_left_none_is_named(desk: Desk, left: str) -> None:
    olga = await desk.coordinator()
    await sets(desk, number=left)
    await desk.later(hours=3, minutes=11)
    assert "Number they left" not in olga.sees(MISSED)


async def test_the_coordinator_reads_what_it_was_about_and_asks_lawyers(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sets(desk)
    await desk.later(hours=3, minutes=11)
    await olga.opens(await desk.case())
    olga.sees("Was to write by: 17.09.2018 15:00", "a meeting at the theatre", "1 person")
    await olga.presses("Ask lawyers")
    marat.sees("somebody cannot be found", "not verified")
    marat.sees_nothing_of("theatre", "+7701")


async def test_when_nobody_looks_for_half_an_hour_lawyers_are_asked(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sets(desk)
    await desk.later(hours=3, minutes=11)
    olga.rang()
    await desk.later(minutes=10)
    assert olga.rang() == 1  # asked again
    assert marat.screen.text() == ""
    await desk.later(minutes=20)
    marat.sees("somebody cannot be found")


async def test_a_coordinator_who_has_opened_it_is_left_alone_and_lawyers_are_asked_at_its_time(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sets(desk)
    await desk.later(hours=3, minutes=11)
    await olga.opens(await desk.case())
    olga.rang()
    await desk.later(minutes=18)
    assert (olga.rang(), marat.screen.text()) == (0, "")
    await desk.later(minutes=2)
    marat.sees("somebody cannot be found")  # nobody has said that they need not be asked


async def test_lawyers_wait_while_a_coordinator_rings(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await sets(desk)
    await desk.later(hours=3, minutes=25)
    await olga.presses("I am calling")
    olga.rang()
    await desk.later(minutes=14)
    assert (olga.rang(), marat.screen.text()) == (0, "")
    await desk.later(minutes=2)
    marat.sees("somebody cannot be found")


async def test_fine_after_it_was_missed_ends_nothing_and_asks_to_call_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await desk.later(hours=3, minutes=11)
    await aset.presses("✓")
    olga.sees("says that it is over")
    assert (await desk.case()).says_over
    aset.sees("The message has been received")
    aset.sees_nothing_of("lawyer", "coordinator")


async def test_a_hidden_chat_hears_nothing_and_does_not_end_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await aset.writes("/hide")
    await aset.writes(FINE["en"])
    await aset.presses_data("fine:1")
    aset.rang()
    await desk.later(minutes=1)
    olga.sees(MISSED)
    await desk.later(hours=3, minutes=10)
    assert aset.rang() == 0
    aset.sees_nothing_of("15:00")
    assert not (await desk.case()).says_over


async def test_a_phone_that_is_taken_before_the_time_is_missed_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await sets(desk)
    await aset.writes("/hide")
    await desk.later(minutes=1)
    olga.sees(MISSED, "Almaty")
    assert (await desk.case()).priority == "urgent"


async def test_a_muted_chat_can_say_that_it_is_fine(desk: Desk) -> None:
    olga, aset = await desk.coordinator(), await sets(desk)
    await aset.writes("/report", "police took Dana Made-Up in Taraz")
    await olga.opens(await desk.case())
    await olga.presses("Mute the reporter for 24 h")
    await aset.presses("✓")
    async with desk.reading() as tx:
        assert not await tx.checkins.select()


async def test_twelve_hours_are_not_two(desk: Desk) -> None:
    aset = desk.person("Aset")
    await aset.writes("/checkin", "in 12 hours")
    async with desk.reading() as tx:
        (one,) = await tx.checkins.select()
    assert one.due - desk.now == timedelta(hours=12)


async def test_missed_while_the_bot_was_away_it_is_told_at_once_with_the_true_time(desk: Desk) -> None:
    olga = await desk.coordinator()
    await sets(desk)
    desk.now += timedelta(hours=9)
    await desk.later(minutes=0)
    olga.sees(MISSED)
    await olga.opens(await desk.case())
    olga.sees("17.09.2018 15:00")


async def test_one_that_is_left_unfinished_runs_and_empties_the_chat(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = desk.person("Aset")
    await aset.writes("/checkin", "in two hours")
    await desk.later(minutes=31)
    assert aset.screen.text() == "14:00 reminder\n[✓] [+1 h]"
    await desk.later(hours=2)
    olga.sees(MISSED)
    olga.sees(MISSED, "[Almaty]", "[Astana]")  # of where, nobody knows
    olga.sees_nothing_of("[Ask lawyers]")


async def test_one_without_a_time_comes_to_nothing(desk: Desk) -> None:
    aset = desk.person("Aset")
    await aset.writes("/checkin")
    await desk.later(hours=1)
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
        assert not await tx.dialogues.select()


async def test_cancelled_it_tells_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = desk.person("Aset")
    await aset.writes("/checkin", "in two hours", "/cancel")
    await desk.later(hours=5)
    assert olga.screen.text() == ""
    aset.sees("It is deleted")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("10:00", "That time has passed"),
        ("1 March 2027", "more than two days ahead"),
        ("25:00", "no such time"),
        ("tomorrow", "At what hour?"),
    ],
)
async def test_a_time_that_cannot_be_is_asked_about(desk: Desk, typed: str, answer: str) -> None:
    aset = desk.person("Aset")
    await aset.writes("/checkin", typed)
    aset.sees(answer)
    async with desk.reading() as tx:
        assert not await tx.checkins.select()


async def test_a_detention_told_in_the_form_is_a_report(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = desk.person("Aset")
    await aset.writes("/checkin", "in two hours", "police are taking me away in Almaty, help")
    marat.sees("Almaty", "[✅ I'll take it]")


async def test_another_persons_button_ends_nothing(desk: Desk) -> None:
    aset, rita = await sets(desk), desk.person()
    async with desk.reading() as tx:
        (one,) = await tx.checkins.select()
    await rita.presses_data(f"fine:{one.id}")
    rita.sees("This has ended")
    aset.sees("15:00 reminder")
    async with desk.reading() as tx:
        assert await tx.checkins.select() == [one]


async def test_two_days_after_it_was_missed_nothing_is_kept_beside_the_case(desk: Desk) -> None:
    olga, aset = await desk.coordinator(), await sets(desk)
    await desk.later(hours=3, minutes=11)
    await olga.opens(await desk.case())
    async with desk.reading() as tx:
        (one,) = await tx.checkins.select()
        dialogue = await tx.dialogues.get(one.dialogue_id)
        assert dialogue is not None
        assert dialogue.answers == {}
    await desk.later(hours=49)
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
    aset.sees_nothing_of("[")


async def test_after_one_that_was_missed_another_can_be_set(desk: Desk) -> None:
    aset = await sets(desk)
    await desk.later(hours=3, minutes=11)
    await aset.writes("/checkin")
    aset.sees("By when will you write")


async def test_asked_for_again_it_shows_the_one_that_runs(desk: Desk) -> None:
    aset = await sets(desk)
    await aset.writes("/checkin")
    assert aset.count("15:00 reminder") == 1
    aset.sees_nothing_of("By when")


async def test_a_button_of_the_report_answers_it_and_the_check_in_stays_open(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took a man in Almaty")
    await rita.writes("/checkin")
    await rita.presses_data("report/link:witness")
    await rita.writes("in two hours")
    async with desk.reading() as tx:
        assert len(await tx.checkins.select()) == 1
        report, aside = await tx.reports.select()
        assert aside.state is ReportState.ASIDE
        assert "witness" in [claim.value for claim in await tx.claims.by(report_id=report.id)]


CRY = {"en": "SOS Almaty", "ru": "SOS Алматы", "kk": "SOS Алматы"}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_calls_for_help_is_not_missed_as_well(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(escalation=True), await desk.lawyer()
    aset = await sets(desk, language, city="Алматы")
    await aset.writes(CRY[language])
    await marat.presses("I'll take it")
    marat.sees("a meeting at the theatre", "15:00")  # what the check-in told
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
        assert len(await tx.cases.select()) == 1
    await desk.later(hours=4)
    olga.sees_nothing_of(MISSED)


async def test_whoever_reports_somebody_else_is_still_waited_for(desk: Desk) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = await sets(desk)
    await aset.writes("police took my brother in Almaty")
    await desk.later(hours=3, minutes=12)
    olga.sees(MISSED)


async def test_a_cry_without_a_place_that_became_a_case_by_itself_ends_the_wait(desk: Desk) -> None:
    olga = await desk.coordinator(escalation=True)
    aset = await sets(desk)
    await aset.writes("/sos")
    await desk.later(hours=4)
    olga.sees_nothing_of(MISSED)
    async with desk.reading() as tx:
        assert not await tx.checkins.select()
