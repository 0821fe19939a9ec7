"""The sets of messages are whole, and what may be read of them is understood as well as it was."""

import pytest

from core.intake.cues import Status, Whose
from core.understanding.plain import readable
from tests.listening.clause_figures import PARTS, answers, figures, labelled
from tests.listening.figures import JUDGES, facts_of, messages, tuning, unread

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


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_language_has_three_hundred_clauses_of_which_half_are_not_read(language: str) -> None:
    parts = {part: labelled(part, language) for part in PARTS}
    assert {part: len(rows) for part, rows in parts.items()} == {"read": 150, "unread": 150}
    assert not {row.message for row in parts["read"]} & {row.message for row in parts["unread"]}
    assert all(readable(row.clause) in readable(row.message) for rows in parts.values() for row in rows)
    assert {row.status for rows in parts.values() for row in rows} == set(Status)
    assert {row.whose for rows in parts.values() for row in rows} == set(Whose)


FLOOR = (
    0.9  # of what is stated against the rest, on clauses that nobody has read: docs/develop/conversations.md
)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_is_stated_is_told_from_the_rest_in_clauses_that_nobody_has_read(language: str) -> None:
    found = dict(figures(answers(labelled("unread", language))))
    assert found["stated"].f >= FLOOR
    assert found["held"].f >= FLOOR - 0.02


def test_what_is_stated_is_seldom_lost_to_a_ring() -> None:
    rows = [row for part in PARTS for row in labelled(part) if row.status == Status.STATED]
    ringing = [given for given in answers(rows) if given.rings is Status.STATED]
    assert len(ringing) >= 0.95 * len(rows)


MOST_WRONG, LEAST_FOUND = (
    0.06,
    0.84,
)  # of 100 messages, and of the facts that a careful reader sees: issue "People are heard"


def test_few_facts_are_wrong_and_most_are_found_in_messages_that_nobody_has_read() -> None:
    counted = [facts_of(unread(language)) for language in ("kk", "ru", "en")]
    wrong, found, told = (sum(column) for column in zip(*counted, strict=True))
    assert wrong <= MOST_WRONG * 300
    assert found >= LEAST_FOUND * told
