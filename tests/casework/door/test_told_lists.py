"""A list of names from a citizen: where it was read is asked, and a coordinator compares it, as a list from a door."""

import pytest

from core.incoming import Forwarded
from core.records.door_lists import DoorList, ListState
from handlers.door import lists
from tests.casework.door.test_door_list import found, known, writes
from tests.casework.reporting.test_unclear_words import UNREAD, cases
from tests.casework.story_desk import Desk

LISTS = {
    "en": "Detained:\n1. Suleimenova Zhanar\n2. Ospanov Adil\n3. Bekturov Olzhas, 17\n4. Ivanova Vera\n5. Ахметов Ерлан",
    "ru": "Список задержанных\nЛобанов Кирилл\nИванова Вера Петровна\nОспанов Адиль, 1990\nСулейменова Жанар\nАхметов Ерлан",
    "kk": "Ұсталғандар тізімі:\n1) Хамит Мирас\n2) Лобанов Кирилл\n3) Оспанов Әділ\n4) Төлеген Ақниет\n5) Ахметов Ерлан",
}
PLACE = {
    "en": "Almaty, Medeu police station",
    "ru": "Алматы, Медеуское РУП",
    "kk": "Алматы, Медеу полиция бөлімі",
}
ELSEWHERE = {
    "en": "a friend sent it to me",
    "ru": "мне его прислали в чате",
    "kk": "маған чатта жіберді",
}
NAMES = [
    "Akhmetov Yerlan", "Ospanov Adil", "Ivanova Vera", "Suleimenova Zhanar", "Lobanov Kirill", "Bekturov Olzhas",
    "Petrova Anna", "Volkov Igor", "Sadykov Timur", "Abenova Aigul", "Nurlanov Marat", "Omarova Saule",
    "Zhumabekov Askar", "Tulegenova Dana", "Smirnov Pavel", "Kairatov Daulet", "Baimukhanova Aliya",
    "Seitkali Nurzhan", "Orlova Irina", "Musin Ruslan", "Kenzhebekov Alibek", "Rakhimova Gulnara",
    "Popov Andrei", "Serikova Madina", "Tleubaev Kanat",
]  # fmt: skip


async def the_list(desk: Desk) -> DoorList:
    async with desk.reading() as tx:
        (told,) = await tx.door_lists.select()
    return told


async def named(desk: Desk) -> list[str]:
    return [line.name for line in lists.lines_of(await the_list(desk)) if line.name]


