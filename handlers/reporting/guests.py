"""Guests: chats that add words to a report that is another chat's. Nothing of the report is told to them.

BY_CODE   its code was written here. One question, where it happened, proves that its holder told the report.
          Until then a coordinator may say so.
PROVED    that was answered rightly; it moves here (chat_transfer) if the person in this chat wants it
EARLIER   the report was here, until its code moved it away
UNTOLD    the code was right, while codes were being guessed: what is written goes its usual way, and a copy to the report

Their words are kept and marked, and change no fact: the members who work on the case read them.
"""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.intake.stages.addition import proving_place
from core.intake.unasked import told_unasked
from core.model import LANGUAGES, Case, Guest, Report
from core.presentation import Button, Presentation
from core.receipt_codes import without_blot
from core.timeline import TimelineKind
from core.traffic import Timer
from core.values import Place
from core.vocabulary import CaseState, DialogueState, GuestStanding, ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.people import addresses
from handlers.reporting import chat_transfer, general_answers, owner_updates, reports
from handlers.turn import Turn
from storage import timeline

PROOFS = 3  # wrong places within a day, over all chats that have the code
DAY = timedelta(days=1)
BURST = timedelta(minutes=10)  # then further words of the same chat make a sound again


async def come_with_code(turn: Turn, report: Report, standing: GuestStanding) -> None:
    """The code of this report was written here. What was told here before goes along, and nothing else is asked."""
    tx = turn.tx
    known = [
        guest for guest in await tx.guests.by(report_id=report.id) if guest.address_id == turn.address.id
    ]
    untold = standing is GuestStanding.UNTOLD
    guest = known[0] if known else Guest(tx.new_id(), report.id, turn.address.id, standing, turn.now)
    if not (known and untold):  # who was told before that the code is right stays as they are
        guest = tx.guests.put(replace(guest, standing=standing, since=turn.now))
    case = await _case_of(turn, report)
    if case is not None and not known:
        await timeline.append(tx, case.id, 0, TimelineKind.BY_CODE, {})
        await live_cards.touch_case(tx, case.id)
    told_before = False
    for draft in await tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        for entry in await tx.entries.by(report_id=draft.id):
            marked = replace(entry, report_id=report.id, payload={**entry.payload, **_entry_marks(guest)})
            tx.entries.put(replace(marked, id=tx.new_id()) if untold else marked)
            told_before = True
        if standing is GuestStanding.BY_CODE:
            tx.reports.put(replace(draft, state=ReportState.EXPIRED))
    dialogue = await dialogues.active(turn)
    if told_before or untold:
        await _have_read(turn, guest, case)
    if dialogue is not None and not untold:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)


def speak_as_report(turn: Turn, report: Report) -> None:
    """A chat that has come with nothing but a code, and whose app tells no language of ours."""
    if report.language in LANGUAGES and addresses.is_unknown_language(
        turn.address, turn.incoming, turn.service
    ):
        dialogues.follow_language(turn, report.language)


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The words of a guest belong to the report that they are a guest of."""
    if came := await current_guest_of(turn):
        await _add(turn, *came)


async def on_untold(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Its report has a copy of the words, and nobody here notices."""
    if came := await current_guest_of(turn):
        await copied_untold(turn, *came)


async def current_guest_of(turn: Turn) -> tuple[Guest, Report] | None:
    """The report that this chat came to last, if it is another chat's and not over."""
    guest = await current_guest(turn)
    report = await turn.tx.reports.get(guest.report_id) if guest is not None else None
    waits = report is not None and report.state in (ReportState.OPEN, ReportState.CLOSED)
    return (guest, report) if guest is not None and report is not None and waits else None


async def copied_untold(
    turn: Turn, guest: Guest, report: Report, ask: TaskKind = TaskKind.OTHER_PHONE
) -> bool:
    """Whether nobody here was told that the code is right: its report has a copy of the words, which go on as they would."""
    if guest.standing is not GuestStanding.UNTOLD:
        return False
    said = turn.incoming
    turn.incoming = replace(said, typed=without_blot(said.typed))
    entries.append(turn, report.id, **_entry_marks(guest))
    turn.incoming = said
    await owner_updates.show_on_cards(turn.tx, report)
    await _have_read(turn, guest, await _case_of(turn, report), ask)
    return True


async def add_beside_code(turn: Turn, report: Report) -> None:
    """Words in the message of the code that made this chat a guest: they are for its report, even if something else is open
    here.
    """
    guest = await current_guest(turn)
    if guest is not None:
        await _add(turn, guest, report)


