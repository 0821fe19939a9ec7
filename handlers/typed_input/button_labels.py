"""Where buttons are shown and somebody types instead: a member's words that are the label of a button become the press of
it.

A screen reader, a watch, a remote desktop: not everybody can press. Nothing is written down for it; what the chat shows is
drawn again and looked at. An offer is taken and declined by the words of its own buttons also when it is in a list, and the
code of a case, before or behind the words, says which is meant.
"""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from core import numbered_choices
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.model import LANGUAGES, Case, Dialogue, Offer
from core.presentation import Button, Presentation
from core.traffic import Card
from core.understanding.lawyer_words import offer_said
from handlers import outgoing
from handlers.arguments import find_case_by_code
from handlers.cards.case_buttons import OF_CASES, WHOLE
from handlers.casework import opened_cases
from handlers.forms import dialogues, entries
from handlers.turn import Turn, id_in

WORDS = 6  # of what somebody presses, at most
CODE = (1, 2)  # words of a code: 483-170, 483 170
CARDS = 20  # the newest of a chat, which are looked at
ASKED = timedelta(minutes=10)  # so long a message can be answered without quoting it
TAKE = "accept"
OFFERED = (TAKE, "decline")  # actions of an offer; their buttons' words are button-accept, button-decline
ALSO = {TAKE: "take"}  # by which a coordinator takes a case that nobody has


class ShownMessage(Struct, frozen=True):
    """A message of the chat as it looks now, and the card that it is, if it is one."""

    number: int
    looks: Presentation
    card: Card | None = None


class MeantButton(Struct, frozen=True):
    """A button that may be meant, on the message of this number; the offer and the case that it is about, if it is."""

    data: str
    number: int
    case: Case | None
    offer: Offer | None


async def read_label(turn: Turn) -> bool:
    """Make a press of the words on a button. False: several have them, or none any more, and this is said."""
    if turn.active is None or turn.incoming.command is not None:
        return True
    if not 0 < len(turn.incoming.text.split()) <= WORDS + max(CODE):
        return True
    words, case = await words_and_case(turn)
    open_form = await dialogues.active(turn) if turn.incoming.answers is None else None
    acts, label = offer_action(turn, words, open_form), numbered_choices.folded_label(words)
    if acts is None and not 0 < len(label.split()) <= WORDS:
        return True
    same = await _find_buttons(turn, label, acts, case, open_form)
    if len({meant.data for meant in same}) > 1:
        await entries.remember_message(turn)
        _ask_which(turn, same)
        return False
    if same:
        await entries.remember_message(turn)
        turn.incoming = turn.incoming.as_press(same[0].data, same[0].number)
        return True
    return not (open_form is None and await answer_nothing_offered(turn, words))


async def read_taking(turn: Turn) -> bool:
    """Whether a coordinator who is asked why they open a case writes that they take it; it is made the press that does."""
    asked = await dialogues.active(turn) if turn.coordinator is not None else None
    if asked is None or asked.form != opened_cases.FORM.name or turn.incoming.answers is not None:
        return False
    if offer_action(turn, turn.incoming.text, asked) != TAKE:
        return False
    await entries.remember_message(turn)
    turn.incoming = turn.incoming.as_press(f"{ALSO[TAKE]}:{asked.subject_id}", None)
    return True


async def answer_nothing_offered(turn: Turn, words: str) -> bool:
    """Whether these are the words by which an offer is taken, which no message has: then it is said."""
    if turn.active is None or offer_action(turn, words) != TAKE:
        return False
    await entries.remember_message(turn)
    turn.reply("labels-nothing-offered")
    return True


def offer_action(turn: Turn, words: str, open_form: Dialogue | None = None) -> str | None:
    """What these words do with an offer, or with a case that one has: those on the offer's own buttons in any language, or
    what else people say for them.
    """
    say = turn.service.words.say
    named = {
        numbered_choices.folded_label(say(language, f"button-{answer}")): answer
        for answer in OFFERED
        for language in LANGUAGES
    }
    return named.get(numbered_choices.folded_label(words)) or offer_said(
        words, turn.service.heard, in_form=open_form is not None
    )


def does_action(data: str, acts: str) -> bool:
    """Whether the button with this data does so, and does not take it back."""
    return data.partition(":")[0] in (acts, ALSO.get(acts)) and not data.endswith(":no")


async def offer_in_data(turn: Turn, data: str) -> Offer | None:
    """The offer that is taken or declined by this data."""
    acts, _, argument = data.partition(":")
    return await turn.tx.alerts.get(id_in(argument) or 0) if acts in OFFERED else None


async def words_and_case(turn: Turn) -> tuple[str, Case | None]:
    """The words without the code that stands before or behind them, and its case."""
    words = turn.incoming.text.split()
    parts = [(words[:size], words[size:]) for size in CODE] + [
        (words[-size:], words[:-size]) for size in CODE
    ]
    for code, rest in parts:
        case = await find_case_by_code(turn.tx, " ".join(code)) if rest else None
        if case is not None:
            return " ".join(rest), case
    return turn.incoming.text, None


