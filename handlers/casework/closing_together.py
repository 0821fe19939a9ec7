"""Cases that a coordinator closes without having opened them: a reason is asked first, it stands in each history, and others
hear of it: who had them, the other coordinators, their reporters, one message each. For an hour one press takes it back.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.conversation.forms import Answer, AnswerKind, AnswerSource, Form, Question, answers_to_data
from core.conversation.step import StepOutcome
from core.model import Case, Dialogue, Member
from core.presentation import Button, ButtonRows, Presentation
from core.timeline import TimelineKind
from core.traffic import Lane
from core.vocabulary import CaseState, outcome_key
from handlers import arguments
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.casework import disclosure, lifecycle
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, change_nothing, keep_nothing
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.turn import Turn, id_in
from storage.schema import cases as case_table
from storage.transaction import Transaction

UNDONE_FOR = timedelta(hours=1)
SHOWN = 12  # codes in one message
CASES, OUTCOME = "cases", "outcome"  # kept beside the answers

FORM = Form("closing", (Question("reason", AnswerKind.WORDS, required=True),), lambda values: False)


class ClosedTogether(OnCase, frozen=True):
    """One case, and all that the same member closed with it."""

    cases: tuple[Case, ...]


async def is_unseen(turn: Turn, cases: Sequence[Case]) -> bool:
    """Whether the actor has one of them neither as its owner nor open."""
    return not all([await disclosure.may_see(turn.tx, case, turn.address.id) for case in cases])


async def ask_reason(turn: Turn, cases: Sequence[Case], outcome: str) -> None:
    """Why, before anything is closed."""
    begun = await dialogues.begin(turn, CLOSING, cases[0].id)
    said = {CASES: ",".join(str(case.id) for case in cases), OUTCOME: outcome}
    known = {name: Answer(value, AnswerSource.TAP, turn.now) for name, value in said.items()}
    begun = dialogues.save(turn, CLOSING, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask_question(turn, CLOSING, begun)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """The reason is given, and what is still open is closed."""
    said = {name: str(answer.value) for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    member = turn.coordinator
    if outcome is StepOutcome.CANCELLED or member is None or "reason" not in said:
        turn.reply("close-not")
        return
    ids = [id for number in said[CASES].split(",") if (id := id_in(number)) is not None]
    closed = await close_together(turn, member, ids, said[OUTCOME], said["reason"])
    turn.reply("close-together-done", undo_row(turn, closed), count=len(closed), codes=_codes(closed))


CLOSING = FormBehaviour(
    FORM, "together-left", Interrupts.STRANGERS, keep_nothing, change_nothing, _on_ended, reviewed=False
)


async def close_together(
    turn: Turn, member: Member, ids: Sequence[int], outcome: str, reason: str
) -> list[Case]:
    """Those of these cases that are not closed are; everybody who must hear reads one message."""
    found = [await turn.tx.cases.get(id) for id in ids]
    closed = [case for case in found if case is not None and case.state is not CaseState.CLOSED]
    unseen = await is_unseen(turn, closed)
    told: set[int] = set()
    for case in closed:
        await lifecycle.close(turn.tx, turn.service, case, member, outcome, reason, told=told)
    await tell_owners(turn, member, closed, outcome_key(outcome))
    if unseen:
        for colleague in await tasks.coordinators(turn.tx):
            if colleague.id != member.id and not any(case.owner_id == colleague.id for case in closed):
                await _tell_coordinator(turn, member, colleague, closed, outcome_key(outcome))
    return closed


async def tell_owners(turn: Turn, by: Member, cases: Sequence[Case], what: str) -> None:
    """Who has them, or had them until now, reads what a colleague has written of them."""
    owners = dict.fromkeys(id for case in cases for id in (case.owner_id, case.second_id) if id is not None)
    for owner in [found for id in owners if (found := await turn.tx.members.get(id)) is not None]:
        if owner.id == by.id or owner.suspended_at is not None:
            continue
        theirs = [case for case in cases if owner.id in (case.owner_id, case.second_id)]
        await _tell(turn, owner, "close-together-owner", theirs, what, by)


async def _tell_coordinator(
    turn: Turn, by: Member, colleague: Member, closed: Sequence[Case], what: str
) -> None:
    await _tell(turn, colleague, "close-together-coordinator", closed, what, by, undo=True)


async def _tell(
    turn: Turn, to: Member, key: str, cases: Sequence[Case], what: str, by: Member, *, undo: bool = False
) -> None:
    there = await home_address(turn.tx, to)
    language, say = await language_of(turn.tx, turn.service, there), turn.service.words.say
    text = say(language, key, name=by.name, count=len(cases), codes=_codes(cases), what=say(language, what))
    rows: ButtonRows = ()
    if undo and cases:
        rows = ((Button(say(language, "button-reopen-all"), f"again:{cases[0].id}"),),)
    shown = Presentation(text, rows, protect=True)
    key_of = disclosure.new_key(turn.tx, None) if undo else None  # an owner keeps it: it has codes alone
    sending.send_message(turn.tx, turn.service, there, shown, Lane.NEWS, key=key_of)


def undo_row(turn: Turn, closed: Sequence[Case]) -> ButtonRows:
    """By which all of them are opened again."""
    return ((Button(turn.say("button-reopen-all"), f"again:{closed[0].id}"),),) if closed else ()


def _codes(cases: Sequence[Case]) -> str:
    return ", ".join([*(case.code for case in cases[:SHOWN]), *(["…"] if len(cases) > SHOWN else [])])


async def closed_together(turn: Turn, argument: str) -> ClosedTogether | None:
    """``number``: a case that was closed within the hour, and those that the same member closed in that moment."""
    found = await arguments.case(turn, argument)
    if (
        found is None
        or found.word
        or found.case.closed_at is None
        or found.case.state is not CaseState.CLOSED
    ):
        return None
    if turn.now - found.case.closed_at > UNDONE_FOR:
        return None
    closer = await _closer(turn.tx, found.case)
    same = await turn.tx.cases.select(case_table.c.closed_at == found.case.closed_at)
    together = [
        case
        for case in same
        if case.state is CaseState.CLOSED and not is_stub(case) and await _closer(turn.tx, case) == closer
    ]
    return ClosedTogether(found.member, found.case, "", tuple(together))


async def _closer(tx: Transaction, case: Case) -> int:
    lines = await tx.timeline.by(case_id=case.id)
    return next((line.actor_id for line in reversed(lines) if line.kind is TimelineKind.CLOSED), 0)


async def on_all_reopened(turn: Turn, found: ClosedTogether) -> None:
    """*Open them again*: it was a mistake."""
    told: set[int] = set()
    for case in found.cases:
        await lifecycle.reopen(turn.tx, turn.service, case, found.member, told=told)
    turn.reply_in_place("reopen-all-done", count=len(found.cases))
