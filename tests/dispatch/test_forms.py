"""What a form says of itself: whose words leave it when somebody is in trouble, and what becomes of one that was left."""

import pytest
from msgspec.structs import replace

from core.model import Address, Dialogue
from core.timeline import TimelineKind
from core.traffic import Timer
from core.vocabulary import CaseState, DialogueState
from handlers import routes, timing
from handlers.casework import opened_cases, roster
from handlers.forms.dialogues import IDLE, timer_key
from handlers.forms.form_behaviour import Interrupts
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.reporting import drafts
from storage.schema import cases
from storage.transaction import Transaction
from tests.dispatch.stage import LATER, PEOPLE, Stage, does

ASKED = "coordinator"  # for a reason, in the form of members
URGENT = "police took my brother in Shymkent"
NO_PLACE = "police took my brother"


async def _is_asked(tx: Transaction, stage: Stage, *, suspended: bool) -> Address:
    """A coordinator is asked why they want to see the case; and perhaps is one no more."""
    await does(tx, stage.service, ASKED, data=f"open:{stage.things.case.id}")
    address = await addresses.of_chat(tx, str(PEOPLE[ASKED]))
    if suspended:
        assert await roster.suspend(tx, stage.service, (await members_at(tx, address.id))[0])
    return address


async def _kept(tx: Transaction, address: Address) -> list[str]:
    """The words that are in the person's reports."""
    reports = await tx.reports.by(address_id=address.id)
    return [entry.payload["text"] for r in reports for entry in await tx.entries.by(report_id=r.id)]


async def _reasons(tx: Transaction, stage: Stage) -> list[str]:
    lines = await tx.timeline.by(case_id=stage.things.case.id)
    return [line.details["reason"] for line in lines if line.kind is TimelineKind.VIEWED]


async def test_an_urgent_sentence_of_somebody_who_is_no_member_any_more_opens_a_case(
    stages: dict[CaseState, Stage],
) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _is_asked(tx, stage, suspended=True)
        before = await _reasons(tx, stage)
        await does(tx, stage.service, ASKED, text=URGENT)
        assert await _kept(tx, address) == [URGENT]
        assert (await tx.cases.select(order_by=cases.c.id))[-1].city == "shymkent"
        assert await _reasons(tx, stage) == before


async def test_without_a_place_it_begins_a_report_that_asks_for_one(stages: dict[CaseState, Stage]) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _is_asked(tx, stage, suspended=True)
        await does(tx, stage.service, ASKED, text=NO_PLACE)
        assert await _kept(tx, address) == [NO_PLACE]
        (dialogue,) = await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)
        assert dialogue.form == "report"


async def test_it_joins_the_report_that_the_person_has(stages: dict[CaseState, Stage]) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        await does(tx, stage.service, ASKED, text="/report police took a man in Aktau")
        address = await _is_asked(tx, stage, suspended=True)
        await does(tx, stage.service, ASKED, text=NO_PLACE)
        assert await _kept(tx, address) == ["/report police took a man in Aktau", NO_PLACE]
        assert len(await tx.reports.by(address_id=address.id)) == 1


@pytest.mark.parametrize("text", ["the family in Almaty has called", "2", "someone else"])
async def test_words_that_tell_of_nothing_stay_in_the_form(stages: dict[CaseState, Stage], text: str) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _is_asked(tx, stage, suspended=True)
        await does(tx, stage.service, ASKED, text=text)
        assert await _kept(tx, address) == []


async def test_a_members_sentence_in_a_members_form_is_the_answer(stages: dict[CaseState, Stage]) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _is_asked(tx, stage, suspended=False)
        await does(tx, stage.service, ASKED, text=URGENT)
        assert await _kept(tx, address) == []
        assert (await _reasons(tx, stage))[-1] == URGENT


@pytest.mark.parametrize(
    ("happenings", "leaves"),
    [(Interrupts.NOBODYS, False), (Interrupts.STRANGERS, False), (Interrupts.EVERYBODYS, True)],
)
async def test_whose_words_leave_a_form_is_its_own_word(
    stages: dict[CaseState, Stage], monkeypatch: pytest.MonkeyPatch, happenings: Interrupts, leaves: bool
) -> None:
    stage = stages[CaseState.OPEN]
    monkeypatch.setitem(routes.FORMS, "opening", replace(routes.FORMS["opening"], happenings=happenings))
    async with stage.undone() as tx:
        address = await _is_asked(tx, stage, suspended=False)
        await does(tx, stage.service, ASKED, text=URGENT)
        assert await _kept(tx, address) == ([URGENT] if leaves else [])


async def _left(tx: Transaction, stage: Stage) -> tuple[Dialogue, Timer]:
    address = await _is_asked(tx, stage, suspended=False)
    (dialogue,) = await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)
    timer = await tx.timers.get(timer_key(dialogue))
    assert timer is not None
    return dialogue, timer


async def test_a_form_that_was_left_is_looked_after_in_its_own_way(
    stages: dict[CaseState, Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, looked_after = stages[CaseState.OPEN], []

    async def looks(tx: Transaction, service: object, timer: Timer) -> None:
        looked_after.append(timer.subject_id)

    monkeypatch.setattr(opened_cases, "OPENING", replace(opened_cases.OPENING, left="toy"))
    monkeypatch.setitem(routes.TIMERS, "toy", replace(routes.TIMERS["reason"], function=looks))
    async with stage.undone() as tx:
        dialogue, timer = await _left(tx, stage)
        assert (timer.kind, timer.due_at) == ("toy", LATER + IDLE)
        await timing.on_timer(tx, stage.service, timer)
    assert looked_after == [dialogue.id]


async def test_nothing_is_opened_by_what_is_said_after_the_question_for_a_reason_was_left(
    stages: dict[CaseState, Stage],
) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        dialogue, timer = await _left(tx, stage)
        before = await _reasons(tx, stage)
        await timing.on_timer(tx, stage.service, timer)
        await does(tx, stage.service, ASKED, text="the family has called")
        after = await tx.dialogues.get(dialogue.id)
        assert after is not None
        assert after.state is DialogueState.EXPIRED
        assert await _reasons(tx, stage) == before


async def test_a_timer_that_an_earlier_version_set_for_another_form_ends_its_dialogue(
    stages: dict[CaseState, Stage],
) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        dialogue, timer = await _left(tx, stage)
        await drafts.on_draft_due(tx, stage.service, replace(timer, kind="draft"))
        after = await tx.dialogues.get(dialogue.id)
        assert after is not None
        assert after.state is DialogueState.EXPIRED


def test_every_form_stands_under_its_name_and_says_who_looks_after_it() -> None:
    assert {name: follow.form.name for name, follow in routes.FORMS.items()} == {n: n for n in routes.FORMS}
    assert {follow.left for follow in routes.FORMS.values()} <= routes.TIMERS.keys()
