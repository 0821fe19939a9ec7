"""Running a form: an input becomes an event, the event a step, the step rows and one answer.

The machine is in core (understand, step, present) and knows no form; a form's own ``Follow`` (handlers.forms.form_behaviour)
says what follows from answers. Every step is saved, so a crash between any two costs nothing. The rest is what that machine
needs to know of the organisation and the messenger.
"""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.conversation.context import Setting
from core.conversation.events import FormEvent, Problem, Said
from core.conversation.forms import (
    IN_WORDS,
    AnswerKind,
    Form,
    FormState,
    answers_from_data,
    answers_to_data,
    current_question,
)
from core.conversation.input import understand_input
from core.conversation.screen import present_notes, present_request, present_state, present_step
from core.conversation.step import FormStep, StepOutcome, take_step
from core.incoming import IncomingKind
from core.model import Dialogue
from core.presentation import Button, Presentation
from core.traffic import Timer
from core.vocabulary import DialogueState
from handlers.forms import entries, held_words, input_reading
from handlers.forms.form_behaviour import FormBehaviour, OpenForm
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


def setting_of(turn: Turn) -> Setting:
    """What the machine of conversations needs to know for the actor."""
    return setting_for_messenger(turn.service, turn.address.messenger)


def setting_for_messenger(service: Service, messenger: str) -> Setting:
    """The same for people who use this messenger."""
    abilities = service.abilities[messenger]
    return Setting(
        service.words,
        service.heard,
        service.evidence,
        service.names,
        service.gazetteer,
        service.zone,
        service.phone_region,
        abilities,
    )


IDLE = timedelta(minutes=30)  # an unfinished dialogue is looked at after so long
ENDED = {
    StepOutcome.FINISHED: DialogueState.FINISHED,
    StepOutcome.CALLED_OFF: DialogueState.FINISHED,
    StepOutcome.CANCELLED: DialogueState.CANCELLED,
}


def timer_key(dialogue: Dialogue) -> str:
    """The timer that looks after an unfinished dialogue."""
    return f"draft:{dialogue.id}"


async def active(turn: Turn) -> Dialogue | None:
    """The one open dialogue of the actor."""
    found = await turn.tx.dialogues.by(address_id=turn.address.id, state=DialogueState.OPEN)
    return found[0] if found else None


async def begin(turn: Turn, follow: FormBehaviour, subject_id: int) -> Dialogue:
    """A new dialogue; an open one is set aside (a report that is open stays open)."""
    before = await active(turn)
    if before is not None:
        set_aside(turn, before)
    number, name, now = turn.tx.new_id(), follow.form.name, turn.now
    begun = Dialogue(number, turn.address.id, name, subject_id, DialogueState.OPEN, now, now)
    return save(turn, follow, begun)


def save(turn: Turn, follow: FormBehaviour, dialogue: Dialogue) -> Dialogue:
    """Store it, and look after it when it is left, in the way that its form says."""
    dialogue = turn.tx.dialogues.put(replace(dialogue, updated_at=turn.now))
    turn.tx.timers.put(Timer(timer_key(dialogue), follow.left, turn.now + IDLE, dialogue.id))
    return dialogue


def set_aside(turn: Turn, dialogue: Dialogue) -> None:
    """The person began something else. The timer stays: what becomes of it is still the form's own word."""
    turn.tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))


def finish(turn: Turn, dialogue: Dialogue, state: DialogueState) -> Dialogue:
    """The dialogue ends."""
    turn.tx.timers.remove(timer_key(dialogue))
    return turn.tx.dialogues.put(replace(dialogue, state=state, revisiting=None, updated_at=turn.now))


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more, in a form whose answers are kept one by one: there is nothing to do but to end it."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is not None and dialogue.state is DialogueState.OPEN:
        tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))


async def end_all(tx: Transaction, subject_id: int) -> None:
    """Nothing is asked any more about this report, case or alert."""
    for dialogue in await tx.dialogues.by(subject_id=subject_id):
        if dialogue.state is DialogueState.OPEN:
            tx.timers.remove(timer_key(dialogue))
            tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))


def state_of(dialogue: Dialogue) -> FormState:
    """Where the dialogue stands."""
    return FormState(answers_from_data(dialogue.answers), dialogue.revisiting, dialogue.unanswered)


async def ask_again(turn: Turn, opened: OpenForm | None) -> None:
    """The form that is open, if one is, whose question something else was said to."""
    if opened is not None:
        await ask_question(turn, opened.follow, opened.dialogue)


