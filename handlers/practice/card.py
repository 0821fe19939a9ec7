"""The card of whoever practises: a reporter's card with a line above it and the ways out below."""

from bot.core.conversation.forms import State
from bot.core.conversation.screen import present_card, present_known, present_problem, present_request
from bot.core.conversation.step import Outcome, Step
from bot.core.in_a_chat import Practice
from bot.core.incoming import Kind
from bot.core.model import Dialogue
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card, Lane
from bot.core.vocabulary import DialogueState
from handlers.cards import tracking
from handlers.forms import dialogues, settings
from handlers.forms.report import PRACTICE
from handlers.outbox import sending
from handlers.people import readers
from handlers.people.membership import members_at
from handlers.practice import running
from handlers.practice.marking import marked, ways_out
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def show(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    """After a step: what was wrong or noted is said, and the card follows."""
    practice = await running.of(turn.tx, turn.address.id)
    question = PRACTICE.question(taken.share or "")
    if practice is None:
        return
    if taken.outcome is Outcome.SHARING and question is not None:
        turn.show(present_request(question, turn.language, settings.of(turn)))
        return
    said = present_problem(PRACTICE, taken, turn.language, settings.of(turn))
    if said.text:
        turn.show(said, topic="problem")
    in_place = turn.incoming.kind is Kind.TAP and taken.outcome is not Outcome.ENOUGH
    if taken.outcome is Outcome.UNCHANGED:
        return
    if in_place:
        await tracking.show(turn.tx, running.CARD, practice.id, turn.address.id, Lane.REPLY)
    else:
        await renew(turn, practice.id)


async def renew(turn: Turn, practice_id: int) -> None:
    """As the last message of the chat, behind what else is said now."""
    tx = turn.tx
    for old in await tx.cards.by(subject=running.CARD, subject_id=practice_id):
        tx.cards.remove(old.id)
        if old.message_id is not None:
            sending.take_away(tx, old.address_id, old.message_id, old.created_at, lane=Lane.REPLY)
    tx.cards.add(Card(tx.new_id(), running.CARD, practice_id, turn.address.id, Lane.REPLY, turn.now))


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card of whoever practises, as a reporter's."""
    practice = await tx.practices.get(card.subject_id)
    found = await tx.dialogues.by(form=PRACTICE.name, subject_id=card.subject_id)
    address = await tx.addresses.get(card.address_id)
    if practice is None or address is None or not found:
        return None
    members = await members_at(tx, address.id)
    language = readers.language(service, address, members)
    state, setting = dialogues.state_of(found[-1]), settings.for_messenger(service, address.messenger)
    asked = found[-1].state is DialogueState.OPEN
    shown = (present_card if asked else present_known)(
        PRACTICE, state, language, setting, _happens(service, language, practice, address.messenger)
    )
    first = Button(service.words.say(language, "button-sos"), "practice:sos", Style.DANGER)
    rows = (*(() if state.answers else ((first,),)), *shown.rows)
    out = ways_out(service, language, hides=not any(one.suspended_at is None for one in members))
    return marked(service, language, Presentation(shown.text, (*rows, *out)))


def _happens(service: Service, language: str, practice: Practice, messenger: str) -> str:
    say = service.words.say
    if practice.asked_at is None:
        return say(language, service.who_reads(messenger, "card-draft"))
    if practice.accepted_at is not None:
        played = "\n" + say(language, "practice-played") if practice.accepted_by is None else ""
        return say(language, "card-accepted") + played
    return say(language, "practice-asked", reached=practice.reached, asked=practice.asked)
