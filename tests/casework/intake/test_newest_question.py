"""Two questions are open in one chat: the newest takes the words, and the older one waits."""

import pytest

from core.model import LANGUAGES
from core.records.door_lists import DoorList
from tests.casework.story_desk import Desk, Person

DOORS = {
    "en": "Almaty, Medeu police station",
    "ru": "Алматы, Медеуское РУП",
    "kk": "Алматы, Медеу полиция бөлімі",
}
NAMES = "1. Ахметов Ерлан, 1990\n2. Смагулов Бекзат"
CALL = {
    "en": "Police took Dana Made-Up in Almaty an hour ago, her sister rings",
    "ru": "В Алматы час назад полиция задержала Дану Выдуманную, звонит сестра",
    "kk": "Алматыда бір сағат бұрын полиция Дана Ойданованы ұстап әкетті, әпкесі хабарлады",
}


async def told_by_phone(desk: Desk) -> str:
    """All that stands in the form of the call."""
    async with desk.reading() as tx:
        return str([d.answers for d in await tx.dialogues.select()]) + str(
            [entry.payload for entry in await tx.entries.select()]
        )


async def listed(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        lists: list[DoorList] = await tx.door_lists.select()
    return [line["name"] for door_list in lists for line in door_list.lines]


async def begins(desk: Desk, language: str, *commands: str) -> Person:
    """A coordinator who writes these, some seconds apart."""
    olga = await desk.coordinator(languages=(language,))
    for command in commands:
        await desk.later(seconds=5)
        await olga.writes(command)
    return olga


@pytest.mark.parametrize("language", LANGUAGES)
async def test_names_for_the_list_never_go_into_a_callers_form(desk: Desk, language: str) -> None:
    olga = await begins(desk, language, "/new", f"/list {DOORS[language]}", NAMES)
    assert len(await listed(desk)) == 2
    assert "Ерлан" not in await told_by_phone(desk)
    await desk.later(seconds=5)
    await olga.writes("3. Иванов Сергей")  # also what comes in a second message
    assert len(await listed(desk)) == 3
    assert "Сергей" not in await told_by_phone(desk)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_the_list_is_put_away_words_go_into_the_form_again(desk: Desk, language: str) -> None:
    olga = await begins(desk, language, "/new", f"/list {DOORS[language]}", NAMES)
    await olga.presses(desk.service.words.say(language, "button-door-drop"))
    await olga.writes(CALL[language])
    assert len(await listed(desk)) == 2
    assert CALL[language][:12] in await told_by_phone(desk)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_call_that_comes_while_a_list_is_open_is_written_into_its_form(
    desk: Desk, language: str
) -> None:
    await begins(desk, language, f"/list {DOORS[language]}", NAMES, "/new", CALL[language])
    assert len(await listed(desk)) == 2
    assert CALL[language][:12] in await told_by_phone(desk)
