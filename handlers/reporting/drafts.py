"""Unfinished dialogues: offered back once, then shown to a coordinator; one that holds only button noise is wiped.

A dialogue whose report is open simply ends: the report stands. An opened case is never wiped. What coordinators were shown
is kept until one of them has read it and a day longer; unread it stays for eight days, and administrators hear of it daily.
What the bot does not understand is one card. What may be an emergency rings at once unless another such one waits that has
rung just now, and with the first sound four times at most, until somebody has read it; worse news in it rings again. Chatter
makes two sounds an hour at most, however much there is; what is invented or only a link makes none.
"""

from datetime import timedelta

from msgspec.structs import replace

from core import unread
from core.conversation.forms import answers_from_data, values_of
from core.conversation.typed_shortcuts import typed_control
from core.intake.weight import Weight
from core.model import Dialogue, Entry, Member, Report
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.unread import DAILY, RINGS, Act, is_louder, is_unclear, newest_showing, next_ring
from core.values import Contact, People, Place, Value
from core.vocabulary import DialogueState, ReportState
from handlers.alerting import tasks
from handlers.cards import draft_card, live_cards, unread_card
from handlers.cards.draft_card import CARDS, SEEN, UNCLEAR, UNHANDLED, wipe_key
from handlers.casework import disclosure, relay
from handlers.forms import dialogues, entries
from handlers.forms.report_form import FORM, HAPPENING
from handlers.outbox import administrators, sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of, unreachable_ids
from handlers.reporting import asides
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import draft_lines
from storage.transaction import Transaction

SHOWN_AFTER = timedelta(hours=2)  # after being offered back
ENDS_AFTER = timedelta(hours=12)  # a dialogue of an open report, after the last word
WORSE = timedelta(seconds=50)  # so long it is quiet before worse news
NEW = timedelta(minutes=3)  # so long the card of what is not understood is quiet after a sound
PORTION = 500  # messages that are looked at, or forgotten, in one transaction
OF_WEIGHT = {Weight.IDLE: Act.IDLE, Weight.CHATTER: Act.CHATTER, Weight.POSSIBLE: Act.UNCLEAR}
UNREAD = "unread"  # the timer of what nobody has read: it rings, or administrators hear of it


def unread_key(report_id: int) -> str:
    """The key of the timer that rings until the draft of this report was read."""
    return f"{UNREAD}:{report_id}"


async def on_draft_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A dialogue was left: first offered back, the second time settled."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is None:
        return
    report = await tx.reports.get(dialogue.subject_id) if dialogue.form == FORM.name else None
    if dialogue.state is not DialogueState.OPEN:
        if report is not None and report.state is ReportState.DRAFT:  # set aside for something else
            await _settle_draft(tx, service, report, dialogue)
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
        if not await draft_lines.all_lines(tx, report.id):  # else they know that a coordinator will read it
            await _offer_back(tx, service, dialogue)
        tx.timers.put(replace(timer, due_at=dialogue.updated_at + SHOWN_AFTER, attempts=0))
        return
    tx.dialogues.put(replace(dialogue, state=DialogueState.EXPIRED, revisiting=None))
    await _settle_draft(tx, service, report, dialogue)


async def _settle_draft(tx: Transaction, service: Service, report: Report, dialogue: Dialogue) -> None:
    if await _tells_anything(tx, service, report, dialogue):
        await show_to_coordinators(tx, service, report)
    else:
        await wipe_draft(tx, report)


async def show_abandoned(turn: Turn, dialogue: Dialogue | None) -> None:
    """The chat is hidden: nobody can be asked any more, so coordinators see every draft, no matter what it tells."""
    if dialogue is not None:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    for report in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await show_to_coordinators(turn.tx, turn.service, report)


