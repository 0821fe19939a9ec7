"""Why a play has stopped is a sentence, in three languages."""

import pytest

from core.model import LANGUAGES
from playground.demo.processes import NotDone
from playground.demo.settling import KINDS
from playground.host.playhouse import in_all

pytestmark = pytest.mark.slow


def test_the_reason_says_what_there_is_most_of() -> None:
    assert str(NotDone({"cards": 3, "messages": 281})) == "281 messages have not left yet."


@pytest.mark.parametrize("what", ["updates", *KINDS])
def test_every_kind_of_work_has_its_sentence_in_every_language(what: str) -> None:
    error = NotDone({what: 1})
    assert (error.what, error.count) == (what, 1)
    assert len({in_all(f"left-{what}", count=5)[language] for language in LANGUAGES}) == len(LANGUAGES)
