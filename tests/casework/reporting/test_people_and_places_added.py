"""What is added later by words alone: more people, where they were taken, who is still held, who is free."""

import pytest

from core.vocabulary import CaseState
from tests.casework.story_desk import Desk

pytestmark = pytest.mark.slow

TOLD = {
    "en": (
        "police took Dana Made-Up in Almaty",
        "they took two more people, Ilyas Made-Up and Aidar Made-Up",
        "they were moved to the detention centre in Made-Up street",
        "they are still held",
        "Dana was released",
    ),
    "ru": (
        "полиция задержала Дану Выдуманную в Алматы",
        "забрали ещё двоих, Ильяса Выдуманного и Айдара Выдуманного",
        "их перевезли в изолятор на Выдуманной улице",
        "их всё ещё держат",
        "Дану отпустили",
    ),
    "kk": (
        "Алматыда Дана Ойданшығарованы полиция ұстады",
        "тағы екі адамды алып кетті, Ілияс пен Айдар Ойданшығаров",
        "оларды Ойдан көшесіндегі изоляторға апарды",
        "оларды әлі ұстап отыр",
        "Дананы босатты",
    ),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_more_people_a_transfer_still_held_and_a_release_join_the_case_by_words(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    first, more, moved, held, free = TOLD[language]
    rita = await desk.reports(first, language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    say = desk.service.words.say

    async def says(words: str) -> int:
        await desk.later(minutes=11)
        marat.rang()
        await rita.writes(words)
        marat.sees(f"«{words}»")
        return marat.rang()

    await says(more)
    case = await desk.case()
    assert (case.identified, case.unidentified_min) == (3, 0)
    assert await says(moved) == 1
    marat.sees(say(language, "fact-moved"))
    assert await says(held) == 1
    marat.sees(say(language, "fact-news"))
    assert (await desk.case()).ongoing == "yes"
    assert await says(free) == 1
    marat.sees(say(language, "fact-released"))
    case = await desk.case()
    assert (case.state, case.says_over) == (CaseState.ACCEPTED, False)  # the two others are still held
