"""Somebody asks where a person is: the same sentence for everybody, then the city and a number to call back, each once.

Nothing here reads a case or the index of names: whether a name is known changes no text, no button, no order and no delay.
From the fourth name of one account on the same sentence comes later; coordinators have the question at once.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, State, answers_to_data, current
from bot.core.conversation.step import Outcome, Step
from bot.core.looked_for import LookUp
from bot.core.model import Dialogue
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Timer
from bot.core.understanding.names import find_names
from bot.core.understanding.seeking import names_sought
from bot.core.values import Contact, Place
from bot.core.vocabulary import DialogueState, LookUpState
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.lookup import waiting
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
        Question("who", Kind.WORDS),
        Question("place", Kind.PLACE, ("unknown",), part="place"),
        Question("contact", Kind.CONTACT, ("no",), part="contact"),
    ),
    lambda values: False,  # whatever is skipped: it ends when nothing is left to ask
    actions=(("gone:now", "lookup-gone"), ("hide:now", "report-hide")),
)


def _timer_key(dialogue_id: int) -> str:
    return f"look-up-answer:{dialogue_id}"


async def begin(turn: Turn, names: tuple[str, ...], place: Place | None) -> None:
    """A new question. The number that was left with an earlier one is not asked for again."""
    before = await waiting.of(turn.tx, turn.address.id)
    number, tx = await _number(turn, before), turn.tx
    dialogue = await dialogues.begin(turn, LOOK_UP, 0)
    one = tx.lookups.add(
        LookUp(
            tx.new_id(), turn.address.id, dialogue.id, LookUpState.WAITING, turn.now, names, (_typed(turn),)
        )
    )
    answers = {"contact": number} if number is not None else {}
    if names:
        answers["who"] = Answer("; ".join(names), Source.WORDS, turn.now)
    if place is not None and (place.city or place.region):
        answers["place"] = Answer(place, Source.WORDS, turn.now)
    dialogue = tx.dialogues.put(replace(dialogue, subject_id=one.id, answers=answers_to_data(answers)))
    waiting.wait(tx, turn.address.id)
    asked = await waiting.names_of(tx, turn.address.id)
    delay = min(LATEST, max(0, asked - AT_ONCE) * LATER)
    if delay:
        tx.timers.put(Timer(_timer_key(dialogue.id), "look-up-answer", turn.now + delay, dialogue.id))
    else:
        await answer(turn, dialogue)


async def _number(turn: Turn, before: list[LookUp]) -> Answer | None:
    for one in reversed(before):
        dialogue = await turn.tx.dialogues.get(one.dialogue_id)
        known = state_of(dialogue).answers.get("contact") if dialogue is not None else None
        if known is not None and known.value is not None:
            return known
    return None


async def answer(turn: Turn, dialogue: Dialogue) -> None:
    """The one sentence, and what is asked."""
    if current(FORM, state_of(dialogue)) is None:
        await _end(turn, dialogue, turn.say("lookup-answer"))
    else:
        await dialogues.ask(turn, LOOK_UP, dialogue, turn.say("lookup-answer"))


async def on_answer_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The same sentence, later, unless the chat asks something else by now. A hidden or muted one hears nothing at all."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None or dialogue.state is not DialogueState.OPEN:
        return
    if addresses.is_muted(address, tx.now):
        return
    await answer(turn_of(tx, service, address), dialogue)


def _typed(turn: Turn) -> str:
    return turn.incoming.typed or turn.incoming.text


async def keep(turn: Turn, dialogue: Dialogue) -> int | None:
    """What is typed stays with the question; the first name in it, if nobody is named yet, is whom it is about."""
    one = await turn.tx.lookups.get(dialogue.subject_id)
    if one is not None and _typed(turn):
        found = find_names(turn.incoming.text, turn.service.names, asked=True) if not one.names else ()
        names = one.names or names_sought([name for name in found if len(name.parts) > 1])
        turn.tx.lookups.put(replace(one, names=names, words=(*one.words, _typed(turn))))
    return None


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """The name, the city or the number is known, or another: coordinators see it."""
    one = await turn.tx.lookups.get(dialogue.subject_id)
    who = state_of(dialogue).answers.get("who")
    if one is not None and "who" in step.answered and who is not None and isinstance(who.value, str):
        turn.tx.lookups.put(replace(one, names=(who.value,)))
    await waiting.touch(turn.tx, turn.address.id)


async def _shows(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    """The next question; after the last the question is a coordinator's."""
    if current(FORM, taken.state) is None and dialogue.state is DialogueState.OPEN:
        await _end(turn, dialogue)
    else:
        dialogues.show_step(turn, LOOK_UP, taken)


async def _end(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    waiting.wait(turn.tx, turn.address.id, at_once=True)
    noted(turn, dialogue, before)


def noted(turn: Turn, dialogue: Dialogue, before: str = "") -> None:
    """That a coordinator has it, and what to press if it is worse than a question."""
    contact = state_of(dialogue).answers.get("contact")
    number = contact is not None and isinstance(contact.value, Contact) and contact.value.phone
    text = turn.say("lookup-noted" if number else "lookup-noted-without-number")
    gone = Button(turn.say("lookup-gone"), "gone:now")
    turn.show(Presentation(turn.with_hotline(f"{before}\n\n{text}" if before else text), ((gone,),)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Cancelled: nothing of it is kept. There is no review to confirm."""
    one = await turn.tx.lookups.get(dialogue.subject_id)
    if one is not None:
        await waiting.forget(turn.tx, one)
    await waiting.touch(turn.tx, turn.address.id)
    turn.reply("lookup-cancelled")


LOOK_UP = Follow(
    FORM,
    "look-up-left",
    Happenings.EVERYBODYS,
    keep,
    _on_changed,
    _on_ended,
    hears_codes=True,
    hears_everyday=True,
    shows=_shows,
)
