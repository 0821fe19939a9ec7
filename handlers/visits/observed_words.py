"""Words that the question of a screen took, of ill-treatment or of where somebody was taken: shown back, and given back."""

from msgspec.structs import replace

from core.casework.visits import VisitQuestion
from core.model import Case, Dialogue
from core.presentation import Button, Presentation
from core.values import Place, value_from_data
from core.vocabulary import DialogueState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import facts
from handlers.forms import held_words
from handlers.forms.form_behaviour import TakenWords
from handlers.turn import Turn

FORM = "visit"
KINDS = {
    VisitQuestion.HARM: ("treatment",),
    VisitQuestion.MOVED: ("taken", "place"),
}  # which claims have the words


def show_back(turn: Turn, case: Case, what: str, words: str) -> None:
    """Below the screen that follows: *Not this*."""
    now = turn.now
    before = Dialogue(0, turn.address.id, FORM, case.id, DialogueState.FINISHED, now, now)
    held = held_words.hold_taken(turn, before, what, words)
    button = Button(turn.say("button-not-this"), f"unseen:{held.id}")
    text = turn.say("prompt-took", what=turn.say(f"saw-{what}"))
    turn.show(Presentation(text, ((button,),), answers=turn.incoming.message_id))


async def on_given_back(turn: Turn, taken: TakenWords) -> None:
    """*Not this*: nobody has said it, and the words go where they would have gone."""
    case, member = await turn.tx.cases.get(taken.subject), turn.active
    if case is None or member is None or taken.form != FORM:
        turn.reply("jotted-gone")
        return
    what = VisitQuestion(taken.question)
    for claim in await turn.tx.claims.by(case_id=case.id):
        if claim.kind in KINDS[what] and facts.is_said_by(claim, member) and claim.withdrawn_at is None:
            value = value_from_data(claim.value)
            if taken.words == (value.text if isinstance(value, Place) else value):
                case = await facts.withdraw(turn.tx, turn.service, case, claim)
    if what is VisitQuestion.MOVED:
        await tasks.settle(turn.tx, turn.service, case, TaskKind.TRANSFERRED)
    await live_cards.touch_case(turn.tx, case.id)
    await held_words.on_not_this(turn, replace(taken, form=""))
