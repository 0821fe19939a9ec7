"""One input finds its function. The tables are in routes; here is only the order in which they are asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.incoming import Incoming, Kind
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import DialogueState, ReportState
from handlers import chats, commands
from handlers.forms import dialogues, entries
from handlers.outbox import operator, sending
from handlers.people import addresses
from handlers.reporting import receipt_codes, reports, silent_chat, words_placed
from handlers.routes import BUTTONS, COMMANDS, FORMS
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

MEMBERS = BUTTONS.keys() - {"continue", "drop", "which", "new"} | {"case", "cases", "help", "id"}
CONTROLS = frozenset({"back", "skip", "cancel"})  # commands that the form itself reads
HIDE = "hide"  # done first, whatever stands after it


async def prefetch(tx: Transaction, incomings: Sequence[Incoming]) -> None:
    """Load in bulk what a batch needs, so that each row costs no statement of its own."""
    people = {(i.messenger, i.sender) for i in incomings if i.sender and i.private}
    await tx.addresses.prefetch("lookup", [tx.lookup(*person) for person in people])
    found = [await addresses.of(tx, sender, messenger=messenger) for messenger, sender in people]
    ids = [address.id for address in found]
    await tx.prefetch(
        tx.members.want("address_id", ids),
        tx.messages.want("address_id", ids),
        tx.dialogues.want("address_id", ids, state=DialogueState.OPEN),
        tx.reports.want("address_id", ids),
    )
    alive = [
        r
        for i in ids
        for r in await tx.reports.by(address_id=i)
        if r.state in (ReportState.DRAFT, ReportState.OPEN)
    ]
    cases = [report.case_id for report in alive if report.case_id is not None]
    await tx.prefetch(
        tx.dialogues.want("subject_id", [report.id for report in alive], form=reports.REPORT.form.name),
        tx.cases.want("id", cases),
        tx.cards.want("case_id", cases),
        tx.detainees.want("case_id", cases),
        tx.alerts.want("case_id", cases),
    )
    asked = {alert.member_id for case_id in cases for alert in await tx.alerts.by(case_id=case_id)}
    await tx.cards.prefetch("subject_id", asked, subject="list")


async def handle(tx: Transaction, service: Service, incoming: Incoming, received_at: datetime) -> None:
    """Whatever came in. Raises only for defects of ours; the row is then tried again and parked."""
    if incoming.kind is Kind.MEMBERSHIP:
        await chats.on_membership(tx, service, incoming)
    elif incoming.kind is Kind.MIGRATED:
        await chats.on_migrated(tx, service, incoming)
    elif incoming.kind is Kind.OTHER or not incoming.sender:
        return
    elif not incoming.private:
        await chats.leave_unless_ours(tx, service, incoming)
    else:
        await _on_person(await _turn(tx, service, incoming, received_at))


async def _turn(tx: Transaction, service: Service, incoming: Incoming, received_at: datetime) -> Turn:
    address = await addresses.of_sender(tx, service, incoming)
    members = await tx.members.by(address_id=address.id)
    return Turn(tx, service, incoming, address, members[0] if members else None, received_at)


async def _on_person(turn: Turn) -> None:
    if is_silent(turn):
        await silent_chat.on_said(turn)
    elif turn.incoming.kind is Kind.TAP:
        await _on_tap(turn)
    elif turn.incoming.kind is Kind.EDITED:
        await _on_edited(turn)
    elif turn.incoming.command is not None and turn.incoming.command not in CONTROLS:
        await _on_slash(turn, turn.incoming.command)
    else:
        await _on_words(turn)


def is_silent(turn: Turn) -> bool:
    """Hidden by the person, or muted by a coordinator until some time: then a report is heard and not answered."""
    muted = turn.address.muted_until is not None and turn.now < turn.address.muted_until
    return turn.address.silenced_at is not None or (muted and not _passes_mute(turn))


def _passes_mute(turn: Turn) -> bool:
    """Everybody can always hide; a member can always work on cases."""
    action = turn.incoming.data.partition(":")[0] if turn.incoming.kind is Kind.TAP else turn.incoming.command
    return action == "hide" or (turn.active is not None and action in MEMBERS)


async def _on_tap(turn: Turn) -> None:
    data = turn.incoming.data
    form, slash, _ = data.partition("/")
    if slash and form in FORMS:
        active = await dialogues.active(turn)
        dialogue = active if active is not None and active.form == form else None
        if form == reports.REPORT.form.name:
            await reports.on_tapped(turn, dialogue)
        elif dialogue is not None:
            await dialogues.proceed(turn, FORMS[form], dialogue)
        else:
            turn.reply("button-unknown")
        return
    action, _, argument = data.partition(":")
    function = BUTTONS.get(action)
    if function is None:
        turn.reply("button-unknown")
        return
    await function(turn, argument)
    await _repair_untracked(turn)


async def _repair_untracked(turn: Turn) -> None:
    """A press on a copy that nobody tracks (its sending was repeated): overwrite it, the newer one follows the truth."""
    message_id = turn.incoming.message_id
    if turn.active is None or message_id is None or turn.address.silenced_at is not None:
        return
    noted = await turn.tx.messages.by(address_id=turn.address.id, message_id=message_id)
    if not noted and not await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id):
        sending.edit(turn.tx, turn.address.id, message_id, Presentation(turn.say("copy-outdated")))


async def _on_edited(turn: Turn) -> None:
    """A corrected message corrects the answer that it gave. A live location moves silently."""
    if not (await words_placed.on_edited(turn) or await words_placed.on_moved(turn)):
        await _on_words(turn)


async def _on_slash(turn: Turn, command: str) -> None:
    """A command, or words that only begin like one: those are kept whole, and read without the command."""
    if not says_more(turn.incoming):
        await _on_command(turn, command)
        return
    if command == HIDE:
        await COMMANDS[HIDE](turn)
    typed = turn.incoming.text
    words = turn.incoming.argument if command in COMMANDS else typed.removeprefix("/")
    turn.incoming = replace(turn.incoming, text=words, typed=typed)
    await (silent_chat.on_said(turn) if command == HIDE else _on_words(turn))


def says_more(incoming: Incoming) -> bool:
    """Whether a message that begins with a command tells something: a file, a place, words (not a code or a link's)."""
    if incoming.file is not None or incoming.location is not None:
        return True
    payload = incoming.command == "start" and len(incoming.argument.split()) == 1
    return bool(incoming.argument) and incoming.command != "case" and not payload


async def _on_command(turn: Turn, command: str) -> None:
    await entries.remember(turn)
    function = COMMANDS.get(command)
    if function is not None:
        await function(turn)
        return
    dialogue = await dialogues.active(turn)
    await commands.on_unknown(turn, FORMS[dialogue.form] if dialogue is not None else None)


async def _on_words(turn: Turn) -> None:
    """A receipt code comes first, whatever is open; then the form that asks, then the report it may belong to."""
    dialogue = await dialogues.active(turn)
    await entries.remember(turn)
    reporting = dialogue is None or dialogue.form == reports.REPORT.form.name
    if turn.incoming.text and reporting and await receipt_codes.on_code_said(turn, dialogue):
        return
    if dialogue is not None:
        await dialogues.proceed(turn, FORMS[dialogue.form], dialogue)
    elif not await words_placed.on_control(turn):
        await words_placed.on_said(turn)


async def on_parked(
    tx: Transaction,
    service: Service,
    incoming: Incoming | None,
    row_id: int,
    kind: str,
    at: datetime,
    error: str,
) -> None:
    """A row was given up: the operator learns which and why, never its content; the person gets one fixed sentence."""
    time = at.astimezone(service.zone).strftime("%Y-%m-%d %H:%M:%S")
    await operator.tell(tx, service, "operator-parked", row=str(row_id), kind=kind, time=time, error=error)
    if incoming is None or not incoming.private or not incoming.sender:
        return
    address = await addresses.of_sender(tx, service, incoming)
    language = address.language or service.language
    text = service.with_hotline(language, service.words.say(language, "failed"))
    sending.message(tx, address.id, Presentation(text), Lane.REPLY)
