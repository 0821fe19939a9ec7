"""Of those who are held, some are let go: fewer are held, and nothing is over."""

import pytest

from core.values import CountKind, People
from tests.conversation.person import Person

NINE = {
    "ru": "в Алматы задержали девять человек",
    "kk": "Алматыда тоғыз адамды ұстады",
    "en": "nine people were detained in Almaty",
}
TWO_OUT = {"ru": "двоих отпустили", "kk": "екеуін босатты", "en": "two of them were released"}


def told(language: str, *texts: str) -> Person:
    person = Person(language)
    for text in (NINE[language], *texts):
        person.writes(text)
    return person


@pytest.mark.parametrize("language", NINE)
def test_two_of_nine_leave_seven(language: str) -> None:
    person = told(language, TWO_OUT[language])
    assert person.facts["who"] == People((), 7, CountKind.EXACT, freed=2)
    assert person.facts["situation"] == "other"
    assert person.facts.get("ongoing") != "no"
    assert person.question == "who"  # nobody has a name yet


@pytest.mark.parametrize("language", NINE)
def test_another_two_leave_five(language: str) -> None:
    people = told(language, TWO_OUT[language], TWO_OUT[language]).facts["who"]
    assert isinstance(people, People)
    assert people.count == 5


def test_an_edited_message_is_counted_once() -> None:
    person = told("ru", "двоих отпустили")
    people = person.edits(2, "двоих уже отпустили").facts["who"]
    assert isinstance(people, People)
    assert people.count == 7


def test_who_is_named_among_the_released_is_not_held() -> None:
    person = Person().writes("в Алматы задержали Айдоса Примерова, Дану Примерову и Ерлана Примерова")
    people = person.writes("Дану отпустили").facts["who"]
    assert isinstance(people, People)
    assert len(people.names) == 2
    assert person.facts["situation"] == "other"


def test_all_of_them_are_a_release() -> None:
    person = told("ru", "всех отпустили")
    assert person.facts["ongoing"] == "no"
    assert person.facts["who"] == People((), 9, CountKind.EXACT)
