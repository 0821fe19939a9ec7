"""Phone numbers as people type them. The numbers are made up."""

import pytest

from core.resources.word_files import load_heard
from core.understanding import ContactProblem, find_phones, understand_contact
from core.values import Contact

HEARD = load_heard()


@pytest.mark.parametrize(
    "typed",
    ["8 701 123 45 67", "+7(701)1234567", "87011234567", "+77011234567", "8-701-123-45-67", "7011234567"],
)
def test_a_number_is_e164_however_it_is_typed(typed: str) -> None:
    assert find_phones(f"звоните {typed}, срочно", "KZ") == ("+77011234567",)
    assert understand_contact(typed, HEARD, "KZ") == Contact("+77011234567", "", None, typed)


def test_several_numbers_come_in_order_and_once() -> None:
    text = "мама 8 702 555 12 34, или +7 701 123 45 67, или 87025551234"
    assert find_phones(text, "KZ") == ("+77025551234", "+77011234567")


def test_a_foreign_number_needs_its_country_code() -> None:
    assert find_phones("+1 202 555 0123", "KZ") == ("+12025550123",)
    assert find_phones("202 555 0123", "US") == ("+12025550123",)


@pytest.mark.parametrize(
    ("typed", "name", "own"),
    [
        ("87011234567 мама", "мама", False),
        ("Айгүл +7 701 123 45 67 көршім", "Айгүл көршім", False),
        ("мой номер 87011234567", "", True),
        ("менің нөмірім 87011234567", "", True),
        ("it is my phone: +7 701 123 45 67", "", True),
        ("87011234567", "", None),
    ],
)
def test_the_words_beside_a_number_say_whose_it_is(typed: str, name: str, own: bool | None) -> None:
    assert understand_contact(typed, HEARD, "KZ") == Contact("+77011234567", name, own, typed)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("8 701 123 45", ContactProblem.INVALID),
        ("8701123456", ContactProblem.INVALID),
        ("000000000000", ContactProblem.INVALID),
        ("", ContactProblem.EMPTY),
        (" \u200b", ContactProblem.EMPTY),
    ],
)
def test_a_number_that_cannot_be_rung_is_a_named_problem(typed: str, problem: ContactProblem) -> None:
    assert understand_contact(typed, HEARD, "KZ") is problem


def test_words_without_a_number_are_a_contact_of_words() -> None:
    assert understand_contact("спросите у соседей", HEARD, "KZ") == Contact(words="спросите у соседей")


@pytest.mark.parametrize(
    "text", ["18.09.2018 14:30", "статья 274", "2018-09-18 07:00", "7:00", "150 человек 20 машин"]
)
def test_dates_and_other_numbers_are_no_phones(text: str) -> None:
    assert find_phones(text, "KZ") == ()
