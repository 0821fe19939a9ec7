"""*Tell the next one*: a member who gave a case back writes down what the next lawyer should know."""

from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import StepOutcome
from core.model import Dialogue
from core.vocabulary import CaseState, is_given_back
from handlers.arguments import OnOffer
from handlers.cards import live_cards
from handlers.casework import facts, notes
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, change_nothing, keep_nothing
from handlers.turn import Turn

FORM = Form(
    "parting", (Question("words", AnswerKind.WORDS, required=True),), lambda values: "words" in values
)


async def on_handback_note_asked(turn: Turn, found: OnOffer) -> None:
    """*Tell the next one*."""
    if not is_given_back(found.alert.reason) or found.case.state is CaseState.CLOSED:
        turn.reply("button-unknown")
        return
    dialogue = await dialogues.begin(turn, HANDBACK_NOTE, found.case.id)
    await dialogues.ask_question(turn, HANDBACK_NOTE, dialogue)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    words = state_of(dialogue).answers.get("words")
    turn.tx.dialogues.remove(dialogue.id)
    case, member = await turn.tx.cases.get(dialogue.subject_id), turn.active
    if words is None or case is None or member is None:
        turn.reply("parting-cancelled")
        return
    await notes.note_words(turn, case, member, str(words.value))
    turn.reply("jotted-done", code=case.code)


async def _take_back_handback(turn: Turn, taken: TakenWords) -> TakenWords:
    await _withdraw_note(turn, taken.subject, str(taken.words))
    return taken


HANDBACK_NOTE = FormBehaviour(
    FORM,
    "reason",
    Interrupts.STRANGERS,
    keep_nothing,
    change_nothing,
    _on_ended,
    reviewed=False,
    takes_back={"words": _take_back_handback},
)


async def _withdraw_note(turn: Turn, case_id: int, words: str) -> None:
    """Take back the newest note of the member with these words."""
    case = await turn.tx.cases.get(case_id)
    mine = [
        claim
        for claim in await turn.tx.claims.by(case_id=case_id, kind="note")
        if turn.active is not None
        and facts.is_said_by(claim, turn.active)
        and claim.withdrawn_at is None
        and claim.value == words
    ]
    if case is not None and mine:
        await facts.withdraw(turn.tx, turn.service, case, mine[-1])
        await live_cards.touch_case(turn.tx, case.id)
