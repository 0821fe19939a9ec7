"""Stage B: a few questions without hurry, by day, in chats that may be written to; or one that a member wants answered."""

import pytest

from core.casework.follow_up_questions import QUESTIONS, next_questions
from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": "police took my brother in Almaty",
    "ru": "полиция задержала моего брата в Алматы",
    "kk": "Алматыда ағамды полиция ұстады",
}
INVITED = "short questions that help the lawyer"


async def at_work(desk: Desk, language: str = "en", told: str = "") -> tuple[Person, Person]:
    """A lawyer who has the case of a reporter who may be written to."""
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(told or TOLD[language], language=language)
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    await marat.presses(desk.service.words.say(language, "button-on-my-way").lstrip("🚗 "))
    await rita.allows_news()
    return marat, rita


def test_what_the_most_urgent_paper_lacks_comes_first() -> None:
    assert next_questions((), {}, "relative") == ("delivered", "protocol", "decision")
    assert next_questions({"delivered", "decision"}, {}, "relative") == ("protocol", "stated", "treatment")


def test_what_was_put_twice_is_not_put_again() -> None:
    assert next_questions((), {"delivered": 2, "protocol": 1}, None)[:2] == ("protocol", "decision")


def test_a_bystander_is_asked_only_what_somebody_who_saw_it_can_know() -> None:
    assert "born" not in next_questions((), {}, "witness", most=99)
    assert "marks" in next_questions((), {}, "witness", most=99)
    assert next_questions((), {}, None, most=99) == QUESTIONS


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_four_hours_three_questions_are_offered_and_asked_when_the_person_wants(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat, rita = await at_work(desk, language)
    await desk.later(hours=3, minutes=50)
    rita.sees_nothing_of(say(language, "later-answer"))
    rita.rang()
    await desk.later(minutes=20)
    rita.sees(say(language, "later-invited", count=3))
    assert rita.rang() == 0  # nobody's phone sounds for it
    await rita.presses(say(language, "later-answer"))
    rita.sees(say(language, "later-delivered"))
    await rita.writes("13:30")
    rita.sees(say(language, "later-protocol"))
    await rita.presses(say(language, "form-skip"))
    await rita.presses(say(language, "later-decision-refused"))
    rita.sees(say(language, "later-thanks"))
    marat.sees(say(language, "case-decision", value=say(language, "later-decision-refused")))
    marat.sees(say(language, "case-delivered", value="17.09.2018 13:30"))
    marat.sees_nothing_of(say(language, "case-protocol", value=""), say(language, "case-started", value=""))


@pytest.mark.slow
async def test_the_next_three_come_the_next_morning_without_what_is_known_or_skipped(desk: Desk) -> None:
    _, rita = await at_work(desk)
    await desk.later(hours=4, minutes=5)
    await rita.presses("Answer")
    await rita.writes("13:30")
    await rita.presses("Skip")
    await rita.presses("They refused to show it")
    await desk.later(hours=12)
    assert rita.count(INVITED) == 1
    await desk.later(hours=8)
    assert rita.count(INVITED) == 2
    await rita.presses("Answer")
    rita.sees("What reason did they give?")


@pytest.mark.slow
async def test_at_night_nobody_is_asked(desk: Desk) -> None:
    await desk.later(hours=7)  # 19:00
    _, rita = await at_work(desk)
    await desk.later(hours=13)  # 8:00
    rita.sees_nothing_of(INVITED)
    await desk.later(hours=2, minutes=1)
    rita.sees(INVITED)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["hidden", "refuses", "muted", "closed", "never"])
async def test_whoever_must_not_be_asked_is_not(desk: Desk, how: str) -> None:
    olga = await desk.coordinator()
    marat, rita = await at_work(desk)
    if how == "hidden":
        await rita.writes("/hide")
    elif how == "refuses":
        await rita.allows_news("no")
    elif how == "muted":
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    elif how == "closed":
        await marat.presses("Close…", "Fine")
    else:
        await desk.later(hours=4, minutes=5)
        await rita.presses("Ask nothing more")
        rita.sees("Nothing more will be asked")
    await desk.later(hours=20)
    rita.sees_nothing_of(INVITED)