async def ask_question(turn: Turn, follow: FormBehaviour, dialogue: Dialogue, before: str = "") -> None:
    """Show the current question, or the review, after the text ``before``."""
    if follow.asks is not None:
        if before:
            turn.show(Presentation(before))
        await follow.asks(turn, dialogue.subject_id)
        return
    shown = present_state(
        _form_for_actor(turn, follow.form), state_of(dialogue), turn.language, setting_of(turn)
    )
    turn.show(replace(shown, text=f"{before}\n\n{shown.text}" if before else shown.text))


def question_below(turn: Turn, follow: FormBehaviour, dialogue: Dialogue, text: str) -> Presentation:
    """The text, and below it the question that stands, with its buttons: one message."""
    shown = present_state(
        _form_for_actor(turn, follow.form), state_of(dialogue), turn.language, setting_of(turn)
    )
    return replace(shown, text=f"{text}\n\n{shown.text}")


def first_question(turn: Turn, form: Form) -> Presentation:
    """The first question of a form that nobody has begun: its buttons begin it."""
    return present_state(_form_for_actor(turn, form), FormState(), turn.language, setting_of(turn))


def noted_words(turn: Turn, follow: FormBehaviour, taken: FormStep) -> str:
    """What a step noted or could not use, in words, without a question."""
    return present_notes(follow.form, taken, turn.language, setting_of(turn))


def reopen(turn: Turn, follow: FormBehaviour, dialogue: Dialogue) -> Dialogue:
    """A dialogue that had ended goes on, because the person pressed one of its buttons."""
    return save(turn, follow, replace(dialogue, state=DialogueState.OPEN))


async def on_tapped(turn: Turn, follow: FormBehaviour, dialogue: Dialogue | None) -> None:
    """A button of the form, on any keyboard: an answer, if the form is open."""
    if dialogue is None:
        turn.reply("button-unknown")
    else:
        await proceed(turn, follow, dialogue)


async def proceed(turn: Turn, follow: FormBehaviour, dialogue: Dialogue, *, quiet: bool = False) -> FormStep:
    """The actor's input in this dialogue. ``quiet``: what is understood is written, and no question follows."""
    entry = await follow.keep(turn, dialogue)
    return await read_entry(turn, follow, dialogue, entry, quiet=quiet)


async def read_entry(
    turn: Turn, follow: FormBehaviour, dialogue: Dialogue, entry: int | None, *, quiet: bool = False
) -> FormStep:
    """Understand an input that is kept already. Where nothing is asked, control words are words like any other."""
    state = state_of(dialogue)
    event = understand_input(
        turn.incoming,
        follow.form,
        state,
        setting_of(turn),
        now=turn.incoming.sent_at or turn.now,
        language=turn.language,
        corrects=await entries.corrected_entry(turn),
        read=input_reading.already_read(turn),
        custody=input_reading.custody_in(turn, state.answers),
        only_asks=input_reading.only_asks(turn),
    )
    if quiet and not isinstance(event, Said | Problem):
        event = Said()
    if turn.address.doubted_at is not None and isinstance(event, Said):
        event = _without_permissions(event, follow.form)
    return await apply_event(turn, follow, dialogue, event, entry, quiet=quiet)


def _without_permissions(event: Said, form: Form) -> Said:
    """Who writes where it is in doubt whose phone it is allows nothing."""
    permissions = {question.name for question in form.questions if question.kind is AnswerKind.CONSENT}
    values = {name: value for name, value in event.values.items() if name not in permissions}
    return replace(event, question=None if event.question in permissions else event.question, values=values)


async def overhear(turn: Turn, follow: FormBehaviour, dialogue: Dialogue, *, only_asks: bool = False) -> None:
    """Keep an input that answers nothing that is asked, and take what else it tells. The question stands as it stood.
    ``only_asks``: it is a question, and tells nothing.
    """
    entry = await follow.keep(turn, dialogue)
    if only_asks:
        await apply_event(turn, follow, dialogue, Said(aside=True), entry, quiet=True)
        return
    state, now = state_of(dialogue), turn.incoming.sent_at or turn.now
    event = understand_input(
        turn.incoming,
        follow.form,
        state,
        setting_of(turn),
        now=now,
        language=turn.language,
        read=input_reading.already_read(turn),
        custody=input_reading.custody_in(turn, state.answers),
        only_asks=input_reading.only_asks(turn),
    )
    heard = event if isinstance(event, Said) else Said()
    answers = follow.form.question(heard.question or "")
    in_words = heard.question if answers is not None and answers.kind in IN_WORDS else None  # anything is one
    values = {name: value for name, value in heard.values.items() if name != in_words}
    said = Said(values=values, language=heard.language, aside=True, guessed=heard.guessed, maybe=heard.maybe)
    await apply_event(turn, follow, dialogue, said, entry, quiet=True)


