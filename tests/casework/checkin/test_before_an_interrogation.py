"""A missed check-in before the police, security or an interrogation: its own message, and lawyers ten minutes later."""

import pytest

from core.model import LANGUAGES
from core.resources.word_files import load_heard
from core.understanding import names_police
from tests.casework.checkin.test_check_in import BY_THREE, MISSED, sets
from tests.casework.checkin.test_missed_together import FOUND, asked_lawyers
from tests.casework.story_desk import Desk, Person

NAMED = {  # written before anybody looked at how they are read
    "ru": (
        "допрос у следователя",
        "вызвали в КНБ",
        "на беседу в нацбезопасность",
        "опрос в антикоре",
        "к прокурору",
        "встреча с участковым",
    ),
    "en": (
        "interrogation",
        "called in by security services",
        "meeting with an investigator",
        "talk with the national security committee",
        "going to the police station",
        "the prosecutor wants to see me",
    ),
    "kk": (
        "тергеушіге барамын",
        "жауап алуға шақырды",
        "ҰҚК шақырды",
        "прокуратураға",
        "учаскелік инспектор шақырды",
        "полицияға барамын",
    ),
}
UNNAMED = ("a meeting at the theatre", "прием у врача", "на митинг", "театрдағы кездесу", "сходка у акимата")
HEARD = load_heard()


async def goes(desk: Desk, language: str, about: str) -> Person:
    """Somebody who sets a check-in about this, by three."""
    aset = desk.person("Aset", language)
    await aset.writes("/checkin", BY_THREE[language], "Алматы", about, "+77010001122")
    await aset.presses_data("checkin/review:!confirm")
    return aset


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_questions_people_is_named_in_many_words(language: str) -> None:
    assert [about for about in NAMED[language] if not names_police(about, HEARD)] == []


def test_other_meetings_name_nobody() -> None:
    assert [about for about in UNNAMED if names_police(about, HEARD)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_among_forty_throwaway_ones_it_is_a_message_of_its_own_and_lawyers_do_not_wait(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    for _ in range(40):
        await sets(desk)
    aset = await goes(desk, language, NAMED[language][0])
    await desk.later(hours=3, minutes=10)
    address = await desk.address(aset)
    async with desk.reading() as tx:
        (report,) = await tx.reports.by(address_id=address.id)
        case = await tx.cases.get(report.case_id or 0)
    assert case is not None
    assert any(MISSED in text and case.code in text for text in olga.screen.texts())
    assert olga.rang() >= 1
    await desk.later(minutes=10)
    assert await asked_lawyers(desk) == [address.id]
    marat.sees(FOUND)


async def test_a_flood_that_names_the_police_does_not_bury_the_chat(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(30):
        await goes(desk, "en", "interrogation")
    await desk.later(hours=3, minutes=10)
    assert olga.count(MISSED) <= 13  # the rest stand by their codes on one card


async def test_what_it_told_is_found_behind_many_words_that_were_written_before(desk: Desk) -> None:
    await desk.coordinator()
    await desk.lawyer()
    aset = await goes(desk, "en", "interrogation")
    for number in range(8):
        await aset.writes(f"still in the corridor, door {number}")
    await desk.later(hours=3, minutes=20)
    assert (await desk.address(aset)).id in await asked_lawyers(desk)
