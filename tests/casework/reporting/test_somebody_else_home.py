"""Somebody else came home: of whoever is held, nothing is over."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.later import speaks_of_other_kin
from tests.casework.story_desk import Desk

OTHERS = [
    ("en", "police took my dad in almaty", "mom is home now"),
    ("ru", "Алматы, мужа забрали", "свекровь отпустили"),
    ("kk", "Алматыда ағамды ұстады", "анам үйге келді"),
]
THEIRS = [
    ("en", "police took my dad in almaty", "dad is home now"),
    ("ru", "Алматы, мужа забрали", "мама говорит его отпустили"),
    ("kk", "Алматыда ағамды ұстады", "ағам үйге келді"),
]


@pytest.mark.parametrize(("language", "held", "home"), OTHERS)
async def test_a_woman_who_came_home_is_not_the_man_who_was_taken(
    desk: Desk, language: str, held: str, home: str
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    dana = desk.person(language=language)
    await dana.writes(held)
    await dana.writes(home)
    async with desk.reading() as tx:
        (case,) = await tx.cases.select()
    assert (case.says_over, case.ongoing) == (False, "unknown")
    assert olga.count("says that it is over") == 0
    await marat.presses("I'll take it")
    marat.sees(home)


@pytest.mark.parametrize(("language", "held", "home"), OTHERS)
async def test_nor_does_whoever_has_the_case_hear_of_a_release(
    desk: Desk, language: str, held: str, home: str
) -> None:
    marat = await desk.lawyer()
    dana = desk.person(language=language)
    await dana.writes(held)
    await marat.presses("I'll take it")
    await dana.writes(home)
    assert marat.count("released") == 0


@pytest.mark.parametrize(("language", "held", "home"), THEIRS)
async def test_who_was_taken_is_over_when_they_are_home(
    desk: Desk, language: str, held: str, home: str
) -> None:
    await desk.lawyer()
    dana = desk.person(language=language)
    await dana.writes(held)
    await dana.tells_all_out(home)
    async with desk.reading() as tx:
        (case,) = await tx.cases.select()
    assert case.says_over


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("mom and dad are home", "police took my dad"),
        ("мама и папа дома", "забрали папу и маму"),
        ("mom is home", "police took somebody"),
        ("mom says he is home", "police took my dad"),
    ],
)
def test_where_both_are_named_or_nobody_was_it_may_be_the_same(now: str, before: str) -> None:
    assert not speaks_of_other_kin(now, before, load_heard())