async def on_wipe_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A draft has been kept long enough, unless something was said since that nobody has had so much time to read."""
    report = await tx.reports.get(timer.subject_id)
    if report is not None and report.state is ReportState.ASIDE:
        await asides.forget(tx, report.address_id)
        return
    if report is None or report.state not in (ReportState.DRAFT, ReportState.EXPIRED):
        return
    lines = await draft_lines.all_lines(tx, report.id)
    newest = await _newest_since(tx, service, report, lines[-1].id) if lines else None
    if newest is None or report.state is ReportState.EXPIRED:
        await wipe_draft(tx, report)
    elif not unread.waits(lines):
        await show_to_coordinators(tx, service, report)
    elif newest.at + service.retention.unread > tx.now:
        _wipe_later(tx, report, newest.at + service.retention.unread - tx.now)
    else:
        await wipe_draft(tx, report)


async def _tells_anything(tx: Transaction, service: Service, report: Report, dialogue: Dialogue) -> bool:
    """Whether a draft is more than a few buttons: a place, a person, a number, who is held, a file, or any words.

    Names in free words are not recognised as such, so words and voices are shown rather than wiped unseen.
    """
    values = values_of(answers_from_data(dialogue.answers))
    if any(map(_names_somebody, values.values())) or values.get("situation") in HAPPENING:
        return True
    return any(_is_said(service, entry) for entry in await tx.entries.newest(PORTION, report_id=report.id))


def _names_somebody(value: Value) -> bool:
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
    return not bare_command and typed_control(text, service.words) is None


async def show_to_coordinators(
    tx: Transaction,
    service: Service,
    report: Report,
    why: str = SEEN,
    *,
    again: bool = False,
    asked: Member | None = None,
    weight: Weight = Weight.POSSIBLE,
    is_told: bool = False,
    is_worse: bool = False,
) -> None:
    """Coordinators see a draft, once for each ``why``. ``again``: as a new message, because there is more of it; ``asked``:
    this one had answered, and hears of it before the others are rung; ``weight``: of what is not understood; ``is_told``:
    they have just had its words, and are rung only if nobody reads them; ``is_worse``: there is worse news in it.
    """
    lines = await draft_lines.all_lines(tx, report.id)
    has_it = lines and (unread.waits(lines) or not await _newest_since(tx, service, report, lines[-1].id))
    if why == SEEN and not again and has_it:
        return
    act = OF_WEIGHT[weight] if why == UNCLEAR else Act.SHOWN
    is_new = is_worse or is_louder(act, lines)
    if is_new:
        await draft_lines.append(tx, report.id, 0, act)
        ring = next_ring(tx.now, tx.now) if act is Act.UNCLEAR else None
        if act is not Act.IDLE:
            tx.timers.put(Timer(unread_key(report.id), UNREAD, ring or tx.now + DAILY, report.id))
        _wipe_later(tx, report, service.retention.unread)
    await draft_card.touch(tx, report.id)
    if why != UNCLEAR:
        place = live_cards.renew if again else live_cards.show
        for member in await tasks.coordinators(tx):
            there = await home_address(tx, member)
            lane = Lane.ALERT if why == UNHANDLED else Lane.NEWS
            if why == SEEN and not again and not await tasks.chatter_may_ring(tx, there):
                lane = Lane.REMINDER
            await place(tx, CARDS[why], report.id, there, lane)
    elif asked is not None:
        await live_cards.renew(tx, CARDS[UNCLEAR], report.id, await home_address(tx, asked), Lane.ALERT)
    elif is_new and act is Act.IDLE:
        for member in await tasks.coordinators(tx):
            await live_cards.show(tx, unread_card.CARD, 0, await home_address(tx, member), Lane.REMINDER)
    elif is_new and not is_told:
        await _ring(tx, service, report, first=True, act=act, is_worse=is_worse)


async def _ring_of_chatter(tx: Transaction, there: int) -> None:
    """It joins the card; if that has made a sound lately, it makes one when half an hour is over, and it waits still."""
    if await tasks.chatter_may_ring(tx, there):
        await live_cards.renew(tx, unread_card.CARD, 0, there, Lane.ALERT)
    else:
        card = await live_cards.show(tx, unread_card.CARD, 0, there, Lane.REMINDER)
        await live_cards.ring_later(tx, card, tx.now + unread_card.CHATTER_QUIET)


async def _newest_since(tx: Transaction, service: Service, report: Report, line: int) -> Entry | None:
    """What was said last after the line of that number, if anything was: ids grow with time."""
    said = await tx.entries.newest(PORTION, report_id=report.id)
    return next((entry for entry in reversed(said) if entry.id > line and _is_said(service, entry)), None)


async def _ring(
    tx: Transaction,
    service: Service,
    report: Report,
    *,
    first: bool,
    act: Act = Act.UNCLEAR,
    is_worse: bool = False,
) -> None:
    """One card of all that waits, at the end of each coordinator's chat; administrators hear it if no coordinator would."""
    waits = not first or await unread_card.others_wait(tx, report.id)
    quiet = WORSE if is_worse else NEW if waits else timedelta()
    members = await tasks.coordinators(tx)
    for member in members:
        there = await home_address(tx, member)
        if there == report.address_id:
            continue  # they wrote it
        if act is Act.CHATTER:
            await _ring_of_chatter(tx, there)
        else:
            await live_cards.ring(tx, unread_card.CARD, 0, there, quiet=quiet, later=first)
            await tasks.chatter_may_ring(tx, there)  # it has just made a sound
    if len(await unreachable_ids(tx, members)) == len(members):
        await _tell_administrators(tx, service, report)


