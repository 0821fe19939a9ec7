"""Who is in one station stands in one line of the board, in whichever language and words it was told."""

from datetime import date

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.stations import Station
from tests.casework.incidents.test_incident_board import puts_in
from tests.casework.story_desk import Desk, Person
from tests.casework.told_stations import CALLED, ELSEWHERE, TOLD

CITY = {"ru": "Алматы", "en": "Almaty", "kk": "Алматы"}
PLACES = {"ru": "одно место", "en": "one place", "kk": "бір орын"}
LISTED = Station(
    "almaly",
    {"ru": "Выдуманный Алмалинский РОВД", "en": "Made-Up Almaly ROVD", "kk": "Ойдан Алмалы РПБ"},
    "almaty-city",
    "almaty",
    ("+77270000001",),
    "made up",
    date(2018, 9, 1),
)


async def board_of(desk: Desk, language: str, *told: str) -> Person:
    """A coordinator with the board of an incident in which all these reports are."""
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/incident Night")
    for number, words in enumerate(told):
        await desk.reports(words, name=f"Writer {number}")
        await puts_in(desk, olga)
    return olga


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_station_told_in_three_languages_is_one_line_called_in_the_readers(
    desk: Desk, language: str
) -> None:
    olga = await board_of(desk, language, *TOLD.values(), ELSEWHERE[language])
    seen = olga.sees(f"📍 {CITY[language]}, {CALLED[language]} · {PLACES[language]}: 3")
    assert seen.count("📍") == 2  # the other station stands by itself
    assert "РОВД" not in seen  # nobody's words
    assert "рувд" not in seen


async def test_a_station_of_the_list_is_called_as_it_is_there(desk: Desk) -> None:
    desk.service = replace(desk.service, stations=(LISTED,))
    olga = await board_of(desk, "en", TOLD["ru"], TOLD["kk"])
    olga.sees("📍 Almaty, Made-Up Almaly ROVD · one place: 2")


async def test_the_line_says_of_no_case_more_than_was_told_of_it(desk: Desk) -> None:
    numbered = "police took Dana Made-Up in Almaty, she is held in police station No. 3 of Almaly district"
    olga = await board_of(desk, "en", numbered, TOLD["en"])
    place = "📍 Almaty, police station, Almaly District · one place: 2"
    (line,) = [line for line in olga.sees(place).splitlines() if place in line]
    assert "no. 3" not in line


async def test_two_numbers_of_one_district_are_two_stations(desk: Desk) -> None:
    told = [
        f"police took {name} Made-Up in Almaty, held in police station No. {number} of Almaly district"
        for number, name in ((3, "Dana"), (5, "Rita"))
    ]
    olga = await board_of(desk, "en", *told)
    olga.sees("police station no. 3, Almaly District · one place: 1")
    olga.sees("police station no. 5, Almaly District · one place: 1")
