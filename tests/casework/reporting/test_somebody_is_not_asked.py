"""«Кімді-дір», «біреуді», «кого-то», "somebody": an arrest of somebody unknown is told and not asked."""

import pytest

from tests.casework.story_desk import Desk

TOLD = [
    ("kk", "Кімді-дір полиция алып кетті Алматыда"),
    ("kk", "Алматыда кімді-дір ұстады"),
    ("kk", "алматыда кімдерді-дір автозакқа салып жатыр"),
    ("kk", "кімді дір ұстап кетті алматыда"),
    ("kk", "Алматыда біреуді полиция ұстады"),
    ("kk", "Алматыда біреулерді ұстап жатыр"),
    ("ru", "кого-то задержали в Алматы"),
    ("ru", "в Алматы кого-то увозят в автозаке"),
    ("en", "somebody was taken by police in Almaty"),
    ("en", "they took someone away in Almaty, police van"),
]
ASKED = [
    ("kk", "Алматыда кімді ұстады?"),
    ("ru", "кого задержали в Алматы?"),
    ("en", "who was detained in Almaty?"),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
async def test_lawyers_are_rung(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(text, language=language)
    assert marat.rang() == 1


@pytest.mark.parametrize(("language", "text"), ASKED)
async def test_who_only_asks_whom_rings_no_lawyer(desk: Desk, language: str, text: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(text, language=language)
    assert marat.rang() == 0
