"""A name that looks as if it stood in a case of the grammar is asked about, and never printed silently."""

import pytest

from core.model import LANGUAGES
from core.records.papers import PaperState
from tests.casework.papers.test_papers import has, page, papers
from tests.casework.story_desk import Desk

OBLIQUE = {
    "ru": ("полиция задержала Дану Выдуманову в Алматы", "Дану Выдуманову", "Дана Выдуманова"),
    "kk": ("Алматыда полиция Тимур Ойдановты ұстады", "Тимур Ойдановты", "Тимур Ойданов"),
    "en": ("police took Тимура Придуманова in Almaty", "Тимура Придуманова", "Тимур Придуманов"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_asked_about_and_stands_as_somebody_has_meant_it(desk: Desk, language: str) -> None:
    words, told, meant = OBLIQUE[language]
    say = desk.service.words.say
    marat = await has(desk, words, language)
    paper = await page(desk, marat)
    marat.sees(say(language, "papers-oblique", name=told))
    await marat.presses_data(f"paper:{paper.id}:make")
    assert (await papers(desk))[-1].state is PaperState.DRAFT
    await marat.presses(meant)
    marat.sees_nothing_of(say(language, "papers-oblique", name=told))
    await marat.presses(say(language, "button-papers-make").removeprefix("✅ "))
    made = (await papers(desk))[-1]
    assert made.state is PaperState.MADE
    assert made.facts["dossier"]["person"]["name"]["="] == meant


async def test_who_knows_that_it_is_right_says_so_once(desk: Desk) -> None:
    marat = await has(desk, OBLIQUE["ru"][0])
    await page(desk, marat)
    await marat.presses("Right as it stands", "Make")
    assert (await papers(desk))[-1].facts["dossier"]["person"]["name"]["="] == "Дану Выдуманову"


async def test_a_name_typed_for_the_paper_is_an_answer_too(desk: Desk) -> None:
    marat = await has(desk, OBLIQUE["ru"][0])
    paper = await page(desk, marat)
    await marat.presses_data(f"paper:{paper.id}:fix-0")
    await marat.writes("Дана Ойдан")
    await marat.presses("Make")
    assert (await papers(desk))[-1].facts["dossier"]["person"]["name"]["="] == "Дана Ойдан"
