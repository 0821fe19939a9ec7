"""Somebody has a lawyer of their own: coordinators hear of it, and the writer is asked whether that lawyer is there.
Only then nobody else is rung until coordinators had time.
"""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
THERE = {
    "en": [
        "our own lawyer is already with him",
        "our lawyer is sitting with her now, no need for another",
        "MY LAWYER IS ALREADY INSIDE",
        "family lawyer already with them",
    ],
    "ru": [
        "с ней уже наш адвокат",
        "наш адвокат уже у неё",
        "Наш адвокат уже внутри, других не надо",
        "свой адвокат сидит с ней",
    ],
    "kk": [
        "өз адвокатымыз қасында",
        "біздің адвокат оның жанында отыр",
        "адвокатымыз қазір қасында, басқа керек емес",
    ],
}
ONLY_SAID = {
    "en": [
        "we have our own lawyer",
        "her own lawyer is coming",
        "no lawyer needed",
        "I have my own lawyer, do not send one",
        "we don't need a lawyer",
    ],
    "ru": [
        "у неё есть адвокат",
        "у нас уже есть адвокат",
        "юрист не нужен",
        "у меня свой адвокат, не надо присылать",
    ],
    "kk": ["адвокатымыз бар", "заңгер қажет емес", "өз адвокатым бар, басқа жібермеңіз"],
}
NOT_OWN = {
    "en": [
        "we don't have our own lawyer",
        "they say no lawyer is needed",
        "people shout: no lawyer needed, do your job",
        "'no lawyer, do your job' they shouted at the square",
        "she has no lawyer",
        "lawyer said he won't come",
        "no lawyer no phone no nothing",
        "WE NEED A LAWYER NOT YOUR QUESTIONS",
        "dont need words send a lawyer",
        "cops say she already has a lawyer",
        "if we had our own lawyer",
        "our lawyer is there already but they don't let her in",
    ],
    "ru": [
        "у нас нет своего адвоката",
        "полиция говорит, что адвокат не нужен",
        "на площади кричали: адвокат не нужен, делайте свою работу",
        "у неё нет адвоката",
        "АДВОКАТА НЕ ДАЮТ!!!",
        "нам адвокат нужен а не ваши вопросы",
        "не надо вопросов дайте адвоката",
        "АДВОКАТ НУЖЕН НЕ НАДО ЖДАТЬ",
        "адвокат сказал что не приедет",
        "говорят у неё уже есть адвокат",
        "был бы у нас свой адвокат",
        "наш адвокат уже там но его не пускают",
    ],
    "kk": [
        "өз адвокатымыз жоқ",
        "полиция адвокат керек емес дейді",
        "алаңда жұрт адвокат керек емес, жұмысыңды істе деп айқайлады",
        "оның адвокаты жоқ",
        "адвокат келмейді дейді",
        "АДВОКАТ БЕРМЕЙДІ!!!",
        "бізге сұрақ емес адвокат керек",
        "адвокаты бар деп айтады полиция",
        "өз адвокатымыз болса ғой",
        "адвокат керек, сұрақтарыңыз керек емес",
        "адвокат керек емес деп қысым көрсетіп жатыр",
    ],
}
IMPATIENT = {
    "en": ["stop writing and send a lawyer", "don't text me, get us a lawyer"],
    "ru": ["хватит писать, пришлите адвоката", "перестаньте писать, где адвокат"],
    "kk": ["маған жазбай адвокат жіберіңізші", "енді жазбаңыз, адвокат жіберіңіз"],
}
FORBIDDING = {
    "en": [
        "stop writing",
        "don't write here, send a lawyer",
        "they took my phone, stop writing, send a lawyer",
    ],
    "ru": [
        "хватит писать",
        "не пишите сюда, пришлите адвоката",
        "у меня забрали телефон, хватит писать, нужен адвокат",
    ],
    "kk": ["енді жазбаңыз", "осында жазбаңыз, адвокат жіберіңіз"],
}
ALL = [(language, text) for language in LANGUAGES for text in THERE[language]]
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
    rita.sees(desk.service.words.say(language, "report-own-lawyer-asked", waits="yes"))
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
    rita.sees(desk.service.words.say(language, "report-own-lawyer-asked", waits="no"))
    await desk.later(minutes=6)
    assert await asked(desk) > before
    await rita.presses(desk.service.words.say(language, "counsel-there"))
    rita.sees(desk.service.words.say(language, "report-own-lawyer"))
    assert await desk.waits_until("pause") is not None  # now it is plainly said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_no_has_the_others_asked_on_at_once(desk: Desk, language: str) -> None:
    await desk.coordinator()
    for number in range(8):
        await desk.lawyer(f"Lawyer {number}")
    rita = await desk.reports(TOLD[language], language=language)
    before = await asked(desk)
    await rita.writes(THERE[language][0])
    await desk.later(minutes=6)
    assert await asked(desk) == before
    await rita.presses(desk.service.words.say(language, "counsel-not-there"))
    rita.sees(desk.service.words.say(language, "report-own-lawyer-on"))
    assert await asked(desk) > before
    assert await desk.waits_until("pause") is None


@pytest.mark.parametrize(
    "hurried", [(language, text) for language in LANGUAGES for text in IMPATIENT[language]]
)
async def test_who_wants_a_lawyer_instead_of_words_is_written_to_as_before(
    desk: Desk, hurried: tuple[str, str]
) -> None:
    language, text = hurried
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.writes(text)
    rita.sees_nothing_of(desk.service.words.say(language, "consent-silent").splitlines()[0])
    rita.rang()
    await marat.presses("I'll take it", "Contacted")
    assert rita.rang() > 0


@pytest.mark.parametrize(
    "plain", [(language, text) for language in LANGUAGES for text in FORBIDDING[language]]
)
async def test_a_plain_no_to_writing_holds_also_beside_a_call_for_a_lawyer(
    desk: Desk, plain: tuple[str, str]
) -> None:
    language, text = plain
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.writes(text)
    rita.rang()
    await marat.presses("I'll take it", "Contacted")
    assert rita.rang() == 0


@pytest.mark.parametrize(("language", "text"), NONE)
async def test_nothing_stops_for_whoever_has_none(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.writes(text)
    for key in ("report-own-lawyer", "counsel-there", "consent-silent"):
        rita.sees_nothing_of(desk.service.words.say(language, key).splitlines()[0])
    olga.sees_nothing_of("a lawyer of their own")  # "the police say that none is needed" rings as a refusal
    assert await desk.waits_until("pause") is None


async def test_the_coordinator_ends_it_by_a_button_and_a_yes(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    await rita.writes(THERE["en"][0])
    await olga.presses("Another counsel has it", "Another counsel has it")
    await olga.writes("Their lawyer rang us.")
    assert (await desk.case()).outcome == "other_counsel"
    olga.sees("Settled:")
    marat.sees("Another counsel has it")


async def test_the_coordinator_has_lawyers_asked_on_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(8):
        await desk.lawyer(f"Lawyer {number}")
    rita = await desk.reports(TOLD["en"])
    await rita.writes(THERE["en"][0])
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
    await rita.writes(THERE["en"][0], THERE["en"][1])
    assert olga.rang() == 1


async def test_what_is_over_is_asked_about_as_that(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    olga.rang()
    await rita.tells_all_out("she was released, no lawyer needed")
    assert olga.rang() == 1
    olga.sees("says that it is over")
