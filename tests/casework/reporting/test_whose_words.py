"""Somebody tells of two cases in one chat: a name, a relative or a city says which one words are about; else it is asked."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES, Case
from tests.casework.story_desk import Desk, Person

ALMATY = {
    "en": "police took my brother Aidos Made-Up in Almaty",
    "ru": "полиция забрала брата, Айдоса Придуманова, в Алматы",
    "kk": "Алматыда полиция бауырымды, Айдос Ойданбаевты ұстады",
}
ASTANA = {
    "en": "police took my neighbour Dana Invented in Astana",
    "ru": "полиция задержала соседку, Дану Выдуманову, в Астане",
    "kk": "Астанада полиция көршімді, Дана Ойданбекованы ұстады",
}
NAMED = {
    "en": ["Aidos has been released", "they let Aidos go, he is at home"],
    "ru": ["Айдоса отпустили", "айдос уже дома"],
    "kk": ["Айдосты босатты", "Айдос үйге келді, босатты"],
}
BY_KIN_OR_CITY = {
    "en": ["my brother was released", "the one in Almaty has been released"],
    "ru": ["брата отпустили", "того, что в Алматы, отпустили"],
    "kk": ["бауырымды босатты", "Алматыдағы адамды босатты"],
}
NOBODY = {"en": "they have been released", "ru": "отпустили", "kk": "босатты"}


async def two(desk: Desk, language: str) -> tuple[Person, Person]:
    """Rita has an open case in Almaty and one in Astana, whose form is open."""
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(ALMATY[language], language=language)
    await rita.writes("/report", ASTANA[language])
    for one in (rita, olga):
        one.rang()
    return rita, olga


async def over(desk: Desk) -> list[bool]:
    return [case.says_over for case in await both(desk)]


async def both(desk: Desk) -> list[Case]:
    return [await desk.case(0), await desk.case(1)]


@pytest.mark.slow
@pytest.mark.parametrize("hours", [0, 13])
@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language in LANGUAGES for text in (*NAMED[language], *BY_KIN_OR_CITY[language])],
)
async def test_a_release_goes_to_the_case_of_whoever_is_named(
    desk: Desk, language: str, text: str, hours: int
) -> None:
    rita, _ = await two(desk, language)
    await desk.later(hours=hours)  # then no form is open any more
    await rita.tells_all_out(text)
    assert await over(desk) == [True, False]
    rita.sees(desk.service.words.say(language, "out-all-noted").splitlines()[0])
    async with desk.reading() as tx:
        said = await tx.entries.by(report_id=(await desk.report(0)).id)
    assert text in [entry.payload.get("text") for entry in said]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_release_that_names_nobody_is_asked_about(desk: Desk, language: str) -> None:
    rita, _ = await two(desk, language)
    await rita.writes(NOBODY[language])
    assert await over(desk) == [False, False]
    rita.sees(desk.service.words.say(language, "report-which"))
    label = desk.service.gazetteer.name("almaty", language)
    await rita.presses(f"{label} 17.09 12:00")
    await rita.tells_all_out()
    assert await over(desk) == [True, False]


@pytest.mark.parametrize("answer", ["Almaty", "Aidos", "it is about my brother"])
async def test_which_one_is_answered_by_a_city_or_a_name_also_while_a_form_is_open(
    desk: Desk, answer: str
) -> None:
    rita, _ = await two(desk, "en")
    await rita.tells_all_out(NOBODY["en"], answer)
    assert await over(desk) == [True, False]


async def test_a_number_answers_the_form_that_is_open(desk: Desk) -> None:
    rita, _ = await two(desk, "en")
    await rita.writes(NOBODY["en"], "2")
    assert await over(desk) == [False, False]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_release_that_nobody_placed_ends_no_search_and_coordinators_read_it(
    desk: Desk, language: str
) -> None:
    rita, olga = await two(desk, language)
    await rita.writes(NOBODY[language])
    await desk.later(minutes=31)
    assert await over(desk) == [False, False]
    olga.sees("several")
    async with desk.reading() as tx:
        said = await tx.entries.by(report_id=(await desk.report(1)).id)
    assert said[-1].payload["text"] == NOBODY[language]


async def test_what_belongs_to_the_form_stays_there(desk: Desk) -> None:
    rita, _ = await two(desk, "en")
    await rita.tells_all_out("Dana has been released")
    assert await over(desk) == [False, True]


@pytest.mark.slow
async def test_a_new_happening_in_one_of_the_cities_is_still_asked_about(desk: Desk) -> None:
    rita, _ = await two(desk, "en")
    await desk.later(hours=13)
    await rita.writes("police took a woman in Almaty")
    rita.sees(desk.service.words.say("en", "report-which"))


async def test_a_name_that_both_have_decides_nothing(desk: Desk) -> None:
    rita = await desk.reports("police took Aidos Made-Up in Almaty")
    await rita.writes("/report", "police took Aidos Invented in Astana", "Aidos has been released")
    assert await over(desk) == [False, False]
    rita.sees(desk.service.words.say("en", "report-which"))
    assert await desk.waits_until("which") == desk.now + timedelta(minutes=30)


NEEDS = {
    "en": "Aidos needs his glasses",
    "ru": "Айдос просил передать очки",
    "kk": "Айдос көзілдірігін сұрады",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_other_words_that_name_somebody_go_to_their_case_too(desk: Desk, language: str) -> None:
    rita, _ = await two(desk, language)
    await rita.writes(NEEDS[language])
    async with desk.reading() as tx:
        said = await tx.entries.by(report_id=(await desk.report(0)).id)
    assert said[-1].payload["text"] == NEEDS[language]
    rita.sees(desk.service.words.say(language, "report-joined"))


async def test_a_name_that_was_asked_for_stays_where_it_was_asked(desk: Desk) -> None:
    rita = await desk.reports("police took Aidos Made-Up in Almaty")
    await rita.writes("/report", "police took three people in Astana")
    await rita.writes("Aidos Made-Up")
    async with desk.reading() as tx:
        said = await tx.entries.by(report_id=(await desk.report(1)).id)
    assert said[-1].payload["text"] == "Aidos Made-Up"
