"""The answer to "who"."""

import pytest

from core.resources.name_files import load_names
from core.resources.word_files import load_heard
from core.understanding import understand_who_answer
from core.values import CountKind, People

HEARD, NAMES = load_heard(), load_names()
GIVEN = "Айдар Серик Марат Ержан Нурлан Асель Динара Сауле Рустем Галым Ильяс Тимур Алия Жанна Асхат Болат Ерлан Данияр"
SURNAMES = "Ахметов Иванов Петров Оспанов Садыков Касымов Исаев Сериков Каримов Юсупов Омаров Алиев Сапаров Абенов Смирнов"
MANY = [f"{given} {surname}" for given in GIVEN.split() for surname in SURNAMES.split()]
EXACT, AT_LEAST, ABOUT, SEVERAL = CountKind.EXACT, CountKind.AT_LEAST, CountKind.ABOUT, CountKind.SEVERAL


@pytest.mark.parametrize(
    ("answer", "people"),
    [
        ("Галия Тестова", People(("Галия Тестова",), 1, EXACT)),
        ("двое, Галия Тестова и Дархан Тестов", People(("Галия Тестова", "Дархан Тестов"), 2, EXACT)),
        (
            "two people, Galiya Testova and Darkhan Testov",
            People(("Galiya Testova", "Darkhan Testov"), 2, EXACT),
        ),
        ("екі адам, Ғалия Тестова, Дархан Тестов", People(("Ғалия Тестова", "Дархан Тестов"), 2, EXACT)),
        ("один человек, Галия Тестова", People(("Галия Тестова",), 1, EXACT)),
        ("one person, my brother Darkhan Testov", People(("Darkhan Testov",), 1, EXACT)),
        ("двое, Галия Тестова", People(("Галия Тестова",), 3, EXACT)),
        ("двое, Галия Тестова и ещё один", People(("Галия Тестова",), 2, EXACT)),
        ("Галия Тестова и ещё двое", People(("Галия Тестова",), 3, EXACT)),
        ("Әсел және тағы екі адам", People(("Әсел",), 3, EXACT)),
        ("Anna Lee and two others", People(("Anna Lee",), 3, EXACT)),
        ("Галия Тестова и ещё двое, которые были с ней", People(("Галия Тестова",), 3, EXACT)),
        ("Anna Lee and two others who came with her", People(("Anna Lee",), 3, EXACT)),
        ("Данияр мен Әсел", People(("Данияр", "Әсел"), 2, EXACT)),
        ("Айдар, Серик; Марат", People(("Айдар", "Серик", "Марат"), 3, EXACT)),
        ("1. Иван Пример\n2. Айдар\n3. Гульнар Б.", People(("Иван Пример", "Айдар", "Гульнар Б."), 3, EXACT)),
        ("- Айдар\n- Айдар\n", People(("Айдар",), 1, EXACT)),
        ("Иван, Петр и другие", People(("Иван", "Петр"), 3, AT_LEAST)),
        ("Айгүл т.б.", People(("Айгүл",), 2, AT_LEAST)),
        ("несколько человек, среди них Светлана", People(("Светлана",), None, SEVERAL)),
        ("Aidar and about 20 people", People(("Aidar",), 21, ABOUT)),
        ("я", People((), 1, EXACT)),
        ("мен", People((), 1, EXACT)),
        ("я и мой брат", People((), 2, EXACT)),
        ("Мен, Айгүл, Серік", People(("Айгүл", "Серік"), 3, EXACT)),
        ("мой брат Данияр", People(("Данияр",), 1, EXACT)),
        ("Ерлан и его брат", People(("Ерлан",), 2, EXACT)),
        ("Ерлан с двумя друзьями", People(("Ерлан",), 3, EXACT)),
        ("Иванов Иван, 1985", People(("Иванов Иван, 1985",), 1, EXACT)),
        ("Ахметова Салтанат Қайратқызы 1990 ж.т.", People(("Ахметова Салтанат Қайратқызы, 1990",), 1, EXACT)),
        ("А.С. Нурланов", People(("А.С. Нурланов",), 1, EXACT)),
        ("serik ahmetov", People(("serik ahmetov",), 1, EXACT)),
        ("Тоқа, Бұлғақ", People(("Тоқа", "Бұлғақ"), 2, EXACT)),
        ("мужчина лет 40", People((), 1, EXACT)),
        ("трое парней", People((), 3, EXACT)),
        ("2", People((), 2, EXACT)),
        ("троих: Асхат, Ерлан и Мадина", People(("Асхат", "Ерлан", "Мадина"), 3, EXACT)),
        ("5", People((), 5, EXACT)),
        ("пятеро", People((), 5, EXACT)),
        ("екеуі", People((), 2, EXACT)),
        ("человек 20", People((), 20, ABOUT)),
        ("около 20", People((), 20, ABOUT)),
        ("не менее 10", People((), 10, AT_LEAST)),
        ("кем дегенде 10", People((), 10, AT_LEAST)),
        ("at least 10", People((), 10, AT_LEAST)),
        ("не знаю", People()),
        ("білмеймін", People()),
        ("don't know", People()),
        ("не знаю имен, 3 человека", People((), 3, EXACT)),
        ("не хочу называть", People(withheld=True)),
        ("атын айтқым келмейді", People(withheld=True)),
        ("I do not want to name them, two people", People((), 2, EXACT, withheld=True)),
        ("Асель 25", People(("Асель",), 1, EXACT)),
        ("<b>Иван</b>, *Петр*, [x](y)", People(("Иван", "Петр"), 2, EXACT)),
        ("\u202eИван\u202c\x07", People(("Иван",), 1, EXACT)),
        ("Айдар 8 701 123 45 67", People(("Айдар",), 1, EXACT)),
        ("брат, Иван Петров", People(("Иван Петров",), 1, EXACT)),
        ("Анна Павлова, сестра", People(("Анна Павлова",), 1, EXACT)),
        ("my wife, Dana Omarova", People(("Dana Omarova",), 1, EXACT)),
        ("ағам, Серік Бектұров", People(("Серік Бектұров",), 1, EXACT)),
        ("муж, Петров Иван Сергеевич, 45 лет", People(("Петров Иван Сергеевич",), 1, EXACT)),
        ("брат и Иван Петров", People(("Иван Петров",), 2, EXACT)),
        ("брат, сестра, Иван Петров", People(("Иван Петров",), 3, EXACT)),
        ("Санат", People(("Санат",), 1, EXACT)),
        ("Виктория", People(("Виктория",), 1, EXACT)),
        ("Асет пен Назарбай", People(("Асет", "Назарбай"), 2, EXACT)),
        ("Нурдаулетов Халык Трофимович", People(("Нурдаулетов Халык Трофимович",), 1, EXACT)),
        ("темирлан", People(("темирлан",), 1, EXACT)),
        ("aigul", People(("aigul",), 1, EXACT)),
    ],
)
def test_names_and_counts_are_taken_as_typed(answer: str, people: People) -> None:
    assert understand_who_answer(answer, HEARD, NAMES) == people


