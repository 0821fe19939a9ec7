"""What lawyers and coordinators type on a day like any other does what a colleague would expect, and nobody hears twice."""

import pytest

from core.casework.proceedings import tracked_hearings
from core.model import LANGUAGES
from core.vocabulary import TaskKind
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up, Askar Invented and Zoya Third in Almaty"
EXPECTED = {
    TaskKind.REFUSED: {
        "en": ["the guard says come back in an hour", "they want to question him without me"],
        "ru": ["подошёл к отделу, дежурный сказал прийти через час", "хотят допросить без меня"],
        "kk": ["бөлімге келдім, кезекші бір сағаттан кейін кел дейді", "менсіз жауап алғысы келеді"],
    },
    TaskKind.CANNOT_COME: {
        "en": ["I cannot any more, sorry", "I'm exhausted, give it to somebody else"],
        "ru": ["я больше не могу", "нет сил, передайте кому-нибудь"],
        "kk": ["бұдан әрі шамам жоқ", "мен енді жалғастыра алмаймын"],
    },
    TaskKind.HARMED: {
        "en": ["she was taken to hospital by ambulance", "he signed a confession under pressure"],
        "ru": ["её увезли на скорой в больницу", "заставили подписать признание"],
        "kk": ["оны ұрып тастаған", "мойындау қағазына күштеп қол қойғызды"],
    },
    TaskKind.TRANSFERRED: {
        "en": ["they moved him to Taldykorgan"],
        "ru": ["его этапировали в Талдыкорган"],
        "kk": ["оны Талдықорғанға ауыстырды"],
    },
}
EACH = [
    (kind, language, text) for kind, of in EXPECTED.items() for language in LANGUAGES for text in of[language]
]
INSIDE = {"en": "inside with Dana now", "ru": "я внутри, с Даной", "kk": "ішіндемін, Данамен біргемін"}
NOTES = {
    "en": ["they let me in", "they will interrogate him tonight at 22", "sent a request to the prosecutor"],
    "ru": ["меня пустили", "сегодня ночью в 22 допрос", "отправили запрос в прокуратуру"],
    "kk": ["мені кіргізді", "бүгін түнде 22-де жауап алмақ", "прокуратураға сұрау жібердім"],
}
HEARING = {
    "en": "hearing tomorrow at 10:00 in the Medeu court",
    "ru": "суд завтра в 10:00, Медеуский районный",
    "kk": "сот ертең 10:00-де, Медеу аудандық соты",
}
FREE = {"en": "all three were released", "ru": "всех троих отпустили", "kk": "үшеуін де босатты"}


async def taken(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    """Rita has reported it, Marat has the case, Olga coordinates."""
    desk.without_clocks()
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later(minutes=6)
    for person in (rita, marat, olga):
        person.rang()
    return rita, marat, olga


@pytest.mark.parametrize(("kind", "language", "text"), EACH)
async def test_bad_news_rings_each_coordinator_once_and_the_words_are_one_press_away(
    desk: Desk, kind: TaskKind, language: str, text: str
) -> None:
    _, marat, olga = await taken(desk, language)
    await marat.writes(text)
    say = desk.service.words.say
    olga.sees(say(language, f"ask-{kind}").splitlines()[0])
    assert (olga.rang(), marat.rang()) == (1, 1)
    olga.sees_nothing_of(text)
    await olga.presses(say(language, "button-words-read"))
    olga.sees(text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_no_bad_news_rings_no_coordinator_and_asks_nothing_of_a_release(
    desk: Desk, language: str
) -> None:
    _, marat, olga = await taken(desk, language)
    for text in (INSIDE[language], *NOTES[language]):
        await marat.writes(text)
        assert marat.rang() == 1
    assert olga.rang() == 0
    marat.sees_nothing_of(desk.service.words.say(language, "button-free-all"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_reported_reads_once_that_the_lawyer_cannot_come(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, language)
    for text in EXPECTED[TaskKind.CANNOT_COME][language]:
        await marat.writes(text)
    assert (rita.rang(), olga.rang()) == (1, 2)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_who_has_the_case_open_tells_of_court_and_of_a_release_like_its_lawyer(
    desk: Desk, language: str
) -> None:
    _, marat, olga = await taken(desk, language)
    await olga.opens(await desk.case())
    marat.rang()
    await olga.writes(HEARING[language])
    assert marat.rang() == 1
    async with desk.reading() as tx:
        assert len(tracked_hearings(await view_of(tx, await desk.case()))) == 1
    await olga.writes(FREE[language])
    say = desk.service.words.say
    olga.sees(say(language, "button-free-all"), say(language, "button-free-no"))
    assert (await desk.case()).outcome is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_who_cannot_go_on_is_heard_by_the_others(desk: Desk, language: str) -> None:
    _, _, olga = await taken(desk, language)
    vera = await desk.coordinator("Vera", languages=(language,))
    await olga.opens(await desk.case())
    vera.rang()
    await olga.writes(EXPECTED[TaskKind.CANNOT_COME][language][0])
    assert vera.rang() == 1
    vera.sees("Olga")
