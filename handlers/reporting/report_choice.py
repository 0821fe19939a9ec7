"""Several reports are open, and words may be about any of them: they wait in a draft until the person says which.

If the person does not, or keeps writing, the words join the newest and coordinators are asked to read them, so that nothing
said is lost; a release is kept there unread, because it may be another's. Of very many words only the first and the last are
read where they go; all of them are kept.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.conversation.step import FormStep
from core.intake.standing import Waiting
from core.intake.subject import answer_to_which
from core.model import Case, Report
from core.presentation import Button, Presentation
from core.traffic import Timer
from core.understanding.later import facts_told
from core.vocabulary import ReportState
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.forms import dialogues, entries, input_reading
from handlers.forms.message_reading import message_of
from handlers.reporting import (
    after_closing,
    drafts,
    owner_updates,
    receipt_codes,
    reports,
    said_to_be_out,
)
from handlers.reporting.known_reports import known_report
from handlers.reporting.on_behalf import turn_of
from handlers.reporting.reports import REPORT
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

KEPT = "note-kept"  # says less than that the words were added


async def show_on_cards(tx: Transaction, report_id: int) -> None:
    """Every card of the report's case is drawn again."""
    case = await case_of(tx, report_id)
    if case is not None:
        await live_cards.touch_case(tx, case.id)


async def case_of(tx: Transaction, report_id: int) -> Case | None:
    """The case that a report feeds."""
    report = await tx.reports.get(report_id)
    return await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None


def noted_words(turn: Turn, step: FormStep | None, key: str) -> str:
    """What could not be read; else what was noted, and that the words are kept."""
    if step is None:
        return turn.say(key)
    notes = tuple(note for note in step.notes if note.key != KEPT)
    said = dialogues.noted_words(turn, REPORT, replace(step, notes=notes))
    return said if step.problem is not None else "\n".join(filter(None, (said, turn.say(key))))


WAIT = timedelta(minutes=30)  # for the answer to "which one?"
SHOWN = 5  # reports to choose from: the newest
MOST = 50  # messages that wait for the answer


def _waiting_key(address_id: int) -> str:
    return f"which:{address_id}"


async def waiting_draft(turn: Turn) -> Report | None:
    """The draft of words that wait for the answer."""
    timer = await turn.tx.timers.get(_waiting_key(turn.address.id))
    return await turn.tx.reports.get(timer.subject_id) if timer is not None else None


async def waiting_words(turn: Turn, mine: Sequence[Report]) -> Waiting | None:
    """What waits until the person says to which of their reports it belongs."""
    draft = await waiting_draft(turn)
    if draft is None:
        return None
    shown = mine[-SHOWN:]
    labels = await receipt_codes.report_labels(turn, shown)
    known = [await known_report(turn, report, names=True) for report in shown]
    return Waiting(draft.id, tuple(known), (*labels, turn.say("report-which-new")))


async def take_answer(turn: Turn, mine: list[Report], *, by_number: bool = True) -> bool:
    """Whether words wait, and these say to which report they belong: by a number, by a place, by whom they name."""
    waiting, draft = await waiting_words(turn, mine), await waiting_draft(turn)
    which = answer_to_which(message_of(turn), waiting, by_number=by_number) if waiting is not None else None
    if which is None or draft is None:
        return False
    if which.tells:
        await entries.keep(turn, draft.id)
    await settle_draft(turn, draft, await turn.tx.reports.get(which.report) or draft)
    return True


async def ask_which(turn: Turn, mine: list[Report]) -> None:
    """Several reports are open, and nothing in the words says to which they belong."""
    shown = mine[-SHOWN:]
    labels = await receipt_codes.report_labels(turn, shown)
    draft = await waiting_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
    await entries.keep(turn, draft.id)
    if len(await turn.tx.entries.newest(MOST, report_id=draft.id)) == MOST:
        await _join_newest(turn, draft, mine[-1], quiet=False)
        return
    turn.tx.timers.put(Timer(_waiting_key(turn.address.id), "which", turn.now + WAIT, draft.id))
    buttons = [Button(t, f"which:{r.id}:{draft.id}") for r, t in zip(shown, labels, strict=True)]
    buttons.append(Button(turn.say("report-which-new"), f"which:{draft.id}:{draft.id}"))
    asked = Presentation(turn.say("report-which"), tuple((button,) for button in buttons))
    turn.show(asked, topic="which")


