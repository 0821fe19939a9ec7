"""Words outside any form: to which report they belong.

No open report: a new one begins. One: they join it, and "this is a new one" moves them. Several: words that are enough
for a city that none of them is about are a new one; others wait in a draft until the person says. If they do not, the
words join the newest and coordinators are asked to read them, so that nothing said is lost.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.conversation.events import Cancelled
from bot.core.conversation.forms import facts
from bot.core.conversation.labels import Control, control, number
from bot.core.conversation.step import Step
from bot.core.incoming import Incoming, Kind
from bot.core.model import Case, Report
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Timer
from bot.core.values import Place
from bot.core.vocabulary import ReportState
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.forms import dialogues, entries
from handlers.forms.follow import Open
from handlers.forms.report import tells
from handlers.reporting import drafts, owner_hears, receipt_codes, reports
from handlers.reporting.reports import REPORT
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

WAIT = timedelta(minutes=30)  # for the answer to "which one?"
KEPT = "note-kept"  # says less than that the words were added
SHOWN = 5  # reports to choose from: the newest


async def on_happening(turn: Turn, opened: Open | None) -> bool:
    """Words in a form that lets them go, when something is happening to somebody: a report, wherever they were typed."""
    own_words = turn.incoming.text if turn.incoming.forwarded is None else ""
    if opened is None or not opened.follow.lets_go(turn) or not tells(own_words, turn.service.heard):
        return False
    return await on_said(turn)


async def on_said(turn: Turn) -> bool:
    """Words, a file, a place or a contact outside any form: all of it is taken."""
    mine = await reports.open_reports(turn)
    if len(mine) > 1 and not await _is_another(turn, mine):
        await _ask_which(turn, mine)
    elif len(mine) == 1:
        await _join(turn, mine[0])
    else:
        _, dialogue = await reports.begin(turn)
        await dialogues.proceed(turn, REPORT, dialogue)
    return True


async def _is_another(turn: Turn, mine: list[Report]) -> bool:
    """Whether the words are enough by themselves, in a city that no open report of the person is about."""
    values = facts(REPORT.form, dialogues.heard(turn, REPORT))
    place = values.get("place")
    if not REPORT.form.enough(values) or not isinstance(place, Place) or place.city is None:
        return False
    found = [await _case(turn.tx, report.id) for report in mine]
    return place.city not in [case.city for case in found if case is not None]


async def on_control(turn: Turn) -> bool:
    """A typed back, skip or cancel outside any form: True if it was one. Cancelling an open report asks why."""
    which = control(turn.incoming.text.strip().removeprefix("/"), turn.service.words)
    if which not in (Control.BACK, Control.SKIP, Control.CANCEL):
        return False
    mine = await reports.open_reports(turn)
    dialogue = await reports.dialogue_of(turn, mine[-1].id) if mine and which is Control.CANCEL else None
    if dialogue is None:
        turn.reply("nothing-open")
    else:
        entry = await entries.keep(turn, dialogue.subject_id)
        await dialogues.apply(turn, REPORT, dialogues.reopen(turn, REPORT, dialogue), Cancelled(), entry)
    return True


async def on_edited(turn: Turn) -> bool:
    """A corrected message corrects the answer that it gave; False if it gave none."""
    corrected = await entries.corrected_entry(turn)
    entry = await turn.tx.entries.get(corrected) if corrected is not None else None
    dialogue = await reports.dialogue_of(turn, entry.report_id) if entry is not None else None
    if entry is None or dialogue is None:
        return False
    step = await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    await _show_on_cards(turn.tx, entry.report_id)
    if turn.address.silenced_at is None and turn.incoming.location is None:
        text = _noted(turn, step, "report-corrected")
        after = await dialogues.active(turn)
        if after is not None and after.id == dialogue.id:
            await dialogues.ask(turn, REPORT, after, text)
        else:
            turn.show(Presentation(text))
    return True


async def on_moved(turn: Turn) -> bool:
    """A live location goes on: kept in the newest open report without a word; False for anything else."""
    mine = await reports.open_reports(turn)
    if turn.incoming.location is None or not mine:
        return False
    await entries.keep(turn, mine[-1].id)
    await _show_on_cards(turn.tx, mine[-1].id)
    return True


async def _join(turn: Turn, report: Report) -> None:
    """Something more about a report: kept, read, and shown to whoever works on it."""
    dialogue = await reports.dialogue_of(turn, report.id)
    before = await _case(turn.tx, report.id)
    if dialogue is None:
        await entries.keep(turn, report.id)
        step = None
    else:
        step = await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    await _show_on_cards(turn.tx, report.id)
    if turn.address.silenced_at is None:
        after = await _case(turn.tx, report.id)
        says_over = before is not None and after is not None and after.says_over and not before.says_over
        new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
        key = "report-cancel-noted" if says_over else "report-joined"
        turn.show(Presentation(_noted(turn, step, key), ((new,),)))


def _key(address_id: int) -> str:
    return f"which:{address_id}"


async def _ask_which(turn: Turn, mine: list[Report]) -> None:
    """Several reports are open. A number or the name of a place answers, as a button does."""
    timer = await turn.tx.timers.get(_key(turn.address.id))
    draft = await turn.tx.reports.get(timer.subject_id) if timer is not None else None
    shown = mine[-SHOWN:]
    labels = [await receipt_codes.label(turn, report) for report in shown]
    if draft is None:
        draft = turn.tx.reports.add(reports.new(turn))
    else:
        chosen = _typed([*labels, turn.say("report-which-new")], turn.incoming.text)
        if chosen is not None:
            await settle(turn, draft, [*shown, draft][chosen])
            return
    await entries.keep(turn, draft.id)
    turn.tx.timers.put(Timer(_key(turn.address.id), "which", turn.now + WAIT, draft.id))
    buttons = [Button(t, f"which:{r.id}:{draft.id}") for r, t in zip(shown, labels, strict=True)]
    buttons.append(Button(turn.say("report-which-new"), f"which:{draft.id}:{draft.id}"))
    turn.show(Presentation(turn.say("report-which"), tuple((button,) for button in buttons)))


def _typed(labels: list[str], text: str) -> int | None:
    """The place in the list that a number names, or words that only one label begins with."""
    counted = number(text)
    if counted is not None:
        return counted - 1 if 1 <= counted <= len(labels) else None
    typed = text.strip().casefold()
    found = [i for i, label in enumerate(labels) if typed and label.casefold().startswith(typed)]
    return found[0] if len(found) == 1 else None


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
    timer = await turn.tx.timers.get(_key(turn.address.id))
    if timer is not None and timer.subject_id == draft.id:
        await settle(turn, draft, report)


async def settle(turn: Turn, draft: Report, report: Report, *, quiet: bool = False) -> None:
    """The waiting words move to their report, or begin one, and are read there. ``quiet``: nobody is answered."""
    turn.tx.timers.remove(_key(turn.address.id))
    is_new = report.id == draft.id
    said = await turn.tx.entries.by(report_id=draft.id)
    words = [entry for entry in said if entry.kind != "answer"]  # buttons belong to their own form
    if is_new:
        dialogue = await dialogues.begin(turn, REPORT, draft.id)
    else:
        await _move(turn.tx, draft, report)
        dialogue = await reports.dialogue_of(turn, report.id) or await dialogues.begin(
            turn, REPORT, report.id
        )
    step, now = None, turn.incoming
    for entry in words:
        last = entry is words[-1]
        turn.incoming = entries.words_of(entry, now)
        step = await dialogues.read(turn, REPORT, dialogue, entry.id, quiet=not (is_new and last))
        await owner_hears.tell(turn.tx, turn.service, report, turn.incoming.text)
        dialogue = await turn.tx.dialogues.get(dialogue.id) or dialogue
    turn.incoming = now
    if not is_new and not quiet and turn.address.silenced_at is None:
        turn.show(Presentation(_noted(turn, step, "report-joined")))


async def on_which_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody said where the words belong: they join the newest open report, or a coordinator sees them."""
    draft = await tx.reports.get(timer.subject_id)
    if draft is None or draft.state is not ReportState.DRAFT:
        return
    mine = await tx.reports.by(address_id=draft.address_id, state=ReportState.OPEN)
    address = await tx.addresses.get(draft.address_id)
    if not mine or address is None:
        await drafts.show(tx, draft)
        return
    nobody = Incoming(address.messenger, Kind.MESSAGE, address.chat, address.chat, "private")
    await settle(Turn(tx, service, nobody, address, None, tx.now), draft, mine[-1], quiet=True)
    case = await _case(tx, mine[-1].id)
    if case is not None:
        await asks.put(tx, service, case, "unsorted", again=True)


async def _move(tx: Transaction, draft: Report, report: Report) -> None:
    for entry in await tx.entries.by(report_id=draft.id):
        tx.entries.put(replace(entry, report_id=report.id))
    tx.reports.put(replace(draft, state=ReportState.EXPIRED))
    await _show_on_cards(tx, report.id)


async def _show_on_cards(tx: Transaction, report_id: int) -> None:
    case = await _case(tx, report_id)
    if case is not None:
        await tracking.touch_case(tx, case.id)


async def _case(tx: Transaction, report_id: int) -> Case | None:
    report = await tx.reports.get(report_id)
    return await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None


def _noted(turn: Turn, step: Step | None, key: str) -> str:
    """What could not be read; else what was noted, and that the words are kept."""
    if step is None:
        return turn.say(key)
    notes = tuple(note for note in step.notes if note.key != KEPT)
    said = dialogues.noted(turn, REPORT, replace(step, notes=notes))
    return said if step.problem is not None else "\n".join(filter(None, (said, turn.say(key))))
