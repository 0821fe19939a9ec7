"""How much one person has to read: a report until somebody has it, and a case of fifteen days."""

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": ("police took my brother Dana Made-Up in Almaty", "he is 30", "near TSUM", "two hours ago"),
    "ru": ("полиция забрала моего брата Дана Выдуманного в Алматы", "ему 30", "возле ЦУМа", "два часа назад"),
    "kk": ("Алматыда ағамды полиция алып кетті", "оның аты Дан Ойдан", "ЦУМ жанында", "екі сағат бұрын"),
}
assert set(TOLD) == set(LANGUAGES)


async def told_and_taken(desk: Desk, language: str) -> Person:
    """Four messages in three minutes, then a lawyer takes the case."""
    marat, rita = await desk.lawyer(), desk.person(language=language)
    for text in TOLD[language]:
        await rita.writes(text)
        await desk.later(seconds=40)
    await marat.presses("I'll take it")
    await desk.later(minutes=1)
    return rita


async def fifteen_days(desk: Desk) -> Person:
    """A lawyer goes there, and then nothing is said for fifteen days, in which somebody is held."""
    marat = await desk.lawyer()
    await desk.coordinator()
    await desk.reports(TOLD["en"][0])
    await marat.presses("I'll take it")
    await desk.later(minutes=20)
    await marat.presses("On my way")
    await desk.later(minutes=30)
    await marat.presses("At the door")
    await desk.later(hours=15 * 24)
    return marat