def ask_to_share(turn: Turn, form: Form, taken: FormStep) -> bool:
    """Whether the actor wanted to share a place or a phone: then the button that does it is shown."""
    question = form.question(taken.share or "")
    if taken.outcome is not StepOutcome.SHARING or taken.share is None:
        return False
    if question is not None:
        turn.show(present_request(question, turn.language, setting_of(turn)))
    return True


async def apply_event(
    turn: Turn,
    follow: FormBehaviour,
    dialogue: Dialogue,
    event: FormEvent,
    entry: int | None,
    *,
    quiet: bool = False,
) -> FormStep:
    """Take one step, write what follows, and answer."""
    follow_language(turn, getattr(event, "language", None))
    before = state_of(dialogue)
    taken = take_step(follow.form, before, event, turn.now, entry)
    _show_back(turn, follow, dialogue, taken)
    dialogue = replace(
        dialogue,
        answers=answers_to_data(taken.state.answers),
        revisiting=taken.state.revisiting,
        unanswered=taken.state.unanswered,
    )
    if dialogue.state is DialogueState.OPEN:
        dialogue = save(turn, follow, dialogue)
    else:
        turn.tx.dialogues.put(dialogue)
    if taken.answered:
        await follow.on_changed(turn, dialogue, taken)
    ended = ENDED.get(taken.outcome)
    if taken.outcome is StepOutcome.FINISHED and dialogue.state is not DialogueState.OPEN:
        return taken  # confirmed twice
    if ended is None and not follow.reviewed and current_question(follow.form, taken.state) is None:
        ended = DialogueState.FINISHED
    if ended is not None:
        if dialogue.state is DialogueState.OPEN:
            dialogue = finish(turn, dialogue, ended)
        await follow.on_ended(turn, dialogue, taken.outcome)
    elif turn.address.silenced_at is None and not quiet:
        if follow.shows is not None:
            await follow.shows(turn, dialogue, before, taken)
        else:
            show_step(turn, follow, taken)
    if turn.foot is not None:  # nothing was shown that it could stand below
        foot, turn.foot = turn.foot, None
        turn.show(foot)
    return taken


def with_answers(dialogue: Dialogue, answers: dict[str, Any]) -> Dialogue:
    """The dialogue as if these had been given."""
    return replace(dialogue, answers=answers)


def _show_back(turn: Turn, follow: FormBehaviour, before: Dialogue, taken: FormStep) -> None:
    """What a member's question for free words took stands below what follows, with *Not this*. ``before``: its dialogue."""
    incoming = turn.incoming
    words = (incoming.typed or incoming.text).strip()
    if turn.active is None or incoming.kind is not IncomingKind.MESSAGE or incoming.file is not None:
        return
    for name in taken.answered:
        question, answer = follow.form.question(name), taken.state.answers.get(name)
        free = question is not None and answer is not None and answer.value not in (None, *question.options)
        if name in follow.takes_back and free and any(map(str.isalpha, words)):
            held = held_words.hold_taken(turn, before, name, words)
            what = turn.say(f"{follow.form.name}-{name}-short")
            button = Button(turn.say("button-not-this"), f"notthis:{held.id}")
            turn.foot = Presentation(
                turn.say("prompt-took", what=what), ((button,),), answers=incoming.message_id
            )
            return


def show_step(turn: Turn, follow: FormBehaviour, taken: FormStep) -> None:
    """What a step made, as a message of its own; a keyboard that changed, in its place."""
    if taken.outcome is StepOutcome.UNCHANGED:
        return
    shown = present_step(_form_for_actor(turn, follow.form), taken, turn.language, setting_of(turn))
    if taken.outcome is StepOutcome.TOGGLED and turn.incoming.message_id is not None:
        turn.show_in_place(shown)
    else:
        turn.show(shown)


def _form_for_actor(turn: Turn, form: Form) -> Form:
    """The form as this person sees it: members have no button on every question that would cut them off from alerts."""
    return replace(form, actions=()) if turn.active is not None else form


TELLING = (
    3  # words from which a text tells what language somebody speaks; fewer where it is clear what they want
)


def follow_words(turn: Turn) -> None:
    """The same for words that answer no form."""
    is_theirs = turn.active is None and turn.incoming.kind is IncomingKind.MESSAGE
    if is_theirs and turn.incoming.forwarded is None:
        read = input_reading.read_turn(turn)
        if len(turn.incoming.text.split()) >= TELLING or read.intent is not None:
            follow_language(turn, read.language)


def follow_language(turn: Turn, language: str | None) -> None:
    """Until the person chooses a language, it is the one they write. A hidden chat changes nothing, also not that."""
    if turn.address.silenced_at is not None:
        return
    if language and not turn.address.language_chosen and language != turn.address.language:
        turn.update_address(language=language)
