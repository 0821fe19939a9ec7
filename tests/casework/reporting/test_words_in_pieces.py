"""Who is in a hurry writes a word a message: they are read as one text, until it is a case."""

import pytest

from tests.casework.story_desk import Desk


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("kk", ("баламды", "алып", "кетті", "полиция", "тараз")),
        ("ru", ("мужа", "забрали", "тараз")),
        ("en", ("my brother", "taken by", "police", "taraz")),
    ],
)
async def test_words_in_pieces_ask_a_lawyer(desk: Desk, language: str, pieces: tuple[str, ...]) -> None:
    aigerim = await desk.lawyer("Aigerim", cities=("taraz",))
    dana = desk.person(language=language)
    for piece in pieces:
        await dana.writes(piece)
    assert aigerim.rang() == 1


async def test_a_piece_alone_asks_nobody(desk: Desk) -> None:
    aigerim, olga = await desk.lawyer(cities=("taraz",)), await desk.coordinator()
    await desk.person(language="ru").writes("мужа")
    await desk.person("Rita", language="ru").writes("тараз")
    await desk.later(minutes=1)
    assert (aigerim.rang(), olga.rang()) == (0, 0)


async def test_pieces_that_nobody_understands_are_read_by_a_coordinator(desk: Desk) -> None:
    olga = await desk.coordinator()
    dana = desk.person(language="kk")
    await dana.writes("сөйлей алмаймын")
    await desk.later(seconds=20)
    await dana.writes("олар қасымда")
    await desk.later(minutes=2)
    olga.sees("the bot does not understand")
    assert olga.rang() == 1


async def test_pieces_long_after_each_other_are_not_put_together(desk: Desk) -> None:
    aigerim = await desk.lawyer(cities=("taraz",))
    dana = desk.person(language="kk")
    await dana.writes("баламды алып")
    await desk.later(minutes=10)
    for piece in ("кетті", "тараз"):
        await dana.writes(piece)
    assert aigerim.rang() == 0


async def test_yes_and_no_are_no_pieces(desk: Desk) -> None:
    olga = await desk.coordinator()
    dana = desk.person(language="ru")
    for piece in ("как дела", "да", "нет", "да"):
        await dana.writes(piece)
    await desk.later(minutes=3)
    assert olga.rang() == 0