@pytest.mark.slow
async def test_whoever_does_not_answer_is_offered_the_same_once_more_and_no_third_time(desk: Desk) -> None:
    _, rita = await at_work(desk, told="police took Dana Made-Up in Almaty, I am a witness")
    for _ in range(8):
        await desk.later(hours=24)
    assert (
        rita.count(INVITED) + rita.count("one question that") == 4
    )  # six questions a witness may know, twice


@pytest.mark.slow
async def test_an_offer_of_a_closed_case_opens_nothing(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await desk.later(hours=4, minutes=5)
    _, button = rita.screen.button("Answer")
    await marat.presses("Close…", "Fine")
    await rita.presses_data(button.data)
    rita.sees("There is nothing to answer any more")


@pytest.mark.slow
async def test_a_case_that_is_opened_again_is_asked_about_again(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    olga = await desk.coordinator()
    await marat.presses("Released", "Released")
    await desk.later(hours=5)
    rita.sees_nothing_of(INVITED)
    await olga.opens(await desk.case())
    await olga.presses("Open again")
    await desk.later(hours=4, minutes=10)
    rita.sees(INVITED)


@pytest.mark.slow
async def test_another_persons_offer_opens_nothing(desk: Desk) -> None:
    _, rita = await at_work(desk)
    await desk.later(hours=4, minutes=5)
    _, button = rita.screen.button("Answer")
    stranger = desk.person("Sara")
    await stranger.presses_data(button.data)
    stranger.sees("There is nothing to answer any more")


@pytest.mark.slow
async def test_a_release_told_in_an_answer_is_heard_as_one(desk: Desk) -> None:
    olga = await desk.coordinator()
    _, rita = await at_work(desk)
    await desk.later(hours=4, minutes=5)
    await rita.presses("Answer")
    await rita.tells_all_out("they have let him go, he is at home")
    assert (await desk.case()).says_over
    olga.sees("over")


@pytest.mark.slow
async def test_what_happens_elsewhere_is_no_answer(desk: Desk) -> None:
    await desk.lawyer("Aidar", cities=("taraz",))
    _, rita = await at_work(desk)
    await desk.later(hours=4, minutes=5)
    await rita.presses("Answer")
    await rita.writes("they detained my neighbour in Taraz just now")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_member_wants_one_thing_to_be_asked(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat, rita = await at_work(desk, language)
    rita.rang()
    await marat.presses(say(language, "button-wants"))
    await marat.presses(say(language, "later-marks-short"))
    rita.sees(say(language, "later-asked", role="lawyer", question=say(language, "later-marks")))
    rita.sees_nothing_of("Marat", marat.chat)
    assert rita.rang() == 1
    await rita.presses(say(language, "later-answer"))
    await rita.writes("777 AAA 02")
    case = await desk.case()
    marat.sees(say(language, "relay-answered", code=case.code))
    marat.sees(say(language, "case-marks", value="777 AAA 02"))


async def test_an_answer_stays_when_the_report_says_more(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await marat.presses("Ask the reporter…", "Numbers, badges, uniforms")
    await rita.presses("Answer")
    await rita.writes("777 AAA 02")
    await rita.writes("he needs insulin")
    marat.sees("777 AAA 02", "insulin")


async def test_where_nobody_may_be_asked_the_member_hears_so(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await rita.writes("/hide")
    await marat.presses("Ask the reporter…", "Numbers, badges, uniforms")
    marat.sees("not sent")


async def test_what_is_known_is_not_offered_to_members(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await marat.presses("Ask the reporter…", "Numbers, badges, uniforms")
    await rita.presses("Answer")
    await rita.writes("777 AAA 02")
    await marat.presses("Ask the reporter…")
    assert not marat.screen.has(f"wants:{(await desk.case()).id}:marks")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_cry_among_these_questions_is_an_sos(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat, rita = await at_work(desk, language)
    await desk.later(hours=4, minutes=10)
    await rita.presses(say(language, "later-answer"))
    marat.rang()
    await rita.writes("SOS")
    rita.sees(say(language, "sos-where"))
    await rita.writes("Алматы")
    assert (await desk.case()).situation == "me"
    assert marat.rang() == 1
