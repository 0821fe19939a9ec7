"""What was told of how many stays, when somebody does not know who they are, or tells something of one of them."""

import pytest

from tests.casework.story_desk import Desk

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


MORE = [
    ("en", "police took two people in Almaty", "and two more", 4),
    ("en", "police took a man in Almaty", "two more people were taken", 3),
    ("ru", "Алматы, забрали пятерых", "и ещё двоих", 7),
    ("ru", "полиция задержала Дану Выдуманную в Алматы", "забрали ещё троих", 4),
    ("ru", "Алматы, забрали двоих", "с ними ещё двое", 4),
    ("ru", "Алматы, забрали двоих", "ещё одного забрали", 3),
    ("en", "police took two people in Almaty", "they took one more", 3),
    ("kk", "Алматыда екі адамды алып кетті", "тағы біреуін ұстады", 3),
    ("ru", "Алматы, забрали двоих", "ещё двоих его друзей тоже", 4),
    ("kk", "Алматыда бес адамды алып кетті", "тағы екеуін", 7),
    ("ru", "в Алматы забрали моего брата", "его друга тоже забрали", 2),
    ("ru", "в Алматы забрали Ермека Придуманова", "его жену потом тоже забрали", 2),
    ("ru", "в Алматы забрали Ермека Придуманова", "и Асхата Выдуманова тоже", 2),
    ("en", "police took my brother in Almaty", "they took his friend too", 2),
    ("en", "police took two people in Almaty", "they also took his wife", 3),
    ("kk", "Алматыда інімді полиция алып кетті", "досын да алып кетті", 2),
    ("kk", "Алматыда екі адамды алып кетті", "тағы екі адамды ұстады", 4),
    ("ru", "в алматы задержали парня", "еще одного только что забрали", 2),
    ("en", "police took a man in Almaty", "another one just got arrested", 2),
    ("ru", "в алматы забрали одного парня", "теперь и второго", 2),
    ("ru", "Алматы, забрали двоих", "и третьего тоже забрали", 3),
    ("en", "police took two people in Almaty", "and now the third one too", 3),
    ("en", "police took my brother in Almaty", "now another one too", 2),
    ("kk", "Алматыда бір жігітті ұстады", "екіншісін де алып кетті", 2),
    ("ru", "алматы забрали 2х", "3х", 3),
    ("ru", "алматы забрали 2х", "уже 4х", 4),
    ("en", "almaty police are taking people", "like three so far", 3),
    ("en", "police arrested several people in almaty", "maybe four so far", 4),
    ("ru", "в Алматы забирают людей", "пока троих", 3),
]
KEPT_OUT = [
    ("ru", "в алматы забрали", "адвоката не пускают"),
    ("ru", "в алматы забрали", "не пускают адвоката"),
    ("kk", "алматыда ұстап кетті", "адвокатты кіргізбей жатыр"),
    ("en", "arrested in almaty", "they dont let the lawyer in"),
]
NO_MORE = [
    ("en", "police took 5 people in Almaty", "two more policemen came"),
    ("en", "police took 5 people in Almaty", "we need two more lawyers"),
    ("ru", "Алматы, забрали пятерых", "подъехали ещё двое"),
    ("ru", "Алматы, забрали пятерых", "жду ещё два часа"),
    ("kk", "Алматыда бес адамды алып кетті", "тағы екі сағат күтемін"),
    ("ru", "Алматы, забрали пятерых", "моя сестра тоже юрист"),
    ("ru", "Алматы, забрали пятерых", "его маму тоже вызвали"),
    ("en", "police took 5 people in Almaty", "his brother is here too"),
    ("kk", "Алматыда бес адамды алып кетті", "досы да осында"),
    ("ru", "Алматы, забрали пятерых", "второй раз уже забрали"),
    ("ru", "Алматы, забрали пятерых", "ещё один телефон только что забрали"),
    ("ru", "Алматы, забрали пятерых", "забрали шестого"),  # it may be a day
    ("ru", "Алматы, забрали пятерых", "уже 6 утра"),
]


@pytest.mark.parametrize(("language", "told", "text", "count"), MORE)
async def test_so_many_more_come_to_those_who_are_known(
    desk: Desk, language: str, told: str, text: str, count: int
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.allows_news()
    await rita.writes(text)
    marat.sees(f"{count} persons")
    await marat.presses("I'll take it")
    marat.sees(f"{count} persons", text)


@pytest.mark.parametrize(("language", "told", "text"), NO_MORE)
async def test_whoever_else_is_counted_is_not_held(desk: Desk, language: str, told: str, text: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.allows_news()
    await rita.writes(text)
    marat.sees("5 persons")


@pytest.mark.parametrize(("language", "told", "text"), KEPT_OUT)
async def test_a_lawyer_who_is_not_let_in_is_nobody_who_is_held(
    desk: Desk, language: str, told: str, text: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.allows_news()
    await rita.writes(text)
    marat.sees("number of persons unknown")


async def test_too_behind_a_release_adds_nobody(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("в алматы забрали мужа и сына", language="ru")
    await rita.writes("сына отпустили", "мужа тоже")
    marat.sees("1 person")
    await rita.writes("и мужа тоже", "теперь и второго")
    marat.sees("1 person")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("алматы маму вывели под руки двое", "1 person"),
        ("в алматы сына увели из дома двое", "1 person"),
        ("в алматы забрали маму и двоих детей", "3 persons"),
        ("алматы забрали двоих", "2 persons"),
        ("police took 5 people in almaty, sorry 4 people", "4 persons"),
        ("в алматы забрали 5 человек, точнее 6 человек", "6 persons"),
        ("sorry, 5 people were taken in almaty", "5 persons"),
    ],
)
async def test_two_who_take_somebody_and_a_number_put_right_are_not_held(
    desk: Desk, text: str, count: str
) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language="ru")
    marat.sees(count)


async def test_of_those_let_go_two_more_are_two(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("в Алматы забрали девять человек", language="ru")
    await rita.writes("двоих отпустили", "отпустили ещё двоих")
    marat.sees("5 persons")