async def _add(turn: Turn, guest: Guest, report: Report) -> None:
    """Kept before anything is asked of the words; then the place may prove that the writer told the report."""
    dialogues.follow_words(turn)
    await keep_words(turn, guest, report)
    added = "\n".join([*general_answers.answers_for_guest(turn), turn.say("guest-added")])
    place = proving_place(message_of(turn), guest, turn.now)
    if place is None:
        new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
        turn.show(Presentation(added, ((new,),)), topic="guest-added")
        return
    key = f"proof:{report.id}"
    tries = await turn.tx.timers.get(key) or Timer(key, "forget", turn.now + DAY, report.id)
    chat = await turn.tx.addresses.get(report.address_id)
    if chat is not None and chat.doubted_at is not None:  # who reads there knows code and place
        turn.show(Presentation(f"{added}\n{turn.say('code-proof-over')}"))
        return
    if tries.attempts < PROOFS and place in await _told_places(turn, report):
        chat_transfer.ask_before_moving(turn, guest, added)
        return
    turn.tx.timers.put(replace(tries, attempts=min(tries.attempts + 1, PROOFS)))
    answer = "code-proof-over" if tries.attempts + 1 >= PROOFS else "code-proof-wrong"
    turn.show(Presentation(f"{added}\n{turn.say(answer)}"))


async def current_guest(turn: Turn) -> Guest | None:
    """The report that this chat came to last, if it is another chat's. See copied_untold for what nobody may notice here."""
    found = await turn.tx.guests.by(address_id=turn.address.id)
    return max(found, key=lambda guest: (guest.since, guest.id)) if found else None


async def keep_words(turn: Turn, guest: Guest, report: Report, ask: TaskKind = TaskKind.OTHER_PHONE) -> None:
    """The words of a guest go to the report, marked; coordinators are asked to read them."""
    await entries.keep(turn, report.id, **_entry_marks(guest))
    case = await _case_of(turn, report)
    proves = proving_place(message_of(turn), guest, turn.now) is not None
    if case is not None and ask is TaskKind.OTHER_PHONE and _tells_nothing(turn):
        await live_cards.touch_case(turn.tx, case.id)
    elif case is not None and await owner_updates.ring_of_guest(turn, case, proves=proves):
        await tasks.ask_coordinators(turn.tx, turn.service, case, _kind(case, ask), again=True)
    else:
        await _have_read(turn, guest, case, ask)


def _tells_nothing(turn: Turn) -> bool:
    """Whether it is words that surely tell nothing: thanks, a greeting."""
    said = turn.incoming
    is_bare = bool(said.text.strip()) and said.file is None and said.location is None and said.contact is None
    return is_bare and not told_unasked(said.text, turn.service.heard, turn.service.cues)


async def _have_read(
    turn: Turn, guest: Guest, case: Case | None, ask: TaskKind = TaskKind.OTHER_PHONE
) -> None:
    """The words stand on the cards, and coordinators hear that there are some: once a burst, and from a chat that is hidden
    or muted, where others may write, once.
    """
    if case is None:
        return
    tx, key = turn.tx, f"guest:{guest.id}"
    await live_cards.touch_case(tx, case.id)
    if (
        ask is not TaskKind.OTHER_PHONE
        or turn.address.silenced_at
        or addresses.is_muted(turn.address, turn.now)
    ):
        await tasks.ask_coordinators_once(tx, turn.service, case, _kind(case, ask))
        return
    if await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, "forget", turn.now + BURST, guest.id))
        await tasks.ask_coordinators(tx, turn.service, case, _kind(case, ask), again=True)


def _kind(case: Case, ask: TaskKind) -> TaskKind:
    unread = case.state is CaseState.CLOSED and ask is TaskKind.OTHER_PHONE
    return TaskKind.AFTER_CLOSED if unread else ask


async def _told_places(turn: Turn, report: Report) -> set[str]:
    """Where it happened: as the reporter told it, and as members have corrected it."""
    case, dialogue = await _case_of(turn, report), await reports.dialogue_of(turn, report.id)
    answer = dialogues.state_of(dialogue).answers.get("place") if dialogue is not None else None
    places = [Place(city=case.city, region=case.region)] if case is not None else []
    if answer is not None and isinstance(answer.value, Place):
        places.append(answer.value)
    return {found for place in places if (found := place.city or place.region)}


def _entry_marks(guest: Guest) -> dict[str, Any]:
    standing = GuestStanding.EARLIER if guest.standing is GuestStanding.EARLIER else GuestStanding.BY_CODE
    return {chat_transfer.GUEST: guest.address_id, "standing": standing.value}


async def _case_of(turn: Turn, report: Report) -> Case | None:
    return await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
