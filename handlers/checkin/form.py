"""Setting a check-in: by when they will write, where they are, what it is about, whom to ring.

It runs from the first answer on. At the end the chat keeps nothing but the reminder: whoever looks into the phone reads
a time and two signs.
"""

from msgspec.structs import replace

from bot.core.conversation.forms import Form, Kind, Question
from bot.core.conversation.step import Outcome, Step
from bot.core.in_a_chat import CheckIn
from bot.core.model import Dialogue
from bot.core.traffic import Timer
from bot.core.values import Moment, Place
from bot.core.vocabulary import CheckInState, DialogueState
from handlers.checkin import running
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

FORM = Form(
    "checkin",
    (
        Question("until", Kind.UNTIL, ("h1", "h2", "h3"), required=True),
        Question("place", Kind.PLACE, ("unknown",)),
        Question("about", Kind.WORDS),
        Question("contact", Kind.CONTACT, ("no",)),
    ),
    lambda values: "until" in values,
)


async def on_asked(turn: Turn, argument: str) -> None:
    """``/checkin``: the one that runs, else a new one."""
    one = await running.of(turn.tx, turn.address.id)
    if one is not None and one.state is CheckInState.RUNNING:
        await running.show(turn.tx, one)
        return
    dialogue = await dialogues.begin(turn, CHECK_IN, 0)
    await dialogues.ask(turn, CHECK_IN, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # the answers are all that is kept, until it ends well


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """A time is known: it runs, or goes on until another time."""
    answers = state_of(dialogue).answers
    until, place = answers.get("until"), answers.get("place")
    if until is None or not isinstance(until.value, Moment) or until.value.at is None:
        return
    region = place.value.region if place is not None and isinstance(place.value, Place) else None
    one = await turn.tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if one is None:
        one = turn.tx.checkins.add(
            CheckIn(
                turn.tx.new_id(),
                turn.address.id,
                dialogue.id,
                CheckInState.RUNNING,
                turn.now,
                due=until.value.at,
            )
        )
        turn.tx.dialogues.put(replace(dialogue, subject_id=one.id))
    due = until.value.at if "until" in step.answered else one.due
    running.put(turn.tx, replace(one, region=region, due=due))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Confirmed: only the reminder stays. Cancelled: nothing does."""
    one = await turn.tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if outcome is Outcome.FINISHED and one is not None:
        await running.settle(turn.tx, turn.service, turn.address.id, dialogue.started_at)
        await running.show(turn.tx, one)
        return
    if one is not None:
        await running.end(turn.tx, turn.service, one)
    turn.tx.dialogues.remove(dialogue.id)
    turn.reply("checkin-cancelled")


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: with a time it runs; without one there is nothing to keep."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is None or dialogue.state is not DialogueState.OPEN:
        return
    one = await tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if one is None:
        tx.dialogues.remove(dialogue.id)
        return
    tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
    await running.settle(tx, service, dialogue.address_id, dialogue.started_at)
    await running.show(tx, one)


CHECK_IN = Follow(FORM, "check-in-left", Happenings.EVERYBODYS, _keep, _on_changed, _on_ended)
