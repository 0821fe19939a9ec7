"""Where nothing can be pressed: what is shown gets a list of choices, and what is typed becomes the press it stands for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core import choices
from bot.core.choices import Typed
from bot.core.conversation.forms import Question, current
from bot.core.conversation.typed import NUMBERED
from bot.core.incoming import Incoming, Kind
from bot.core.model import Address, Dialogue
from bot.core.presentation import Button, Presentation, Request
from bot.core.traffic import Card, Choice, Outgoing
from bot.core.vocabulary import DialogueState
from handlers.cards import tracking
from handlers.forms import dialogues, entries
from handlers.people import readers
from handlers.people.membership import members_at
from handlers.routes import FORMS
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

KEPT = timedelta(days=1)  # so long a message that is not the newest can be answered by quoting it
TOGETHER = timedelta(minutes=10)  # so long no letter means two things, in two messages
HASHED = "choice"
SHARED = {Request.LOCATION, Request.CONTACT}


def applies(service: Service, address: Address) -> bool:
    """Whether people choose by typing there."""
    return address.private and not service.abilities[address.messenger].buttons


async def listed(
    tx: Transaction, service: Service, address: Address, row: Outgoing | Card, shown: Presentation | None
) -> Presentation | None:
    """What leaves: where nothing can be pressed, with a list of its choices, and it is written down what each stands for."""
    if not applies(service, address):
        return shown
    known = await tx.choices.by(address_id=address.id)
    buttons = choices.offered(shown) if shown is not None else []
    if isinstance(row, Card) and not any("/" in button.data for button in buttons):
        signs = _of_card(tx, known, row, buttons)
    else:
        signs = await _of_message(tx, known, row, buttons)
    if shown is None:
        return None
    if shown.request in SHARED:
        language = readers.language(service, address, await members_at(tx, address.id))
        shown = replace(shown, text=service.words.say(language, f"choices-share-{shown.request}"))
    return choices.listed(shown, signs)


async def _of_message(
    tx: Transaction, known: Sequence[Choice], row: Outgoing | Card, buttons: Sequence[Button]
) -> dict[str, str]:
    """Anew whenever it is shown: also a card that asks the questions of a form, one after the other."""
    card, message_id = (row.id, None) if isinstance(row, Card) else (None, row.payload.get("message_id"))
    mine = [one for one in known if row.id in (one.card_id, one.outgoing_id)]
    old = [one for one in known if not one.turn and one.given_at < tx.now - KEPT]
    for id in {one.id for one in (*mine, *old)} if buttons else ():
        tx.choices.remove(id)
    letters = await _in_letters(tx, row.address_id, buttons)
    beside = [one for one in known if letters and one not in mine and one.given_at >= tx.now - TOGETHER]
    signs = choices.signs(len(buttons), [one.sign for one in beside], letters=letters)
    for sign, button in zip(signs, buttons, strict=True):
        given = Choice(
            tx.new_id(), row.address_id, sign, button.data, _hash(tx, button.label), tx.now, card_id=card
        )
        tx.choices.add(given if card else replace(given, outgoing_id=row.id, message_id=message_id))
    return {button.data: sign for sign, button in zip(signs, buttons, strict=True)}


async def _in_letters(tx: Transaction, address_id: int, buttons: Sequence[Button]) -> bool:
    """Whether digits would be an answer to what is asked, now or as soon as this and more are asked beside each other."""
    asked = [_question(button.data) for button in buttons]
    open_now = await tx.dialogues.by(address_id=address_id, state=DialogueState.OPEN)
    current = _current(open_now[0]) if open_now else None
    return any(map(_is_free, asked)) or (current is not None and current not in asked)


def _of_card(
    tx: Transaction, known: Sequence[Choice], card: Card, buttons: Sequence[Button]
) -> dict[str, str]:
    """A choice keeps its number as long as the card is there, also while it cannot be chosen."""
    mine = {one.data: one for one in known if one.card_id == card.id}
    there = {button.data: button for button in buttons}
    for data, one in mine.items():
        gone_at = None if data in there else one.gone_at or tx.now
        label = _hash(tx, there[data].label) if data in there else one.label
        tx.choices.put(replace(one, gone_at=gone_at, label=label))
    of_cards = [one for one in known if one.turn]
    taken = [one.sign for one in of_cards if one.gone_at is None or one.card_id == card.id]
    new = [button for button in buttons if button.data not in mine]
    turns = choices.next_turns(max((one.turn for one in of_cards), default=0), taken, len(new))
    signs = {data: mine[data].sign for data in there if data in mine}
    for turn, button in zip(turns, new, strict=True):
        signs[button.data] = sign = choices.sign_of(turn)
        for one in of_cards:
            if one.sign == sign:
                tx.choices.remove(one.id)
        label = _hash(tx, button.label)
        tx.choices.add(Choice(tx.new_id(), card.address_id, sign, button.data, label, tx.now, turn, card.id))
    return signs


async def arrived(tx: Transaction, row: Outgoing, message_id: int | None) -> None:
    """The message is in the chat: it can be quoted."""
    for one in await tx.choices.by(address_id=row.address_id):
        if one.outgoing_id == row.id and message_id is not None:
            tx.choices.put(replace(one, message_id=message_id))


def _question(data: str) -> Question | None:
    form, slash, rest = data.partition("/")
    return FORMS[form].form.question(rest.partition(":")[0]) if slash and form in FORMS else None


def _current(dialogue: Dialogue) -> Question | None:
    follow = FORMS.get(dialogue.form)
    return current(follow.form, dialogues.state_of(dialogue)) if follow is not None else None


def _is_free(question: Question | None) -> bool:
    return question is not None and question.kind not in NUMBERED


def _hash(tx: Transaction, label: str) -> bytes:
    folded = choices.folded(label)
    return tx.keyed_hash(HASHED, folded) if folded else b""


async def read(turn: Turn) -> bool:
    """Make a press of what was typed, or of a sign on a message of ours. False: there is nothing more to do."""
    kind = turn.incoming.kind
    if turn.address.silenced_at is not None or not applies(turn.service, turn.address):
        return kind is not Kind.REACTION
    if kind is Kind.REACTION:
        return await _read_reaction(turn)
    if kind is not Kind.MESSAGE or not turn.incoming.text or _carries_more(turn.incoming):
        return True
    known = await turn.tx.choices.by(address_id=turn.address.id)
    typed = choices.typed(turn.incoming.text)
    found = await _by_sign(turn, known, typed) if typed is not None else None
    if found is None and typed is None:
        same = await _by_label(turn, known)
        if len({one.data for one in same}) > 1:
            await entries.remember(turn)
            signs = ", ".join(sorted({one.sign for one in same}))
            turn.reply("choices-which", numbers=signs)
            return False
        found = same[0] if same else None
    return True if found is None else await _press(turn, found)


async def _press(turn: Turn, chosen: Choice) -> bool:
    """The choice as if its button had been pressed; one that is gone says so, and what can be chosen now is shown."""
    tx, number = turn.tx, chosen.message_id
    await entries.remember(turn)
    if chosen.card_id is not None:
        card = await tx.cards.get(chosen.card_id)
        if card is None or chosen.gone_at is not None:
            turn.reply("choices-gone")
            if card is not None:
                tracking.again(tx, card)
            return False
        number = card.message_id
    turn.incoming = replace(
        turn.incoming, kind=Kind.TAP, data=chosen.data, text="", typed="", message_id=number
    )
    return True


async def show_again(turn: Turn, before: Card | None) -> None:
    """Below what was typed, the card that it has changed: nobody looks for it further up."""
    card = await turn.tx.cards.get(before.id) if before is not None else None
    if card is not None and before is not None and (before.waits or card.wanted > before.wanted):
        tracking.again(turn.tx, card)


async def card_of(turn: Turn) -> Card | None:
    """The card that a choice was made on."""
    number = turn.incoming.message_id
    if turn.incoming.kind is not Kind.TAP or number is None or not applies(turn.service, turn.address):
        return None
    found = await turn.tx.cards.by(address_id=turn.address.id, message_id=number)
    return found[0] if found else None


async def _read_reaction(turn: Turn) -> bool:
    known = await turn.tx.choices.by(address_id=turn.address.id)
    there = [one for one in await _of(turn, known, turn.incoming.message_id) if one.gone_at is None]
    data = choices.thumb(turn.incoming.text, [one.data for one in there])
    return data is not None and await _press(turn, next(one for one in there if one.data == data))


async def _by_sign(turn: Turn, known: Sequence[Choice], typed: Typed) -> Choice | None:
    """Of the message that is quoted; else the one given last. What a question takes as its answer stays that."""
    if turn.incoming.answers is not None:
        there = await _of(turn, known, turn.incoming.answers)
    elif not typed.marked and typed.sign.isdecimal() and await _asks_for_digits(turn):
        return None
    else:
        there = known if typed.sign.isalpha() else [one for one in known if one.turn] + _newest(known)
    return max((one for one in there if one.sign == typed.sign), key=lambda one: one.id, default=None)


async def _by_label(turn: Turn, known: Sequence[Choice]) -> Sequence[Choice]:
    """What has these words on it: in the newest message that has them, or, while nothing is asked, on cards."""
    label = _hash(turn.tx, turn.incoming.text)
    same = [one for one in known if one.label == label and label and one.gone_at is None]
    asked = max((one for one in same if not one.turn), key=lambda one: one.id, default=None)
    if asked is not None:
        return [asked]
    return same if await dialogues.active(turn) is None else ()


async def _asks_for_digits(turn: Turn) -> bool:
    dialogue = await dialogues.active(turn)
    return dialogue is not None and _is_free(_current(dialogue))


async def _of(turn: Turn, known: Sequence[Choice], message_id: int | None) -> Sequence[Choice]:
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id) if message_id else []
    ids = {card.id for card in cards}
    return [one for one in known if one.card_id in ids or (message_id and one.message_id == message_id)]


def _newest(known: Sequence[Choice]) -> list[Choice]:
    """Of the newest message: digits are answers to it alone."""
    ours = sorted((one for one in known if not one.turn), key=lambda one: one.id)
    last = (ours[-1].outgoing_id, ours[-1].card_id) if ours else None
    return [one for one in ours if (one.outgoing_id, one.card_id) == last]


def _carries_more(incoming: Incoming) -> bool:
    return bool(incoming.file or incoming.location or incoming.contact or incoming.forwarded)
