"""The roster file: what spreadsheets write is read, what is wrong is told at once, and it comes back the same."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.qualification import Qualification, Speciality
from core.roster.csv_file import NEEDED, format_roster, parse_roster
from core.roster.person_row import BadRoster, RosterRow
from core.vocabulary import Role

HEADER = ",".join(NEEDED)
CITIES = {"алматы": "almaty", "almaty": "almaty", "астана": "astana", "нурсултан": "astana"}


def city_id(words: str) -> str | None:
    return CITIES.get(words.casefold())


def read(text: str) -> tuple[RosterRow, ...]:
    return parse_roster(text, city_id, "KZ")


def told(text: str) -> list[str]:
    with pytest.raises(BadRoster) as caught:
        read(text)
    return [str(mistake) for mistake in caught.value.mistakes]


def line(**changes: str) -> str:
    cells = {
        "telegram_id": "1",
        "role": "lawyer",
        "name": "Made-up Dana",
        "languages": "kk ru",
        "cities": "Алматы",
        "on_duty": "yes",
        "phone": "+77000000001",
        "escalation": "no",
    } | changes
    return f"{HEADER}\n" + ",".join(f'"{cell}"' for cell in cells.values()) + "\n"


DANA = RosterRow(1, Role.LAWYER, "Made-up Dana", ("kk", "ru"), ("almaty",), True, "+77000000001", False)


@pytest.mark.parametrize(
    "spelt",
    [
        lambda text: text,
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: "sep=,\r\n" + text,
        lambda text: text.replace(HEADER, HEADER.upper()),
        lambda text: text + "\n,,,,,,,\n\n",
        lambda text: text.replace('"', ""),
    ],
)
def test_a_spreadsheets_ways_to_write_the_same_are_read(spelt: Callable[[str], str]) -> None:
    assert read(spelt(line())) == (DANA,)


def test_columns_may_come_in_another_order() -> None:
    text = (
        "name,role,telegram_id,phone,escalation,on_duty,cities,languages\n"
        "Made-up Dana,lawyer,1,8 700 000 00 01,no,yes,Алматы,kk ru\n"
    )
    assert read(text) == (DANA,)


@pytest.mark.parametrize("word", ["yes", "YES", "да", "Да", "иә", "true", "ИСТИНА", "1"])
def test_yes_is_understood_in_three_languages(word: str) -> None:
    assert read(line(on_duty=word))[0].on_duty


@pytest.mark.parametrize("word", ["no", "нет", "Жоқ", "FALSE", "0", ""])
def test_no_is_understood_in_three_languages(word: str) -> None:
    assert not read(line(on_duty=word))[0].on_duty


def test_cities_are_found_in_any_spelling_and_once() -> None:
    assert read(line(cities="almaty; Нурсултан;АЛМАТЫ"))[0].cities == ("almaty", "astana")


def test_languages_may_be_separated_by_blanks_or_semicolons() -> None:
    assert read(line(languages="RU;kk  en"))[0].languages == ("ru", "kk", "en")


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"telegram_id": "1,2E+09"}, "telegram_id is '1,2E+09': expected the number that /id tells"),
        ({"telegram_id": "-5"}, "telegram_id is '-5': expected the number"),
        ({"role": "boss"}, "role is 'boss': expected lawyer, coordinator or administrator"),
        ({"name": ""}, "name: expected a name"),
        ({"name": "Made-up \u202edana"}, "name is 'Made-up \\u202edana': expected a name"),
        ({"name": "A;=1+1"}, "name is 'A;=1+1': expected a name"),
        ({"languages": ""}, "languages: expected some of kk ru en"),
        ({"languages": "kk de"}, "languages is 'de': expected some of kk ru en"),
        ({"cities": ""}, "cities: expected at least one, or this lawyer is never asked"),
        ({"cities": "Алматы;Нигде"}, "cities is 'Нигде': expected places of the country"),
        ({"on_duty": "perhaps"}, "on_duty is 'perhaps': expected yes or no"),
        ({"phone": "12"}, "phone is '12': expected a phone number"),
        ({"phone": "none"}, "phone is 'none': expected a phone number"),
        (
            {"phone": "", "escalation": "yes"},
            "phone: expected, because people on the escalation list are rung",
        ),
    ],
)
def test_a_mistake_is_told_with_line_column_value_and_expectation(
    changes: dict[str, str], mistake: str
) -> None:
    (one,) = told(line(**changes))
    assert one.startswith(f"line 2, {mistake}")


def test_only_lawyers_need_a_city_and_only_the_escalation_list_a_phone() -> None:
    (row,) = read(line(role="coordinator", cities="", phone=""))
    assert (row.cities, row.phone) == ((), "")


def test_all_mistakes_are_told_at_once_with_the_lines_of_the_file() -> None:
    text = line() + "\n" + '2,boss,"Made-up\nDana",kk,Алматы,yes,,no\n1,lawyer,B,kk,Нигде,yes,,no\n3,lawyer\n'
    assert told(text) == [
        "line 4, role is 'boss': expected lawyer, coordinator or administrator",
        "line 6, cities is 'Нигде': expected places of the country, with ; between; this one is not known",
        "line 6, telegram_id is '1': expected each person once; line 2 has the same",
        "line 7: expected 8 cells, found 2",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "id,role\n1,lawyer\n", HEADER.replace("role,", "") + "\n"])
def test_a_wrong_header_is_told_with_the_right_one(text: str) -> None:
    (mistake,) = told(text)
    assert f"expected the header {HEADER},specialities,calling" in mistake


def test_what_a_lawyer_knows_best_may_be_told() -> None:
    header, dana = line().splitlines()
    said = f"{header},calling,specialities\n{dana},Advocate,minors Torture minors\n"
    (row,) = read(said)
    assert (row.specialities, row.calling) == (
        (Speciality.MINORS, Speciality.TORTURE),
        Qualification.ADVOCATE,
    )
    (row,) = read(f"{header},calling,specialities\n{dana},,\n")
    assert (row.specialities, row.calling) == ((), None)
    assert told(f"{header},calling,specialities\n{dana},boss,minors golf\n") == [
        "line 2, specialities is 'golf': expected some of administrative criminal minors torture migration"
        " journalists, with spaces between",
        "line 2, calling is 'boss': expected advocate or consultant, or nothing",
    ]


def test_a_column_twice_is_a_wrong_header() -> None:
    header, dana = line().splitlines()
    (mistake,) = told(f"{header},role\n{dana},lawyer\n")
    assert "expected the header" in mistake


def test_a_file_without_people_is_a_mistake() -> None:
    assert told(HEADER) == ["line 2: expected at least one person"]


def test_quotes_that_do_not_close_are_a_mistake_of_that_line() -> None:
    (mistake,) = told(line() + '2,lawyer,"Made-up\n')
    assert mistake.startswith("line 3: expected CSV")


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM", "'=1", "''@x", "＝1"])
def test_no_cell_of_an_export_is_a_formula(name: str) -> None:
    rows = read(line(name=name.replace("'=", "''=") if name == "'=1" else f"'{name}"))
    assert rows[0].name == name
    exported = format_roster(rows, str)
    assert not [cell for cell in exported.splitlines()[1].split(",") if cell[:1] in "=+-@＝" and cell]
    assert [row.name for row in parse_roster(exported, lambda words: words, "KZ")] == [name]


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), min_size=1, max_size=20)
ROWS = st.builds(
    RosterRow,
    telegram_id=st.integers(1, 2**52),
    role=st.sampled_from(["lawyer", "coordinator", "administrator"]),
    name=WORDS,
    languages=st.sampled_from([("kk",), ("ru", "kk"), ("en", "ru", "kk")]),
    cities=st.sampled_from([("almaty",), ("astana", "almaty")]),
    on_duty=st.booleans(),
    phone=st.sampled_from(["+77000000001", "+77272000000"]),
    escalation=st.booleans(),
    specialities=st.sampled_from([(), (Speciality.MINORS,), tuple(Speciality)]),
    calling=st.sampled_from([None, *Qualification]),
)


@pytest.mark.slow
@given(st.lists(ROWS, min_size=1, max_size=5, unique_by=lambda row: row.telegram_id))
def test_an_export_is_imported_as_the_same(rows: list[RosterRow]) -> None:
    assert parse_roster(format_roster(rows, str), lambda words: words, "KZ") == tuple(rows)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("юрист Заңгер адвокат", Role.LAWYER),
        ("координатор Үйлестіруші", Role.COORDINATOR),
        ("Администратор әкімші", Role.ADMINISTRATOR),
    ],
)
def test_a_role_and_a_yes_are_understood_in_every_language(words: str, role: Role) -> None:
    for word in words.split():
        for yes, no in (("да", "нет"), ("иә", "жоқ"), ("yes", "no")):
            (row,) = read(line(role=word, on_duty=yes, escalation=no))
            assert (row.role, row.on_duty, row.escalation) == (role, True, False)
