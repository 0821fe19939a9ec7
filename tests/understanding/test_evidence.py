"""What words tell is a fact with evidence, else a guess; what is only asked rings coordinators, not lawyers."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Grade, Understood, grade, understand
from core.values import People

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
GAZETTEER = load_gazetteer("kz")


def read(text: str) -> Understood:
    return understand(
        text,
        load_heard(),
        load_names(),
        now=NOW,
        zone=ZoneInfo("Asia/Almaty"),
        gazetteer=GAZETTEER,
        evidence=load_evidence(),
    )


def count(people: People | None) -> int:
    return 0 if people is None or people.count is None else people.count


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("увезли сына, Алматы. 6 человек двое без формы", 1),
        ("брата забрали в Алматы, их 6 человек двое без формы", 1),
        ("үйге 6 адам келді, екеуі формасыз, ұлымды алып кетті, Алматы", 1),
        ("6 men came to our flat in Almaty and took my son", 1),
        ("Позвонила мама: брата арестовали в Алматы", 1),
        ("Суд дал штраф 60 АЕК, брата держат в отделе, Алматы", 1),
        ("Мама звонила, сестру увезли, Алматы", 1),
    ],
)
def test_who_came_rang_or_is_a_sum_of_money_is_nobody_who_is_held(text: str, held: int) -> None:
    told = read(text)
    assert count(told.people) == held
    assert count(told.guesses.people) <= held


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [
        ("остальных 8 увезли туда же, Алматы", 8),
        ("с ней двоих забрали, Алматы", 2),
        ("the other 8 were taken there too, Almaty", 8),
        ("двоих отпустили, троих держат, Алматы", 3),
        ("екеуін жіберді, үшеуі әлі отыр полицияда, Алматы", 3),
    ],
)
def test_a_number_that_may_count_others_too_is_a_guess(text: str, perhaps: int) -> None:
    told = read(text)
    assert told.happening
    assert count(told.people) == 0
    assert count(told.guesses.people) == perhaps


@pytest.mark.parametrize(
    "text",
    [
        "нас четверо в автозаке, Тараз",
        "задержали четверых в Таразе",
        "четырёх человек увезли, Тараз",
        "four people were taken to the station in Taraz",
        "Таразда төрт адамды ұстап кетті",
        "around us they arrested: four students, Taraz",
    ],
)
def test_a_number_beside_being_taken_is_a_fact(text: str) -> None:
    assert count(read(text).people) == 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Задержали Айдоса Сериковича Омарова, Алматы", ("Айдоса Сериковича Омарова",)),
        ("my brother Yerlan was arrested in Almaty", ("Yerlan",)),
        ("Алматыда Болатты ұстап әкетті", ("Болатты",)),
        ("меня зовут Данияр, меня задержали в Алматы", ("Данияр",)),
    ],
)
def test_somebody_beside_being_taken_or_a_relation_is_named(text: str, names: tuple[str, ...]) -> None:
    people = read(text).people
    assert people is not None
    assert people.names == names


@pytest.mark.parametrize(
    "text",
    [
        "брата забрали возле Рахат Палас, Алматы",
        "my brother was detained near Rahat Palace, Almaty",
        "my brother was arrested in Almaty, he was at Rahat Palace hotel",
        "інімді Рахат Палас жанында ұстады, Алматы",
        "my secretary Gulmira called me, police took my boss in Almaty",
    ],
)
def test_a_hotel_and_who_calls_are_no_detained_person(text: str) -> None:
    people = read(text).people
    assert people is not None
    assert people.names == ()


@pytest.mark.parametrize(
    "text",
    [
        "ищу с обеда, сына забрали, Алматы",
        "сына забрали в Алматы, третий день стоит машина у дома",
        "my son was taken in Almaty, I am looking for him since noon",
        "ұлымды алып кетті, Алматы, түстен бері іздеп жүрмін",
        "брата забрали ночью, Алматы",
        "in 2022 my brother was beaten by police in Almaty",
    ],
)
def test_the_time_of_a_search_an_unnamed_night_and_another_year_begin_nothing(text: str) -> None:
    assert read(text).moment is None


@pytest.mark.parametrize(
    "text",
    [
        "сына забрали в 14:30, Алматы",
        "my son was taken at 14:30 in Almaty",
        "ұлымды 14:30-да алып кетті, Алматы",
        "Брата забрали в Алматы. В 14:30.",
    ],
)
def test_clock_words_of_being_taken_say_when_it_began(text: str) -> None:
    moment = read(text).moment
    assert moment is not None
    assert moment.at == datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("сестру забрали в Алматы, её бьют?", "injured"),
        ("інімді Алматыда ұстады, оны ұрып жатыр ма?", "injured"),
        ("they took my sister in Almaty, is she beaten?", "injured"),
        ("балалар жылап жатыр, Алматыда әкемізді алып кетті", "minor"),
        ("мужа забрали в Алматы, у него отбирают телефон", "phone"),
    ],
)
def test_what_is_asked_or_of_others_raises_no_flag(text: str, flag: str) -> None:
    told = read(text)
    assert flag not in told.flags
    assert flag in told.alarms


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("сестру забрали в Алматы, её бьют", "injured"),
        ("школьника увели из школы в полицию, Алматы", "minor"),
        ("ему 16 лет, забрали в Алматы", "minor"),
        ("they took my sister in Almaty, she is bleeding", "injured"),
        ("я в автозаке, Алматы, забирают телефон", "phone"),
    ],
)
def test_what_is_stated_of_who_is_held_raises_it(text: str, flag: str) -> None:
    assert flag in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "people got arrested in Almaty, anybody confirm?",
        "Алматыда адамдарды ұстап жатыр, шын ба?",
        "в Алматы людей задержали? кто знает?",
        "избили полицейского в Алматы",
        "полицейді ұрып кетті, Алматы",
    ],
)
def test_what_is_only_asked_and_an_officer_who_was_beaten_are_for_coordinators(text: str) -> None:
    assert grade(read(text)) is Grade.COORDINATORS


@pytest.mark.parametrize(
    "text",
    [
        "моего брата задержали в Алматы?",
        "полицейские избили моего брата, Алматы",
        "my son was arrested in Almaty, can you help?",
        "інімді Алматыда ұстады, не істейміз?",
    ],
)
def test_a_question_about_ones_own_people_still_rings_lawyers(text: str) -> None:
    assert grade(read(text)) is Grade.LAWYERS


@pytest.mark.parametrize(
    "text",
    [
        "кого-то задержали в Алматы",
        "кто-то задержан в Алматы",
        "кого-то сегодня забрали в Алматы",
        "где-то в Алматы задержали",
        "кое-кого задержали в Алматы",
        "someone was detained in Almaty",
        "Алматыда біреуді ұстады",
        "әлдекімді ұстап кетті, Алматы",
    ],
)
def test_somebody_who_is_not_named_is_taken_and_not_asked_about(text: str) -> None:
    assert grade(read(text)) is Grade.LAWYERS


@pytest.mark.parametrize(
    "text",
    [
        "кого задержали в Алматы",
        "кого именно сегодня задержали в Алматы",
        "кого-то задержали в Алматы?",
        "who was detained in Almaty",
        "Алматыда кімді ұстады",
    ],
)
def test_whom_it_is_asked_about_wakes_no_lawyer(text: str) -> None:
    assert grade(read(text)) is not Grade.LAWYERS
