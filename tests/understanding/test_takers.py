"""Who takes is told apart from who is held: by how they are dressed, by coming, or by acting on somebody who is named."""

import pytest

from tests.understanding.test_owned_times import read

ONE_IS_HELD = [
    "six of them in masks took my brother",
    "they took my son. there were five of them",
    "my husband was taken away by four men without uniform",
    "two guys held my brother while a third hit him",
    "arrested my father, they were seven with guns",
    "шестеро в масках забрали брата",
    "забрали брата. их шестеро было, все в масках",
    "сына увезли четверо без формы",
    "задержали отца, их было семь с автоматами",
    "увезли мужа, их человек пять было",
    "маска киген алтауы ағамды алып кетті",
    "інімді алып кетті. олар алтау болды, бәрі маска киген",
    "ұлымды формасыз төртеуі алып кетті",
    "екеуі інімді ұстап тұрды, үшіншісі ұрды",
    "олар бесеу болды, баламды алып кетті",
]
SIX_ARE_HELD = [
    "they took six of them to the station",
    "six of them were taken, the masked men were three",
    "there are six of us in the van",
    "их шестеро, всех увезли в РОВД",
    "шестерых забрали люди в масках",
    "олар алтау, бәрін РОВД-ға алып кетті",
    "маска кигендер алты адамды алып кетті",
]


@pytest.mark.parametrize("text", ONE_IS_HELD)
def test_those_who_take_are_not_counted(text: str) -> None:
    people = read(text).people
    assert people is None or people.count == 1


@pytest.mark.parametrize("text", SIX_ARE_HELD)
def test_those_who_are_taken_are(text: str) -> None:
    people = read(text).people
    assert people is not None
    assert people.count == 6
