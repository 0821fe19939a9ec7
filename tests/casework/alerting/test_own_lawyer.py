"""Somebody has a lawyer of their own: coordinators hear of it. Only where the writers plainly want no other nobody else is
rung until coordinators had time.
"""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
OWN = {
    "en": [
        "I have my own lawyer, do not send one",
        "no lawyer needed, we already have one",
        "we don't need a lawyer",
    ],
    "ru": [
        "у меня свой адвокат, не надо присылать",
        "адвокат не нужен, у нас есть свой",
        "нам адвокат не нужен, наш адвокат уже едет",
    ],
    "kk": ["өз адвокатым бар, басқа жібермеңіз", "адвокат керек емес, өз адвокатымыз бар"],
}
ONLY_SAID = {
    "en": ["we have our own lawyer", "her own lawyer is coming", "no lawyer needed"],
    "ru": ["у неё есть адвокат", "у нас уже есть адвокат", "юрист не нужен"],
    "kk": ["адвокатымыз бар", "заңгер қажет емес"],
}
NOT_OWN = {
    "en": [
        "we don't have our own lawyer",
        "they say no lawyer is needed",
        "people shout: no lawyer needed, do your job",
        "'no lawyer, do your job' they shouted at the square",
        "she has no lawyer",
    ],
    "ru": [
        "у нас нет своего адвоката",
        "полиция говорит, что адвокат не нужен",
        "на площади кричали: адвокат не нужен, делайте свою работу",
        "у неё нет адвоката",
    ],
    "kk": [
        "өз адвокатымыз жоқ",
        "полиция адвокат керек емес дейді",
        "алаңда жұрт адвокат керек емес, жұмысыңды істе деп айқайлады",
        "оның адвокаты жоқ",
    ],
}
ALL = [(language, text) for language in LANGUAGES for text in OWN[language]]
SAID = [(language, text) for language in LANGUAGES for text in ONLY_SAID[language]]
NONE = [(language, text) for language in LANGUAGES for text in NOT_OWN[language]]


async def asked(desk: Desk) -> int:
    return len(await desk.states())


@pytest.mark.parametrize("hour", [0, 11])
@pytest.mark.parametrize(("language", "text"), ALL)
async def test_a_coordinator_is_asked_before_the_search_ends_by_day_and_at_night(
    desk: Desk, language: str, text: str, hour: int
) -> None:
    olga = await desk.coordinator()
    for number in range(8):
        await desk.lawyer(f"Lawyer {number}")
    await desk.later(hours=hour)
    rita = await desk.reports(TOLD[language], language=language)
    before, _ = await asked(desk), olga.rang()
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "report-own-lawyer"))
    assert olga.rang() == 1
    olga.sees("a lawyer of their own", "[Another counsel has it] [Ask lawyers]")
    await desk.later(minutes=14)
    assert await asked(desk) == before
    await desk.later(minutes=2)
    assert await asked(desk) > before  # nobody answered: the phone may be in other hands


@pytest.mark.parametrize(("language", "text"), SAID)
async def test_a_lawyer_who_is_only_said_to_exist_holds_nobody_back(
    desk: Desk, language: str, text: str
) -> None:
    olga = await desk.coordinator()
    for number in range(8):
        await desk.lawyer(f"Lawyer {number}")
    rita = await desk.reports(TOLD[language], language=language)
    before, _ = await asked(desk), olga.rang()
    await rita.writes(text)
    assert olga.rang() == 1
    olga.sees("a lawyer of their own", "[Another counsel has it] [Ask lawyers]")
    assert await desk.waits_until("pause") is None
    rita.sees(desk.service.words.say(language, "report-own-lawyer-heard"))
    await desk.later(minutes=6)
    assert await asked(desk) > before
    await rita.writes(OWN[language][0])
    assert await desk.waits_until("pause") is not None  # now it is plainly said


@pytest.mark.parametrize(("language", "text"), NONE)
async def test_nothing_stops_for_whoever_has_none(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.writes(text)
    for key in ("report-own-lawyer", "report-own-lawyer-heard", "consent-silent"):
        rita.sees_nothing_of(desk.service.words.say(language, key).splitlines()[0])
    olga.sees_nothing_of("a lawyer of their own")  # "the police say that none is needed" rings as a refusal
    assert await desk.waits_until("pause") is None


async def test_the_coordinator_ends_it_by_a_button_and_a_yes(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    await rita.writes(OWN["en"][0])
    await olga.presses("Another counsel has it", "Another counsel has it")
    assert (await desk.case()).outcome == "other_counsel"
    olga.sees("Settled:")
    marat.sees("Another counsel has it")


async def test_the_coordinator_has_lawyers_asked_on_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(8):
        await desk.lawyer(f"Lawyer {number}")
    rita = await desk.reports(TOLD["en"])
    await rita.writes(OWN["en"][0])
    before = await asked(desk)
    assert await desk.waits_until("pause") is not None
    await olga.presses("Ask lawyers")
    assert await asked(desk) > before
    olga.sees("Settled:")


@pytest.mark.parametrize(("language", "text"), ALL)
async def test_whoever_has_the_case_hears_it_at_once_and_no_coordinator(
    desk: Desk, language: str, text: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await marat.presses("I'll take it", "Contacted")
    for one in (olga, marat):
        one.rang()
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (1, 0)
    marat.sees("new: a lawyer of their own")


async def test_it_is_told_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    olga.rang()
    await rita.writes(OWN["en"][0], OWN["en"][1])
    assert olga.rang() == 1


async def test_what_is_over_is_asked_about_as_that(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    olga.rang()
    await rita.tells_all_out("she was released, no lawyer needed")
    assert olga.rang() == 1
    olga.sees("says that it is over")
