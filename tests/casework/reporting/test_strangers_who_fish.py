"""Who asks by a name, a code or for a lawyer what we know has reported nothing: no lawyer is rung, a coordinator reads it,
and the answer is the same whether we know or not. Real words of an arrest ring.
"""

import pytest

from tests.casework.story_desk import Desk

FISHES = {
    "en": (
        "Was Askar Inventov arrested in Almaty?",
        "Is it true that Askar Inventov was detained in Almaty?",
        "is Askar Inventov with you?",
        "who is the lawyer of Askar Inventov?",
        "code 123-456, what about it?",
    ),
    "ru": (
        "Алматы, Аскара Инвентова задержали?",
        "Правда, что в Алматы забрали Аскара Инвентова?",
        "а такого-то задержали?",
        "кто адвокат у Аскара Инвентова?",
        "по делу 123-456 что известно?",
    ),
    "kk": (
        "Алматыда Асқар Инвентовты ұстап кетті ме?",
        "Асқар Инвентовты Алматыда ұстағаны рас па?",
        "Асқар Инвентов сіздерде ме?",
        "Инвентовтың адвокаты кім?",
        "123-456 ісі туралы не белгілі?",
    ),
}
REAL = [
    ("en", "police took Askar Inventov in Almaty, who is his lawyer?"),
    ("en", "why are the police taking Askar Inventov away in Almaty?"),
    ("en", "was my brother Askar Inventov arrested in Almaty?"),
    ("ru", "задержали Аскара Инвентова в Алматы, кто его адвокат?"),
    ("kk", "Алматыда Асқар Инвентовты ұстап кетті, адвокаты кім?"),
]
KNOWN = "police took Askar Inventov in Almaty"


@pytest.mark.parametrize("language", FISHES)
async def test_no_lawyer_is_rung_and_no_case_begins(desk: Desk, language: str) -> None:
    marat, _ = await desk.lawyer(), await desk.coordinator()
    for text in FISHES[language]:
        await desk.reports(text, language=language)
        await desk.later(minutes=5)
    assert marat.rang() == 0
    async with desk.reading() as tx:
        assert await tx.cases.select() == []


@pytest.mark.parametrize("language", FISHES)
async def test_who_asks_whether_somebody_was_taken_is_read_by_a_coordinator_within_a_minute(
    desk: Desk, language: str
) -> None:
    await desk.lawyer()
    olga = await desk.coordinator()
    for text in FISHES[language][:2]:
        olga.rang()
        await desk.reports(text, language=language)
        await desk.later(minutes=1, seconds=5)
        olga.sees("⚠️")
    await desk.later(minutes=10)
    assert olga.count("⚠️") == 1  # one card


@pytest.mark.parametrize("language", FISHES)
@pytest.mark.parametrize("at", range(5))
async def test_the_answer_is_the_same_whether_we_know_of_them_or_not(
    desk: Desk, language: str, at: int
) -> None:
    await desk.lawyer()
    stranger = await desk.reports(FISHES[language][at], language=language)
    await desk.later(minutes=30)
    unknown = stranger.screen.texts()
    await desk.reports(KNOWN, name="Wife")
    again = await desk.reports(FISHES[language][at], name="Fisher", language=language)
    await desk.later(minutes=30)
    assert again.screen.texts() == unknown


@pytest.mark.parametrize(("language", "text"), REAL)
async def test_real_words_of_an_arrest_ring(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 1
