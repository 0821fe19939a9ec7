"""What is answered fits how far the case is: of a closed one nothing is said that is true of an open one alone."""

import pytest

from core.model import LANGUAGES
from tests.casework.reporting.test_kinds_of_questions import answer_to
from tests.casework.reporting.test_questions_in_any_state import HELD, STEPS, in_standing
from tests.casework.story_desk import Desk, Person

RELEASE = {"en": "when will they let her go?", "ru": "когда её отпустят?", "kk": "оны қашан босатады?"}
DELETE = {"en": "delete everything you have", "ru": "удалите всё", "kk": "бәрін өшіріңіз"}
SUMMONED = {
    "en": ("she was summoned to an interrogation again", "she got a new summons"),
    "ru": ("опять вызвали на допрос", "пришла новая повестка"),
    "kk": ("тағы да тергеуге шақырып жатыр", "оны қайтадан полицияға шақырды"),
}
WITH_AN_HOUR = {
    "en": "she was summoned to an interrogation tomorrow at 10:00",
    "ru": "вызвали на допрос завтра в 10:00",
    "kk": "ертең сағат 10:00-де тергеуге шақырды",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_a_closed_case_only_how_it_ended_is_said_and_not_that_nobody_knows_it(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita = await in_standing(desk, language, "closed", done=True)
    said = await answer_to(desk, rita, RELEASE[language])
    assert say(language, "stands-closed", how=say(language, "outcome-released"), time="12:06") in said
    assert say(language, "everyday-release") not in said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_wants_all_deleted_after_the_end_does_not_read_that_the_case_goes_on(
    desk: Desk, language: str
) -> None:
    rita = await in_standing(desk, language, "closed", done=True)
    said = await answer_to(desk, rita, DELETE[language])
    assert desk.service.words.say(language, "everyday-delete-closed") in said


@pytest.mark.parametrize("n", range(2))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_new_summons_after_the_end_is_asked_for_its_day_and_hour(
    desk: Desk, language: str, n: int
) -> None:
    rita = await in_standing(desk, language, "closed", done=True)
    said = await answer_to(desk, rita, SUMMONED[language][n])
    assert desk.service.words.say(language, "report-appointment") in said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_with_its_hour_is_not_asked_for_it(desk: Desk, language: str) -> None:
    rita = await in_standing(desk, language, "closed", done=True)
    said = await answer_to(desk, rita, WITH_AN_HOUR[language])
    assert desk.service.words.say(language, "report-appointment") not in said


WAY = {
    "en": "is the lawyer on the way or has he only agreed?",
    "ru": "адвокат уже едет или только согласился?",
    "kk": "адвокат жолда ма, әлде тек келісті ме?",
}


async def at_the_door(desk: Desk, language: str, *steps: str) -> tuple[Person, Person]:
    """Rita, whose lawyer came to the station at 12:06, and what the lawyer has told since; a coordinator."""
    say = desk.service.words.say
    olga, marat = await desk.coordinator(), await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    for button in STEPS["at_the_station"]:
        await desk.later(minutes=2)
        await marat.presses(say(language, button).lstrip("✅🚗🚪 "))
    for step in steps:
        await desk.later(minutes=40)
        await marat.presses_data(f"first:{(await desk.case()).id}:{step}")
    return rita, olga


@pytest.mark.parametrize("steps", [("refused",), ("admitted", "out")])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_was_not_let_in_or_is_out_again_is_not_said_to_be_at_the_station_still(
    desk: Desk, language: str, steps: tuple[str, ...]
) -> None:
    say = desk.service.words.say
    rita, _ = await at_the_door(desk, language, *steps)
    said = await answer_to(desk, rita, WAY[language])
    assert say(language, "stands-accepted", stage="came", time="12:06") in said
    assert say(language, "stands-accepted", stage="at-station", time="12:06") not in said
    assert say(language, "stands-refused") not in said


async def test_only_who_is_verified_reads_that_the_lawyer_was_not_let_in(desk: Desk) -> None:
    say = desk.service.words.say
    rita, olga = await at_the_door(desk, "en", "refused")
    await olga.opens(await desk.case())
    await olga.presses_data(f"source:{(await desk.report()).id}:reliability-likely")
    assert say("en", "stands-refused") in await answer_to(desk, rita, WAY["en"])


@pytest.mark.parametrize("standing", ["taken", "on_the_way", "at_the_station"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_whether_they_are_on_the_way_or_only_agreed_is_answered_by_the_state(
    desk: Desk, language: str, standing: str
) -> None:
    say = desk.service.words.say
    stage, time = {
        "taken": ("none", "12:02"),
        "on_the_way": ("on-my-way", "12:04"),
        "at_the_station": ("at-station", "12:06"),
    }[standing]
    rita = await in_standing(desk, language, standing, done=True)
    said = await answer_to(desk, rita, WAY[language])
    assert say(language, "stands-accepted", stage=stage, time=time) in said


RULED = {
    "en": "the court gave her 5 days of arrest today",
    "ru": "суд дал ей 5 суток ареста сегодня",
    "kk": "бүгін сот оған 5 тәулік қамау берді",
}
HOW_LONG = {
    "en": (
        "when will she be released?",
        "how many days are left?",
        "how are the days counted?",
        "how long may they keep her?",
    ),
    "ru": (
        "когда её выпустят?",
        "сколько дней осталось?",
        "как считаются сутки?",
        "сколько её могут держать?",
    ),
    "kk": ("қашан босайды?", "неше күн қалды?", "тәулік қалай есептеледі?", "оны қанша ұстай алады?"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hours_after_a_ruling_every_such_question_is_answered_by_the_day_on_which_it_ends(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita = await in_standing(desk, language, "taken", done=True)
    await rita.writes(RULED[language])
    await desk.later(hours=5)
    for asked in HOW_LONG[language]:
        said = await answer_to(desk, rita, asked)
        assert "22.09" in said, asked
        assert say(language, "everyday-release") not in said


LAW = {"en": "how long may they hold her?", "ru": "сколько её могут держать?", "kk": "оны қанша ұстай алады?"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_a_question_was_passed_on_stands_above_what_the_law_says(
    desk: Desk, language: str
) -> None:
    rita = await in_standing(desk, language, "taken", done=True)
    said = await answer_to(desk, rita, LAW[language])
    assert said.startswith(desk.service.words.say(language, "asked-passed", to="lawyer", answered=1))