async def _find_buttons(
    turn: Turn, label: str, acts: str | None, case: Case | None, open_form: Dialogue | None
) -> list[MeantButton]:
    """What has these words: on the message that is quoted; else in the one that has asked last, or else on cards. While a
    form is open only an offer that came after its question has them.
    """
    quoted = turn.incoming.answers
    if open_form is not None:
        shown = (
            await _buttons_with_words(turn, await _shown_cards(turn, CARDS), label, acts, case)
            if acts
            else []
        )
        return [
            message for message in shown if message.offer and message.offer.offered_at > open_form.updated_at
        ]
    if quoted is not None:
        cards = await _shown_cards(turn, CARDS, message_id=quoted)
        return await _buttons_with_words(turn, cards + await _sent_message(turn, quoted), label, acts, case)
    for message in await _recent_messages(turn):
        if found := await _buttons_with_words(turn, [message], label, None, case):
            return found
    if found := await find_yes_or_no(turn, label):
        return found
    return await _buttons_with_words(turn, await _shown_cards(turn, CARDS), label, acts, case)


async def _buttons_with_words(
    turn: Turn, messages: list[ShownMessage], label: str, acts: str | None, case: Case | None
) -> list[MeantButton]:
    """The buttons with these words, or else those of this action; only those of the case, if one is meant. The answers to a
    question are read by its form.
    """
    every = [
        (message, button)
        for message in messages
        for button in numbered_choices.offered_buttons(message.looks)
        if "/" not in button.data
    ]
    same = [
        (message, button) for message, button in every if numbered_choices.folded_label(button.label) == label
    ]
    if not same and acts is not None:
        same = [(message, button) for message, button in every if does_action(button.data, acts)]
    found = [await _meant_button(turn, message, button) for message, button in same]
    return [meant for meant in found if case is None or (meant.case is not None and meant.case.id == case.id)]


async def find_yes_or_no(turn: Turn, words: str) -> list[MeantButton]:
    """The one button of what has asked last that begins with the typed yes or no: "No, go on"."""
    typed = typed_control(words, turn.service.words)
    if typed not in (TypedControl.YES, TypedControl.NO):
        return []
    every = [
        (message, button)
        for message in (await _recent_messages(turn))[:1]
        for button in numbered_choices.offered_buttons(message.looks)
        if "/" not in button.data
    ]
    begin = [
        (message, button)
        for message, button in every
        if typed_control(numbered_choices.folded_label(button.label).partition(" ")[0], turn.service.words)
        is typed
    ]
    return [await _meant_button(turn, *pair) for pair in begin] if len(begin) == 1 else []


async def _meant_button(turn: Turn, shown: ShownMessage, button: Button) -> MeantButton:
    offer = await offer_in_data(turn, button.data)
    about = offer.case_id if offer is not None else shown.card.case_id if shown.card is not None else 0
    return MeantButton(button.data, shown.number, await turn.tx.cases.get(about), offer)


def _ask_which(turn: Turn, same: list[MeantButton]) -> None:
    codes = {meant.case.code for meant in same if meant.case is not None}
    if all(meant.case is not None for meant in same) and len(codes) > 1:
        turn.reply("labels-which-case", codes=", ".join(sorted(codes)))
    else:
        turn.reply("labels-which")


async def _shown_cards(turn: Turn, count: int, **which: int) -> list[ShownMessage]:
    """Cards of cases with all their buttons, also those behind *More…*."""
    found = []
    for card in await turn.tx.cards.newest(count, address_id=turn.address.id, **which):
        whole = replace(card, chosen=WHOLE) if card.subject in OF_CASES else card
        looks = await outgoing.render(turn.tx, turn.service, whole) if card.message_id is not None else None
        if looks is not None and card.message_id is not None:
            found.append(ShownMessage(card.message_id, looks, card))
    return found


async def _sent_message(turn: Turn, number: int) -> list[ShownMessage]:
    rows = await turn.tx.outgoing.by(address_id=turn.address.id)
    looks = [outgoing.presentation(row) for row in rows if row.message_id == number]
    return [ShownMessage(number, shown) for shown in looks if shown is not None]


async def _recent_messages(turn: Turn) -> list[ShownMessage]:
    """What was sent lately and is no card, the newest first, as it was changed since; what was taken away is not there."""
    since, found = turn.now - ASKED, dict[int, Presentation | None]()
    for row in reversed(await turn.tx.outgoing.newest(CARDS, address_id=turn.address.id)):
        number = row.payload.get("message_id", row.message_id)
        if number is not None and (row.sent_at or row.created_at) >= since:
            found.setdefault(number, outgoing.presentation(row))
    return [ShownMessage(number, looks) for number, looks in found.items() if looks is not None]
