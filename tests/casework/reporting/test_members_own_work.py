"""What members ask of their own work is answered from how their cases stand, and is no note unless they say so."""

import re

import pytest

from tests.casework.reporting.test_kinds_of_questions import answer_to, notes_of
from tests.casework.story_desk import Desk
from tests.casework.visits.test_asked_is_no_step import working

DEADLINE = {
    "en": "by when must I mark the first step?",
    "ru": "до какого времени мне надо отметить?",
    "kk": "қай уақытқа дейін белгілеуім керек?",
}
HEARING = {
    "en": (
        "hearing tomorrow 10:00, Medeu court",
        "when is the hearing tomorrow?",
        "have i got a court tomorrow",
    ),
    "ru": ("суд завтра в 10:00, Медеуский суд", "во сколько завтра суд?", "какие у меня завтра суды"),
    "kk": ("сот ертең 10:00-де, Медеу соты", "ертең сот нешеде?", "ертең қай ісім бойынша сот"),
}


@pytest.mark.parametrize("cases", [1, 2])
@pytest.mark.parametrize("language", DEADLINE)
async def test_by_when_a_step_is_due_is_said_of_each_case(desk: Desk, language: str, cases: int) -> None:
    marat, olga = await working(desk, language, cases)
    await marat.writes(DEADLINE[language])
    due = desk.service.words.say(language, "case-first-action", time="17.09 12:30")
    for number in range(cases):
        shown = marat.sees(f"{(await desk.case(number)).code}: {due}")
    assert desk.service.words.say(language, "button-relay") not in shown
    assert olga.rang() == 0


@pytest.mark.parametrize("language", HEARING)
async def test_when_the_hearing_is_is_said_as_it_is_known(desk: Desk, language: str) -> None:
    marat, _ = await working(desk, language, 1)
    told, *asked = HEARING[language]
    await marat.writes(told)
    for question in asked:
        assert f"{(await desk.case()).code}: 18.09 10:00" in await answer_to(desk, marat, question)


async def test_what_a_coordinator_asks_of_their_work_does_not_ring_the_lawyer(desk: Desk) -> None:
    marat, olga = await working(desk, "en", 1)
    await olga.opens(await desk.case())
    marat.rang()
    await olga.writes("how do I close it when everybody is out?")
    assert marat.rang() == 0
    await olga.writes("the mother will bring his passport")
    assert marat.rang() == 1


MINE = {"en": "how many cases have i now", "ru": "сколько у меня дел", "kk": "менде қанша іс бар екен"}


@pytest.mark.parametrize("language", MINE)
async def test_the_cases_of_a_lawyer_are_listed_with_what_is_due(desk: Desk, language: str) -> None:
    marat, olga = await working(desk, language, 2)
    said = await answer_to(desk, marat, MINE[language])
    due = desk.service.words.say(language, "case-first-action", time="17.09 12:30")
    for number in range(2):
        assert f"{(await desk.case(number)).code}: {due}" in said
    assert await notes_of(desk) == []
    assert olga.rang() == 0


async def test_of_several_cases_one_is_chosen_for_a_question_that_was_a_note(desk: Desk) -> None:
    marat, _ = await working(desk, "en", 2)
    await marat.writes(MINE["en"])
    await marat.presses("It was a note for the case")
    marat.sees("To which case does this belong?")
    await marat.presses("Askar Invented")
    assert await notes_of(desk) == [MINE["en"]]


ON_DUTY = {
    "en": "who is on shift in Almaty tonight?",
    "ru": "кто дежурит в Алматы ночью",
    "kk": "Алматыда кім кезекші",
}


@pytest.mark.parametrize("language", ON_DUTY)
async def test_a_coordinator_reads_who_is_on_duty_there_and_a_lawyer_only_their_own(
    desk: Desk, language: str
) -> None:
    marat, olga = await working(desk, language, 1)
    await desk.lawyer("Elsewhere", cities=("aktobe",))
    said = await answer_to(desk, olga, ON_DUTY[language])
    assert re.search(r"Marat \(.+17.09, 12:00", said)
    assert "Elsewhere" not in said
    await olga.presses(desk.service.words.say(language, "button-duty-team"))
    own = await answer_to(desk, marat, ON_DUTY[language])
    assert own == desk.service.words.say(language, "member-duty")


UNTAKEN = {
    "en": "how many cases are without a lawyer",
    "ru": "сколько дел никто не взял",
    "kk": "адвокаты жоқ іс қанша",
}


@pytest.mark.parametrize("language", UNTAKEN)
async def test_cases_without_a_lawyer_are_counted_by_town(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    _, olga = await working(desk, language, 1)
    assert say(language, "member-untaken", count=0) in await answer_to(desk, olga, UNTAKEN[language])
    await desk.reports("police took Zhanna Invented in Astana")
    said = await answer_to(desk, olga, UNTAKEN[language])
    assert say(language, "member-untaken", count=1) in said
    assert desk.service.gazetteer.name("astana", language) in said


UNASKED = {
    "en": "why was no lawyer asked about that case",
    "ru": "почему никого не спросили по делу",
    "kk": "неге ешкімнен сұралмады",
}


@pytest.mark.parametrize("language", UNASKED)
async def test_why_nobody_was_asked_is_said_of_each_such_case(desk: Desk, language: str) -> None:
    _, olga = await working(desk, language, 1)
    await desk.reports("the trial of Zhanna Invented is in Astana in two weeks, she is at home")
    said = await answer_to(desk, olga, UNASKED[language])
    reason = desk.service.words.say(language, "state-record")
    assert f"{(await desk.case()).code}: {reason}" in said
    assert (await desk.case(0)).code not in said


async def test_where_nobody_is_on_duty_the_minutes_of_the_plan_are_said(desk: Desk) -> None:
    _, olga = await working(desk, "en", 1)
    said = await answer_to(desk, olga, "what does the bot do if nobody is on duty in Kyzylorda?")
    assert "coordinators after 5 minutes, the list for emergencies after 10." in said


async def test_the_article_on_counsel_is_said_to_be_unverified(desk: Desk) -> None:
    marat, _ = await working(desk, "en", 1)
    said = await answer_to(desk, marat, "by which article must they let me in?")
    assert re.search("Constitution.+Unverified", said)
