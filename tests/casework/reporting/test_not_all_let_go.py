"""What was told as over is not over: somebody was not let go, or has not come out. Lawyers are asked at once."""

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.vocabulary import DialogueState
from tests.casework.story_desk import Desk

OVER = {
    "en": "yesterday five of us were taken at the square in Almaty and let go after three hours",
    "ru": "вчера в Алматы на площади задержали пятерых из нас и отпустили через три часа",
    "kk": "кеше Алматыда бесеуімізді ұстады, бәрімізді босатты",
}
NOT_LET_GO = {
    "en": [
        "one of us was not let go, he is 17",
        "they did not let one of us go, he is 17",
        "they kept one of us, 17 years old",
    ],
    "ru": ["одного не отпустили, ему 17 лет", "один из нас не вышел, ему 17 лет"],
    "kk": ["біреуін жібермеді, ол 17 жаста", "біреуіміз шықпады, ол 17 жаста"],
}
NOT_OUT = {
    "en": ["they deny it, but he has not come out", "they say they don't have him, but he didn't come out"],
    "ru": ["они отрицают, но он не вышел", "говорят, что его там нет, но он так и не вышел"],
    "kk": ["жоқ дейді, бірақ ол шыққан жоқ", "мойындамайды, бірақ ол шықпады"],
}


def each(told: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language in LANGUAGES for text in told[language]]


@pytest.mark.parametrize("form", [True, False])
@pytest.mark.parametrize(("language", "text"), each(NOT_LET_GO))
async def test_one_who_was_not_let_go_makes_an_emergency_of_a_record_that_was_over(
    desk: Desk, language: str, text: str, form: bool
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(OVER[language], language=language)
    assert (marat.rang(), (await desk.case()).alerting) == (0, False)
    if not form:
        async with desk.writing() as tx:
            for dialogue in await tx.dialogues.select():
                tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED))
    await rita.writes(text)
    case = await desk.case()
    assert (marat.rang(), case.alerting, case.priority) == (1, True, "urgent")
    assert case.situation == "other"  # "one of us" is not the writer


@pytest.mark.parametrize(("language", "text"), each(NOT_OUT))
async def test_a_denial_by_the_station_takes_no_ring_back(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(OVER[language], language=language)
    await rita.writes(text)
    assert marat.rang() == 1
    assert (await desk.case()).alerting


@pytest.mark.parametrize(("language", "text"), [*each(NOT_LET_GO), *each(NOT_OUT)])
async def test_after_the_case_was_closed_it_begins_a_report(desk: Desk, language: str, text: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(languages=(language,))
    rita = await desk.reports(OVER[language], language=language)
    closed = await desk.case()
    await olga.opens(closed)
    await olga.presses("Released", "Released")
    if (await desk.case()).state != "closed":  # five people were told of
        await olga.presses("All are out: close")
    assert (await desk.case()).state == "closed"
    olga.rang(), marat.rang()
    await rita.writes(text)
    assert marat.rang() == 1
    assert ((await desk.case()).alerting, (await desk.case()).city) == (True, "almaty")
    assert (await desk.case()).identified + (await desk.case()).unidentified_min <= 1  # not all five
    assert "over" not in {(await desk.case()).situation} or (await desk.case()).id == closed.id


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it was in Almaty, near the fountain"),
        ("ru", "это было у фонтана"),
        ("kk", "фонтанның қасында болды"),
    ],
)
async def test_what_else_is_told_of_it_wakes_nobody(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(OVER[language], language=language)
    await rita.writes(text)
    assert (marat.rang(), (await desk.case()).alerting) == (0, False)
