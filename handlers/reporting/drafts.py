"""Unfinished dialogues: offered back once, then shown to a coordinator; one that holds only button noise is wiped.

A dialogue whose report is open simply ends: the report stands. An opened case is never wiped.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import answers_from_data, values_of
from bot.core.conversation.labels import control
from bot.core.model import Dialogue, Entry, Report
from bot.core.presentation import Button, Presentation, Rows, Style
from bot.core.traffic import Card, Lane, Timer
from bot.core.values import Contact, People, Place, Value
from bot.core.vocabulary import DialogueState, ReportState
from handlers.alerting import asks
from handlers.cards import case_lines, tracking
from handlers.forms import dialogues, entries
from handlers.forms.report import FORM, HAPPENING
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

SHOWN_AFTER = timedelta(hours=2)  # after being offered back
ENDS_AFTER = timedelta(hours=12)  # a dialogue of an open report, after the last word
SEEN, UNHANDLED = "seen", "unhandled"
# Why coordinators are shown a draft, and the subject of its card.
CARDS = {
    SEEN: "draft",
    **{
        why: f"draft-{why}"
        for why in ("unclear", "nobody", "person", "delete", "where", "fear", "consent", UNHANDLED)
    },
}
QUIET = frozenset({"fear"})  # read when somebody looks: it makes no sound
LANES = {"unclear": Lane.ALERT, UNHANDLED: Lane.ALERT}
PORTION = 500  # messages that are looked at, or forgotten, in one transaction


def no_place_key(report_id: int) -> str:
    """The timer by which a person sees what has no place yet: without_place."""
    return f"no-place:{report_id}"


async def on_draft_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A dialogue was left: first offered back, the second time settled."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is None:
        return
    report = await tx.reports.get(dialogue.subject_id) if dialogue.form == FORM.name else None
    if dialogue.state is not DialogueState.OPEN:
        if report is not None and report.state is ReportState.DRAFT:  # set aside for something else
            await _settle(tx, service, report, dialogue)
        return
    if report is None:
        tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED, answers={}))
        return
    idle = tx.now - dialogue.updated_at
    if report.state is not ReportState.DRAFT:
        if idle >= ENDS_AFTER:
            tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
        else:
            tx.timers.put(replace(timer, due_at=dialogue.updated_at + ENDS_AFTER, attempts=0))
        return
    if idle < SHOWN_AFTER:
        await _offer_back(tx, service, dialogue)
        tx.timers.put(replace(timer, due_at=dialogue.updated_at + SHOWN_AFTER, attempts=0))
        return
    tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED, revisiting=None))
    await _settle(tx, service, report, dialogue)


async def _settle(tx: Transaction, service: Service, report: Report, dialogue: Dialogue) -> None:
    if await _tells(tx, service, report, dialogue):
        await show(tx, service, report)
    else:
        await wipe(tx, report)


async def leave(turn: Turn, dialogue: Dialogue) -> None:
    """The report goes on elsewhere: the dialogue ends, and a draft is shown or kept for a day."""
    dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    report = await turn.tx.reports.get(dialogue.subject_id) if dialogue.form == FORM.name else None
    if report is not None and report.state is ReportState.DRAFT:
        if await _tells(turn.tx, turn.service, report, dialogue):
            await show(turn.tx, turn.service, report)
        else:
            _wipe_later(turn.tx, turn.service, report)


async def leave_all(turn: Turn, dialogue: Dialogue | None) -> None:
    """The chat is hidden: nobody can be asked any more, so coordinators see every draft, whatever it tells."""
    if dialogue is not None:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    for report in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await show(turn.tx, turn.service, report)


async def on_wipe_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A draft that was shown to coordinators has been kept long enough."""
    report = await tx.reports.get(timer.subject_id)
    if report is not None and report.state in (ReportState.DRAFT, ReportState.EXPIRED):
        await wipe(tx, report)


async def _tells(tx: Transaction, service: Service, report: Report, dialogue: Dialogue) -> bool:
    """Whether a draft is more than a few buttons: a place, a person, a number, who is held, a file, or any words.

    Names in free words are not recognised as such, so words and voices are shown rather than wiped unseen.
    """
    values = values_of(answers_from_data(dialogue.answers))
    if any(map(_names, values.values())) or values.get("situation") in HAPPENING:
        return True
    return any(_is_said(service, entry) for entry in await tx.entries.newest(PORTION, report_id=report.id))


def _names(value: Value) -> bool:
    match value:
        case Place():
            return bool(value.city or value.region or value.text)
        case People():
            return bool(value.names)
        case Contact():
            return bool(value.phone)
        case _:
            return False


