"""What is typed in place of a button: signs, their texts, and what a thumb means."""

import pytest

from core import numbered_choices
from core.presentation import Button, Presentation, utf16_length


@pytest.mark.parametrize(
    ("text", "sign", "marked"),
    [
        ("1", "1", False),
        (" 12 ", "12", False),
        ("1.", "1", False),
        ("2)", "2", False),
        ("№ 21", "21", True),
        ("#7", "7", True),
        ("3\ufe0f\u20e3", "3", False),
        ("٤٢", "42", False),
        ("07", "7", False),
        ("one", "1", False),
        ("Бір", "1", False),
        ("две", None, False),
        ("два", "2", False),
        ("a", "A", False),
        ("в", "B", False),  # a Cyrillic one
        ("1 2", None, False),
        ("12 people", None, False),
        ("1234", None, False),
        ("²", None, False),
        ("", None, False),
        ("№", None, False),
        ("1" * 5000, None, False),
    ],
)
def test_a_sign_is_read_as_people_type_it(text: str, sign: str | None, marked: bool) -> None:
    assert numbered_choices.read_sign(text) == (None if sign is None else (sign, marked))


def test_what_stands_on_buttons_becomes_a_list_and_a_link_is_to_be_read() -> None:
    rows = (
        (Button("Yes", "f/q:yes"), Button("No", "f/q:no")),
        (Button("Site", url="https://example.org"),),
    )
    shown = numbered_choices.list_choices(
        Presentation("Sure?", rows, protect=True), {"f/q:yes": "1", "f/q:no": "2"}, 100
    )
    assert shown == Presentation("Sure?\n\n1 Yes · 2 No\nSite https://example.org", protect=True)
    assert numbered_choices.list_choices(Presentation("Sure?"), {}, 100) == Presentation("Sure?")


def test_a_text_gives_way_to_the_list_below_it() -> None:
    rows = tuple((Button(f"Choice {number}", f"f/q:{number}"),) for number in range(20))
    shown = Presentation("Words of somebody.\n" * 200, rows)
    listed = numbered_choices.list_choices(shown, {button.data: "A2" for (button,) in rows}, 2000)
    assert 1900 < utf16_length(listed.text) <= 2000
    assert listed.text.endswith("A2 Choice 19")
    assert "somebody.…" in listed.text
    assert utf16_length(listed.text) - 1700 < numbered_choices.list_room(shown) < 400


def test_digits_of_a_message_never_are_those_of_a_card() -> None:
    of_messages = numbered_choices.message_signs(60, letters=False)
    of_cards = {numbered_choices.card_sign(turn) for turn in range(1, 500)}
    assert of_messages[:20] == [str(n) for n in range(1, 21)]
    assert of_cards == {str(n) for n in range(21, 100)}
    assert not of_cards & set(of_messages)
    assert len(set(of_messages)) == 60


def test_letters_that_stand_beside_are_not_given_twice() -> None:
    first = numbered_choices.message_signs(3, letters=True)
    second = numbered_choices.message_signs(12, first, letters=True)
    assert first == ["A", "B", "C"]
    assert second[:2] == ["E", "H"]
    assert len({*first, *second}) == 15


def test_numbers_of_cards_go_round_and_leave_out_what_is_taken() -> None:
    assert [numbered_choices.card_sign(turn) for turn in numbered_choices.next_turns(0, (), 2)] == [
        "21",
        "22",
    ]
    assert [numbered_choices.card_sign(turn) for turn in numbered_choices.next_turns(78, ("21",), 3)] == [
        "99",
        "22",
        "23",
    ]
    everything = [str(n) for n in range(21, 100)]
    assert len(numbered_choices.next_turns(79, everything, 4)) == 4  # then the oldest gives way


@pytest.mark.parametrize(
    ("emoji", "data", "meant"),
    [
        ("👍", ["accept:5", "decline:5", "words:5"], "accept:5"),
        ("👎🏽", ["accept:5", "decline:5"], "decline:5"),
        ("👍", ["report/consent:yes", "report/consent:no", "law:1"], "report/consent:yes"),
        ("👎", ["report/consent:yes", "report/consent:no"], "report/consent:no"),
        ("❤️", ["accept:5", "decline:5"], None),
        ("", ["accept:5", "decline:5"], None),
        ("👍", ["accept:5"], None),
        ("👍", ["accept:5", "decline:5", "accept:6", "decline:6"], None),
        ("👍", ["see:yes", "see:no"], None),
        ("👍", ["accept:5", "decline:5", "report/consent:yes", "report/consent:no"], None),
    ],
)
def test_a_thumb_means_something_where_there_is_one_yes_and_one_no(
    emoji: str, data: list[str], meant: str | None
) -> None:
    assert numbered_choices.thumb_choice(emoji, data) == meant
