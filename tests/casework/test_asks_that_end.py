"""What coordinators were asked ends by itself as soon as the case says that it is done, and not before."""

from typing import Any

import pytest

from bot.core.vocabulary import AskKind, CaseState
from handlers.cards.ask_card import is_settled
from tests.decisions.people import case

QUIET: dict[str, Any] = {"alerting": False, "region": None, "city": None}
TAKEN, LOST = {"state": CaseState.ACCEPTED}, {"state": CaseState.OPEN}
ALARM = {"alerting": True}
IS, NOT = {"says_over": True, "says_false": True}, {"says_over": False, "says_false": False}
FREE = {**TAKEN, **ALARM, "wants_second": True}
ENDS: dict[AskKind, tuple[dict[str, Any], list[dict[str, Any]]]] = {  # while it is so; by what it ends
    AskKind.NOBODY: (ALARM, [TAKEN]),
    AskKind.FIRST_ACTION: (ALARM, [TAKEN]),
    AskKind.OWN_LAWYER: ({}, [TAKEN]),
    AskKind.RECORD: ({}, [ALARM, TAKEN]),
    AskKind.CHECK_IN: ({}, [ALARM, TAKEN, IS]),
    AskKind.SUMMONS: ({}, [ALARM, TAKEN]),
    AskKind.NO_PLACE: ({}, [ALARM, TAKEN]),
    AskKind.UNCLEAR: ({}, [ALARM, TAKEN]),
    AskKind.VOICE: ({}, [ALARM, TAKEN]),
    AskKind.OWNER_GONE: (TAKEN, [LOST]),
    AskKind.MOVED: (TAKEN, [LOST]),
    AskKind.SILENT_OWNER: (TAKEN, [LOST]),
    AskKind.HAND_OVER: (TAKEN, [LOST]),
    AskKind.CANNOT_COME: (TAKEN, [LOST]),
    AskKind.SECOND: (FREE, [{"second_id": 7}, {"wants_second": False}, IS]),
    AskKind.REGION: (ALARM, [{"region": "almaty"}, TAKEN]),
    AskKind.OVER: (IS, [NOT]),
    AskKind.FALSE: (IS, [NOT]),
}
BY_A_PERSON = [
    AskKind.LANGUAGE,
    AskKind.WHERE,
    AskKind.UNANSWERED,
    AskKind.ELSEWHERE,
    AskKind.DENIED,
    AskKind.UNHANDLED,
]
AFTER = [AskKind.DELETE, AskKind.CONSENT, AskKind.UNDERTAKING]


@pytest.mark.parametrize("kind", ENDS)
def test_it_stands_until_it_is_done(kind: AskKind) -> None:
    asked, ends = ENDS[kind]
    before = QUIET | asked
    assert not is_settled(case(**before), kind)
    for end in [*ends, {"state": CaseState.CLOSED}]:
        assert is_settled(case(**before | end), kind), end


@pytest.mark.parametrize("kind", [*BY_A_PERSON, *AFTER])
def test_what_only_a_person_can_do_stands_until_the_case_is_closed_or_longer(kind: AskKind) -> None:
    for how in (ALARM, TAKEN, IS):
        assert not is_settled(case(**QUIET | how), kind)
    assert is_settled(case(state=CaseState.CLOSED), kind) == (kind not in AFTER)


def test_what_came_after_closing_stands_while_it_is_closed() -> None:
    assert not is_settled(case(state=CaseState.CLOSED), AskKind.AFTER_CLOSED)
    assert is_settled(case(), AskKind.AFTER_CLOSED)
