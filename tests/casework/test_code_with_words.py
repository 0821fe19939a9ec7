"""A code and words behind it in one message: from another phone, and from the report's own."""

from bot.core.receipt_codes import leading_code
from tests.casework.desk import Desk, Person

HELD = "полиция задержала Дану Выдуманную в Алматы"

KNOWN = frozenset({"алма", "терезе"})


def test_a_code_at_the_beginning_is_told_from_the_words_behind_it() -> None:
    assert leading_code("Алма-терезе 42: его бьют", KNOWN) == ("алматерезе42", "его бьют")
    assert leading_code("алма терезе 42\nего бьют\nсрочно", KNOWN) == ("алматерезе42", "его бьют\nсрочно")
    assert leading_code("алма терезе 42", KNOWN) is None
    assert leading_code("алма терезе 427 его бьют", KNOWN) is None
    assert leading_code("алма дверь 42 его бьют", KNOWN) is None
    assert leading_code("его бьют алма терезе 42", KNOWN) is None


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
    eve.sees("Принято")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 2
        assert any(timer.key.startswith("tries") for timer in await tx.timers.select())
