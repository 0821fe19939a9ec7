"""Opening a case: a coordinator says why, and the timeline keeps it.

A coordinator's copy of a case does not stay on their phone: it shrinks to a line when the case is closed, some days after it
was opened, and when they hand it over. Opening it again needs a reason, as the first time.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.casework.linking import is_stub
from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import StepOutcome
from core.model import Case, Dialogue
from core.presentation import Button
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Timer
from core.understanding.lawyer_words import is_no_reason
from core.vocabulary import READ_TASKS, CaseState, DialogueState
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards import case_lines, history, live_cards, merged_case
from handlers.cards.stub import stub
from handlers.casework import disclosure, notes, standing_reason
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.people.membership import members_at
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.schema import cards
from storage.transaction import Transaction

FORM = Form(
    "opening", (Question("reason", AnswerKind.WORDS, required=True),), lambda values: "reason" in values
)


async def ask_reason(turn: Turn, case: Case) -> None:
    """The coordinator is asked why they want to see this case, before they see it; not where a reason stands for its
    incident.
    """
    if await standing_reason.opens(turn, case):
        await _show(turn, case)
        return
    dialogue = await dialogues.begin(turn, OPENING, case.id)
    await dialogues.ask_question(turn, OPENING, dialogue)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """The reason is given: the case is shown, and the timeline says who opened it and why."""
    reason = state_of(dialogue).answers.get("reason")
    turn.tx.dialogues.remove(dialogue.id)
    if reason is None:
        turn.reply("opening-cancelled")
        return
    case = await turn.tx.cases.get(dialogue.subject_id)
    if case is None or turn.coordinator is None:
        turn.reply("button-unknown")
        return
    if turn.incoming.file is not None or not any(map(str.isalpha, turn.incoming.text)):
        # a voice note says nothing later, nor does a number that was meant for a list
        await ask_reason(turn, case)
        return
    if is_no_reason(turn.incoming.text, turn.service.heard, turn.language):
        turn.foot = None  # no question took the words
        await notes.take_words(turn)
        await ask_reason(turn, case)
        return
    await timeline.append(
        turn.tx,
        case.id,
        turn.coordinator.id,
        TimelineKind.VIEWED,
        {"reason": turn.incoming.typed or str(reason.value)},
    )
    for card in await turn.tx.cards.by(subject=history.CARD, subject_id=case.id):
        live_cards.touch(turn.tx, card)
    await _show(turn, case)
    if await standing_reason.incidents_of(turn.tx, case):
        stands = Button(turn.say("button-reason-stands"), f"stands:{case.id}")
        turn.reply("reason-may-stand", ((stands,),), code=case.code)


async def _show(turn: Turn, case: Case) -> None:
    await live_cards.renew(turn.tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)
    for kind in READ_TASKS:
        await tasks.settle(turn.tx, turn.service, case, kind)


async def on_reason_stands(turn: Turn, found: OnCase) -> None:
    """*The same reason for the whole incident*: of its other cases none is asked for in this shift."""
    incidents = await standing_reason.incidents_of(turn.tx, found.case)
    standing_reason.begin(turn.tx, found.member, incidents, found.case)
    turn.reply_in_place("reason-stands")


async def _take_back_reason(turn: Turn, taken: TakenWords) -> TakenWords:
    """Without a reason the case is not open; the timeline keeps that it was, and will have the true one."""
    case = await turn.tx.cases.get(taken.subject)
    if case is not None:
        await shrink_copy(turn.tx, turn.service, case, turn.address.id)
    return taken


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody gave a reason: nothing was opened, what is written later is no reason, and what was typed is kept no longer."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is not None:
        tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED, answers={}))


OPENING = FormBehaviour(
    FORM,
    "reason",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back={"reason": _take_back_reason},
)


OPENED_FOR = timedelta(days=3)


async def shrink_copies(tx: Transaction, service: Service, case: Case) -> None:
    """All copies of a case."""
    for card in await tx.cards.by(subject="case", subject_id=case.id):
        await _shrink_card(tx, service, card, case)


async def shrink_copy(tx: Transaction, service: Service, case: Case, address_id: int) -> None:
    """One reader's, who has given it out of their hands."""
    for card in await tx.cards.by(subject="case", subject_id=case.id, address_id=address_id):
        await _shrink_card(tx, service, card, case)


async def shrink_old_copies(tx: Transaction, service: Service) -> None:
    """Those that were opened long ago, each counted from the last reason that was given for it."""
    for card in await tx.cards.select(cards.c.subject == "case"):
        case = await tx.cases.get(card.subject_id)
        if case is not None and await _opened_at(tx, card) <= tx.now - OPENED_FOR:
            await _shrink_card(tx, service, card, case)


async def _opened_at(tx: Transaction, card: Card) -> datetime:
    readers = {member.id for member in await members_at(tx, card.address_id)}
    lines = await tx.timeline.by(case_id=card.case_id)
    viewed = [line.at for line in lines if line.kind is TimelineKind.VIEWED and line.actor_id in readers]
    return max(viewed, default=card.created_at)


async def _shrink_card(tx: Transaction, service: Service, card: Card, case: Case) -> None:
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    row: tuple[Button, ...] = (Button(say(language, "button-open"), f"open:{case.id}"),)
    if is_stub(case):
        shown = await merged_case.coordinator_view(tx, service, language, case)
    elif case.state is CaseState.CLOSED:
        row = (*row, Button(say(language, "button-reopen"), f"reopen:{case.id}"))
        ended = case_lines.outcome_words(service, language, case)
        shown = stub(service, language, "stub-closed", (row,), code=case.code, outcome=ended)
    else:
        shown = stub(service, language, "stub-shrunk", (row,), code=case.code)
    live_cards.drop(tx, card, shown)
    await disclosure.take_back(tx, case_id=case.id, address_id=card.address_id)
    for history_card in await tx.cards.by(
        subject=history.CARD, subject_id=case.id, address_id=card.address_id
    ):
        live_cards.drop(tx, history_card, stub(service, language, "history-shut", code=case.code))
