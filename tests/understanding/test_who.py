"""The answer to "who"."""

import pytest

from bot.core.understanding import understand_who_answer
from bot.core.values import CountKind, People
from bot.resources.heard import load_heard

HEARD = load_heard()
EXACT, AT_LEAST, ABOUT, SEVERAL = CountKind.EXACT, CountKind.AT_LEAST, CountKind.ABOUT, CountKind.SEVERAL


@pytest.mark.parametrize(
    ("answer", "people"),
    [
        ("Галия Тестова", People(("Галия Тестова",), 1, EXACT)),
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
        ("мой брат Данияр", People(("мой брат Данияр",), 1, EXACT)),
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
        ("Асель 25", People(("Асель 25",), 1, EXACT)),
        ("<b>Иван</b>, *Петр*, [x](y)", People(("<b>Иван</b>", "*Петр*", "[x](y)"), 3, EXACT)),
        ("\u202eИван\u202c\x07", People(("Иван",), 1, EXACT)),
        ("Айдар 8 701 123 45 67", People(("Айдар",), 1, EXACT)),
    ],
)
def test_names_and_counts_are_taken_as_typed(answer: str, people: People) -> None:
    assert understand_who_answer(answer, HEARD) == people


@pytest.mark.parametrize(
    "answer", ["", " \n ", "😀😀", "...", "87011234567", "0", "вчера в 7 утра", "час назад забрали из дома"]
)
def test_what_names_nobody_is_no_answer(answer: str) -> None:
    assert understand_who_answer(answer, HEARD) is None


def test_a_hundred_names_are_a_hundred_people() -> None:
    people = understand_who_answer(", ".join(f"Имя{i}" for i in range(100)), HEARD)
    assert people is not None
    assert people.identified == 100
    assert people.count == 100


def test_names_beyond_the_cap_are_counted() -> None:
    people = understand_who_answer("\n".join(f"Имя{i}" for i in range(250)), HEARD)
    assert people is not None
    assert people.identified == 200
    assert people.unidentified_min == 50


def test_a_sentence_is_not_a_name() -> None:
    assert understand_who_answer("вчера задержали моего брата возле дома утром", HEARD) is None
    people = understand_who_answer("вчера возле дома задержали моего брата и меня вместе", HEARD)
    assert people is None or people.names == ()
