"""A call comes in: a coordinator writes down what they hear, in one message or by the buttons below what is missing.

Nothing is opened by itself: *Open it as a case* does it at any time, with what is known by then, and lawyers are rung as for
any report. Another ``/new`` sets the first call aside: it waits on its own card. Who forgets one is reminded; then the
others see that there is one.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.conversation.forms import State
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Dialogue, Report
from bot.core.presentation import Presentation
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import DialogueState, ReportState
from handlers.calls import call_card
from handlers.cards import tracking
from handlers.casework import handed_out
from handlers.forms import dialogues, entries
from handlers.forms.follow import Follow, Happenings
from handlers.forms.report import CALL
from handlers.forms.told import told
from handlers.outbox import sending
from handlers.reporting import by_telephone, drafts
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

REMINDED = timedelta(
    minutes=5
)  # after the last word, again after as long; then all coordinators see that there is one
SHOWN_AFTER = timedelta(minutes=15)


async def said(turn: Turn, argument: str) -> str:
    """All that stands behind ``/new``, be it nothing."""
    return argument


async def on_new(turn: Turn, words: str) -> None:
    """``/new``, with or without what was heard."""
    if turn.coordinator is None:
        return
    before = await dialogues.active(turn)
    report = await by_telephone.draft(turn, turn.coordinator)
    dialogue = await dialogues.begin(turn, TAKEN, report.id)
    _remind(turn.tx, dialogue)
    if before is not None and before.form == CALL.name:
        await by_telephone.touch(turn.tx, before.subject_id)
    if words:
        turn.incoming = replace(turn.incoming, text=words, typed=turn.incoming.typed or turn.incoming.text)
        await dialogues.proceed(turn, TAKEN, dialogue)
    else:
        await call_card.renew(turn, report.id)


async def own(turn: Turn, argument: str) -> Report | None:
    """The call of that number, if the actor wrote it down and it is neither opened nor deleted."""
    report = await turn.tx.reports.get(id_in(argument) or 0)
    mine = report is not None and turn.active is not None and report.told_to == turn.active.id
    return report if mine and report is not None and report.state is ReportState.DRAFT else None


async def on_continued(turn: Turn, report: Report) -> None:
    """*Go on* with a call that was set aside."""
    dialogue = await by_telephone.dialogue_of(turn.tx, report)
    if dialogue is None:
        return
    before = await dialogues.active(turn)
    if before is not None and before.id != dialogue.id:
        dialogues.set_aside(turn, before)
        if before.form == CALL.name:
            await by_telephone.touch(turn.tx, before.subject_id)
    _remind(turn.tx, dialogues.reopen(turn, TAKEN, dialogue))
    await call_card.renew(turn, report.id)


async def on_opened(turn: Turn, report: Report) -> None:
    """*Open it as a case*: lawyers are rung. The code to read aloud comes, and the case, opened."""
    tx, service, member = turn.tx, turn.service, turn.coordinator
    opened = await by_telephone.open_case(tx, service, report, member) if member is not None else None
    if opened is None or member is None:
        return
    case, code = opened
    shown = Presentation(turn.say("call-code", code=code, case=case.code), protect=True)
    sending.message(tx, service, turn.address.id, shown, key=handed_out.new_key(tx, case))
    why = {"reason": service.words.say(service.language, "call-reason")}
    await timeline.append(tx, case.id, member.id, Line.VIEWED, why)
    await tracking.renew(tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def on_dropped(turn: Turn, report: Report) -> None:
    """*Delete*: nothing of it is kept."""
    await drafts.wipe(turn.tx, report)
    dialogue = await by_telephone.dialogue_of(turn.tx, report)
    if dialogue is not None:
        turn.tx.timers.remove(dialogues.timer_key(dialogue))
        turn.tx.dialogues.put(replace(dialogue, state=DialogueState.CANCELLED, answers={}, revisiting=None))
    await by_telephone.touch(turn.tx, report.id)


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody goes on with it: whoever wrote it down is reminded with a sound; later all coordinators see a draft."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    report = await tx.reports.get(dialogue.subject_id) if dialogue is not None else None
    if dialogue is None or report is None or report.state is not ReportState.DRAFT:
        return
    if tx.now - dialogue.updated_at < SHOWN_AFTER:
        await tracking.renew(tx, by_telephone.CARD, report.id, dialogue.address_id, Lane.NEWS)
        tx.timers.put(replace(timer, due_at=tx.now + REMINDED, attempts=0))
    else:
        await drafts.show(tx, service, report)


def _remind(tx: Transaction, dialogue: Dialogue) -> None:
    """Sooner than a form is looked after else: somebody may be held."""
    key = dialogues.timer_key(dialogue)
    tx.timers.put(Timer(key, TAKEN.left, tx.now + REMINDED, dialogue.id))


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None and turn.incoming.text:
        await by_telephone.speaks(turn.tx, report, told(turn).language)


async def _on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    """A press on the card of another call is no answer to this one's question."""
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=turn.incoming.message_id)
    others = [card for card in cards if dialogue is None or card.subject_id != dialogue.subject_id]
    if dialogue is None or others:
        turn.reply("button-unknown")
    else:
        await dialogues.proceed(turn, TAKEN, dialogue)


async def _show(turn: Turn, dialogue: Dialogue, before: State, taken: Step) -> None:
    _remind(turn.tx, dialogue)
    await call_card.show(turn, dialogue, before, taken)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Confirmed or cancelled."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None:
        await (on_opened if outcome is Outcome.FINISHED else on_dropped)(turn, report)


TAKEN = Follow(
    CALL,
    "unopened-call",
    Happenings.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    on_tapped=_on_tapped,
    shows=_show,
    asks=call_card.renew,
)
