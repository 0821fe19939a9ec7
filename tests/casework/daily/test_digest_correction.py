"""A digest is corrected by a new message that says what it corrects; the old one stays as it was."""

import pytest

from core.digest.channel_text import ChangedLine, changed_lines
from core.model import LANGUAGES
from tests.casework.daily.channels import (
    DAY,
    KAZAKH,
    RUSSIAN,
    channel,
    coordinator,
    evening,
    posts,
    say,
    texts,
)
from tests.casework.story_desk import Desk, Person

DATES = {"en": "17 September 2018", "ru": "17 сентября 2018 г.", "kk": "2018 жылғы 17 қыркүйек"}


async def posted(desk: Desk, language: str = "en") -> Person:
    """A coordinator, a detention, and the digest that has it; then it is closed as a false alarm."""
    olga = await coordinator(desk, language)
    await posts(desk)
    await desk.reports("police took a man in Almaty", confirms=True)
    await evening(desk)
    return olga


async def learns(desk: Desk, olga: Person) -> None:
    """It was in another region."""
    case = await desk.case()
    await olga.opens(case, "the family has called")
    await olga.presses_data(f"placed:{case.id}:pavlodar")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_changed_is_shown_first_and_posted_as_an_answer_to_the_old_one(
    desk: Desk, language: str
) -> None:
    olga = await posted(desk, language)
    await learns(desk, olga)
    await olga.writes("/digest")
    await olga.presses(say(desk, language, "button-reissue", date=DATES[language]))
    olga.sees(say(desk, language, "reissue-ask", date=DATES[language]))
    assert len(texts(desk)) == 1
    await olga.presses(say(desk, language, "button-reissue-yes"))
    olga.sees(say(desk, language, "reissue-done", date=DATES[language]))
    for chat in (RUSSIAN, KAZAKH):
        (old, first), (_, second) = channel(desk, chat).messages.items()
        assert second.answers == old
        assert first.text.splitlines()[0] == second.text.splitlines()[0]
    corrected = texts(desk)[1]
    assert "Исправлено. Заменяет опубликованное 17 сентября 2018 г., 20:00. Что изменилось:" in corrected
    assert (
        "· другие регионы: 1 (0 / 1+) (было: ничего)\n· ничего (было: город Алматы: 1 (0 / 1+))" in corrected
    )
    assert "Алматы" in texts(desk)[0]


@pytest.mark.slow
async def test_where_nothing_reads_otherwise_nothing_is_posted(desk: Desk) -> None:
    olga = await posted(desk)
    await olga.presses_data(f"reissue:{DAY}")
    await olga.presses_data(f"reissue:{DAY}:yes")
    assert olga.count("nothing reads otherwise now") == 2
    assert len(texts(desk)) == 1


@pytest.mark.slow
async def test_two_coordinators_at_once_post_one_correction(desk: Desk) -> None:
    olga, vera = await posted(desk), await coordinator(desk, "en", "Vera")
    await learns(desk, olga)
    await olga.presses_data(f"reissue:{DAY}:yes")
    await vera.presses_data(f"reissue:{DAY}:yes")
    vera.sees("nothing reads otherwise now")
    assert len(texts(desk)) == 2
    await vera.writes("/digest")
    vera.sees("ru 17.09 20:00 (corrected), kk 17.09 20:00 (corrected)")


@pytest.mark.slow
async def test_asking_what_would_change_changes_nothing(desk: Desk) -> None:
    olga = await posted(desk)
    await learns(desk, olga)
    async with desk.reading() as tx:
        (before,) = await tx.digests.select()
    await olga.presses_data(f"reissue:{DAY}")
    async with desk.reading() as tx:
        assert await tx.digests.select() == [before]


@pytest.mark.slow
async def test_a_correction_covers_the_hours_of_the_first(desk: Desk) -> None:
    olga = await posted(desk)
    await learns(desk, olga)
    await desk.later(hours=20)
    await desk.reports("police took a woman in Aktau", name="Vera", confirms=True)
    await olga.presses_data(f"reissue:{DAY}:yes")
    hours = [text for text in texts(desk)[1].splitlines() if text.startswith("Охватывает")]
    assert hours == [line for line in texts(desk)[0].splitlines() if line.startswith("Охватывает")]
    assert "Актау" not in texts(desk)[1]
    assert "Новые: 1 задержание" in texts(desk)[1]


@pytest.mark.slow
async def test_a_day_without_a_digest_and_no_day_at_all_are_no_ones(desk: Desk) -> None:
    olga = await posted(desk)
    for argument in (f"{DAY - 1}", "0", "9" * 19, "x", f"{DAY}:no"):
        await olga.presses_data(f"reissue:{argument}")
    assert olga.count("This is not possible any more") == 5


def test_lines_are_compared_by_table_and_by_what_they_are_of() -> None:
    was = "Title\nNew: 2\nReleased: 0\n\nBy event\n· today: 2\n\nBy report\n· today: 2\n· others: 1"
    now = "Title\nNew: 2\nReleased: 1\n\nBy event\n· today: 1\n· before: 1\n\nBy report\n· today: 2"
    assert changed_lines(was, now) == [
        ChangedLine("Released: 0", "Released: 1"),
        ChangedLine("today: 2", "today: 1"),
        ChangedLine("", "before: 1"),
        ChangedLine("others: 1", ""),
    ]
    assert changed_lines(was, was) == []
