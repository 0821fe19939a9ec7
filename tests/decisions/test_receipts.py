"""Codes: how they are made, and that they are recognised however they are typed."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from core.folding import fold_text
from core.model import LANGUAGES
from core.receipt_codes import is_mistyped, known_words, make_code, normalise_code
from core.resources.word_files import load_receipt_words

WORDS = load_receipt_words()
KNOWN = known_words(WORDS.values())
CODES = st.sampled_from(LANGUAGES).flatmap(
    lambda language: st.randoms().map(lambda chance: make_code(WORDS[language], chance.randrange))
)


def drawn(*numbers: int) -> Callable[[int], int]:
    """A pick that gives these numbers, one after the other."""
    rest = iter(numbers)
    return lambda below: min(next(rest), below - 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_enough_short_words(language: str) -> None:
    words = WORDS[language]
    assert len(words) >= 256
    assert all(3 <= len(word) <= 7 and word.isalpha() and word == word.casefold() for word in words)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_can_be_taken_for_each_other(language: str) -> None:
    near = [
        (a, b)
        for a, b in combinations(WORDS[language], 2)
        if Levenshtein.distance(fold_text(a), fold_text(b)) < 2
    ]
    assert near == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_codes_never_come_down_to_the_same_letters(language: str) -> None:
    folded = [fold_text(word) for word in WORDS[language]]
    joined = {a + b for a in folded for b in folded}
    assert len(joined) == len(folded) ** 2


def test_a_code_is_two_different_words_and_two_digits() -> None:
    assert make_code(["лампа", "озеро"], drawn(0, 0, 0)) == "лампа озеро 10"
    assert make_code(["лампа", "озеро"], drawn(1, 0, 89)) == "озеро лампа 99"


def test_one_word_is_not_enough_for_codes() -> None:
    with pytest.raises(ValueError, match="two different words"):
        make_code(["озеро"], drawn(0, 0, 0))


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("ӨРІК-ТЕРЕЗЕ-42", "өрік терезе 42"),
        ("орик терезе 42", "өрік терезе 42"),
        (" Орик  терезе42\n", "өрік терезе 42"),
        ("«Ёжик, озеро» 17.", "ёжик озеро 17"),
        ("ежик_озеро 1 7", "ёжик озеро 17"),
        ("RiverLamp42", "river lamp 42"),
        ("river — lamp ４２", "river lamp 42"),
        ("river lamp ٤٢", "river lamp 42"),
    ],
)
def test_a_code_is_known_however_it_is_typed(typed: str, given: str) -> None:
    assert normalise_code(typed) == normalise_code(given) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "озеро лампа",
        "озеро лампа 142",
        "42 озеро лампа",
        "я 17",
        "задержали двоих у театра, дом 42",
    ],
)
def test_other_words_are_no_code(text: str) -> None:
    assert normalise_code(text) is None


@pytest.mark.parametrize("text", ["Алматы 17", "адвокат керек 15", "Астана 2-48", "озеро лампы 42"])
def test_short_words_with_a_number_are_no_code_to_who_knows_the_words(text: str) -> None:
    assert normalise_code(text, known_words(WORDS.values())) is None


@pytest.mark.slow
@given(CODES)
def test_every_code_is_made_of_known_words(code: str) -> None:
    assert normalise_code(code.title(), known_words(WORDS.values())) == normalise_code(code)


@pytest.mark.slow
@given(CODES, CODES)
def test_every_code_is_recognised_and_different_codes_stay_different(one: str, other: str) -> None:
    assert normalise_code(one) is not None
    assert normalise_code(one.upper().replace(" ", "-")) == normalise_code(one)
    assert (normalise_code(one) == normalise_code(other)) == (one == other)


@pytest.mark.parametrize(
    "text",
    [
        "алея носок 90",
        "аллея носак 90",
        "аллея нсоок 90",
        "Аллея-носок 9",
        "аллея носок 900",
        "apple bridgee 42",
    ],
)
def test_a_code_with_a_slip_is_a_mistyped_code(text: str) -> None:
    assert normalise_code(text, KNOWN) is None
    assert is_mistyped(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "улица Абая 17",
        "аллея Абая 17",
        "Алматы 17",
        "Дана Иванова 19",
        "апельсин",
        "аллея",
        "two men 25",
        "",
        "12",
    ],
)
def test_an_address_a_name_or_an_age_is_no_mistyped_code(text: str) -> None:
    assert not is_mistyped(text, KNOWN)
