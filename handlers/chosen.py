"""Where nothing is pressed: what is typed, or put on a message of ours as a sign, becomes the press it stands for."""

from collections.abc import Sequence

from bot.core.choices import Typed, thumb, typed
from bot.core.conversation.forms import IN_WORDS, Question
from bot.core.conversation.forms import Kind as QuestionKind
from bot.core.incoming import Incoming, Kind
from bot.core.model import Case, Dialogue
from bot.core.traffic import Card, Choice
from handlers import choices, labels, lists_called
from handlers.cards import tracking
from handlers.casework import lists
from handlers.forms import dialogues, entries
from handlers.turn import Turn

MOST = 20  # numbers that are named at once
WORDED = IN_WORDS | {QuestionKind.FILE}  # questions that a number hardly answers


async def read(turn: Turn) -> bool:
    """Make a press of what was typed, or of a sign on a message of ours. False: there is nothing more to do."""
    kind = turn.incoming.kind
    typing = choices.applies(turn.service, turn.address)
    if kind is Kind.REACTION:
        return typing and turn.address.silenced_at is None and await _read_reaction(turn)
    if turn.address.silenced_at is not None or kind is not Kind.MESSAGE or _carries_more(turn.incoming):
        return True
    goes_on = await (_read_signs(turn) if typing else labels.read(turn))
    await lists_called.read(turn)
    return goes_on


async def _read_signs(turn: Turn) -> bool:
    if not turn.incoming.text:
        return True
    known = await turn.tx.choices.by(address_id=turn.address.id)
    sign = typed(turn.incoming.text)
    found = await _by_sign(turn, known, sign) if sign is not None else None
    if found is not None and sign is not None and await _is_overtaken(turn, known, found, sign):
        await entries.remember(turn)
        turn.reply("choices-gone")
        return False
    if found is None and sign is not None and await _is_beside(turn, known, sign):
        return False
    if found is None and sign is None:
        same = await _by_label(turn, known)
        if len({one.data for one in same}) > 1:
            await entries.remember(turn)
            signs = ", ".join(sorted({one.sign for one in same}))
            turn.reply("choices-which", numbers=signs)
            return False
        found = same[0] if same else None
        if (
            found is None
            and await dialogues.active(turn) is None
            and await labels.takes_nothing(turn, turn.incoming.text)
        ):
            return False
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
    turn.incoming = turn.incoming.as_press(chosen.data, number)
    return True


async def show_again(turn: Turn, before: Card | None) -> None:
    """Below what was typed, the card that it has changed: nobody looks for it further up."""
    card = await turn.tx.cards.get(before.id) if before is not None else None
    if card is not None and before is not None and (before.waits or card.wanted > before.wanted):
        tracking.again(turn.tx, card)


async def card_of(turn: Turn) -> Card | None:
    """The card that a choice was made on."""
    number = turn.incoming.message_id
    if turn.incoming.kind is not Kind.TAP or number is None:
        return None
    found = await turn.tx.cards.by(address_id=turn.address.id, message_id=number)
    return found[0] if found else None


async def _read_reaction(turn: Turn) -> bool:
    known = await turn.tx.choices.by(address_id=turn.address.id)
    there = [one for one in await _of(turn, known, turn.incoming.message_id) if one.gone_at is None]
    data = thumb(turn.incoming.text, [one.data for one in there])
    return data is not None and await _press(turn, next(one for one in there if one.data == data))


async def _by_sign(turn: Turn, known: Sequence[Choice], sign: Typed) -> Choice | None:
    """Of the message that is quoted; else the one given last. What a question takes as its answer stays that."""
    if turn.incoming.answers is not None:
        there = await _of(turn, known, turn.incoming.answers)
    elif not sign.sign.isdecimal():
        there = known
    elif sign.marked or (question := await _asks_for_digits(turn)) is None:
        there = [one for one in known if one.turn] + _newest(known)
    else:
        there = _later(known, question)
    return max((one for one in there if one.sign == sign.sign), key=lambda one: one.id, default=None)


async def _is_overtaken(turn: Turn, known: Sequence[Choice], found: Choice, sign: Typed) -> bool:
    """Whether cards came below a message of long ago that nobody waits for an answer to: "1" may be meant for them."""
    plainly = turn.incoming.answers is None and not sign.marked and not found.turn
    if not plainly or found.given_at >= turn.now - choices.TOGETHER:
        return False
    dialogue, question = await dialogues.active(turn), choices.question_of(found.data)
    waits = question is not None and dialogue is not None and choices.current_of(dialogue) == question
    return not waits and any(one.turn and one.id > found.id for one in known)


