"""What can be asked for a paper: its words, and that the answer reaches the paper."""

from typing import Any

import pytest

from core.casework.claim_kinds import KINDS, ValueKind
from core.model import LANGUAGES
from core.papers.asked_fields import FIELDS, AskedField, field_options
from core.papers.catalogue import LeafShape, shape_of
from core.resources.word_files import load_words
from tests.decisions.claims import claim
from tests.papers.matters import DANA, LAWYER, built, leaf, moment, named

WORDS = load_words()
ANSWERS: dict[ValueKind, Any] = {ValueKind.WORDS: "something made up", ValueKind.MOMENT: moment(0)}


def answer(field: AskedField) -> Any:
    """One that may be given."""
    if field.holds is ValueKind.FLAGS:
        return (field.options[0],)
    return field.options[0] if field.options else ANSWERS[field.holds]


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_question_its_label_and_its_options_in_each_language(
    field: AskedField, language: str
) -> None:
    keys = [field.ask, field.label, *map(field.option_key, field.options)]
    assert [key for key in keys if not WORDS.has(language, key)] == []


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_what_a_lawyer_answers_stands_in_the_paper_and_is_verified(field: AskedField) -> None:
    about = DANA if field.of_person else None
    said = claim(field.kind, answer(field), LAWYER, person_id=about)
    found = leaf(built(named(by=LAWYER), said), field.path)
    if field.path != "person.age":  # of a moment of the same day nobody is a year old
        assert found.text
        assert (found.origins, found.verified) == ((f"claim:{said.id}",), True)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_what_nobody_has_answered_says_what_would_answer_it(field: AskedField) -> None:
    nothing = leaf(built(), field.path)
    assert (nothing.text, nothing.asks) == ("", field.kind)


def test_nothing_of_it_makes_a_card_longer() -> None:
    new = ("sex", "born_on", "nationality", "id_document", "occupation", "tie", "witnesses", "counsel_order")
    assert [name for name in new if KINDS[name].on_card] == []


@pytest.mark.parametrize("path", FIELDS)
def test_each_is_a_path_of_a_dossier(path: str) -> None:
    assert isinstance(shape_of(path), LeafShape)


def test_what_can_be_chosen_is_known_by_the_kind_of_claim() -> None:
    assert field_options("sex") == ("female", "male")
    assert "criminal" in field_options("regime")
    assert field_options("perpetrators") == ()  # any of several
    assert field_options("nationality") == field_options("nothing") == ()
