"""A pasted list of names: numbered, with ranks, years, remarks and headings, in any script."""

from datetime import time

import pytest

from core.resources.name_files import load_names
from core.understanding.name_list import MOST, Remark, bare, has_names, place_and_time, read

NAMES = load_names()


def one(typed: str) -> tuple[str, int | None, str]:
    """The name of a line, the year and the remark."""
    (line,) = read(typed, NAMES)
    assert not line.official
    return line.name, line.born, line.comment


@pytest.mark.parametrize(
    ("typed", "name", "born", "comment"),
    [
        (
            "1. Ахметов Ерлан Болатович, 1990 г.р., нужен инсулин",
            "Ахметов Ерлан Болатович",
            1990,
            "нужен инсулин",
        ),
        ("2) Смагулов Б.", "Смагулов Б.", None, ""),
        ("№14 Касымова Айгүл – студентка", "Касымова Айгүл", None, "студентка"),
        ("15 Made-Up Dana 12.05.1990", "Made-Up Dana", 1990, ""),
        ("• Болат Қайратұлы, 95 ж.т.", "Болат Қайратұлы", 1995, ""),
        ("Қасымов Нұрлан Серікұлы 2001 жылғы", "Қасымов Нұрлан Серікұлы", 2001, ""),
        ("AKHMETOV YERLAN 1988", "AKHMETOV YERLAN", 1988, ""),
        ("Akhmetov Yerlan (asthma)", "Akhmetov Yerlan", None, "asthma"),
        ("Е. Б. Ахметов", "Е. Б. Ахметов", None, ""),
        ("Ахметов, Ерлан", "Ахметов Ерлан", None, ""),
        ("ахметова айгуль", "ахметова айгуль", None, ""),
        ("рядовой Ким", "Ким", None, "рядовой"),
        ("Ахметов Ерлан - адвокат Сериков", "Ахметов Ерлан", None, "адвокат Сериков"),
        ("Qwerty Asdfgh", "Qwerty Asdfgh", None, ""),
        ("سعيد", "سعيد", None, ""),
        ("王伟", "王伟", None, ""),
    ],
)
def test_a_line_is_a_name_a_year_and_a_remark(typed: str, name: str, born: int | None, comment: str) -> None:
    assert one(typed) == (name, born, comment)


@pytest.mark.parametrize(
    "typed",
    [
        "Список задержанных:", "Тұтқындалғандар тізімі", "List of detained", "и др.", "и ещё 5 человек", "Всего 23 человека",
        "Барлығы: 12", "Алмалинский РУВД", "РУВД", "Алматы", "12345", "тел. 87011234567",
    ],
)  # fmt: skip
def test_headings_sums_places_and_numbers_are_no_names(typed: str) -> None:
    assert one(typed)[0] == ""
    assert not has_names(read(typed, NAMES))


@pytest.mark.parametrize(
    "typed",
    [
        "майор Иванов",
        "№3 сержант полиции Петров А.",
        "лейтенант Қасымов Нұрлан",
        "Иванов, следователь",
        "дежурный Сериков",
    ],
)
def test_officials_are_marked(typed: str) -> None:
    (line,) = read(typed, NAMES)
    assert line.official
    assert line.name


@pytest.mark.parametrize(
    "typed",
    [
        "Ахметов Ерлан, Смагулов Бекзат; Касымов Нурлан",
        "1. Ахметов Ерлан 2. Смагулов Бекзат 3. Касымов Нурлан",
        "Ахметов Ерлан\n\n---\nСмагулов Бекзат\r\nКасымов Нурлан",
    ],
)
def test_several_names_of_one_message_are_lines_of_their_own(typed: str) -> None:
    assert [line.name for line in read(typed, NAMES)] == [
        "Ахметов Ерлан",
        "Смагулов Бекзат",
        "Касымов Нурлан",
    ]


def test_a_list_without_end_is_cut() -> None:
    assert len(read("Ахметов Ерлан\n" * (MOST + 50), NAMES)) == MOST
    assert read("Ахметов " * 500, NAMES)


@pytest.mark.parametrize(
    ("typed", "place", "at"),
    [
        ("Алмалинское РУВД, 14:20", "Алмалинское РУВД", time(14, 20)),
        ("Алматы, Медеу РПБ сағат 14.20-да", "Алматы, Медеу РПБ", time(14, 20)),
        ("Almaty, Medeu police at 9:05", "Almaty, Medeu police", time(9, 5)),
        ("ИВС Астана", "ИВС Астана", None),
        ("14:20", "14:20", None),
    ],
)
def test_a_time_may_stand_behind_the_place(typed: str, place: str, at: time | None) -> None:
    assert place_and_time(typed) == (place, at)


def test_what_a_person_says_is_a_name_is_the_line_without_its_number() -> None:
    assert bare("7. шаман, 1980") == "шаман"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Оспанов Даурен — отпустили в 13:00", Remark.OUT),
        ("Оспанов Даурен - не отпустили", None),
        ("Отпущены:\n1. Оспанов Даурен", Remark.OUT),
        ("Босатылғандар:\nОспанов Дәурен", Remark.OUT),
        ("Отпущены:\nВ камере:\nОспанов Даурен", None),
        ("Оспанов Дәурен, босатылды", Remark.OUT),
        ("Ospanov Dauren, released at 13:00", Remark.OUT),
        ("Петрова Анна — нет", Remark.ABSENT),
        ("Петрова Анна (нет адвоката)", None),
        ("Нет в списках:\nПетрова Анна", Remark.ABSENT),
        ("Не нашли: Петрова Анна", Remark.ABSENT),
        ("Касымова Айгүл жоқ", Remark.ABSENT),
        ("Мұнда жоқ:\nКасымова Айгүл", Remark.ABSENT),
        ("Akhmetov Yerlan - not here", Remark.ABSENT),
        ("Akhmetov Yerlan, needs insulin", None),
    ],
)
def test_who_was_let_go_and_who_is_not_there_is_not_said_to_be_there(typed: str, says: Remark | None) -> None:
    line = read(typed, NAMES)[-1]
    assert line.name
    assert line.says == says
