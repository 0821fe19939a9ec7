"""*Not this*: a question took words that were no answer to it. It has them no more and asks again; what it did with them is
undone by its form.
"""

from core.conversation.forms import answers_to_data
from core.vocabulary import DialogueState
from handlers.forms import dialogues
from handlers.forms.form_behaviour import TakenWords
from handlers.routes import FORMS
from handlers.turn import Turn


async def undo(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """What stood before, to be asked again; None where it is too late for that, or its room has undone it. Meanwhile no
    question takes anything.
    """
    if taken.form not in FORMS:
        return None
    follow = FORMS[taken.form]
    before = await follow.takes_back[taken.question](turn, taken)
    still = await dialogues.active(turn)
    if still is not None and (still.form, still.subject_id) == (taken.form, taken.subject):
        dialogues.finish(turn, still, DialogueState.FINISHED)
    return before


async def ask_again(turn: Turn, before: TakenWords) -> None:
    """Unless the words have begun something else."""
    follow = FORMS[before.form]
    if await dialogues.active(turn) is not None:
        return
    begun = await dialogues.begin(turn, follow, before.subject)
    begun = dialogues.save(turn, follow, dialogues.with_answers(begun, answers_to_data(before.answers)))
    await dialogues.ask_question(turn, follow, begun)
