"""A form that was left before what was answered could be written down: it is kept for a day, and offered back once.

Where an answer can be written down by itself the form does that at once (proceedings, interventions), and leaving it loses
nothing. Only what means nothing alone waits here: to whom, without when.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.model import Dialogue
from core.presentation import Button, Presentation
from core.traffic import Timer
from core.vocabulary import DialogueState
from handlers.cards import case_lines
from handlers.forms import answers_listed, dialogues
from handlers.forms.dialogues import state_of, timer_key
from handlers.forms.form_behaviour import FormBehaviour
from handlers.turn import Turn
from storage.transaction import Transaction

KEPT = timedelta(days=1)  # since the last answer


def is_begun(follow: FormBehaviour, dialogue: Dialogue) -> bool:
    """Whether anything was answered."""
    answers = state_of(dialogue).answers
    return any(
        answers[question.name].value is not None
        for question in follow.form.questions
        if question.name in answers
    )


def keep(tx: Transaction, follow: FormBehaviour, dialogue: Dialogue) -> bool:
    """Whether it is to be offered back now. Without an answer, or a day after the last, it goes."""
    until = dialogue.updated_at + KEPT
    if not is_begun(follow, dialogue) or tx.now >= until:
        tx.dialogues.remove(dialogue.id)
        return False
    tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
    tx.timers.put(Timer(timer_key(dialogue), follow.left, until, dialogue.id))
    return True


def offer(
    turn: Turn, follow: FormBehaviour, dialogue: Dialogue, go_on: Button, *, listed: bool = True
) -> Presentation:
    """What was answered, what is missing, and the button to go on; without ``listed`` no word of what was answered."""
    setting, service = dialogues.setting_of(turn), turn.service
    time = case_lines.local_time(dialogue.updated_at + KEPT, service.zone, service.zone)
    state, form = state_of(dialogue), follow.form
    known = answers_listed.known_lines(form, state, turn.language, setting) if listed else ()
    missing = answers_listed.missing_line(form, state, turn.language, setting)
    text = "\n".join(filter(None, (turn.say("form-unfinished", time=time), *known, missing)))
    return Presentation(text, ((go_on,),), protect=True)


async def left_by(turn: Turn, follow: FormBehaviour, subject_id: int | None = None) -> Dialogue | None:
    """The newest of this form that the actor has left and that is kept."""
    found = await turn.tx.dialogues.by(
        address_id=turn.address.id, form=follow.form.name, state=DialogueState.FINISHED
    )
    kept = [
        dialogue
        for dialogue in found
        if is_begun(follow, dialogue)
        and turn.now < dialogue.updated_at + KEPT
        and subject_id in (None, dialogue.subject_id)
    ]
    return kept[-1] if kept else None


async def go_on(turn: Turn, follow: FormBehaviour, dialogue: Dialogue) -> None:
    """The question at which it was left."""
    before = await dialogues.active(turn)
    if before is not None and before.id != dialogue.id:
        dialogues.set_aside(turn, before)
    await dialogues.ask_question(turn, follow, dialogues.reopen(turn, follow, dialogue))
