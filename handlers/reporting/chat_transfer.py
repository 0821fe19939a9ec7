"""A report moves to another chat: its code was written there, and either its place, or a coordinator's word, proved it.

Before that, the person who named its place reads what the move does to the other phone, and says whether they want it.
Nothing of the report is told before they say yes; until then, and after a no, their chat is a guest of it (guests).
Afterwards the chat that it leaves becomes a guest: what is written there still reaches the case. That chat is told, if it is
safe.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.claim_kinds import Certainty
from core.casework.claims import NO
from core.casework.consents import YES
from core.incoming import IncomingKind
from core.intake.prompts import HERE, THERE, TRANSFER, Prompt, where_it_goes_on
from core.model import Address, Case, Entry, Guest, Report
from core.presentation import Button, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Lane
from core.vocabulary import (
    PHONE,
    CaseState,
    ConsentUse,
    DialogueState,
    GuestStanding,
    ReportState,
    TaskKind,
    outcome_key,
    reporter_outcome,
)
from handlers.alerting import tasks
from handlers.arguments import OnGuest
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import name_consents
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.forms.report_form import FORM
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.reporting import drafts, report_choice, reporter_card, reports
from handlers.reporting.on_behalf import turn_of
from handlers.reporting.reports import REPORT
from handlers.turn import Turn, id_in
from storage import timeline

GUEST = "guest"  # in what a guest said: the address from which
MARKS = (GUEST, "standing")


async def on_proved(turn: Turn, found: OnGuest) -> None:
    """*It is them*: a coordinator has spoken with the person who wrote the code."""
    report = await turn.tx.reports.get(found.guest.report_id)
    address = await turn.tx.addresses.get(found.guest.address_id)
    if report is not None and address is not None:
        await move_report(turn_of(turn.tx, turn.service, address), report, by=found.member.id)
        turn.reply("code-proved", code=found.case.code)


async def move_report(turn: Turn, report: Report, *, by: int = 0) -> None:
    """The report belongs to the chat of ``turn`` from now on. A person who said no to news keeps that."""
    tx, before = turn.tx, report
    for dialogue in await tx.dialogues.by(form=FORM.name, subject_id=report.id):
        is_open = dialogue.state is DialogueState.OPEN
        ended = dialogues.finish(turn, dialogue, DialogueState.FINISHED) if is_open else dialogue
        tx.dialogues.put(replace(ended, address_id=turn.address.id))
    report = tx.reports.put(replace(report, address_id=turn.address.id))
    if before.consent is None:
        guessed = Certainty.GUESSED
        report = await name_consents.record_answer(
            tx, turn.service, report, ConsentUse.WRITE, YES, certainty=guessed
        )
    tx.entries.add(Entry(tx.new_id(), report.id, turn.now, "moved", {}))
    await reporter_card.touch(tx, report.id)
    await _change_guests(turn, before)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await _note_transfer(turn, case, before, report, by)
    await _read_again(turn, report)
    await take_words_along(turn, report)
    await tell_state(turn, report)


async def _change_guests(turn: Turn, before: Report) -> None:
    """The chat that comes is no guest any more; the one that goes becomes one."""
    tx = turn.tx
    for found in await tx.guests.by(report_id=before.id):
        if found.address_id in (turn.address.id, before.address_id):
            tx.guests.remove(found.id)
    left = await tx.addresses.get(before.address_id)
    if left is not None and addresses.is_chat(left):
        tx.guests.add(Guest(tx.new_id(), before.id, before.address_id, GuestStanding.EARLIER, turn.now))


async def _note_transfer(turn: Turn, case: Case, before: Report, report: Report, by: int) -> None:
    tx = turn.tx
    await timeline.append(tx, case.id, by, TimelineKind.MOVED, {})
    await live_cards.touch_case(tx, case.id)
    if all(guest.standing is GuestStanding.EARLIER for guest in await tx.guests.by(report_id=report.id)):
        await tasks.settle(tx, turn.service, case, TaskKind.OTHER_PHONE)
    address = await tx.addresses.get(before.address_id)
    if address is not None and await _may_be_told(turn, case, before, address):
        language = await language_of(tx, turn.service, address.id)
        text = turn.service.words.say(language, "code-moved-away")
        shown = Presentation(turn.service.with_hotline(language, text))
        sending.send_message(tx, turn.service, address.id, shown, Lane.NEWS)


async def _may_be_told(turn: Turn, case: Case, before: Report, address: Address) -> bool:
    """No telephone, and no chat that is hidden or muted, wants no news, or where a phone is perhaps taken."""
    muted = addresses.is_muted(address, turn.now)
    if not addresses.is_chat(address) or address.silenced_at is not None or muted or before.consent == NO:
        return False
    view = await view_of(turn.tx, case)
    told = (view.fact("urgent"), *view.guesses.get("urgent", ()))
    return not any(fact and isinstance(fact.value, tuple) and PHONE in fact.value for fact in told)


async def _read_again(turn: Turn, report: Report) -> None:
    """What this chat said as a guest counts as the reporter's own."""
    said = await turn.tx.entries.by(report_id=report.id)
    own = [entry for entry in said if entry.payload.get(GUEST) == turn.address.id]
    dialogue, now = await reports.dialogue_of(turn, report.id), turn.incoming
    for entry in own:
        payload = {name: value for name, value in entry.payload.items() if name not in MARKS}
        turn.tx.entries.put(replace(entry, payload=payload))
        if dialogue is not None and report.state is ReportState.OPEN and entry.kind != "answer":
            turn.incoming = entries.as_incoming(entry, now)
            await dialogues.read_entry(turn, REPORT, dialogue, entry.id, quiet=True)
            dialogue = await turn.tx.dialogues.get(dialogue.id)
    turn.incoming = now


