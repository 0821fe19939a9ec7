"""Where nothing can be pressed: what is typed, or put on a message of ours as a sign, becomes the press that it means.

A member may also type the plain word of a list that a command shows, "дела", "members", "істер": it is read as that command
if it is all of the message, and no form waits for words. What somebody may not see stays what they wrote.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.conversation.forms import IN_WORDS, Question
from core.conversation.forms import AnswerKind as QuestionKind
from core.incoming import Incoming, IncomingKind
from core.model import Case, Dialogue
from core.numbered_choices import TypedSign, read_sign, thumb_choice
from core.traffic import Card, Choice
from core.understanding.heard import Heard
from core.understanding.plain import plain, readable
from handlers import permission
from handlers.cards import live_cards
from handlers.casework import case_references
from handlers.forms import dialogues, entries
from handlers.routes import COMMANDS
from handlers.turn import Turn
from handlers.typed_input import button_labels, offered_choices

LONGEST = 60  # characters of such a word
HELP = "help"  # what the menu is


async def read_list_name(turn: Turn) -> None:
    """Make the command of its words."""
    incoming = turn.incoming
    if (
        incoming.kind is not IncomingKind.MESSAGE
        or permission.refusal_by_standing(turn, permission.Actor.STAFF) is not None
    ):
        return
    command = named_list(incoming.text, turn.service.heard)
    if command is None:
        return
    more = incoming.forwarded or incoming.file or incoming.location or incoming.contact
    if more is not None or await dialogues.active(turn) is not None:
        return
    if await permission.refusal_by_relation(turn, COMMANDS[command].who, None) is None:
        turn.incoming = replace(incoming, text=f"/{command}", typed=incoming.text)


def named_list(text: str, heard: Heard) -> str | None:
    """The command whose list the text names, and nothing else."""
    if len(text) > LONGEST:
        return None
    said = plain(readable(text).strip(" .!?\n"))
    if said in heard.names.menu:
        return HELP
    return next((name for name, words in vars(heard.lists).items() if said in words), None)


MOST = 20  # numbers that are named at once
WORDED = IN_WORDS | {QuestionKind.FILE}  # questions that a number hardly answers


async def make_press(turn: Turn) -> bool:
    """Make a press of what was typed, or of a sign on a message of ours. False: there is nothing more to do."""
    kind = turn.incoming.kind
    typing = offered_choices.chooses_by_typing(turn.service, turn.address)
    if kind is IncomingKind.REACTION:
        return typing and turn.address.silenced_at is None and await _read_reaction(turn)
    if (
        turn.address.silenced_at is not None
        or kind is not IncomingKind.MESSAGE
        or _carries_more(turn.incoming)
    ):
        return True
    if await button_labels.read_taking(turn):
        return True
    goes_on = await (_read_signs(turn) if typing else button_labels.read_label(turn))
    await read_list_name(turn)
    return goes_on


async def _read_signs(turn: Turn) -> bool:
    if not turn.incoming.text:
        return True
    known = await turn.tx.choices.by(address_id=turn.address.id)
    sign = read_sign(turn.incoming.text)
    found = await _find_by_sign(turn, known, sign) if sign is not None else None
    if found is not None and sign is not None and await _is_overtaken(turn, known, found, sign):
        await entries.remember_message(turn)
        turn.reply("choices-gone")
        return False
    if found is None and sign is not None and await _is_unknown_number(turn, known, sign):
        return False
    if found is None and sign is None:
        same = await _find_by_label(turn, known)
        if len({meant.data for meant in same}) > 1:
            await entries.remember_message(turn)
            signs = ", ".join(sorted({choice.sign for choice in same}))
            turn.reply("choices-which", numbers=signs)
            return False
        found = same[0] if same else None
        if found is None:
            return await button_labels.read_label(turn)
    return True if found is None else await _press_choice(turn, found)


async def _press_choice(turn: Turn, chosen: Choice) -> bool:
    """The choice as if its button had been pressed; one that is gone says so, and what can be chosen now is shown."""
    tx, number = turn.tx, chosen.message_id
    await entries.remember_message(turn)
    if chosen.card_id is not None:
        card = await tx.cards.get(chosen.card_id)
        if card is None or chosen.gone_at is not None:
            turn.reply("choices-gone")
            if card is not None:
                live_cards.move_to_end(tx, card)
            return False
        number = card.message_id
    turn.incoming = turn.incoming.as_press(chosen.data, number)
    return True


async def show_changed_card(turn: Turn, before: Card | None) -> None:
    """Below what was typed, the card that it has changed: nobody looks for it further up."""
    card = await turn.tx.cards.get(before.id) if before is not None else None
    if card is not None and before is not None and (before.waits or card.wanted > before.wanted):
        live_cards.move_to_end(turn.tx, card)


async def pressed_card(turn: Turn) -> Card | None:
    """The card that a choice was made on."""
    number = turn.incoming.message_id
    if turn.incoming.kind is not IncomingKind.TAP or number is None:
        return None
    found = await turn.tx.cards.by(address_id=turn.address.id, message_id=number)
    return found[0] if found else None


async def _read_reaction(turn: Turn) -> bool:
    known = await turn.tx.choices.by(address_id=turn.address.id)
    there = [
        choice
        for choice in await _choices_of_message(turn, known, turn.incoming.message_id)
        if choice.gone_at is None
    ]
    data = thumb_choice(turn.incoming.text, [choice.data for choice in there])
    return data is not None and await _press_choice(
        turn, next(choice for choice in there if choice.data == data)
    )


async def _find_by_sign(turn: Turn, known: Sequence[Choice], sign: TypedSign) -> Choice | None:
    """The choice of the message that is quoted; else the one given last. What a question takes as its answer stays that."""
    if turn.incoming.answers is not None:
        there = await _choices_of_message(turn, known, turn.incoming.answers)
    elif not sign.sign.isdecimal():
        there = known
    elif sign.marked or (question := await _asks_for_digits(turn)) is None:
        there = [choice for choice in known if choice.turn] + _choices_of_newest(known)
    else:
        there = _later_on_cards(known, question)
    return max(
        (choice for choice in there if choice.sign == sign.sign), key=lambda choice: choice.id, default=None
    )


async def _is_overtaken(turn: Turn, known: Sequence[Choice], found: Choice, sign: TypedSign) -> bool:
    """Whether cards came below a message of long ago that nobody waits for an answer to: "1" may be meant for them."""
    plainly = turn.incoming.answers is None and not sign.marked and not found.turn
    if not plainly or found.given_at >= turn.now - offered_choices.TOGETHER:
        return False
    dialogue, question = await dialogues.active(turn), offered_choices.question_of(found.data)
    waits = (
        question is not None and dialogue is not None and offered_choices.open_question(dialogue) == question
    )
    return not waits and any(choice.turn and choice.id > found.id for choice in known)


async def _is_unknown_number(turn: Turn, known: Sequence[Choice], sign: TypedSign) -> bool:
    """A member's bare number that no choice has: an offer of their list comes; else, while cards have others, it begins
    nothing, and they read which there are.
    """
    if turn.active is None or not sign.sign.isdecimal() or await dialogues.active(turn) is not None:
        return False
    if (listed := await case_references.find_list(turn, None)) is not None:
        await case_references.show_from_list(turn, listed, None)
        await entries.remember_message(turn)
        return True
    there = sorted({int(choice.sign) for choice in known if choice.turn and choice.gone_at is None})
    if there:
        turn.reply("choices-none", number=sign.sign, numbers=", ".join(map(str, there[:MOST])))
    return bool(there)


def _later_on_cards(known: Sequence[Choice], question: Question) -> list[Choice]:
    """On cards that came after a question which a number hardly answers: an alert, while a lawyer writes something down."""
    if question.kind not in WORDED:
        return []
    asked = max(
        (choice.id for choice in known if offered_choices.question_of(choice.data) == question), default=0
    )
    return [choice for choice in known if choice.turn and choice.id > asked]


def _later_than_question(known: Sequence[Choice], dialogue: Dialogue, same: Sequence[Choice]) -> list[Choice]:
    """On cards that came after the question, not on those that only changed; none where nothing tells when it came."""
    question = offered_choices.open_question(dialogue)
    asked = [
        choice.id
        for choice in known
        if question is not None and offered_choices.question_of(choice.data) == question
    ]
    return [choice for choice in same if asked and choice.card_id is not None and choice.card_id > max(asked)]


async def _find_by_label(turn: Turn, known: Sequence[Choice]) -> Sequence[Choice]:
    """What has these words on it: in the newest message that has them, or on cards; while something is asked, on those that
    came after it.

    The answers to an open question are read by its form, after everything else that waits for such words.
    """
    words, case = (
        await button_labels.words_and_case(turn) if turn.active is not None else (turn.incoming.text, None)
    )
    label = offered_choices.label_hash(turn.tx, words)
    there = [choice for choice in known if choice.gone_at is None]
    same = [choice for choice in there if choice.label == label and label]
    dialogue = await dialogues.active(turn)
    if not same and turn.active is not None and dialogue is None and turn.incoming.answers is None:
        answers = {button.data for button in await button_labels.find_yes_or_no(turn, words)}
        same = [choice for choice in there if choice.data in answers and not choice.turn]
    if not same and turn.active is not None and (action := button_labels.offer_action(turn, words, dialogue)):
        same = [choice for choice in there if button_labels.does_action(choice.data, action)]
    if case is not None:
        same = [choice for choice in same if await _is_about(turn, choice, case)]
    asked = max((choice for choice in same if not choice.turn), key=lambda choice: choice.id, default=None)
    if asked is None:
        return same if dialogue is None else _later_than_question(known, dialogue, same)
    question = offered_choices.question_of(asked.data)
    if not offered_choices.can_be_chosen(dialogue, asked.data):
        return ()
    theirs = (
        dialogue is not None
        and question == offered_choices.open_question(dialogue)
        and not offered_choices.takes_digits(question)
    )
    return () if theirs and not asked.data.partition(":")[2].startswith("!") else [asked]


async def _is_about(turn: Turn, choice: Choice, case: Case) -> bool:
    """Whether it is on the case's card, or on a list and about an offer of it."""
    card = await turn.tx.cards.get(choice.card_id or 0)
    offer = await button_labels.offer_in_data(turn, choice.data)
    return case.id in (card.case_id if card is not None else 0, offer.case_id if offer is not None else 0)


async def _asks_for_digits(turn: Turn) -> Question | None:
    dialogue = await dialogues.active(turn)
    question = offered_choices.open_question(dialogue) if dialogue is not None else None
    return question if offered_choices.takes_digits(question) else None


async def _choices_of_message(
    turn: Turn, known: Sequence[Choice], message_id: int | None
) -> Sequence[Choice]:
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id) if message_id else []
    ids = {card.id for card in cards}
    return [
        choice
        for choice in known
        if choice.card_id in ids or (message_id and choice.message_id == message_id)
    ]


def _choices_of_newest(known: Sequence[Choice]) -> list[Choice]:
    """The choices of the newest message: digits are answers to it alone. A message that has not come is not answered
    while another is there.
    """
    ours = sorted((choice for choice in known if not choice.turn), key=lambda choice: choice.id)
    ours = [choice for choice in ours if choice.card_id is not None or choice.message_id is not None] or ours
    last = (ours[-1].outgoing_id, ours[-1].card_id) if ours else None
    return [choice for choice in ours if (choice.outgoing_id, choice.card_id) == last]


def _carries_more(incoming: Incoming) -> bool:
    return bool(incoming.file or incoming.location or incoming.contact or incoming.forwarded)
