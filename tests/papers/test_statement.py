"""The table by which the letter of September 2018 is compared with the statement. The letter itself: tests/demo."""

from core.model import LANGUAGES
from playground.demo.scenario import load
from tests.papers.statement import FACTS, differences

LETTERS = {
    language: "\n\n".join(piece for fact in FACTS for piece in fact[language]) for language in LANGUAGES
}


def test_every_row_of_the_scenario_is_in_the_table() -> None:
    assert {fact["row"] for fact in FACTS} == {"", *load().rows}


def test_a_fact_that_is_missing_and_a_sentence_too_many_are_both_told() -> None:
    assert list(differences(LETTERS)) == []
    for language, text in LETTERS.items():
        without = text.replace(FACTS[3][language][1], "")
        (lacks,) = differences({language: without})
        assert FACTS[3]["published"] in lacks
        (besides,) = differences({language: f"{text} One more."})
        assert besides == f"{language} says besides: One more."


def test_each_language_says_each_fact_in_as_many_sentences() -> None:
    assert all(len(fact["kk"]) == len(fact["ru"]) == len(fact["en"]) > 0 for fact in FACTS)
