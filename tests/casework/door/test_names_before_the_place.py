"""Names are kept whenever they are typed: before the place of their list is known, and while something else is open."""

import pytest

from core.records.door_lists import DoorList
from handlers.door import lists
from tests.casework.story_desk import Desk

NAMES = {
    "en": "Suleimenova Zhanar\nOspanov Adil\nBekturov Olzhas (17)\nunknown woman with a child about 6",
    "ru": "1. Лобанов Кирилл\n2. Иванова Вера Петровна\n3. Оспанов Адиль",
    "kk": "Хамит Мирас\nЛобанов Кирилл\nСисенбай Ұлжан\nТөлеген Ақниет",
}
PLACE = {
    "en": "Almaty, Medeu police station, 11:20",
    "ru": "Алматы, Медеуское РУП, 11:20",
    "kk": "Алматы, Медеу полиция бөлімі, 11:20",
}


async def the_list(desk: Desk) -> DoorList:
    async with desk.reading() as tx:
        (found,) = await tx.door_lists.select()
    return found


def named(door_list: DoorList) -> list[str]:
    return [line.name for line in lists.lines_of(door_list) if line.name]


@pytest.mark.parametrize("language", NAMES)
async def test_names_typed_before_the_place_are_kept_and_the_place_is_asked_again(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    await marat.writes("/list", NAMES[language])
    kept = named(await the_list(desk))
    assert len(kept) >= 3
    say = desk.service.words.say
    marat.sees(say(language, "door-where-names", count=len(kept)))
    await marat.writes(PLACE[language])
    door_list = await the_list(desk)
    assert (named(door_list), door_list.place) == (kept, "almaty")
    marat.sees("11:20", kept[0])


async def test_names_in_several_messages_before_the_place_are_all_kept(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/list", "Ospanov Adil", "Bekturov Olzhas", PLACE["en"])
    assert named(await the_list(desk)) == ["Ospanov Adil", "Bekturov Olzhas"]


async def test_more_names_behind_a_heading_are_names_too(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", languages=("kk",))
    await marat.writes("/list", NAMES["kk"], "тағы екеуі: Жәрдем Нұргүл, Ғұмар Асан")
    assert "Жәрдем Нұргүл" in named(await the_list(desk))


async def test_a_name_is_no_place_however_often_it_is_typed(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/list", "the yard behind the shop", "Ospanov Adil")
    door_list = await the_list(desk)
    assert (door_list.where, named(door_list)) == ({}, ["Ospanov Adil"])


async def test_a_place_that_nobody_knows_stands_when_it_is_typed_again(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/list", "the yard behind the shop")
    marat.sees("I do not know this place")
    await marat.writes("the yard behind the shop", "Ospanov Adil")
    door_list = await the_list(desk)
    assert lists.door_words(door_list) == "the yard behind the shop"
    assert named(door_list) == ["Ospanov Adil"]


async def test_names_go_to_the_list_that_asked_last_and_not_to_the_call_that_is_open(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/new", "the mother of Aigerim Made-Up rings, police took her in Almaty")
    await desk.later(seconds=20)
    await olga.writes(f"/list {PLACE['en']}", "Ospanov Adil\nBekturov Olzhas")
    assert named(await the_list(desk)) == ["Ospanov Adil", "Bekturov Olzhas"]
    olga.sees("What you began before it is still open")
    async with desk.reading() as tx:
        (call,) = await tx.dialogues.by(form="call")
    assert "Ospanov" not in repr(call.answers)


async def test_a_call_that_asked_last_has_the_words_and_not_the_list(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes(f"/list {PLACE['en']}", "Ospanov Adil")
    await desk.later(minutes=1)
    await olga.writes("/new", "police took Dana Made-Up in Almaty")
    assert named(await the_list(desk)) == ["Ospanov Adil"]
    olga.sees("Dana Made-Up")


async def test_who_is_not_there_is_said_of_the_list_and_the_locked_door_of_the_visit(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    await marat.writes(f"/list {PLACE['en']}", "Ospanov Adil - they say he is not here")
    assert named(await the_list(desk)) == ["Ospanov Adil"]
    await marat.writes("the gate is locked")
    marat.sees("not let in", "Coordinators are told")
