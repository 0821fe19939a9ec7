"""Where somebody of a case is held."""

from core.casework.case_view import view_case, where_held
from core.values import Place
from tests.decisions.claims import LATE, claim

LIST = Place("almaty", text="Medeu police station")


def test_nobody_knows_until_somebody_says_so() -> None:
    assert where_held(view_case([claim("where", "Abay 10")], LATE)) is None
    said = view_case([claim("taken", "Auezov ROVD")], LATE)
    assert where_held(said) == Place(text="Auezov ROVD")


def test_what_members_say_goes_before_what_a_reporter_says_later() -> None:
    said = claim("found", LIST, "member 7", 1), claim("taken", "Auezov ROVD", "report 1", 2)
    assert where_held(view_case(said, LATE)) == LIST


def test_of_members_the_last_word_counts_and_of_one_press_the_place_before_the_words() -> None:
    found, taken = claim("found", LIST, "member 7", 1), claim("taken", "Medeu", "member 7", 1)
    assert where_held(view_case([found, taken], LATE)) == LIST
    moved = claim("taken", "the remand prison", "member 8", 2)
    assert where_held(view_case([found, taken, moved], LATE)) == Place(text="the remand prison")