def _is_said(service: Service, entry: Entry) -> bool:
    """More than a button, a command or a word that stands for one."""
    text = str(entry.payload.get("text", ""))
    if entry.kind != "words":
        return entry.kind != "answer"
    bare_command = text.startswith("/") and len(text.split()) == 1
    return not bare_command and control(text, service.words) is None


async def show(
    tx: Transaction, service: Service, report: Report, why: str = SEEN, *, again: bool = False
) -> None:
    """Ask the coordinators about a draft, once for each ``why``; it is wiped when they had time to look. ``again``: as a
    new message.
    """
    place = tracking.renew if again else tracking.show
    for member in await asks.coordinators(tx):
        await place(tx, CARDS[why], report.id, await home(tx, member), LANES.get(why, Lane.NEWS))
    _wipe_later(tx, service, report)


async def touch(tx: Transaction, report: Report) -> None:
    """The draft is something else now."""
    for subject in CARDS.values():
        for card in await tx.cards.by(subject=subject, subject_id=report.id):
            tracking.touch(tx, card)


def _wipe_later(tx: Transaction, service: Service, report: Report) -> None:
    tx.timers.put(Timer(f"wipe:{report.id}", "wipe", tx.now + service.retention.drafts, report.id))


async def wipe(tx: Transaction, report: Report) -> None:
    """Forget what an unfinished draft said; of very much, the rest in a moment."""
    said = await tx.entries.oldest(PORTION, report_id=report.id)
    if len(said) == PORTION:
        tx.timers.put(Timer(f"wipe:{report.id}", "wipe", tx.now, report.id))
    await tx.messages.prefetch("entry_id", [entry.id for entry in said])
    for entry in said:
        for message in await tx.messages.by(entry_id=entry.id):
            tx.messages.put(replace(message, entry_id=None))
        await entries.forget(tx, entry)
    for dialogue in await tx.dialogues.by(form=FORM.name, subject_id=report.id):
        tx.timers.remove(dialogues.timer_key(dialogue))
        state = DialogueState.EXPIRED if dialogue.state is DialogueState.OPEN else dialogue.state
        tx.dialogues.put(replace(dialogue, state=state, answers={}, revisiting=None))
    tx.reports.put(replace(report, state=ReportState.EXPIRED))
    await touch(tx, report)


async def _offer_back(tx: Transaction, service: Service, dialogue: Dialogue) -> None:
    language = await language_of(tx, service, dialogue.address_id)
    say = service.words.say
    rows = (
        (
            Button(say(language, "draft-continue"), f"continue:{dialogue.id}", Style.PRIMARY),
            Button(say(language, "draft-drop"), f"drop:{dialogue.id}"),
        ),
    )
    shown = Presentation(say(language, "draft-offered"), rows)
    sending.message(tx, service, dialogue.address_id, shown, Lane.REMINDER)


async def on_dropped(turn: Turn, dialogue: Dialogue) -> None:
    """*Delete it*: the person does not want to go on."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    dialogues.finish(turn, dialogue, DialogueState.CANCELLED)
    if report is not None and report.state is ReportState.DRAFT:
        await wipe(turn.tx, report)
    turn.reply("draft-dropped")


async def own(turn: Turn, argument: str) -> Dialogue | None:
    """The unfinished dialogue of that number, if it is the actor's and still open."""
    dialogue = await turn.tx.dialogues.get(id_in(argument) or 0)
    if dialogue is None or dialogue.address_id != turn.address.id or dialogue.state is not DialogueState.OPEN:
        return None
    return dialogue


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """What coordinators see of a draft: when it was begun and its language, nothing that it says."""
    report = await tx.reports.get(card.subject_id)
    if report is None:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    if report.state is ReportState.EXPIRED:
        return Presentation(say(language, "draft-wiped"))
    time = case_lines.local(report.created_at, service.zone, service.zone)
    rows: Rows = ()
    if report.case_id is None:
        rows = ((Button(say(language, "button-make-case"), f"adopt:{report.id}", Style.PRIMARY),),)
    why = next(why for why, subject in CARDS.items() if subject == card.subject)
    rings_soon = why == SEEN and await tx.timers.get(no_place_key(report.id)) is not None  # as a case
    kept = say(language, "draft-kept", hours=round(service.retention.drafts / timedelta(hours=1)))
    spoken = say(language, f"spoken-{report.language}")
    return Presentation(
        say(language, f"draft-{why}", time=time, spoken=spoken, kept=kept),
        rows,
        silent=why in QUIET or rings_soon,
    )
