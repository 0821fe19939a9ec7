"""The city that the words put in the place of another is the case's, and its lawyers are rung; where only the writer is,
nothing happened.
"""

import pytest

from tests.casework.story_desk import Desk

AT_ONCE = [
    ("en", "my brother was detained in Almaty, no I mean Astana!"),
    ("en", "they arrested my uncle in Almaty. sorry, in Astana"),
    ("en", "police took two students in almaty no wait astana"),
    ("ru", "брата задержали в Алматы, ой нет, в Астане!"),
    ("ru", "в Алматы увезли отца, точнее в Астане"),
    ("ru", "задержали подругу в алматы, ошиблась, в астане"),
    ("kk", "ағамды Алматыда ұстады, жоқ, Астанада деймін"),
    ("kk", "інімді Алматыда алып кетті, қателестім, Астанада"),
]
LATER = [
    ("en", "no, I mean Astana"),
    ("ru", "нет, я имею в виду Астана!"),
    ("ru", "нет, Астана"),
    ("kk", "жоқ, Астанада дегім келді"),
]
STAYS = [
    ("en", "police took my sister in Almaty, no, his mother lives in Astana"),
    ("en", "my brother was detained in Almaty, no lawyer here, our lawyer is in Astana"),
    ("ru", "в Алматы задержали брата, нет, мама в Астане"),
    ("ru", "брата задержали в Алматы, не в Астане"),
    ("kk", "ағамды Алматыда ұстады, Астанада емес"),
]
ABROAD = [
    ("en", "I live in Germany, my sister was detained this morning"),
    ("en", "I am in Turkey now, they arrested my dad at home"),
    ("ru", "я в Германии, папу забрали"),
    ("ru", "живу в Польше мою сестру задержали сегодня"),
    ("kk", "мен Германиядамын, ағамды полиция ұстап кетті"),
]
OUTSIDE = [
    ("en", "my brother was arrested in Germany", "he is in Astana"),
    ("ru", "брата задержали в Германии", "ой, это в Астане"),
    ("kk", "ағамды Германияда ұстады", "Астанада екен"),
]


@pytest.mark.parametrize(("language", "text"), AT_ONCE)
async def test_the_city_put_right_in_the_same_message_rings_its_lawyers_alone(
    desk: Desk, language: str, text: str
) -> None:
    marat, aida = await desk.lawyer("Marat"), await desk.lawyer("Aida", cities=("astana",))
    await desk.reports(text, language=language)
    assert (await desk.case()).city == "astana"
    assert (marat.rang(), aida.rang()) == (0, 1)


@pytest.mark.parametrize(("language", "text"), LATER)
async def test_a_no_and_another_city_put_the_known_one_right(desk: Desk, language: str, text: str) -> None:
    aida = await desk.lawyer("Aida", cities=("astana",))
    rita = await desk.reports("police took my brother in Almaty", language=language)
    aida.rang()
    await rita.writes(text)
    assert ((await desk.case()).city, aida.rang()) == ("astana", 1)


@pytest.mark.parametrize(("language", "text"), STAYS)
async def test_a_city_of_others_or_denied_puts_nothing_right(desk: Desk, language: str, text: str) -> None:
    await desk.reports(text, language=language)
    assert (await desk.case()).city == "almaty"


@pytest.mark.parametrize(("language", "text"), ABROAD)
async def test_where_only_the_writer_is_no_case_is_and_the_city_that_follows_counts(
    desk: Desk, language: str, text: str
) -> None:
    aida = await desk.lawyer("Aida", cities=("astana",))
    rita = await desk.reports(text, language=language)
    await desk.later(seconds=20)
    await rita.writes("Астана")
    assert ((await desk.case()).city, aida.rang()) == ("astana", 1)


@pytest.mark.parametrize(("language", "text", "then"), OUTSIDE)
async def test_a_city_here_named_after_one_abroad_is_the_case_s(
    desk: Desk, language: str, text: str, then: str
) -> None:
    aida = await desk.lawyer("Aida", cities=("astana",))
    rita = await desk.reports(text, language=language)
    assert (await desk.case()).city is None
    await desk.later(seconds=20)
    await rita.writes(then)
    assert ((await desk.case()).city, aida.rang()) == ("astana", 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I am in Germany, they detained me at the airport"),
        ("ru", "мы в Германии, нас задержали"),
    ],
)
async def test_who_is_taken_abroad_themselves_is_outside(desk: Desk, language: str, text: str) -> None:
    await desk.reports(text, language=language)
    case = await desk.case()
    assert (case.city, case.region) == (None, None)
