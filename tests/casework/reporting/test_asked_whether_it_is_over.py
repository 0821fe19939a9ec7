"""Words of a release, a way or an end that are asked, or between which somebody chooses, are no news."""

import pytest

from tests.casework.reporting.test_after_closing import closed
from tests.casework.reporting.test_writer_is_not_who_is_held import HELD
from tests.casework.story_desk import Desk

ASKED = [
    ("en", "has the lawyer left or only agreed"),
    ("en", "is everyone out or are they still being kept"),
    ("ru", "адвокат выехал или только согласился"),
    ("ru", "его уже отпустили или еще держат"),
    ("ru", "закрыли, значит он дома"),
    ("kk", "адвокат жолға шықты ма әлде тек келісті ме"),
    ("kk", "оны босатты ма әлде әлі отыр ма"),
]
OF_CLOSED = [
    ("en", "it is closed so is he home"),
    ("ru", "закрыли, значит он дома"),
    ("ru", "дело закрыто, он дома?"),
    ("kk", "іс жабылды, демек ол үйде ме"),
]
TAKEN_AGAIN = [
    ("en", "they took my brother again in Almaty, what do I do"),
    ("ru", "мужа опять закрыли, что делать"),
    ("ru", "его снова забрали, что делать"),
    ("kk", "оны қайтадан қамап қойды, не істейміз"),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
async def test_what_is_asked_is_no_release_and_no_place(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer("Marat", languages=("en", "ru", "kk"))
    rita = await desk.reports(HELD[language], language=language)
    before = set(rita.screen.messages)
    await rita.writes(text)
    new = [shown for number, shown in rita.screen.messages.items() if number not in before]
    assert new
    assert not [b for shown in new for row in shown.rows for b in row if b.data.startswith("out:")]
    assert not any(text in shown.text for shown in new)


@pytest.mark.parametrize(("language", "text"), OF_CLOSED)
async def test_who_asks_about_the_end_of_a_closed_case_begins_no_report(
    desk: Desk, language: str, text: str
) -> None:
    _, olga, rita = await closed(desk)
    olga.rang()
    await rita.writes(text)
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    assert olga.rang() == 1  # they may have to answer


@pytest.mark.parametrize(("language", "text"), TAKEN_AGAIN)
async def test_who_is_taken_again_after_that_begins_one(desk: Desk, language: str, text: str) -> None:
    _, _, rita = await closed(desk)
    await rita.writes(text)
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 2
