"""Who says that it was a slip is believed: another number, name or city. What was said first stays in the case."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

NUMBERS = [
    ("ru", "в Алматы забрали троих ребят", "нет не троих а четверых", 3, 4),
    ("ru", "в Алматы забрали троих ребят", "точнее двоих, третий убежал", 3, 2),
    ("ru", "Алматы, скрутили четверых", "ошиблась, их шестеро", 4, 6),
    ("ru", "Алматы, задержали пятерых", "уже семь человек", 5, 7),
    ("en", "police took 3 people in Almaty", "sorry not 3, 5 of them", 3, 5),
    ("en", "police took three students in Almaty", "no wait four not three", 3, 4),
    ("en", "6 people detained in Almaty", "make that 8", 6, 8),
    ("en", "three people arrested in Almaty", "now five", 3, 5),
    ("en", "they took four guys in Almaty", "oops, 2 guys not 4", 4, 2),
    ("kk", "Алматыда үш жігітті полиция алып кетті", "жоқ үшеу емес төртеу", 3, 4),
    ("kk", "Алматыда төрт адамды алып кетті", "қателестім алтау екен", 4, 6),
    ("kk", "Алматыда 6 адамды ұстады", "қазір сегіз болды", 6, 8),
]
STAYS = [
    ("ru", "в Алматы забрали троих", "его не пустили, ждём уже 5 часов"),
    ("ru", "в Алматы забрали троих", "я уже 5 раз звонила"),
    ("ru", "в Алматы забрали троих", "уже пять полицейских приехало"),
    ("en", "police took 3 people in Almaty", "now two men are watching us"),
    ("en", "police took 3 people in Almaty", "actually 5 hours ago"),
    ("kk", "Алматыда үш адамды алып кетті", "қазір сағат бес"),
    ("ru", "в Алматы забрали троих", "трое, не пятеро"),
    ("ru", "в Алматы забрали троих", "не трое суток а пять дали"),
    ("en", "police took 3 people in Almaty", "now 2 of them are in hospital"),
    ("en", "police took two boys and a girl in Almaty", "not a girl, a woman"),
    ("kk", "Алматыда үш адамды алып кетті", "үшеуі де студент емес"),
]
NAMES = [
    ("ru", "Шымкент, полиция увезла Айгуль Придуманову", "ой не Айгуль а Айнур", "Айнур Придуманову"),
    ("ru", "Астана, забрали Нурлана Придуманова", "его зовут Ерлан, не Нурлан", "Ерлан Придуманова"),
    ("ru", "Шымкент, забрали Ержана Касымова", "фамилия не Касымов а Сапаров", "Ержана Сапаров"),
    ("en", "Aigul Pridumanova was arrested in Almaty", "oops not Aigul, Ainur", "Ainur Pridumanova"),
    ("en", "Nurgul Pridumanova was detained in Almaty", "its spelled Nurgool", "Nurgool Pridumanova"),
    ("kk", "Шымкентте Айгүл Придуманованы алып кетті", "ой Айгүл емес Айнұр", "Айнұр Придуманованы"),
]
PLACES = [
    ("ru", "брата забрали в Алматы", "не в Алматы, в Астане"),
    ("ru", "брата забрали в Алматы", "это Астана а не Алматы"),
    ("en", "my brother was detained in Almaty", "not in Almaty, in Astana"),
    ("kk", "ағамды Алматыда ұстап кетті", "Алматы емес Астанада"),
    ("kk", "ағамды Алматыда ұстап кетті", "Алматы емес Астанада ұстап кетті"),
]
ELSEWHERE = [
    ("ru", "брата задержали в Алматы", "он не в Алматы живёт, он из Астаны приехал"),
    ("ru", "брата задержали в Алматы", "мама в Астане, не в Алматы"),
    ("en", "my brother was detained in Almaty", "he lives in Astana, not in Almaty"),
    ("kk", "інімді Алматыда ұстады", "ол Алматыда тұрмайды Астанадан келген"),
]
BESIDE = [
    ("ru", "в Алматы забрали парня", "и девушку с ним тоже", 2),
    ("ru", "в Алматы забрали брата", "и двух его друзей", 3),
    ("ru", "в Алматы забрали парня", "и ещё девушку одну", 2),
    ("en", "police took my brother in Almaty", "and his girlfriend too", 2),
    ("en", "police took Dana Made-Up in Almaty", "and her husband Marat as well", 2),
    ("kk", "Алматыда бір жігітті алып кетті", "қасындағы қызды да", 2),
    ("kk", "Алматыда інімді алып кетті", "және екі досын", 3),
    ("ru", "Алматы, забрали Сауле Придуманову", "и её брата Марата", 2),
    ("ru", "Алматы, забрали Сауле Придуманову", "ещё Марат Выдуманов с ней", 2),
    ("kk", "Алматыда Сәуле Придуманованы алып кетті", "Марат деген ағасын да", 2),
]
SPOKEN = [("ru", "да, брата"), ("kk", "мен әкесімін"), ("en", "and he is my brother, he is ill")]


@pytest.mark.parametrize(("language", "told", "text", "first", "count"), NUMBERS)
async def test_a_number_is_put_right_and_the_case_keeps_both(
    desk: Desk, language: str, told: str, text: str, first: int, count: int
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    marat.sees(f"{first} persons")
    await rita.writes(text)
    marat.sees(f"{count} persons")
    async with desk.reading() as tx:
        said = (await view_of(tx, await desk.case())).history("count")
    assert [getattr(fact.value, "count", None) for fact in said] == [first, count]


@pytest.mark.parametrize(("language", "told", "text"), STAYS)
async def test_what_else_is_counted_puts_no_number_right(
    desk: Desk, language: str, told: str, text: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.writes(text)
    marat.sees("3 persons")


@pytest.mark.parametrize(("language", "told", "text", "name"), NAMES)
async def test_a_name_is_put_right_and_the_case_keeps_both(
    desk: Desk, language: str, told: str, text: str, name: str
) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(text)
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    (person,) = view.persons
    assert person.names == (name,)
    assert len(view.history("name", person.id)) == 2


@pytest.mark.parametrize(("language", "told", "text"), PLACES)
async def test_a_city_that_is_denied_is_not_where_it_is(
    desk: Desk, language: str, told: str, text: str
) -> None:
    aida = await desk.lawyer("Aida", cities=("astana",))
    rita = await desk.reports(told, language=language)
    aida.rang()
    await rita.writes(text)
    async with desk.reading() as tx:
        assert [case.city for case in await tx.cases.select()] == ["astana"]
        said = (await view_of(tx, await desk.case())).history("place")
    assert [getattr(fact.value, "city", None) for fact in said] == ["almaty", "astana"]
    assert aida.rang() == 1


@pytest.mark.parametrize(("language", "told", "text"), ELSEWHERE)
async def test_where_somebody_lives_or_a_relative_is_moves_no_case(
    desk: Desk, language: str, told: str, text: str
) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(text)
    assert (await desk.case(0)).city == "almaty"


@pytest.mark.parametrize(
    ("language", "told", "text"),
    [
        ("en", "my son was taken in Almaty", "not my son, my nephew sorry"),
        ("ru", "сына забрали в Алматы", "ой не сына а мужа"),
        ("kk", "Алматыда інімді ұстады", "інім емес ағам"),
    ],
)
async def test_another_relative_in_place_of_one_is_still_one(
    desk: Desk, language: str, told: str, text: str
) -> None:
    rita = await desk.reports(told, language=language)
    await rita.writes(text)
    case = await desk.case()
    assert (case.identified, case.unidentified_min) == (0, 1)


@pytest.mark.parametrize(("language", "told", "text", "count"), BESIDE)
async def test_who_is_named_behind_and_comes_to_those_who_are_known(
    desk: Desk, language: str, told: str, text: str, count: int
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.writes(text)
    marat.sees(f"{count} persons")


@pytest.mark.parametrize(("language", "text"), SPOKEN)
async def test_who_says_yes_or_i_adds_nobody(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took my brother in Almaty", language=language)
    await rita.writes(text)
    case = await desk.case()
    assert case.identified + case.unidentified_min == 1
