"""What is only guessed looks like a guess before anybody has opened the case too, and a digest counts what was said."""

from datetime import timedelta

import pytest

from core.digest.figures import DigestFigures
from core.incoming import File, FileKind
from core.model import LANGUAGES
from handlers.daily import digest_figures
from tests.casework.story_desk import Desk, Person

BEATEN = {
    "en": "they are beating people on the square in Almaty",
    "ru": "бьют людей на площади в Алматы",
    "kk": "Алматыда алаңда адамдарды ұрып жатыр",
}
HELD = {"en": "they have detained my brother", "ru": "брата задержали", "kk": "бауырымды ұстады"}


def perhaps(desk: Desk, language: str, situation: str = "other") -> str:
    said = desk.service.words.say(language, f"situation-{situation}")
    return desk.service.words.say(language, "guessed", value=said)


async def voice_alone(desk: Desk) -> Person:
    rita = desk.person()
    await rita.writes("", file=File(FileKind.VOICE, "made-up"))
    await desk.later(minutes=2)
    return rita


async def counted(desk: Desk) -> DigestFigures:
    async with desk.reading() as tx:
        return await digest_figures.count(tx, desk.service, None, desk.now + timedelta(seconds=1))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_offer_marks_what_is_guessed_until_it_is_said(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(BEATEN[language], language=language)
    marat.sees(perhaps(desk, language))
    assert marat.rang() == 1
    await rita.writes(HELD[language])
    marat.sees(perhaps(desk, language))
    await rita.presses_data("report/situation:other")
    marat.sees_nothing_of(perhaps(desk, language))
    marat.sees(desk.service.words.say(language, "situation-other"))


async def test_what_was_said_is_not_marked(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty", confirms=True)
    marat.sees_nothing_of("perhaps")


async def test_a_list_of_offers_marks_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    for number in range(4):  # an urgent one would come by itself
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
    assert marat.sees("open offers").count(perhaps(desk, "en")) == 4


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_ask_a_board_and_the_head_of_a_case_mark_it(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await voice_alone(desk)
    assert olga.count(perhaps(desk, language)) == 1
    await olga.writes("/cases")
    assert olga.count(perhaps(desk, language)) == 2
    await olga.opens(await desk.case())
    assert olga.count(perhaps(desk, language)) == 3


async def test_what_nobody_has_taken_marks_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(BEATEN["en"])
    await desk.reports(BEATEN["en"], name="Rosa")
    await desk.later(hours=2)
    shown = olga.sees("2 cases that nobody took in time (without a lawyer in all: 2)")
    assert shown.count(perhaps(desk, "en")) == 2


async def test_a_digest_counts_what_is_said_and_tells_apart_what_is_guessed(desk: Desk) -> None:
    await desk.reports("police took Dana Made-Up in Almaty", confirms=True)
    await desk.reports(BEATEN["en"], name="Rosa")
    figures = await counted(desk)
    assert (figures.new.detentions, figures.new.unidentified, figures.unclear) == (1, 0, 1)


async def test_what_a_member_confirms_is_counted(desk: Desk) -> None:
    olga = await desk.coordinator()
    await voice_alone(desk)
    assert ((await counted(desk)).new.detentions, (await counted(desk)).unclear) == (0, 1)
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    assert ((await counted(desk)).new.detentions, (await counted(desk)).unclear) == (1, 0)
    olga.sees_nothing_of(perhaps(desk, "en"))


async def test_a_check_in_that_was_missed_is_a_guess(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.writes("/checkin", "in one hour", "Almaty")
    await desk.later(hours=1.5)
    olga.sees(perhaps(desk, "en", "missing"))
    assert (await counted(desk)).new.detentions == 0
