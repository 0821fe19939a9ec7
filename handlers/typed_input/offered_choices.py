"""Where nothing can be pressed: a message gets a list of choices, and it is kept what each of them means.

What is typed becomes the press in handlers.typed_input.typed_presses.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta

from msgspec.structs import replace

from core import numbered_choices
from core.conversation.forms import Question, current_question
from core.conversation.typed_shortcuts import NUMBERED
from core.model import Address, Dialogue
from core.presentation import Button, Presentation, Request
from core.traffic import Card, Choice, Outgoing
from core.vocabulary import DialogueState
from handlers.forms import dialogues
from handlers.people import membership, readers
from handlers.people.membership import members_at
from handlers.routes import FORMS
from handlers.service import Service
from storage.transaction import Transaction

KEPT = timedelta(days=1)  # so long a message that is not the newest can be answered by quoting it
TOGETHER = timedelta(minutes=10)  # so long no letter means two things, in two messages
HASHED = "choice"
SHARED = {Request.LOCATION, Request.CONTACT}


def chooses_by_typing(service: Service, address: Address) -> bool:
    """Whether people choose by typing there."""
    return address.private and not service.abilities[address.messenger].buttons


async def prefetch_choices(tx: Transaction, service: Service, addresses: Collection[Address]) -> None:
    """What may be chosen at these addresses, in one statement; none where all of them have buttons."""
    ids = [address.id for address in addresses if chooses_by_typing(service, address)]
    if ids:
        await tx.prefetch(tx.choices.want("address_id", ids))


async def prefetch_for_sending(tx: Transaction, service: Service, ids: Collection[int]) -> None:
    """The same for what leaves, with what decides the signs."""
    found = [await tx.addresses.get(id) for id in ids]
    typing = [address.id for address in found if address is not None and chooses_by_typing(service, address)]
    if typing:
        await tx.prefetch(
            tx.choices.want("address_id", typing),
            tx.dialogues.want("address_id", typing, state=DialogueState.OPEN),
            *membership.wanted_rows(tx, typing),
        )


async def with_choice_list(
    tx: Transaction, service: Service, address: Address, row: Outgoing | Card, shown: Presentation | None
) -> Presentation | None:
    """What leaves: where nothing can be pressed, with a list of its choices, and it is written down what each stands for."""
    if not chooses_by_typing(service, address):
        return shown
    known = await tx.choices.by(address_id=address.id)
    buttons = numbered_choices.offered_buttons(shown) if shown is not None else []
    if isinstance(row, Card) and not any("/" in button.data for button in buttons):
        signs = _give_card_signs(tx, known, row, buttons)
    else:
        signs = await _give_message_signs(tx, known, row, buttons)
    if shown is None:
        return None
    if shown.request in SHARED:
        language = readers.reader_language(service, address, await members_at(tx, address.id))
        how = service.words.say(language, f"choices-share-{shown.request}")
        shown = replace(shown, text=f"{shown.text}\n{how}")
    return numbered_choices.list_choices(shown, signs, service.abilities[address.messenger].text)


async def _give_message_signs(
    tx: Transaction, known: Sequence[Choice], row: Outgoing | Card, buttons: Sequence[Button]
) -> dict[str, str]:
    """New signs each time it is shown: also for a card that asks the questions of a form, one after the other."""
    card, message_id = (row.id, None) if isinstance(row, Card) else (None, row.payload.get("message_id"))
    mine = sorted(
        (choice for choice in known if row.id in (choice.card_id, choice.outgoing_id)),
        key=lambda choice: choice.id,
    )
    old = [choice for choice in known if not choice.turn and choice.given_at < tx.now - KEPT]
    for id in {choice.id for choice in (*mine, *old)} if buttons else ():
        tx.choices.remove(id)
    open_now = await tx.dialogues.by(address_id=row.address_id, state=DialogueState.OPEN)
    dialogue = open_now[0] if open_now else None
    letters = _need_letters(dialogue, buttons)
    since = tx.now - TOGETHER
    others = [choice for choice in known if letters and choice not in mine and choice.given_at >= since]
    beside = [choice for choice in others if can_be_chosen(dialogue, choice.data)]
    signs = numbered_choices.message_signs(len(buttons), [choice.sign for choice in beside], letters=letters)
    if letters and [choice.data for choice in mine] == [button.data for button in buttons]:  # shown once more
        signs = [choice.sign for choice in mine]
    for sign, button in zip(signs, buttons, strict=True):
        given = Choice(
            tx.new_id(), row.address_id, sign, button.data, label_hash(tx, button.label), tx.now, card_id=card
        )
        tx.choices.add(given if card else replace(given, outgoing_id=row.id, message_id=message_id))
    return {button.data: sign for sign, button in zip(signs, buttons, strict=True)}


def _need_letters(dialogue: Dialogue | None, buttons: Sequence[Button]) -> bool:
    """Whether digits would be an answer to what is asked, now or as soon as this and more are asked beside each other."""
    asked = [question_of(button.data) for button in buttons]
    current = open_question(dialogue) if dialogue is not None else None
    return any(map(takes_digits, asked)) or (current is not None and current not in asked)


def _give_card_signs(
    tx: Transaction, known: Sequence[Choice], card: Card, buttons: Sequence[Button]
) -> dict[str, str]:
    """A choice keeps its number as long as the card is there, also while it cannot be chosen."""
    mine = {choice.data: choice for choice in known if choice.card_id == card.id}
    there = {button.data: button for button in buttons}
    for data, choice in mine.items():
        gone_at = None if data in there else choice.gone_at or tx.now
        label = label_hash(tx, there[data].label) if data in there else choice.label
        tx.choices.put(replace(choice, gone_at=gone_at, label=label))
    of_cards = [choice for choice in known if choice.turn]
    taken = [choice.sign for choice in of_cards if choice.gone_at is None or choice.card_id == card.id]
    new = [button for button in buttons if button.data not in mine]
    turns = numbered_choices.next_turns(max((choice.turn for choice in of_cards), default=0), taken, len(new))
    signs = {data: mine[data].sign for data in there if data in mine}
    for turn, button in zip(turns, new, strict=True):
        signs[button.data] = sign = numbered_choices.card_sign(turn)
        for choice in of_cards:
            if choice.sign == sign:
                tx.choices.remove(choice.id)
        label = label_hash(tx, button.label)
        tx.choices.add(Choice(tx.new_id(), card.address_id, sign, button.data, label, tx.now, turn, card.id))
    return signs


async def note_arrival(tx: Transaction, row: Outgoing, message_id: int | None) -> None:
    """The message is in the chat: it can be quoted."""
    for choice in await tx.choices.by(address_id=row.address_id):
        if choice.outgoing_id == row.id and message_id is not None:
            tx.choices.put(replace(choice, message_id=message_id))


def question_of(data: str) -> Question | None:
    """Which question of a form a choice answers, if any."""
    form, slash, rest = data.partition("/")
    return FORMS[form].form.question(rest.partition(":")[0]) if slash and form in FORMS else None


def can_be_chosen(dialogue: Dialogue | None, data: str) -> bool:
    """Whether it can be chosen still: what a form has asked and has an answer to cannot."""
    form, slash, _ = data.partition("/")
    if not slash:
        return True
    question = question_of(data)
    if dialogue is None or dialogue.form != form or question is None:
        return False
    return question == open_question(dialogue) or question.name not in dialogues.state_of(dialogue).answers


def open_question(dialogue: Dialogue) -> Question | None:
    """What the conversation asks now."""
    follow = FORMS.get(dialogue.form)
    return current_question(follow.form, dialogues.state_of(dialogue)) if follow is not None else None


def takes_digits(question: Question | None) -> bool:
    """Whether digits are an answer to it."""
    return question is not None and question.kind not in NUMBERED


def label_hash(tx: Transaction, label: str) -> bytes:
    """By which the words of a choice are known again."""
    folded = numbered_choices.folded_label(label)
    return tx.keyed_hash(HASHED, folded) if folded else b""
