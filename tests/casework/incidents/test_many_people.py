"""Many people told of: one urgent case; and a mass detention is so many detained people, not so many who tell of them."""

import pytest
from msgspec.structs import replace

from core.records.incidents import IncidentRule
from handlers.people import addresses
from tests.casework.incidents.test_incidents import IN_ALMATY, IN_ASTANA
from tests.casework.story_desk import Desk

TWENTY = [
    ("en", "Almaty, police put twenty of us into a bus"),
    ("en", "20 people detained at the square in Almaty"),
    ("ru", "Алматы, нас двадцать человек посадили в автозак"),
    ("ru", "в Алматы задержали 20 человек на площади"),
    ("kk", "Алматыда жиырма адамды автобусқа салып алып кетті"),
    ("kk", "Алматы, алаңда 20 адамды ұстап кетті"),
]
TWO_GROUPS = {
    "en": (
        "police detained 25 people in Almaty near the theatre",
        "35 people were taken from a hall in Almaty",
    ),
    "ru": ("в Алматы у театра задержали 25 человек", "35 человек забрали из зала в Алматы"),
    "kk": ("Алматыда театр жанында 25 адамды ұстады", "Алматыда залдан 35 адамды алып кетті"),
}
MASS = "Mass detention"


@pytest.mark.parametrize(("language", "text"), TWENTY)
async def test_twenty_detained_people_are_one_urgent_case(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 1
    marat.sees("URGENT", "20 persons")
    async with desk.reading() as tx:
        (case,) = await tx.cases.select()
    assert case.priority == "urgent"


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        ("en", "police took people in Almaty", "there are 20 of them"),
        ("ru", "в Алматы задержали людей", "их 20 человек"),
        ("kk", "Алматыда адамдарды ұстап кетті", "20 адам"),
    ],
)
async def test_that_there_are_so_many_makes_a_case_urgent_later_too(
    desk: Desk, language: str, text: str, more: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(text, language=language)
    await rita.allows_news()
    marat.rang()
    await rita.writes(more)
    assert marat.rang() == 1
    marat.sees("URGENT", "20 persons")


@pytest.mark.parametrize("language", TWO_GROUPS)
async def test_two_reports_of_many_people_are_a_mass_detention(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    for number, text in enumerate(TWO_GROUPS[language]):
        await desk.reports(text, language=language, name=f"Rita {number}")
    await desk.later(minutes=1)
    olga.sees("One incident?", MASS, "at least 10 detained people", "others at least 60")


async def test_a_number_that_is_said_later_is_counted(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took 4 people in Almaty", name="Vera")
    rita = await desk.reports("police took people in Almaty")
    await desk.later(minutes=1)
    assert olga.count(MASS) == 0
    await rita.allows_news()
    await rita.writes("there are 15 of them")
    await desk.later(minutes=1)
    olga.sees("One incident?", MASS)


async def test_ten_people_who_tell_of_one_person_are_no_mass_detention(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    async with desk.writing() as tx:  # nine more chats told it, and coordinators have joined them
        report = await desk.report()
        for number in range(9):
            there = await addresses.of_chat(tx, str(5000 + number), messenger="telegram")
            told = replace(report, id=tx.new_id(), address_id=there.id, receipt_lookup=None, case_id=case.id)
            tx.reports.add(told)
    await desk.reports("police took a man in Almaty", name="Vera")
    await desk.later(minutes=1)
    assert olga.count(MASS) == 0


@pytest.mark.parametrize("language", TWO_GROUPS)
async def test_a_named_event_of_several_cities_does_not_become_the_mass_detention_of_one(
    desk: Desk, language: str
) -> None:
    await desk.coordinator(languages=(language,))
    await desk.reports(IN_ASTANA, name="Colleague", language="ru")
    await desk.later(hours=20)
    await desk.reports(IN_ALMATY, name="Passer-by", language="ru")
    await desk.later(minutes=1)
    for text in TWO_GROUPS[language]:
        await desk.reports(text, language=language)
        await desk.later(minutes=1)
    async with desk.reading() as tx:
        found = await tx.incidents.select()
    assert [(incident.rule, incident.mass_at is not None) for incident in found] == [
        (IncidentRule.EVENT, False),
        (IncidentRule.MASS, True),
    ]
