"""Opening a case: a coordinator says why, and the timeline keeps it."""

from msgspec.structs import replace

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Case, Dialogue
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import DialogueState
from handlers.cards import history, tracking
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

FORM = Form("opening", (Question("reason", Kind.WORDS, required=True),), lambda values: "reason" in values)


async def ask_reason(turn: Turn, case: Case, *, taking: bool = False) -> None:
    """Why does the coordinator want to see this case? ``taking``: they read that it is not theirs by that."""
    dialogue = await dialogues.begin(turn, OPENING, case.id)
    await dialogues.ask(turn, OPENING, dialogue, turn.say("case-not-taken-yet") if taking else "")


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # a reason is no report; the timeline keeps it


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
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
    await timeline.append(
        turn.tx,
        case.id,
        turn.coordinator.id,
        Line.VIEWED,
        {"reason": turn.incoming.typed or str(reason.value)},
    )
    for card in await turn.tx.cards.by(subject=history.CARD, subject_id=case.id):
        tracking.touch(turn.tx, card)
    await tracking.renew(turn.tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody gave a reason: nothing was opened, what is written later is no reason, and what was typed is kept no longer."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is not None:
        tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED, answers={}))


OPENING = Follow(FORM, "reason", Happenings.STRANGERS, _keep, _on_changed, _on_ended, reviewed=False)