async def _is_beside(turn: Turn, known: Sequence[Choice], sign: Typed) -> bool:
    """A member's bare number that no choice has: an offer of their list comes; else, while cards have others, it begins
    nothing, and they read which there are.
    """
    if turn.active is None or not sign.sign.isdecimal() or await dialogues.active(turn) is not None:
        return False
    if await lists.on_number_said(turn):
        await entries.remember(turn)
        return True
    there = sorted({int(one.sign) for one in known if one.turn and one.gone_at is None})
    if there:
        turn.reply("choices-none", number=sign.sign, numbers=", ".join(map(str, there[:MOST])))
    return bool(there)


def _later(known: Sequence[Choice], question: Question) -> list[Choice]:
    """On cards that came after a question which a number hardly answers: an alert, while a lawyer writes something down."""
    if question.kind not in WORDED:
        return []
    asked = max((one.id for one in known if choices.question_of(one.data) == question), default=0)
    return [one for one in known if one.turn and one.id > asked]


def _later_than(known: Sequence[Choice], dialogue: Dialogue, same: Sequence[Choice]) -> list[Choice]:
    """On cards that came after the question, not on those that only changed; none where nothing tells when it came."""
    question = choices.current_of(dialogue)
    asked = [one.id for one in known if question is not None and choices.question_of(one.data) == question]
    return [one for one in same if asked and one.card_id is not None and one.card_id > max(asked)]


async def _by_label(turn: Turn, known: Sequence[Choice]) -> Sequence[Choice]:
    """What has these words on it: in the newest message that has them, or on cards; while something is asked, on those that
    came after it.

    The answers to the question that stands are read by its form, after whoever else waits for such words.
    """
    words, case = await labels.said(turn) if turn.active is not None else (turn.incoming.text, None)
    label = choices.hashed(turn.tx, words)
    there = [one for one in known if one.gone_at is None]
    same = [one for one in there if one.label == label and label]
    dialogue = await dialogues.active(turn)
    if not same and turn.active is not None and dialogue is None and turn.incoming.answers is None:
        answers = {one.data for one in await labels.answered(turn, words)}
        same = [one for one in there if one.data in answers and not one.turn]
    if not same and turn.active is not None and (action := labels.action(turn, words, dialogue)):
        same = [one for one in there if labels.does(one.data, action)]
    if case is not None:
        same = [one for one in same if await _is_about(turn, one, case)]
    asked = max((one for one in same if not one.turn), key=lambda one: one.id, default=None)
    if asked is None:
        return same if dialogue is None else _later_than(known, dialogue, same)
    question = choices.question_of(asked.data)
    if not choices.is_asked(dialogue, asked.data):
        return ()
    theirs = (
        dialogue is not None and question == choices.current_of(dialogue) and not choices.is_free(question)
    )
    return () if theirs and not asked.data.partition(":")[2].startswith("!") else [asked]


async def _is_about(turn: Turn, one: Choice, case: Case) -> bool:
    """Whether it is on the case's card, or on a list and about an offer of it."""
    card = await turn.tx.cards.get(one.card_id or 0)
    offer = await labels.offer_of(turn, one.data)
    return case.id in (card.case_id if card is not None else 0, offer.case_id if offer is not None else 0)


async def _asks_for_digits(turn: Turn) -> Question | None:
    dialogue = await dialogues.active(turn)
    question = choices.current_of(dialogue) if dialogue is not None else None
    return question if choices.is_free(question) else None


async def _of(turn: Turn, known: Sequence[Choice], message_id: int | None) -> Sequence[Choice]:
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id) if message_id else []
    ids = {card.id for card in cards}
    return [one for one in known if one.card_id in ids or (message_id and one.message_id == message_id)]


def _newest(known: Sequence[Choice]) -> list[Choice]:
    """Of the newest message: digits are answers to it alone. One that has not come is not answered while another stands."""
    ours = sorted((one for one in known if not one.turn), key=lambda one: one.id)
    ours = [one for one in ours if one.card_id is not None or one.message_id is not None] or ours
    last = (ours[-1].outgoing_id, ours[-1].card_id) if ours else None
    return [one for one in ours if (one.outgoing_id, one.card_id) == last]


def _carries_more(incoming: Incoming) -> bool:
    return bool(incoming.file or incoming.location or incoming.contact or incoming.forwarded)
