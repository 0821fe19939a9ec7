"""What was told of how many stays, when somebody does not know who they are, or tells something of one of them."""

import pytest

from tests.casework.desk import Desk

UNKNOWN = [
    ("police took 5 people in Almaty", "en", "i don't know who they are"),
    ("police took 5 people in Almaty", "en", "I do not know them"),
    ("police took 5 people in Almaty", "en", "no"),
    ("Алматы, забрали пятерых", "ru", "не знаю имён"),
    ("Алматы, забрали пятерых", "ru", "не знаю"),
    ("Алматыда бес адамды алып кетті", "kk", "аттарын білмеймін"),
]


@pytest.mark.parametrize(("told", "language", "answer"), UNKNOWN)
async def test_who_does_not_know_the_names_takes_back_no_number(
    desk: Desk, told: str, language: str, answer: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.allows_news()
    await rita.writes(answer)
    marat.sees("5 persons")
    rita.sees(desk.service.words.say(language, "report-where", situation="other"))


async def test_where_nothing_was_told_it_stays_unknown(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police raid with arrests in Almaty")
    await rita.allows_news()
    await rita.writes("i don't know who they are")
    marat.sees("number of persons unknown")
