"""Some of a number: who was let go, who was taken, who is only one of many; and numbers that are not exact."""

import pytest

from core.understanding import Grade, Understood, grade
from core.values import CountKind
from tests.understanding.test_evidence import count, read

ABOUT = {
    "police took 40 or so people in Almaty": 40,
    "they detained forty or so of us": 40,
    "15 or 20 people were taken from the square": 15,
    "three dozen people were detained": 36,
    "maybe 40 people were taken to the station": 40,
    "взяли человек сорок на площади": 40,
    "около сорока задержали": 40,
    "десятка три людей увезли": 30,
    "задержали два десятка человек": 20,
    "штук 40 повязали": 40,
    "қырық шақты адамды алып кетті": 40,
    "қырықтай адамды ұстап әкетті": 40,
    "отыз қаралы адам қамауға алынды": 30,
    "qyryq shaqty adam ustaldy Almatyda": 40,
}
LEFT = {
    "police took three of us, two of three were let go": 1,
    "two out of three released": 1,
    "of the five taken, two were released": 3,
    "из троих отпустили двоих": 1,
    "нас забрали пятерых, троих из пяти уже отпустили": 2,
    "двоих из 6 выпустили": 4,
    "нас было пятеро, двоих отпустили": 3,
    "үшеуінен екеуін босатты": 1,
    "бес адамның екеуі босатылды": 3,
}
LED_AWAY = {
    "нас пятеро, двоих увели": 2,
    "нас 10 человек, троих увезли в автозаке": 3,
    "двоих из троих забрали": 2,
    "there are five of us, two were taken away": 2,
    "two of the three were arrested": 2,
    "біз бесеуміз, екеуімізді алып кетті": 2,
    "біз он адамбыз, үшеуін алып кетті полиция": 3,
}
ONE_OF_MANY = [
    "задержали людей, среди них журналист",
    "людей забрали, в том числе одна девушка",
    "увезли активистов, среди задержанных моя сестра",
    "адамдарды ұстады, ішінде журналист бар",
    "Алматыда адамдарды алып кетті, араларында бір қыз бар",
    "people were detained, among them a journalist",
    "protesters were taken, my brother is among them",
]
SOMEBODY_KEPT = [
    "three of us were taken in Almaty and let go, but the 17-year-old girl was not let go",
    "we were all taken and released except for one girl, Almaty",
    "everyone is out, only Dana is not. Almaty",
    "two were let go, the third is still at the station in Almaty",
    "they let everybody go in Almaty, but the girl of 17 they kept",
    "нас троих забрали и отпустили в Алматы, но девочку 17 лет не отпустили",
    "отпустили двоих, третий ещё в отделе, Алматы",
    "всех отпустили, а Алию нет. Алматы",
    "мы вышли, Данияр до сих пор там, Алматы",
    "Алматыда үшеумізді ұстап босатты, бірақ 17 жасар қызды босатпады",
    "екеуін босатты, үшіншісі әлі бөлімде, Алматы",
    "ерлерді шығарды, әйелдер әлі отыр, Алматы",
]
ALL_OUT = [
    "they released my brother, he is home now, Almaty",
    "let go, the phone is still with them, Almaty",
    "брата отпустили, уже дома, Алматы",
    "отпустили, брат ещё едет домой, Алматы",
    "вышли все, мы ещё возле отдела ждём документы, Алматы",
    "бәрін босатты, ешкім қалмады, Алматы",
]


@pytest.mark.parametrize("text", ABOUT)
def test_a_number_that_is_not_exact_is_said_so(text: str) -> None:
    told = read(text)
    assert told.people is not None
    assert (told.people.count, told.people.kind) == (ABOUT[text], CountKind.ABOUT)


@pytest.mark.parametrize("text", LEFT)
def test_who_is_not_let_go_of_a_number_is_held_and_rings(text: str) -> None:
    told = read(f"{text}. Almaty")
    assert count(told.people) == LEFT[text]
    assert grade(told) is Grade.LAWYERS


def test_a_word_that_may_mean_sent_leaves_the_rest_perhaps() -> None:
    told = read("Алматыда бес адамды ұстады, үшеуін жіберді")
    assert (count(told.people), count(told.guesses.people)) == (0, 2)


@pytest.mark.parametrize("text", LED_AWAY)
def test_of_all_who_are_there_those_count_who_are_taken(text: str) -> None:
    assert count(read(text).people) == LED_AWAY[text]


def test_of_many_who_are_held_those_who_are_beaten_are_not_the_number() -> None:
    assert count(read("нас 10 человек держат в автозаке, двоих избили").people) == 10


@pytest.mark.parametrize("text", ONE_OF_MANY)
def test_one_who_is_named_among_others_does_not_make_them_one(text: str) -> None:
    told = read(text).people
    assert told is not None
    assert (told.count, told.kind) == (None, CountKind.SEVERAL)


@pytest.mark.parametrize("text", SOMEBODY_KEPT)
def test_somebody_who_is_still_held_after_others_were_let_go_rings(text: str) -> None:
    assert _rings(read(text))


@pytest.mark.parametrize("text", ALL_OUT)
def test_where_nobody_is_kept_nothing_rings(text: str) -> None:
    assert not _rings(read(text))


def test_such_a_number_is_none_of_who_is_like_that() -> None:
    assert count(read("ондай адамды ұстап кетті").people) != 10


def _rings(told: Understood) -> bool:
    return grade(told) is Grade.LAWYERS
