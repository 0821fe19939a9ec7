"""Somebody asks where a person is: the same sentence for everybody, then the city and a number to call back, each once.

Nothing here reads a case or the index of names: whether a name is known changes no text, no button, no order and no delay.
From the fourth name of one account on the same sentence comes later; coordinators have the question at once.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.conversation.forms import (
    Answer,
    AnswerKind,
    AnswerSource,
    Form,
    FormState,
    Question,
    answers_to_data,
    current_question,
)
from core.conversation.step import FormStep, StepOutcome
from core.model import Dialogue
from core.presentation import Button, Presentation
from core.records.lookups import LookUp
from core.traffic import Timer
from core.understanding.names import find_names
from core.understanding.seeking import names_sought
from core.values import Contact, Place
from core.vocabulary import DialogueState, LookUpState
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts
from handlers.lookup import waiting_lookups
from handlers.people import addresses
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

AT_ONCE = 3  # names of one account in KEPT that are answered at once
LATER, LATEST = timedelta(minutes=1), timedelta(minutes=10)  # for each name more; and at most

FORM = Form(
    "lookup",
    (
        Question("who", AnswerKind.WORDS),
        Question("place", AnswerKind.PLACE, ("unknown",), part="place"),
        Question("contact", AnswerKind.CONTACT, ("no",), part="contact"),
    ),
    lambda values: False,  # it ends when nothing is left to ask, even if all was skipped
    actions=(("gone:now", "lookup-gone"), ("hide:now", "report-hide")),
)


def _timer_key(dialogue_id: int) -> str:
    return f"look-up-answer:{dialogue_id}"


async def begin_lookup(turn: Turn, names: tuple[str, ...], place: Place | None) -> None:
    """A new question. The number that was left with an earlier one is not asked for again."""
    before = await waiting_lookups.of_account(turn.tx, turn.address.id)
    number, tx = await _known_number(turn, before), turn.tx
    dialogue = await dialogues.begin(turn, LOOK_UP, 0)
    lookup = tx.lookups.add(
        LookUp(
            tx.new_id(),
            turn.address.id,
            dialogue.id,
            LookUpState.WAITING,
            turn.now,
            names,
            (_typed_words(turn),),
        )
    )
    answers = {"contact": number} if number is not None else {}
    if names:
        answers["who"] = Answer("; ".join(names), AnswerSource.WORDS, turn.now)
    if place is not None and (place.city or place.region):
        answers["place"] = Answer(place, AnswerSource.WORDS, turn.now)
    dialogue = tx.dialogues.put(replace(dialogue, subject_id=lookup.id, answers=answers_to_data(answers)))
    waiting_lookups.schedule(tx, turn.address.id)
    asked = await waiting_lookups.count_names(tx, turn.address.id)
    delay = min(LATEST, max(0, asked - AT_ONCE) * LATER)
    if delay:
        tx.timers.put(Timer(_timer_key(dialogue.id), "look-up-answer", turn.now + delay, dialogue.id))
    else:
        await give_answer(turn, dialogue)


async def _known_number(turn: Turn, before: list[LookUp]) -> Answer | None:
    for lookup in reversed(before):
        dialogue = await turn.tx.dialogues.get(lookup.dialogue_id)
        known = state_of(dialogue).answers.get("contact") if dialogue is not None else None
        if known is not None and known.value is not None:
            return known
    return None


async def give_answer(turn: Turn, dialogue: Dialogue) -> None:
    """The one sentence, and what is asked."""
    if current_question(FORM, state_of(dialogue)) is None:
        await _end_questions(turn, dialogue, turn.say("lookup-answer"))
    else:
        await dialogues.ask_question(turn, LOOK_UP, dialogue, turn.say("lookup-answer"))


async def on_answer_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The same sentence, later, unless the chat asks something else by now. A hidden or muted one hears nothing at all."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None or dialogue.state is not DialogueState.OPEN:
        return
    if addresses.is_muted(address, tx.now):
        return
    await give_answer(turn_of(tx, service, address), dialogue)


def _typed_words(turn: Turn) -> str:
    return turn.incoming.typed or turn.incoming.text


async def keep_words(turn: Turn, dialogue: Dialogue) -> int | None:
    """What is typed stays with the question; the first name in it, if nobody is named yet, is whom it is about."""
    lookup = await turn.tx.lookups.get(dialogue.subject_id)
    if lookup is not None and _typed_words(turn):
        found = find_names(turn.incoming.text, turn.service.names, asked=True) if not lookup.names else ()
        names = lookup.names or names_sought([name for name in found if len(name.parts) > 1])
        turn.tx.lookups.put(replace(lookup, names=names, words=(*lookup.words, _typed_words(turn))))
    return None


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """The name, the city or the number is known, or another: coordinators see it."""
    lookup = await turn.tx.lookups.get(dialogue.subject_id)
    who = state_of(dialogue).answers.get("who")
    if lookup is not None and "who" in step.answered and who is not None and isinstance(who.value, str):
        turn.tx.lookups.put(replace(lookup, names=(who.value,)))
    await waiting_lookups.touch_cards(turn.tx, turn.address.id)


async def _show_step(turn: Turn, dialogue: Dialogue, before: FormState, taken: FormStep) -> None:
    """The next question; after the last the question is a coordinator's."""
    if current_question(FORM, taken.state) is None and dialogue.state is DialogueState.OPEN:
        await _end_questions(turn, dialogue)
    else:
        dialogues.show_step(turn, LOOK_UP, taken)


async def _end_questions(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    waiting_lookups.schedule(turn.tx, turn.address.id, at_once=True)
    say_noted(turn, dialogue, before)


def say_noted(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    """That a coordinator has it, and what to press if it is worse than a question."""
    contact = state_of(dialogue).answers.get("contact")
    number = contact is not None and isinstance(contact.value, Contact) and contact.value.phone
    text = turn.say("lookup-noted" if number else "lookup-noted-without-number")
    gone = Button(turn.say("lookup-gone"), "gone:now")
    turn.show(Presentation(turn.with_hotline(f"{before}\n\n{text}" if before else text), ((gone,),)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Cancelled: nothing of it is kept. There is no review to confirm."""
    lookup = await turn.tx.lookups.get(dialogue.subject_id)
    if lookup is not None:
        await waiting_lookups.forget_lookup(turn.tx, lookup)
    await waiting_lookups.touch_cards(turn.tx, turn.address.id)
    turn.reply("lookup-cancelled")


LOOK_UP = FormBehaviour(
    FORM,
    "look-up-left",
    Interrupts.EVERYBODYS,
    keep_words,
    _on_changed,
    _on_ended,
    hears_codes=True,
    hears_everyday=True,
    shows=_show_step,
)
