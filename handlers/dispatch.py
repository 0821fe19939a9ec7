"""One input finds its function. The tables are in routes; here is only the order in which they are asked."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from core.folding import storable_text
from core.incoming import Incoming, IncomingKind
from core.intake.decide import STAGES, decide
from core.intake.standing import Standing
from core.presentation import Presentation
from core.understanding import own_phone
from core.vocabulary import DialogueState
from handlers import left_open, not_this, permission, routing
from handlers.arguments import plain_text
from handlers.cards import live_cards
from handlers.emergency import silence
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm, TakenWords
from handlers.forms.input_reading import beginning_of
from handlers.forms.message_reading import message_of
from handlers.intake import unanswered
from handlers.intake.standing import standing_of
from handlers.outbox import sending
from handlers.people import addresses, membership
from handlers.people.membership import members_at
from handlers.reporting import reports
from handlers.routes import BUTTONS, COMMANDS, EVENTS, FORMS, PROMPTS, WORDS
from handlers.service import Service
from handlers.turn import Turn
from handlers.typed_input import offered_choices, typed_presses
from storage.transaction import Transaction

CONTROLS = frozenset({"back", "skip", "cancel"})  # commands that the form itself reads
HIDE = "hide"  # done first, before what comes after it
LISTS, SEARCH = "cases", "case"  # a member who writes words behind the first looks for something


async def prefetch(tx: Transaction, service: Service, incomings: Sequence[Incoming]) -> None:
    """Load in bulk what a batch needs, so that each row costs no statement of its own."""
    people = {(i.messenger, i.sender) for i in incomings if i.sender and i.private}
    await tx.prefetch(
        tx.addresses.want("lookup", [tx.lookup(*person) for person in people]), silence.wanted_rows(tx)
    )
    found = [await addresses.of_chat(tx, sender, messenger=messenger) for messenger, sender in people]
    ids = [address.id for address in found]
    of = {person: address.id for person, address in zip(people, found, strict=True)}
    private = [i for i in incomings if i.sender and i.private and i.message_id is not None]
    pressed = [(of[i.messenger, i.sender], i.message_id) for i in private]
    told = [(of[i.messenger, i.sender], message_id) for i in incomings if i.private for message_id in i.about]
    await tx.prefetch(
        *membership.wanted_rows(tx, ids),
        tx.messages.want_groups(("address_id", "message_id"), [*pressed, *told]),
        tx.cards.want_groups(("address_id", "message_id"), told),
        tx.dialogues.want("address_id", ids, state=DialogueState.OPEN),
        tx.reports.want("address_id", ids),
        tx.guests.want("address_id", ids),
        tx.checkins.want("address_id", ids),
        tx.practices.want("address_id", ids),
        tx.notices.want("address_id", ids, confirmed_at=None),
    )
    await reports.prefetch_open(tx, ids)
    await offered_choices.prefetch_choices(tx, service, found)


async def senders_on_roster(tx: Transaction, incomings: Sequence[Incoming]) -> set[tuple[str, str]]:
    """Which of these senders (messenger, chat) are members, suspended or not."""
    people = {(i.messenger, i.sender): tx.lookup(i.messenger, i.sender) for i in incomings if i.sender}
    await tx.addresses.prefetch("lookup", people.values())
    found = {person: await tx.addresses.by(lookup=lookup) for person, lookup in people.items()}
    known = {person: rows[0].id for person, rows in found.items() if rows}
    await tx.prefetch(*membership.wanted_rows(tx, list(known.values())))
    return {person for person, id in known.items() if await members_at(tx, id)}


async def handle(tx: Transaction, service: Service, incoming: Incoming, received_at: datetime) -> None:
    """Handle what came in. Raises only for defects of ours; the row is then tried again and parked."""
    incoming = replace(incoming, text=storable_text(incoming.text))
    if incoming.kind is IncomingKind.MEMBERSHIP:
        await EVENTS.membership(tx, service, incoming)
    elif incoming.kind is IncomingKind.MIGRATED:
        await EVENTS.migrated(tx, service, incoming)
    elif incoming.kind is IncomingKind.ILLEGIBLE:
        await _on_illegible(tx, service, incoming, received_at)
    elif incoming.kind is IncomingKind.OTHER or not incoming.sender:
        return
    elif incoming.kind is IncomingKind.RECEIPT:
        await EVENTS.receipt(tx, service, incoming)
    elif not incoming.private:
        await EVENTS.in_a_group(tx, service, incoming)
    else:
        turn = await _make_turn(tx, service, incoming, received_at)
        if turn.address.chat == incoming.sender:
            await _on_person(turn)
        else:  # the row that finds it was changed by hand: it would act for somebody else
            await EVENTS.trouble(tx, service, "operator-address", once=f"address:{turn.address.id}")


async def _on_illegible(tx: Transaction, service: Service, incoming: Incoming, received_at: datetime) -> None:
    """Administrators learn of it; the sender, if known and if their chat is not silent, is asked again."""
    await EVENTS.illegible_told(tx, service, incoming.status)
    if not incoming.sender:
        return
    turn = await _make_turn(tx, service, incoming, received_at)
    if turn.address.chat == incoming.sender and not is_silent(turn):
        await EVENTS.illegible(turn)


async def _make_turn(tx: Transaction, service: Service, incoming: Incoming, received_at: datetime) -> Turn:
    first = (await addresses.of_chat(tx, incoming.sender, messenger=incoming.messenger)).language is None
    address = await addresses.of_sender(tx, service, incoming)
    if first and address.chat == incoming.sender:
        sending.meet_stranger(tx, service, address)
    members = await members_at(tx, address.id)
    return Turn(tx, service, incoming, address, members[0] if members else None, received_at)


async def _on_person(turn: Turn) -> None:
    if turn.incoming.kind is IncomingKind.CALL:
        _on_call(turn)
        return
    turn.incoming = came = _cut_to_length(turn.incoming)
    if not await typed_presses.make_press(turn):
        return
    if is_silent(turn):
        await _on_words(turn, silent=True)
        return
    heard = turn.incoming
    if not await EVENTS.coming(turn):
        return
    card = await typed_presses.pressed_card(turn) if came.kind is not IncomingKind.TAP else None
    await _on_input(turn)
    await typed_presses.show_changed_card(turn, card)
    turn.incoming = heard  # it may have been read as other words
    for follows in EVENTS.heard:
        await follows(turn)
    await unanswered.answer_if_nobody_did(turn)


def _on_call(turn: Turn) -> None:
    if not is_silent(turn):
        turn.show(Presentation(turn.with_hotline(turn.say("call-not-taken"))), topic="call-not-taken")


def _cut_to_length(incoming: Incoming) -> Incoming:
    """Somebody who writes a book must not hold up the others: all of it is kept, and its beginning is read."""
    text = incoming.text.strip()
    read = beginning_of(text)
    if read == incoming.text:
        return incoming
    return replace(incoming, text=read, typed=text if read != text else "")


async def _on_input(turn: Turn) -> None:
    if turn.incoming.kind is IncomingKind.TAP:
        await _on_tap(turn)
    elif turn.incoming.kind is IncomingKind.EDITED:
        await _on_edited(turn)
    elif turn.incoming.command is not None and turn.incoming.command not in CONTROLS:
        await _on_slash(turn, turn.incoming.command)
    elif _is_to_hide(turn):
        await routing.run(turn, COMMANDS[HIDE], "")
    else:
        await _on_words(turn)


def is_silent(turn: Turn) -> bool:
    """Hidden by the person, muted by a coordinator until some time, or another phone answers there: then a report is heard
    and not answered.
    """
    muted = addresses.is_muted(turn.address, turn.now)
    hidden = turn.address.silenced_at is not None or turn.address.untrusted_since is not None
    return hidden or (muted and not _passes_mute(turn))


def _passes_mute(turn: Turn) -> bool:
    """Whether what is pressed or typed is for a muted chat too: everybody can hide; a member can work on cases."""
    if turn.incoming.kind is IncomingKind.TAP:
        route = BUTTONS.get(turn.incoming.data.partition(":")[0])
    else:
        route = COMMANDS.get(turn.incoming.command or "")
    return route is not None and permission.refusal_by_standing(turn, route.in_mute) is None


async def _on_tap(turn: Turn) -> None:
    data = turn.incoming.data
    form, slash, _ = data.partition("/")
    if slash and form in FORMS:
        active = await dialogues.active(turn)
        dialogue = active if active is not None and active.form == form else None
        tapped = FORMS[form].on_tapped
        await (tapped(turn, dialogue) if tapped else dialogues.on_tapped(turn, FORMS[form], dialogue))
        return
    action, _, argument = data.partition(":")
    if action not in BUTTONS:
        turn.reply("button-unknown")
        return
    waited = await left_open.before(turn)
    await routing.run(turn, BUTTONS[action], argument)
    await left_open.after(turn, waited)
    await live_cards.show_pressed(turn)
    if turn.given_back is not None:
        await _give_back(turn, turn.given_back)


async def _give_back(turn: Turn, taken: TakenWords) -> None:
    """Words that a question took go where they would have gone without it; then it asks again."""
    before = await not_this.undo(turn, taken)
    turn.incoming = replace(
        turn.incoming, kind=IncomingKind.MESSAGE, data="", text=taken.words, message_id=taken.message
    )
    await _on_words(turn)
    if before is not None:
        await not_this.ask_again(turn, before)


async def _on_edited(turn: Turn) -> None:
    """A corrected message corrects the answer that it gave. A live location moves silently."""
    for takes in EVENTS.edited:
        if await takes(turn):
            return
    await _on_words(turn)


async def _on_slash(turn: Turn, command: str) -> None:
    """A command, or words that only begin like one: those are kept whole, and read without the command."""
    if command == LISTS and turn.incoming.argument and turn.active is not None:
        await _on_command(turn, SEARCH)
        return
    if not says_more(turn.incoming):
        await _on_command(turn, command)
        return
    if command == HIDE:
        await routing.run(turn, COMMANDS[HIDE], "")
    typed = turn.incoming.typed or turn.incoming.text
    words = turn.incoming.argument if command in COMMANDS else turn.incoming.text.removeprefix("/")
    turn.incoming = replace(turn.incoming, text=words, typed=typed)
    await _on_words(turn, silent=turn.address.silenced_at is not None)


def says_more(incoming: Incoming) -> bool:
    """Whether a message that begins with a command tells something: a file, a place, words (not a code or a link's)."""
    if incoming.file is not None or incoming.location is not None:
        return True
    payload = incoming.command == "start" and len(incoming.argument.split()) == 1
    named = incoming.command in COMMANDS and COMMANDS[incoming.command].about is not plain_text
    return bool(incoming.argument) and not named and not payload


def _is_to_hide(turn: Turn) -> bool:
    """The words of the command without its sign, because somebody without a menu remembers only the word."""
    incoming = turn.incoming
    more = incoming.forwarded or incoming.file or incoming.location
    return more is None and own_phone.hides(incoming.text, turn.service.heard)


async def _on_command(turn: Turn, command: str) -> None:
    await entries.remember_message(turn)
    if command in COMMANDS:
        await routing.run(turn, COMMANDS[command], turn.incoming.argument)
    else:
        await EVENTS.unknown_command(turn, await _open_form(turn))


async def _on_words(turn: Turn, *, silent: bool = False) -> None:
    """The words are kept; then the first row of STAGES that takes them says what is done (routes.WORDS). What that leaves is
    decided by the rows behind it.
    """
    if not silent:
        await entries.remember_message(turn)
    rows = iter(STAGES)
    goes_on = True
    while goes_on:
        opened, message = await _open_form(turn), message_of(turn)
        standing = (
            Standing(turn.now, is_silent=True)
            if silent
            else await standing_of(turn, message, opened, PROMPTS)
        )
        fate = decide(message, standing, rows)
        await WORDS[fate.row.name](turn, opened, fate.found)
        goes_on = fate.row.passes_on


async def _open_form(turn: Turn) -> OpenForm | None:
    dialogue = await dialogues.active(turn)
    return OpenForm(FORMS[dialogue.form], dialogue) if dialogue is not None else None
