"""A lawyer who has no case asks for somebody in their place, or tells of somebody who is taken: coordinators hear it within
a minute; so do the others of what a coordinator writes who has none open. What may be a report waits that long for *This is
a report*.
"""

from collections.abc import Sequence
from datetime import timedelta

from core.model import Case, Dialogue, Entry, Member, Report
from core.presentation import Button, Presentation
from core.traffic import Lane, Timer
from core.vocabulary import ReportState, Role
from handlers.alerting import tasks
from handlers.cards.draft_card import UNCLEAR
from handlers.casework import disclosure, notes
from handlers.forms import held_words
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.outbox import sending
from handlers.people.membership import active_members_at, home_address
from handlers.people.readers import language_of, unreachable_ids
from handlers.reporting import drafts
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

KIND = "without-case"
WAITS = timedelta(seconds=45)
NO_CASE, WHICH, MANY = "none", "which", "many"  # why coordinators have the words
HELP = "help"  # the writer may need it, or somebody in their place


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The words are held for a day, so that a press can make a report of them."""
    held = notes.hold_words(turn, turn.incoming.typed or turn.incoming.text)
    report = ((Button(turn.say("button-report"), f"report:{held.id}"),),)
    told = message_of(turn).told_by_member(turn.now, turn.service.zone)
    if told.is_grave or told.many:
        await show(turn.tx, turn.service, held.id, why=MANY if told.many else NO_CASE)
        turn.reply("without-case-told", report)
        return
    await wait_for_press(turn, held)


async def wait_for_press(turn: Turn, held: Dialogue) -> None:
    """Coordinators, or the others, hear the words unless they are made a report until then."""
    show_later(turn.tx, held, WAITS)
    member, report = turn.active, Button(turn.say("button-report"), f"report:{held.id}")
    told = member is not None and await _readers(turn.tx, member)
    turn.reply(
        "jotted-told" if told else "jotted-nowhere",
        ((report,),),
        role=member.role if member is not None else "",
    )


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nothing was pressed."""
    await show(tx, service, timer.subject_id)


async def settle(turn: Turn, held: int, words: str) -> None:
    """It is a report: what coordinators would read of it, or have been shown, is there."""
    turn.tx.timers.remove(f"{KIND}:{held}")
    for report in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        said = [entry.payload.get("text") for entry in await turn.tx.entries.by(report_id=report.id)]
        if said == [words]:
            await drafts.wipe_draft(turn.tx, report)


def show_later(tx: Transaction, held: Dialogue, after: timedelta) -> None:
    """Unless it is known until then where the words belong."""
    tx.timers.put(Timer(f"{KIND}:{held.id}", KIND, tx.now + after, held.id))


async def end_waiting(tx: Transaction, held: Dialogue) -> bool:
    """It is known: whether coordinators were still to be shown the words."""
    waits = await tx.timers.get(f"{KIND}:{held.id}") is not None
    tx.timers.remove(f"{KIND}:{held.id}")
    return waits


async def show(
    tx: Transaction, service: Service, number: int, about: Sequence[Case] = (), why: str = NO_CASE
) -> None:
    """Coordinators have the words that this dialogue holds, in one message each; if nobody presses *Read* in four minutes,
    they are rung until somebody does. ``about``: the cases that may be meant.
    """
    held = await tx.dialogues.get(number)
    if held is None:
        return
    language = await language_of(tx, service, held.address_id)
    report = tx.reports.add(Report(tx.new_id(), held.address_id, ReportState.DRAFT, tx.now, language))
    words = held_words.words_in(held)
    tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": words}))
    for member in await active_members_at(tx, held.address_id):
        await send_words(tx, service, member, about, words, why, draft=report)
    await drafts.show_to_coordinators(tx, service, report, UNCLEAR, is_told=True)


async def send_words(
    tx: Transaction,
    service: Service,
    member: Member,
    about: Sequence[Case],
    words: str,
    why: str = NO_CASE,
    *,
    draft: Report | None = None,
) -> bool:
    """Coordinators have what the member wrote, why, and whom to ring; False if there is no other. ``draft``: it is rung for
    until they have read it.
    """
    readers = await _readers(tx, member)
    for reader in readers:
        there = await home_address(tx, reader)
        language, say = await language_of(tx, service, there), service.words.say
        phone = member.phone or "—"
        text = say(language, "home-words", name=member.name, phone=phone, words=words, why=why)
        if about:
            text += f"\n{say(language, 'home-about', codes=', '.join(case.code for case in about))}"
        reads = draft is not None and reader.role is Role.COORDINATOR
        read = (
            Button(say(language, "button-words-read"), f"wordsread:{draft.id}") if draft and reads else None
        )
        key: str | None = (
            f"{disclosure.of_draft(draft.id)}{tx.new_id()}" if draft else disclosure.new_key(tx, None)
        )
        if reader.role is not Role.COORDINATOR:
            key = None  # a message with a key is taken back from all but coordinators
        shown = Presentation(text, ((read,),) if read else (), protect=True)
        sending.send_message(tx, service, there, shown, Lane.ALERT, key=key)
    return bool(readers)


async def _readers(tx: Transaction, member: Member) -> list[Member]:
    """Who has what they write: the other coordinators; the list for emergencies, where none of them can be reached."""
    others = [reader for reader in await tasks.coordinators(tx) if reader.id != member.id]
    if len(await unreachable_ids(tx, others)) < len(others):
        return others
    listed = [reader for reader in await tx.members.by(suspended_at=None) if reader.escalation]
    return [*others, *(reader for reader in listed if reader.id != member.id and reader not in others)]
