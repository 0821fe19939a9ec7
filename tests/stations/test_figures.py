"""Stations are heard as people shorten them; what is asked, denied or only near claims nothing. Measured, and held there."""

import pytest

from core.conversation.forms import Answer, AnswerSource, FormState
from core.values import Place, Value
from tests.conversation.person import START, Person
from tests.stations.figures import HERE, LANGUAGES, figures_of, spot_answers

READ_MISSES, UNREAD_RIGHT, UNREAD_CLAIMED = 0, 0.9, 1  # what was reached; it may only become better


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_was_read_while_tuning_is_heard_rightly(language: str) -> None:
    found = figures_of(HERE / f"{language}.toml")
    assert (found.wrong, found.missed, found.claimed) == ((), (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_messages_that_nobody_has_read_nine_of_ten_are_heard(language: str) -> None:
    found = figures_of(HERE / "unread" / f"{language}.toml")
    assert found.right / found.said >= UNREAD_RIGHT
    assert len(found.claimed) <= UNREAD_CLAIMED


KNOWN: dict[str, Value | None] = {
    "situation": "other",
    "place": Place("almaty", region="almaty-city"),
    "who": None,
}


def took(text: str) -> bool:
    """Whether it is taken as the answer to "where exactly?"."""
    answers = {
        name: Answer(value, AnswerSource.TAP if value is not None else AnswerSource.SKIPPED, START)
        for name, value in KNOWN.items()
    }
    person = Person(state=FormState(answers))
    assert person.question == "where"
    person.writes(text)
    return person.facts.get("where") == text and text in person.shown.text


def test_any_words_for_a_place_answer_where_exactly_and_are_shown_back() -> None:
    refused = [text for kind in ("places", "sentences") for text in spot_answers(kind) if not took(text)]
    assert len(refused) <= 2, refused


def test_what_another_question_is_answered_by_or_what_is_asked_is_no_place() -> None:
    assert [text for text in spot_answers("others") if took(text)] == []
