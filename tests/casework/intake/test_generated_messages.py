"""What holds for every message, tried on messages made by chance: a sentence added never removes a ring, what was written is
kept, and it is answered.
"""

import random
from itertools import product

import pytest

from core.model import LANGUAGES
from core.vocabulary import ReportState
from tests.casework.story_desk import Desk

ALARMS = {
    "en": (
        "police took my brother in Almaty",
        "they are not letting us out of the office in Astana",
        "my mother was detained in Shymkent an hour ago",
        "they are breaking my door",
        "my son went to the police in the morning and has not come out",
    ),
    "ru": (
        "полиция забрала брата в Алматы",
        "нас не выпускают из офиса в Астане",
        "маму задержали в Шымкенте час назад",
        "ломают дверь",
        "сын ушёл утром в полицию и не вышел",
    ),
    "kk": (
        "Алматыда ағамды полиция алып кетті",
        "Астанада бізді кеңседен шығармай жатыр",
        "Шымкентте анамды бір сағат бұрын ұстады",
        "есігімізді бұзып жатыр",
        "балам таңертең полицияға кетті, әлі шықпады",
    ),
}
ADDED = {
    "en": (
        "please help",
        "who will come?",
        "is it safe to write here?",
        "nobody else was detained",
        "my sister says it is a mistake",
        "if you can, ring me",
        "yesterday he was released and went home",
        "the weather is bad",
        "thank you",
        "like in a film",
    ),
    "ru": (
        "пожалуйста помогите",
        "кто приедет?",
        "сюда безопасно писать?",
        "больше никого не задержали",
        "сестра говорит что это ошибка",
        "если можете, позвоните",
        "вчера его отпустили и он пришёл домой",
        "погода плохая",
        "спасибо",
        "как в кино",
    ),
    "kk": (
        "өтінемін, көмектесіңіздер",
        "кім келеді?",
        "осында жазу қауіпсіз бе?",
        "басқа ешкімді ұстаған жоқ",
        "әпкем бұл қате дейді",
        "мүмкін болса, қоңырау шалыңыздар",
        "кеше оны босатқан, үйге келген",
        "ауа райы нашар",
        "рахмет",
        "кинодағыдай",
    ),
}
NOBODY, COORDINATORS, LAWYERS = range(3)


async def rung_by(desk: Desk, text: str, language: str) -> int:
    """Who was rung by a first message of somebody new."""
    person = desk.person(name=text, language=language)
    await person.writes(text)
    await desk.later(minutes=3)
    address = await desk.address(person)
    async with desk.reading() as tx:
        reports = await tx.reports.by(address_id=address.id)
        cases = [await tx.cases.get(report.case_id) for report in reports if report.case_id is not None]
        shown = [await tx.draft_lines.by(report_id=report.id) for report in reports]
        kept = [
            str(entry.payload.get("text", ""))
            for report in reports
            for entry in await tx.entries.by(report_id=report.id)
        ]
        waiting = any(report.state is not ReportState.ASIDE for report in reports) and any(shown)
    assert text in kept
    assert person.screen.came > 0
    if any(case is not None and case.alerting for case in cases):
        return LAWYERS
    return COORDINATORS if cases or waiting else NOBODY


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_sentence_added_never_removes_a_ring(desk: Desk, language: str) -> None:
    await desk.coordinator()
    for city in ("almaty", "astana", "shymkent"):
        await desk.lawyer(f"Marat of {city}", cities=(city,), languages=(language,))
    chance = random.Random(33)
    pairs = list(product(ALARMS[language], ADDED[language]))
    alone = {text: await rung_by(desk, text, language) for text in ALARMS[language]}
    fewer = []
    for alarm, added in pairs:
        whole = f"{alarm}. {added}" if chance.random() < 0.5 else f"{added}. {alarm}"
        rung = await rung_by(desk, whole, language)
        if rung < alone[alarm]:
            fewer.append((whole, rung, alone[alarm]))
    assert fewer == []
    assert min(alone.values()) >= COORDINATORS
