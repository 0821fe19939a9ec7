"""Words of a member that are held for a day: until it is known where they belong, or so that a press can give them back."""

from datetime import timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerSource, answers_from_data, answers_to_data
from core.model import Dialogue
from core.traffic import Timer
from core.vocabulary import DialogueState
from handlers.arguments import HELD_WORDS
from handlers.forms.form_behaviour import TakenWords
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

WORDS = "words"  # where they stand in the dialogue
PROMPT = "prompt"  # beside them, what took them
KEPT = timedelta(hours=24)
UNPLACED, PLACED_WITHIN = "unplaced", timedelta(minutes=10)
TAKEN_KEPT = timedelta(minutes=30)  # what a question took: no longer than an answer that is left


class _Prompt(Struct):
    """A question of a form as it stood before it took the words; ``message``: the number of the one that had them."""

    form: str
    question: str
    subject: int
    answers: dict[str, object]
    message: int | None


def hold_answers(turn: Turn, given: dict[str, str], kept: timedelta = KEPT) -> Dialogue:
    """Keep these for so long."""
    now, number = turn.now, turn.tx.new_id()
    answers = answers_to_data({name: Answer(value, AnswerSource.TYPED, now) for name, value in given.items()})
    turn.tx.timers.put(Timer(f"note:{number}", "note", now + kept, number))
    return turn.tx.dialogues.add(
        Dialogue(number, turn.address.id, HELD_WORDS, 0, DialogueState.FINISHED, now, now, answers)
    )


def wait_for_case(turn: Turn, held: Dialogue) -> None:
    """It is asked to which of several cases they belong; see handlers.visits.unplaced_words."""
    turn.tx.timers.put(Timer(f"{UNPLACED}:{held.id}", UNPLACED, turn.now + PLACED_WITHIN, held.id))


async def words_waiting(tx: Transaction, address_id: int) -> list[Dialogue]:
    """What was written there of which it was asked to which case it belongs, oldest first."""
    held = await tx.dialogues.by(address_id=address_id, form=HELD_WORDS)
    asked = [each for each in held if await tx.timers.get(f"{UNPLACED}:{each.id}") is not None]
    return sorted(asked, key=lambda each: each.id)


def hold_taken(turn: Turn, before: Dialogue, question: str, words: str) -> Dialogue:
    """Keep what a question took. ``before``: its dialogue without the answer."""
    prompt = _Prompt(before.form, question, before.subject_id, dict(before.answers), turn.incoming.message_id)
    given = {WORDS: words, PROMPT: msgspec.json.encode(prompt).decode()}
    return hold_answers(turn, given, TAKEN_KEPT)


def with_words(held: Dialogue, words: str) -> dict[str, object]:
    """What is held, with these words."""
    given = answers_from_data(held.answers)
    return {**held.answers, **answers_to_data({WORDS: replace(given[WORDS], value=words)})}


def forget_words(tx: Transaction, held: Dialogue) -> None:
    """They are where they belong, or nobody can give them back any more."""
    tx.dialogues.remove(held.id)
    for key in ("note", UNPLACED):
        tx.timers.remove(f"{key}:{held.id}")


def words_in(held: Dialogue) -> str:
    """The words as they were typed."""
    return str(answers_from_data(held.answers)[WORDS].value)


async def taken_words(turn: Turn, argument: str) -> TakenWords | None:
    """The number of a dialogue that holds what a question of the actor took."""
    held = await turn.tx.dialogues.get(id_in(argument) or 0)
    ours = held is not None and held.address_id == turn.address.id and held.form == HELD_WORDS
    if held is None or not ours or PROMPT not in held.answers:
        return None
    prompt = msgspec.json.decode(str(answers_from_data(held.answers)[PROMPT].value), type=_Prompt)
    return TakenWords(
        held.id,
        prompt.form,
        prompt.question,
        prompt.subject,
        answers_from_data(prompt.answers),
        words_in(held),
        prompt.message,
    )


async def on_not_this(turn: Turn, taken: TakenWords) -> None:
    """*Not this*: dispatch gives the words back to where they would have gone."""
    turn.tx.dialogues.remove(taken.held)
    turn.tx.timers.remove(f"note:{taken.held}")
    turn.given_back = taken