@pytest.mark.parametrize("language", LISTS)
async def test_a_citizens_list_rings_coordinators_at_once_and_asks_where_it_was_read(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(LISTS[language], language=language)
    rita.sees(desk.service.words.say(language, "door-names-where", count=5))
    assert (olga.rang(), marat.rang()) == (1, 0)
    olga.sees("Names to compare: 5", "no member", "[Read it]")
    await rita.writes(PLACE[language])
    rita.sees(desk.service.words.say(language, "door-names-done"))
    olga.sees("Names to compare: 5", PLACE[language])
    await desk.later(minutes=5)
    assert olga.rang() == 0
    olga.sees_nothing_of(UNREAD, "Ерлан")
    assert await cases(desk) == 0


@pytest.mark.parametrize("language", LISTS)
async def test_it_is_compared_and_written_down_as_a_list_from_the_door(desk: Desk, language: str) -> None:
    await known(desk)
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(LISTS[language], language=language)
    await rita.writes(PLACE[language])
    await olga.presses("Read it")
    olga.sees("List of names", PLACE[language], "somebody who wrote to us", "✓ Ахметов Ерлан")
    assert marat.rang() == 0
    before = await cases(desk)
    await writes(olga, 5)
    assert await cases(desk) == before + 4
    assert await found(desk, 0)
    async with desk.reading() as tx:
        said = await tx.claims.by(kind="found")
        assert {claim.source_id for claim in said} == {(await desk.membership(olga)).id}
        assert await tx.claims.by(kind="acknowledged") == []  # no station has said so
    rita.sees_nothing_of("Ахметов Ерлан", "known")


@pytest.mark.parametrize("language", LISTS)
async def test_where_it_was_read_may_be_no_place_and_its_reader_sees_the_words_and_says_the_place(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(LISTS[language], language=language)
    await rita.writes(ELSEWHERE[language])
    rita.sees(desk.service.words.say(language, "door-names-done"))
    await olga.presses("Read it")
    olga.sees(f"«{ELSEWHERE[language]}»", "place unknown", "Ахметов Ерлан", "Where they are said to be")
    olga.sees_nothing_of("Write it down")
    await olga.writes(PLACE[language])
    await writes(olga, 5)
    assert await cases(desk) == 5


async def test_what_only_sounds_like_a_place_is_none(desk: Desk) -> None:
    await desk.coordinator()
    rita = await desk.reports(LISTS["ru"], language="ru")
    await rita.writes("шучу)))")
    assert (await the_list(desk)).where == {}


async def test_twenty_five_names_in_one_line_or_in_two_messages_are_one_list(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    await rita.writes(f"Detained: {', '.join(NAMES[:15])}", "\n".join(NAMES[15:]))
    assert await named(desk) == NAMES
    assert olga.rang() == 1
    rita.sees("names: 10")


async def test_a_heading_that_names_the_station_answers_where(desk: Desk) -> None:
    await desk.coordinator()
    rita = await desk.reports(
        "\n".join(["Список задержанных, Алматы, Медеуское РУП:", *NAMES]), language="ru"
    )
    rita.sees("Записано имён: 25")
    rita.sees_nothing_of("Где вы прочли")
    assert (await the_list(desk)).place == "almaty"


async def test_a_corrected_list_takes_the_place_of_what_it_said(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("\n".join(NAMES[:6]), message_id=7000)
    await rita.corrects(7000, "\n".join(NAMES[:7]))
    assert await named(desk) == NAMES[:7]


async def test_a_forwarded_list_is_one_too(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    await rita.writes("\n".join(NAMES), forwarded=Forwarded(desk.now))
    assert olga.rang() == 1
    assert await named(desk) == NAMES


async def test_whose_name_is_on_it_is_a_report_of_its_own(desk: Desk) -> None:
    marat, rita = await desk.lawyer(), desk.person()
    await rita.writes("\n".join(NAMES), "police took my brother Ospanov Adil in Almaty yesterday")
    assert marat.rang() == 1
    assert (await the_list(desk)).state is ListState.WAITS


OF_THE_REPORT = [
    ("en", "police took 6 people in Almaty"),
    ("ru", "Алматы, забрали шестерых"),
    ("kk", "Алматыда алты адамды алып кетті"),
    ("en", "police are taking people in Almaty"),
]


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize(("language", "told"), OF_THE_REPORT)
async def test_the_names_of_those_whom_a_report_tells_of_are_no_list(
    desk: Desk, language: str, told: str, asked: bool
) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.allows_news()
    if not asked:
        await rita.presses_data("report/who:!skip")
    await rita.writes("\n".join(NAMES[:6]))
    async with desk.reading() as tx:
        assert await tx.door_lists.select() == []
    await marat.presses("I'll take it")
    marat.sees(NAMES[0], NAMES[5])


async def test_a_list_beside_the_report_of_one_person_adds_nobody_to_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports("police took my brother Ospanov Adil in Almaty")
    await rita.allows_news()
    await rita.writes("\n".join(["List:", *NAMES]))
    assert await named(desk) == NAMES
    olga.sees("Names to compare: 25")
    await marat.presses("I'll take it")
    marat.sees("1 person")


async def test_people_said_to_be_taken_somewhere_are_a_report_however_many_are_named(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took these people in Almaty:\n" + "\n".join(NAMES[:6]))
    assert marat.rang() == 1
    async with desk.reading() as tx:
        assert await tx.door_lists.select() == []


NO_LISTS = [
    "Almaty\nAstana\nShymkent\nTaraz\nAktobe\nKaraganda",
    "Hello\nI have a question\nabout documents\nfor the court\nthank you\nbye",
    "police\nmy brother\nastana\nhelp\nplease\nquick",
]


@pytest.mark.parametrize("text", NO_LISTS)
async def test_lines_that_are_no_names_are_no_list(desk: Desk, text: str) -> None:
    await desk.reports(text)
    async with desk.reading() as tx:
        assert await tx.door_lists.select() == []


async def test_a_question_behind_the_list_is_answered_and_does_not_answer_where(desk: Desk) -> None:
    rita = await desk.reports("\n".join(NAMES))
    await rita.writes("who reads this?")
    assert (await the_list(desk)).where == {}
    await rita.writes("Almaty, Medeu police station")
    assert (await the_list(desk)).place == "almaty"


async def test_nobody_but_a_coordinator_reads_it_and_it_rings_until_one_has(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports("\n".join(NAMES))
    olga.rang()
    number = (await the_list(desk)).id
    for person in (marat, rita):
        await person.presses_data(f"doorread:{number}")
        person.sees_nothing_of("List of names")
    await desk.later(minutes=16)
    assert olga.rang() == 1
    await olga.presses("Read it", "Put away")
    olga.rang()
    await desk.later(hours=12)
    assert olga.rang() == 0
