"""A code and words behind it in one message: from another phone, and from the report's own."""

import pytest

from core.receipt_codes import blotted, code_among_words, without_blot, words_beside
from tests.casework.story_desk import Desk, Person

HELD = "полиция задержала Дану Выдуманную в Алматы"

KNOWN = frozenset({"алма", "терезе"})


def beside(text: str) -> tuple[str, str] | None:
    """The code among these words, and the words."""
    found = code_among_words(text, KNOWN)
    return (found[0], words_beside(text, found[1])) if found is not None else None


def test_a_code_is_told_from_the_words_beside_it() -> None:
    assert beside("Алма-терезе 42: его бьют") == ("алматерезе42", "его бьют")
    assert beside("алма терезе 42\nего бьют\nсрочно") == ("алматерезе42", "его бьют\nсрочно")
    assert beside("его бьют, алма терезе 42") == ("алматерезе42", "его бьют")
    assert beside("это Дана, алма терезе 42, его бьют") == ("алматерезе42", "это Дана его бьют")
    assert beside("алма терезе 42") is None
    assert beside("Алма терезе 42!") is None
    assert beside("алма терезе 427 его бьют") is None
    assert beside("алма дверь 42 его бьют") is None


def test_a_blotted_code_leaves_the_words_as_long_and_as_odd_as_they_were() -> None:
    whole = "его бьют,\u200b алма -\u200bтерезе  42!"
    assert blotted(whole, "алма терезе 42") == "его бьют,\u200b ···· -\u200b······  ··!"
    assert blotted("его бьют", "алма терезе 42") == "его бьют"
    assert without_blot(blotted("алма терезе 42, его бьют", "алма терезе 42")) == "его бьют"
    assert without_blot("его бьют") == "его бьют"


async def coded(desk: Desk) -> tuple[Person, str]:
    """A reporter with their code."""
    dana = await desk.reports(HELD, name="Dana", language="ru")
    return dana, dana.sees("Ваш код: ").split("Ваш код: ")[1].split(".")[0]


async def said(desk: Desk) -> list[object]:
    async with desk.reading() as tx:
        return [entry.payload.get("text") for entry in await tx.entries.select()]


async def test_words_behind_a_code_reach_the_case_from_another_phone(desk: Desk) -> None:
    await desk.lawyer()
    olga = await desk.coordinator()
    _, code = await coded(desk)
    eve = desk.person("Eve", language="ru")
    await eve.writes(f"{code} его бьют срочно")
    eve.sees("Такой код есть")
    eve.sees("Добавлено")
    olga.sees("writes about this report from another phone")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1
    assert await said(desk) == [HELD, "его бьют срочно"]


async def test_in_the_reports_own_chat_they_are_its_persons_words_without_the_code(desk: Desk) -> None:
    await desk.lawyer()
    dana, code = await coded(desk)
    await dana.writes(f"{code} его бьют")
    async with desk.reading() as tx:
        (case,) = await tx.cases.select()
    assert case.priority == "urgent"
    assert await said(desk) == [HELD, "его бьют"]


async def test_words_behind_a_wrong_code_are_words_and_count_as_a_try(desk: Desk) -> None:
    await desk.lawyer()
    _, code = await coded(desk)
    words, digits = code.rsplit(" ", 1)
    eve = desk.person("Eve", language="ru")
    await eve.writes(f"{words} {109 - int(digits)} мужа забрали, Алматы")
    eve.sees("Приняли")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 2
        assert any(timer.key.startswith("tries") for timer in await tx.timers.select())


TWO = {
    "en": (
        "police took my husband Dan Madeup in Almaty",
        "in Astana they detained my neighbour Serik",
        "she rang",
    ),
    "ru": ("полиция задержала Дану Выдуманную в Алматы", "в Астане задержали соседа Серика", "она звонила"),
    "kk": ("Алматыда Дана Ойдановты полиция ұстады", "Астанада көршім Серікті ұстап кетті", "ол звондады"),
}
CODE = {"en": "Your code: ", "ru": "Ваш код: ", "kk": "Кодыңыз: "}


@pytest.mark.parametrize("language", TWO)
async def test_of_two_own_reports_the_code_before_the_words_says_of_which_they_are(
    desk: Desk, language: str
) -> None:
    await desk.lawyer(cities=("almaty", "astana"))
    first, second, more = TWO[language]
    rita = await desk.reports(first, language=language)
    code = rita.sees(CODE[language]).split(CODE[language])[1].split(".")[0]
    await rita.writes(second)
    await rita.writes(f"{code}: {more}")
    async with desk.reading() as tx:
        reports = await tx.reports.select()
        told = {
            report.id: [e.payload.get("text") for e in await tx.entries.by(report_id=report.id)]
            for report in reports
        }
    assert list(told.values()) == [[first, more], [second]]
