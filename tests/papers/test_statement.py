"""The statement's facts, by which the letter of September 2018 is compared with it. The letter itself: tests/demo."""

import pytest
from pydantic import ValidationError

from core.model import LANGUAGES
from playground.demo.statement import (
    FramePiece,
    StatedFact,
    Statement,
    differences,
    facts_beside,
    load_statement,
)

STATEMENT = load_statement()
ROWS = (*STATEMENT.fact, *STATEMENT.frame)
TITLES = {"kk": "Ашық хат", "ru": "Открытое письмо", "en": "Open letter"}
LETTERS = {
    language: "\n\n".join((title, *(piece for row in ROWS for piece in row.of(language) if piece != title)))
    for language, title in TITLES.items()
}


def test_the_list_has_every_fact_of_the_statement_and_says_of_which_the_letter_is_silent() -> None:
    assert [fact.number for fact in STATEMENT.fact] == list(range(1, 93))
    assert {fact.number for fact in STATEMENT.fact if fact.left_out} == {89, 91}


def test_what_others_say_is_told_as_theirs_and_what_is_supposed_as_supposed() -> None:
    for fact in STATEMENT.fact:
        for language, opinion in (("en", "ccording to human rights defenders"), ("ru", "о словам правозащитников"),
                                  ("kk", "ұқық қорғаушылардың айтуынша")):  # fmt: skip
            if fact.by.startswith("human rights defenders"):
                assert any(opinion in piece for piece in fact.of(language)), fact.number
        if fact.sure == "supposed":
            told = (fact.en[0], fact.ru[0], fact.kk[0])
            assert [word in text for word, text in zip(("may be", "могут", "мүмкін"), told, strict=True)] == [
                True
            ] * 3


@pytest.mark.parametrize("number", range(1, 93))
def test_a_fact_that_is_missing_in_a_letter_is_told(number: int) -> None:
    (fact,) = (fact for fact in STATEMENT.fact if fact.number == number)
    for language in LANGUAGES:
        for piece in fact.of(language):
            text = LETTERS[language].replace(piece, "…")
            assert f"{language} lacks fact {number}: {piece}" in list(
                differences(STATEMENT, {language: text})
            )


def test_a_sentence_too_many_is_told_and_so_is_a_single_word() -> None:
    assert list(differences(STATEMENT, LETTERS)) == []
    for language, text in LETTERS.items():
        (besides,) = differences(STATEMENT, {language: f"{text} He was beaten."})
        assert besides == f"{language} says besides: He was beaten."
        assert list(differences(STATEMENT, {language: text + "\nnot"})) == [f"{language} says besides: not"]


def test_the_letterhead_is_not_compared_and_gives_no_fact() -> None:
    head = "Made-up Bureau\n\n+7 727 000 00 00\n\nRef. 1/2018, 20 September 2018\n\n"
    for language, text in LETTERS.items():
        assert list(differences(STATEMENT, {language: head + text})) == []
    nameless = head + LETTERS["en"].replace("Made-up Bureau", "…")
    assert "en lacks fact 88: Made-up Bureau" in list(differences(STATEMENT, {"en": nameless}))
    untitled = head + LETTERS["en"].removeprefix("Open letter")
    assert any(words.startswith("en says besides: +7") for words in differences(STATEMENT, {"en": untitled}))


def test_a_point_of_a_list_may_end_with_a_stop() -> None:
    for stop in ";.":
        text = "\n\n".join(f"{line}{stop}" for line in LETTERS["en"].split("\n\n"))
        assert list(differences(STATEMENT, {"en": text.replace(f"Open letter{stop}", "Open letter")})) == []


def test_what_is_printed_ends_with_what_is_wrong() -> None:
    assert facts_beside(STATEMENT, LETTERS).endswith("and nothing besides.\n")
    assert facts_beside(STATEMENT, {"en": ""}).rstrip().splitlines()[-1].startswith("en lacks ")


def test_a_fact_has_words_in_every_language_or_says_why_it_is_left_out() -> None:
    told = {"number": 1, "what": "x", "of_whom": "x", "by": "x", "sure": "x", "at": "x"}
    with pytest.raises(ValidationError, match="fact 1"):
        StatedFact.model_validate({**told, "en": ["x"]})
    assert Statement(
        fact=(StatedFact.model_validate({**told, "left_out": "why"}),), frame=(FramePiece(why="x"),)
    )