async def take_words_along(turn: Turn, report: Report) -> None:
    """What this chat told before the code belongs to the report, and nothing else is asked any more."""
    if report.state is not ReportState.OPEN:
        return
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.subject_id != report.id:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    for draft in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await report_choice.settle_draft(turn, draft, report, quiet=True)
        await drafts.touch_card(turn.tx, draft)


async def tell_state(turn: Turn, report: Report) -> None:
    """The state of the report, for the person who told it."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    told = case is not None and (case.alerting or case.state is CaseState.CLOSED)
    state = CaseState.CLOSED if case is None else case.state if told else "kept"
    how = turn.say(outcome_key(reporter_outcome(case.outcome))) if case is not None else ""
    turn.show(Presentation(turn.with_hotline(turn.say(f"code-{state}", how=how))))


IN_WORDS = timedelta(minutes=30)  # a yes that comes later answers something else


def ask_before_moving(turn: Turn, guest: Guest, before: str) -> None:
    """The place was right: the other phone will get nothing more. One button to go on here, one not to. ``before``: what
    became of the words.
    """
    guest = turn.tx.guests.put(replace(guest, standing=GuestStanding.PROVED, since=turn.now))
    here = Button(turn.say("button-move"), f"move:{guest.id}:{HERE}", Style.PRIMARY)
    there = Button(turn.say("button-move-not"), f"move:{guest.id}:{THERE}")
    turn.show(Presentation(f"{before}\n{turn.say('code-move')}", ((here,), (there,))))


async def own_transfer(turn: Turn, argument: str) -> tuple[Guest, Report, str] | None:
    """``number:answer``: what this chat was asked about, and what is answered."""
    number, _, answer = argument.partition(":")
    guest = await turn.tx.guests.get(id_in(number) or 0)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    if guest is None or report is None or guest.address_id != turn.address.id or answer not in (HERE, THERE):
        return None
    waits = guest.standing is GuestStanding.PROVED and report.state in (ReportState.OPEN, ReportState.CLOSED)
    return (guest, report, answer) if waits else None


async def on_transfer_answered(turn: Turn, found: tuple[Guest, Report, str]) -> None:
    """*Go on here*, or *Leave it there*."""
    guest, report, answer = found
    pressed = turn.incoming.kind is IncomingKind.TAP
    if answer == HERE:
        if pressed:
            turn.reply_in_place("code-move")  # without its buttons
        await move_report(turn, report)
        return
    turn.tx.guests.put(replace(guest, standing=GuestStanding.BY_CODE))
    (turn.reply_in_place if pressed else turn.reply)("code-move-not")


async def find_question(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """Whether this chat was asked lately if the report goes on here."""
    found = await turn.tx.guests.by(address_id=turn.address.id)
    guest = max(found, key=lambda guest: (guest.since, guest.id)) if found and opened is None else None
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    if guest is None or report is None or report.state not in (ReportState.OPEN, ReportState.CLOSED):
        return None
    asked = guest.standing is GuestStanding.PROVED and turn.now - guest.since <= IN_WORDS
    return Prompt(TRANSFER, guest.since, (guest, report)) if asked else None


async def take_answer(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """*Go on here*, or *Leave it there*, in words."""
    guest, report = prompt.about
    answer = where_it_goes_on(message_of(turn))
    if answer is not None:
        await on_transfer_answered(turn, (guest, report, answer))
