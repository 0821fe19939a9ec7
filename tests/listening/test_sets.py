"""The sets of messages are whole, and what may be read of them is understood as well as it was."""

import pytest

from tests.listening.figures import JUDGES, messages, tuning, unread

FIELDS = frozenset(("number", "text", "ongoing", "link", "wakes", *JUDGES)) - {"language"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_language_has_two_hundred_messages_of_which_every_second_is_for_tuning(language: str) -> None:
    found = messages(language)
    assert [message["number"] for message in found] == list(range(1, 201))
    assert len({message["text"] for message in found}) == 200
    assert all(message.keys() >= FIELDS for message in found)
    assert len(unread(language)) == 100
    assert len(tuning(language)) == 100 + 160
    assert not {m["text"] for m in tuning(language)} & {m["text"] for m in unread(language)}


def test_every_kind_of_fact_is_told_somewhere() -> None:
    found = [message for language in ("kk", "ru", "en") for message in messages(language)]
    told = {kind for kind in JUDGES for message in found if message.get(kind)}
    assert told >= JUDGES.keys() - {"wakes"}
