"""Whoever asks whether it is safe to write here reads who can see it, whatever is under way; nothing else changes."""

import pytest

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.model import LANGUAGES
from core.vocabulary import ReportState
from tests.casework.story_desk import Desk, Person

ASKED = {
    "en": ("Is it safe to write here?", "can I trust you?"),
    "ru": ("безопасно ли сюда писать?", "вам можно доверять?"),
    "kk": ("осында жазу қауіпсіз бе?", "сендерге сенуге бола ма?"),
}
EVERY = [(language, text) for language, texts in ASKED.items() for text in texts]
HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}


def answer(desk: Desk, language: str, *, sealed: bool = False) -> str:
    """What is said of it, without the names of buttons."""
    key = "everyday-safe-sealed" if sealed else "everyday-safe"
    return desk.service.words.say(language, key, organisation=desk.service.organisation)


def is_answered(desk: Desk, person: Person, language: str) -> None:
    """Honest, and no bare no."""
    told = person.sees(answer(desk, language))
    assert "/hide" in told
    assert "Telegram" in told
    no = desk.service.words.say(language, "everyday-police", organisation=desk.service.organisation)
    person.sees_nothing_of(no)


@pytest.mark.parametrize(("language", "text"), EVERY)
async def test_before_a_report(desk: Desk, language: str, text: str) -> None:
    rita = desk.person(language=language)
    await rita.writes(text)
    is_answered(desk, rita, language)
    async with desk.reading() as tx:
        assert {report.state for report in await tx.reports.select()} == {ReportState.ASIDE}


@pytest.mark.parametrize(("language", "text"), EVERY)
async def test_while_a_form_asks_something_which_it_still_asks(desk: Desk, language: str, text: str) -> None:
    rita = desk.person(language=language)
    await rita.writes("/report")
    await rita.presses_data("report/situation:other")
    await rita.writes(text)
    is_answered(desk, rita, language)
    await rita.writes({"en": "Almaty", "ru": "Алматы", "kk": "Алматы"}[language])
    assert (await desk.case()).city == "almaty"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_any_words_would_be_an_answer(desk: Desk, language: str) -> None:
    rita = await desk.reports(
        {"en": "a trial began in Almaty", "ru": "в Алматы начался суд", "kk": "Алматыда сот басталды"}[
            language
        ],
        language=language,
    )
    await rita.presses_data("report/proceedings:!edit")
    await rita.writes(ASKED[language][0].rstrip("?"))
    is_answered(desk, rita, language)
    async with desk.reading() as tx:
        (dialogue,) = await tx.dialogues.select()
    assert "proceedings" not in dialogue.answers


@pytest.mark.parametrize(("language", "text"), EVERY)
async def test_in_a_case_that_somebody_has(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    await rita.writes("/done", text)
    is_answered(desk, rita, language)
    marat.sees(f"«{text}»")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_the_messenger_cannot_read_along_it_is_said_so(desk: Desk, language: str) -> None:
    rita = desk.on_signal(language=language)
    await rita.writes(ASKED[language][0])
    told = rita.sees(answer(desk, language, sealed=True))
    assert "Telegram" not in told
    assert "/hide" in told


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "are you the police?"), ("ru", "вы полиция?"), ("kk", "сіз полиция емессіз бе")],
)
async def test_are_you_the_police_is_still_answered_by_no(desk: Desk, language: str, text: str) -> None:
    rita = desk.person(language=language)
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "everyday-police", organisation=desk.service.organisation))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_one_short_message(desk: Desk, language: str) -> None:
    assert (
        max(len(answer(desk, language, sealed=sealed)) for sealed in (False, True))
        < 600
        < TELEGRAM_ABILITIES.text
    )