async def on_unread_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has read it: coordinators are rung again; after the last time administrators hear of it, each day."""
    report = await tx.reports.get(timer.subject_id)
    lines = await draft_lines.all_lines(tx, timer.subject_id)
    shown = newest_showing(lines)
    if report is None or report.state is not ReportState.DRAFT or shown is None or not unread.waits(lines):
        return
    rings = shown.kind is Act.UNCLEAR
    if rings and timer.due_at <= shown.at + timedelta(minutes=RINGS[-1]):
        await _ring(tx, service, report, first=False)
    else:
        await _tell_administrators(tx, service, report)
    ring = next_ring(shown.at, tx.now) if rings else None
    tx.timers.put(replace(timer, due_at=ring or tx.now + DAILY, attempts=0))


async def _tell_administrators(tx: Transaction, service: Service, report: Report) -> None:
    """How many drafts wait unread, this one among them; once a day, and no word of them."""
    waiting = {report.id, *(timer.subject_id for timer in await tx.timers.by(kind=UNREAD))}
    await tx.draft_lines.prefetch("report_id", waiting)
    count = sum([unread.waits(await draft_lines.all_lines(tx, id)) for id in waiting])
    once = f"{UNREAD}:{tx.now.astimezone(service.zone):%Y-%m-%d}"
    await administrators.tell(tx, service, "operator-unread", once=once, count=str(count))


async def has_read(tx: Transaction, service: Service, report: Report, member: Member) -> None:
    """A coordinator has the words before them: nobody is rung any more, and they are erased after a day."""
    was_unread = unread.waits(await draft_lines.all_lines(tx, report.id))
    await draft_lines.append(tx, report.id, member.id, Act.READ)
    if was_unread or await tx.timers.get(wipe_key(report.id)) is None:
        _wipe_later(tx, report, service.retention.drafts)
    await draft_card.touch(tx, report.id)


async def on_answered(turn: Turn, report: Report) -> None:
    """The writer of the draft writes again after a coordinator has answered: that coordinator hears first."""
    member = await relay.who_waits(turn.tx, report)
    if member is None:
        return
    turn.tx.timers.remove(relay.relay_timer_key(report.id))
    there = member if member.suspended_at is None else None
    await show_to_coordinators(turn.tx, turn.service, report, UNCLEAR, asked=there)
    if turn.address.silenced_at is None:
        turn.reply("reader-passed", topic="reader-passed")


async def will_be_read(tx: Transaction, report: Report) -> bool:
    """Whether a coordinator is rung about its words, or will be in a moment."""
    if await tx.timers.get(draft_card.no_place_key(report.id)) is not None:
        return True
    lines = await draft_lines.all_lines(tx, report.id)
    return is_unclear(lines) and unread.waits(lines)


async def is_rung_about(tx: Transaction, report: Report) -> bool:
    """Whether coordinators are rung about its words until one of them has read it."""
    lines = await draft_lines.all_lines(tx, report.id)
    shown = newest_showing(lines)
    return shown is not None and shown.kind is Act.UNCLEAR and unread.waits(lines)


async def touch_card(tx: Transaction, report: Report) -> None:
    """The draft is something else now."""
    await draft_card.touch(tx, report.id)


def _wipe_later(tx: Transaction, report: Report, after: timedelta) -> None:
    tx.timers.put(Timer(wipe_key(report.id), "wipe", tx.now + after, report.id))


async def wipe_draft(tx: Transaction, report: Report) -> None:
    """Forget what an unfinished draft said; if it is very much, the rest follows in a moment."""
    said = await tx.entries.oldest(PORTION, report_id=report.id)
    if len(said) == PORTION:
        _wipe_later(tx, report, timedelta())
    await tx.messages.prefetch("entry_id", [entry.id for entry in said])
    for entry in said:
        for message in await tx.messages.by(entry_id=entry.id):
            tx.messages.put(replace(message, entry_id=None))
        await entries.forget(tx, entry)
    for dialogue in await tx.dialogues.by(form=FORM.name, subject_id=report.id):
        tx.timers.remove(dialogues.timer_key(dialogue))
        state = DialogueState.EXPIRED if dialogue.state is DialogueState.OPEN else dialogue.state
        tx.dialogues.put(replace(dialogue, state=state, answers={}, revisiting=None))
    if report.state is not ReportState.EXPIRED:
        await draft_lines.append(tx, report.id, 0, Act.ERASED)
        tx.reports.put(replace(report, state=ReportState.EXPIRED))
    tx.timers.remove(unread_key(report.id))
    await disclosure.take_back_draft(tx, report.id)
    await touch_card(tx, report)


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
    sending.send_message(tx, service, dialogue.address_id, shown, Lane.REMINDER)


async def on_dropped(turn: Turn, dialogue: Dialogue) -> None:
    """*Delete it*: the person does not want to go on."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    dialogues.finish(turn, dialogue, DialogueState.CANCELLED)
    if report is not None and report.state is ReportState.DRAFT:
        await wipe_draft(turn.tx, report)
    turn.reply("draft-dropped")


async def own_draft(turn: Turn, argument: str) -> Dialogue | None:
    """The unfinished dialogue of that number, if it is the actor's and still open."""
    dialogue = await turn.tx.dialogues.get(id_in(argument) or 0)
    if dialogue is None or dialogue.address_id != turn.address.id or dialogue.state is not DialogueState.OPEN:
        return None
    return dialogue