async def own_reports(turn: Turn, argument: str) -> tuple[Report, Report] | None:
    """``report:draft``: where the words of the draft belong, if both are the actor's."""
    wanted, _, waiting = argument.partition(":")
    report = await turn.tx.reports.get(id_in(wanted) or 0)
    draft = await turn.tx.reports.get(id_in(waiting) or 0)
    if report is None or draft is None or {report.address_id, draft.address_id} != {turn.address.id}:
        return None
    return report, draft


async def on_which(turn: Turn, found: tuple[Report, Report]) -> None:
    """The person says which report some words belong to."""
    report, draft = found
    timer = await turn.tx.timers.get(_waiting_key(turn.address.id))
    if timer is None or timer.subject_id != draft.id or draft.state is not ReportState.DRAFT:
        return
    if report.state is ReportState.CLOSED:
        if await after_closing.move_draft_here(turn, draft, report):
            turn.tx.timers.remove(timer.key)
            return
        turn.reply("report-which-closed")
        report = draft
    await settle_draft(turn, draft, report)


async def settle_draft(
    turn: Turn, draft: Report, report: Report, *, quiet: bool = False, unsorted: bool = False
) -> None:
    """The waiting words move to their report, or begin one, and are read there. ``quiet``: nobody is answered.

    ``unsorted``: nobody said that they belong there, so a coordinator reads them, as where not all are read here.
    """
    turn.tx.timers.remove(_waiting_key(turn.address.id))
    is_new = report.id == draft.id
    said = await turn.tx.entries.by(report_id=draft.id)
    words = [entry for entry in said if entry.kind != "answer"]  # buttons belong to their own form
    if is_new:
        dialogue = await dialogues.begin(turn, REPORT, draft.id)
    else:
        await _move_words(turn.tx, draft, report)
        dialogue = await reports.dialogue_of(turn, report.id) or await dialogues.begin(
            turn, REPORT, report.id
        )
    step, now, asked = None, turn.incoming, False
    read = input_reading.readable(words)
    for entry in read:
        last = entry is words[-1]
        turn.incoming = entries.as_incoming(entry, now)
        step = await dialogues.read_entry(turn, REPORT, dialogue, entry.id, quiet=not (is_new and last))
        await owner_updates.tell_owner(turn.tx, turn.service, report, turn.incoming.text, opens=is_new)
        asked = (not (is_new or quiet) and await said_to_be_out.ask_if_told(turn, report)) or asked
        dialogue = await turn.tx.dialogues.get(dialogue.id) or dialogue
    turn.incoming = now
    if not (is_new or quiet or asked) and turn.address.silenced_at is None:
        turn.show(Presentation(noted_words(turn, step, "report-joined")), topic="joined")
    case = await case_of(turn.tx, report.id) if unsorted or len(read) < len(words) else None
    if case is not None:
        await tasks.ask_coordinators(turn.tx, turn.service, case, "unsorted", again=True)


async def on_which_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody said where the words belong: they join the newest open report, or a coordinator sees them."""
    draft = await tx.reports.get(timer.subject_id)
    if draft is None or draft.state is not ReportState.DRAFT:
        return
    mine = await tx.reports.by(address_id=draft.address_id, state=ReportState.OPEN)
    address = await tx.addresses.get(draft.address_id)
    if not mine or address is None:
        await drafts.show_to_coordinators(tx, service, draft)
        return
    turn = turn_of(tx, service, address)
    await _join_newest(turn, draft, mine[-1], quiet=True)


async def _join_newest(turn: Turn, draft: Report, newest: Report, *, quiet: bool) -> None:
    """Nobody said where the words belong: coordinators read them there."""
    if not await _tells_release(turn, draft):
        await settle_draft(turn, draft, newest, quiet=quiet, unsorted=True)
        return
    turn.tx.timers.remove(_waiting_key(turn.address.id))
    await _move_words(turn.tx, draft, newest)
    case = await case_of(turn.tx, newest.id)
    if case is not None:
        await tasks.ask_coordinators(turn.tx, turn.service, case, "unsorted", again=True)


async def _tells_release(turn: Turn, draft: Report) -> bool:
    """Whether somebody was let go: that ends no search of another's."""
    said = input_reading.readable(await turn.tx.entries.by(report_id=draft.id))
    texts = [str(entry.payload.get("text", "")) for entry in said]
    return any("released" in facts_told(text, turn.service.heard) for text in texts)


async def _move_words(tx: Transaction, draft: Report, report: Report) -> None:
    for entry in await tx.entries.by(report_id=draft.id):
        tx.entries.put(replace(entry, report_id=report.id))
    tx.reports.put(replace(draft, state=ReportState.EXPIRED))
    await show_on_cards(tx, report.id)
