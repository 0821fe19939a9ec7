"""How it stands, whenever it is asked: one line a report, true now; a look is promised and never a result."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
ASKED = {
    "en": ["any news?", "so?", "well?", "what is the status", "/status"],
    "ru": ["ну что?", "ну что там", "есть новости?", "ну как", "/status"],
    "kk": ["жаңалық бар ма?", "ал не болды?", "қалай болды?", "не жаңалық", "/status"],
}
SAID = [(language, text) for language in LANGUAGES for text in ASKED[language]]


@pytest.mark.parametrize(("language", "text"), SAID)
async def test_nobody_has_it_yet(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    rita.rang()
    await rita.writes(text)
    say = desk.service.words.say
    rita.sees(say(language, "stands-asked", count=1), say(language, "stands-look", time="12:05"))
    assert rita.rang() == 1


async def test_a_look_that_is_overdue_is_not_promised(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    desk.now += timedelta(hours=1)  # and no timer has run
    await rita.writes("/status")
    rita.sees("Nobody has taken it yet; 1 lawyer has been contacted.")
    rita.sees_nothing_of("We look again")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_more_cases_than_lawyers_is_told_as_it_is(desk: Desk, language: str) -> None:
    await desk.coordinator()
    for number in range(3):
        await desk.lawyer(f"Marat {number}")
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(hours=1)
    case = await desk.case()
    assert case.found_nobody_at is not None
    since = f"{case.found_nobody_at.astimezone(desk.service.zone):%H:%M}"
    await rita.writes("/status")
    rita.sees(desk.service.words.say(language, "stands-coordinator", count=3, time=since))
    rita.sees_nothing_of("Marat")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_a_lawyer_on_the_roster_nobody_is_said_to_be_asked(desk: Desk, language: str) -> None:
    await desk.coordinator()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes("/status")
    rita.sees(desk.service.words.say(language, "stands-coordinator", count=0, time="12:00"))


async def test_where_nobody_can_be_reached_the_reporter_is_told_to_ring(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    await rita.writes("any news?")
    rita.sees("Nobody has answered yet", desk.service.hotline)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_has_it_is_on_the_way_is_there_and_it_is_over(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    say = desk.service.words.say

    async def hears(key: str, **values: str) -> None:
        await desk.later(minutes=5)
        await rita.writes("/status")
        rita.sees(say(language, key, **values))
        rita.sees_nothing_of("Marat")

    await marat.presses(say(language, "button-accept").lstrip("✅ "))
    await hears("stands-accepted", stage="none", time="12:00")
    rita.sees(say(language, "stands-look", time="12:30"))
    await marat.presses(say(language, "button-on-my-way").lstrip("🚗 "))
    await hears("stands-accepted", stage="on-my-way", time="12:05")
    await marat.presses(say(language, "button-at-station").lstrip("🚪 "))
    await hears("stands-accepted", stage="at-station", time="12:10")
    released = say(language, "button-released")
    await marat.presses(released, say(language, "outcome-released"))
    await hears("stands-closed", how=say(language, "outcome-released"), time="12:15")
    await desk.later(hours=24)
    await rita.writes("/status")
    rita.sees(say(language, "stands-closed", how=say(language, "outcome-released"), time="17.09 12:15"))


@pytest.mark.slow
async def test_said_to_be_over_a_coordinator_checks_first(desk: Desk) -> None:
    await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await rita.tells_all_out("she was released")
    await rita.writes("any news?")
    rita.sees("You told us that it is over", "We look again at 12:15.")


@pytest.mark.slow
async def test_of_four_cases_each_has_its_line_with_place_and_day(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await marat.presses("I'll take it", "On my way")
    for city in ("Astana", "Shymkent", "Aktau"):
        await desk.later(hours=2)
        await rita.writes("/report", f"police took a man in {city}")
    vera = await desk.reports("police took Timur Made-Up in Semey", name="Vera")
    rita.rang()
    await rita.writes("any news?")
    shown = rita.sees(
        "• Almaty 17.09 12:00: The lawyer who has your report is on the way", "• Aktau 17.09 18:00: "
    )
    assert shown.count("•") == 4
    assert "Semey" not in shown
    assert rita.rang() == 1
    await rita.writes("any news from Almaty?")
    last = rita.screen.texts()[-1]
    assert "is on the way" in last
    assert "Aktau" not in last
    await vera.writes("any news?")
    vera.sees_nothing_of("•", "is on the way")


@pytest.mark.parametrize("text", ["any news?", "/status", "so?"])
@pytest.mark.parametrize("how", ["hidden", "muted"])
async def test_a_hidden_or_muted_chat_hears_the_bland_sentence_alone(desk: Desk, how: str, text: str) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["en"])
    if how == "hidden":
        await rita.writes("/hide")
    else:
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    await rita.writes(text)
    assert rita.screen.texts()[-1] == "Thank you. The message has been received."
    rita.sees_nothing_of("Nobody has answered", "has been asked")


@pytest.mark.slow
async def test_who_has_only_the_code_of_a_report_hears_nothing_of_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await marat.presses("I'll take it")
    code = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    vera = desk.person("Vera")
    await vera.writes(code)
    await vera.writes("any news?", "/status")
    vera.sees_nothing_of("has taken your report")


async def test_who_has_no_report_and_who_is_telling_one_hear_so(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("/status")
    rita.sees("You have no report here.")
    await rita.presses_data("report/situation:other")
    await rita.writes("/status")
    rita.sees("Lawyers have not been contacted yet")


async def test_a_record_that_wakes_nobody_is_with_the_coordinators(desk: Desk) -> None:
    await desk.coordinator()
    rita = await desk.reports("a trial began in Almaty")
    await rita.writes("any news?")
    rita.sees("Your report is with the coordinators.")


async def test_well_before_a_report_is_no_question_about_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("ну что, полиция задержала Дану в Алматы", language="ru")
    assert marat.rang() == 1
    rita = desk.person(language="ru")
    await rita.writes("ну что мне делать")
    rita.sees_nothing_of("Вот как обстоит дело")


@pytest.mark.parametrize(("language", "text"), [("en", "hello?"), ("ru", "алло"), ("kk", "сәлем")])
async def test_whoever_waits_and_says_hello_reads_how_it_stands(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    say = desk.service.words.say
    rita.sees(say(language, "stands-asked", count=1))
    rita.sees_nothing_of(say(language, "everyday-hello", organisation=desk.service.organisation))


async def test_whoever_has_only_the_code_is_not_told_that_there_is_no_report(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    code = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    vera = desk.person("Vera")
    await vera.writes(code, "/status")
    assert vera.count("There is such a code") == 2
    vera.sees_nothing_of("You have no report here", "Almaty", "lawyer")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_when_we_look_again_is_never_a_time_that_is_past(desk: Desk, language: str) -> None:
    await desk.lawyer()
    await desk.later(seconds=40)
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=4, seconds=45)  # 12:05:25; we look at 12:05:40
    await rita.writes("/status")
    rita.sees(desk.service.words.say(language, "stands-look", time="12:06"))