@pytest.mark.parametrize(
    "answer",
    [
        "", " \n ", "😀😀", "...", "87011234567", "0", "вчера в 7 утра", "час назад забрали из дома", "Помогите пожалуйста",
        "Медеуский район", "вы человек?", "Are you human?", "а вы кто", "потом скажу", "Позже", "ул Абая 10", "Алматы",
        "бүгін таңертең", "көмектесіңіздер", "не отвечает телефон", "just come quickly", "двое полицейских", "Имя1",
        "адвокат Мадина Серикова", "Меня зовут Ольга", "Карать", "Сағат", "Назарбай кет", "вера", "площадь", "Рахмет",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_answer(answer: str) -> None:
    assert understand_who_answer(answer, HEARD, NAMES) is None


def test_a_hundred_names_are_a_hundred_people() -> None:
    people = understand_who_answer(", ".join(MANY[:100]), HEARD, NAMES)
    assert people is not None
    assert people.identified == 100
    assert people.count == 100


def test_names_beyond_the_cap_are_counted() -> None:
    people = understand_who_answer("\n".join(MANY[:250]), HEARD, NAMES)
    assert people is not None
    assert people.identified == 200
    assert people.unidentified_min == 50


def test_a_sentence_is_not_a_name() -> None:
    assert understand_who_answer("вчера задержали моего брата возле дома утром", HEARD, NAMES) == People(
        (), 1, EXACT
    )
    both = understand_who_answer("вчера возле дома задержали моего брата и меня вместе", HEARD, NAMES)
    assert both == People((), 2, EXACT)
