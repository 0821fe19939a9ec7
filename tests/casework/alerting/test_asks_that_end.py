"""What coordinators were asked ends by itself as soon as the case says that it is done, and not before."""

from typing import Any

import pytest

from core.vocabulary import CaseState, TaskKind
from handlers.cards.task_card import is_settled
from tests.decisions.people import case

QUIET: dict[str, Any] = {"alerting": False, "region": None, "city": None}
TAKEN, LOST = {"state": CaseState.ACCEPTED}, {"state": CaseState.OPEN}
ALARM = {"alerting": True}
IS, NOT = {"says_over": True, "says_false": True}, {"says_over": False, "says_false": False}
FREE = {**TAKEN, **ALARM, "wants_second": True}
ENDS: dict[TaskKind, tuple[dict[str, Any], list[dict[str, Any]]]] = {  # while it is so; by what it ends
    TaskKind.NOBODY: (ALARM, [TAKEN]),
    TaskKind.FIRST_ACTION: (ALARM, [TAKEN]),
    TaskKind.OWN_LAWYER: ({}, [TAKEN]),
    TaskKind.RECORD: ({}, [ALARM, TAKEN]),
    TaskKind.CHECK_IN: ({}, [ALARM, TAKEN, IS]),
    TaskKind.SUMMONS: ({}, [ALARM, TAKEN]),
    TaskKind.NO_PLACE: ({}, [ALARM, TAKEN]),
    TaskKind.UNCLEAR: ({}, [ALARM, TAKEN]),
    TaskKind.VOICE: ({}, [ALARM, TAKEN]),
    TaskKind.OWNER_GONE: (TAKEN, [LOST]),
    TaskKind.MOVED: (TAKEN, [LOST]),
    TaskKind.SILENT_OWNER: (TAKEN, [LOST]),
    TaskKind.HAND_OVER: (TAKEN, [LOST]),
    TaskKind.CANNOT_COME: (TAKEN, [LOST]),
    TaskKind.SECOND: (FREE, [{"second_id": 7}, {"wants_second": False}, IS]),
    TaskKind.REGION: (ALARM, [{"region": "almaty"}, TAKEN]),
    TaskKind.OVER: (IS, [NOT]),
    TaskKind.FALSE: (IS, [NOT]),
}
BY_A_PERSON = [
    TaskKind.LANGUAGE,
    TaskKind.WHERE,
    TaskKind.UNANSWERED,
    TaskKind.ELSEWHERE,
    TaskKind.DENIED,
    TaskKind.UNHANDLED,
]
AFTER = [TaskKind.DELETE, TaskKind.CONSENT, TaskKind.UNDERTAKING]


@pytest.mark.parametrize("kind", ENDS)
def test_it_stands_until_it_is_done(kind: TaskKind) -> None:
    asked, ends = ENDS[kind]
    before = QUIET | asked
    assert not is_settled(case(**before), kind)
    for end in [*ends, {"state": CaseState.CLOSED}]:
        assert is_settled(case(**before | end), kind), end


@pytest.mark.parametrize("kind", [*BY_A_PERSON, *AFTER])
def test_what_only_a_person_can_do_stands_until_the_case_is_closed_or_longer(kind: TaskKind) -> None:
    for how in (ALARM, TAKEN, IS):
        assert not is_settled(case(**QUIET | how), kind)
    assert is_settled(case(state=CaseState.CLOSED), kind) == (kind not in AFTER)


def test_what_came_after_closing_stands_while_it_is_closed() -> None:
    assert not is_settled(case(state=CaseState.CLOSED), TaskKind.AFTER_CLOSED)
    assert is_settled(case(), TaskKind.AFTER_CLOSED)
