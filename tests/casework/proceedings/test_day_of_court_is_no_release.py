"""A day of court is not also a day of release; a day with its date and hour keeps the hour; only the last time reminds."""

import pytest

from core.intake.court_told import court_told
from handlers.cards.case_loading import view_of
from handlers.casework import court_timers
from tests.casework.proceedings.test_told_of_court import HELD, hearings
from tests.casework.story_desk import Desk

RELEASES = [
    ("en", "the court on Friday will release him"),
    ("ru", "в пятницу суд его отпустит"),
    ("kk", "жұмада сотта босатылады"),
]
TWO_RULINGS = [
    ("en", "a fine for Askhat, 15 days of arrest for Erlan"),
    ("ru", "Асхату штраф, Ерлану 15 суток ареста"),
    ("kk", "Асхатқа айыппұл салды, Ерланға 15 тәулік қамақ берді"),
]
DATED = [
    ("en", "the hearing is tomorrow, 18 September, at 10:00"),
    ("ru", "суд завтра, 18 сентября, в 10:00"),
    ("kk", "сот ертең, 18 қыркүйекте, сағат 10:00-де"),
]
BOTH = {
    "en": "police took Askhat and Erlan in Almaty",
    "ru": "в Алматы задержали Асхата и Ерлана",
    "kk": "Алматыда Асхат пен Ерланды ұстады",
}
AGAIN = [
    ("en", "no, the hearing is tomorrow at 12:00, not at 10:00"),
    ("ru", "нет, суд завтра в 12:00, а не в 10:00"),
    ("kk", "жоқ, сот ертең сағат 12:00-де, 10:00-де емес"),
]


@pytest.mark.parametrize(("language", "text"), RELEASES)
async def test_a_day_of_court_is_no_day_of_release(desk: Desk, language: str, text: str) -> None:
    service = desk.service
    told = court_told(text, service.heard, service.cues, desk.now, service.zone, language)
    assert told.hearing is not None
    assert told.release is None


@pytest.mark.parametrize(("language", "text"), TWO_RULINGS)
async def test_two_rulings_in_one_message_are_nobodys_until_a_person_says_whose(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(BOTH[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.writes(text)
    assert await desk.waits_until(court_timers.ARREST) is None
    async with desk.reading() as tx:
        said = await view_of(tx, await desk.case())
    assert said.value("ruling") is None
    assert not any("ruling" in person.facts for person in said.persons)


@pytest.mark.parametrize(("language", "text"), DATED)
async def test_tomorrow_with_its_date_keeps_the_hour(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert await hearings(desk) == ["18.09 10:00 told"]


@pytest.mark.parametrize("number", [0, 1, 2])
async def test_after_a_correction_only_the_new_time_stands(desk: Desk, number: int) -> None:
    language, text = DATED[number]
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    await rita.writes(AGAIN[number][1])
    assert await hearings(desk) == ["18.09 12:00 told"]
