"""Somebody writes a receipt code: their report goes on in this chat.

Elsewhere than in the chat that has it, one more step is asked for, since the other chat gets nothing more from then on;
until it is done nothing is told that the report says. What was written here before the code goes along. The chat never
inherits that another one was hidden. In a hidden chat the code opens it again after some hours.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.casework.claims import Certainty
from bot.core.incoming import Kind
from bot.core.model import Entry, Report
from bot.core.presentation import Button, Presentation, Style
from bot.core.receipt_codes import is_mistyped, normalise_code
from bot.core.traffic import Timer
from bot.core.vocabulary import CaseState, DialogueState, Line, ReportState, outcome_key
from handlers.cards import tracking
from handlers.casework import facts, sayings, unhiding
from handlers.casework.sayings import Saying
from handlers.forms import dialogues, entries
from handlers.forms.follow import Open
from handlers.forms.report import FORM
from handlers.reporting import drafts, live_card, reports, which_report
from handlers.reporting.receipt_codes import lookup_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage import timeline
from storage.transaction import Transaction

TRIES = 5  # wrong codes within the hour; then nothing is looked up
WINDOW = timedelta(hours=1)
TO_MOVE = timedelta(minutes=30)  # for the second step
RETURNS_AFTER = timedelta(hours=6)  # from hiding; until then whoever took the phone may be reading in it


async def on_code_said(turn: Turn, opened: Open | None) -> bool:
    """If the words are a receipt code, or nearly one. False for other words: these are an answer, or tell something."""
    if not turn.incoming.text or (opened is not None and not opened.follow.hears_codes):
        return False
    code = normalise_code(turn.incoming.text, turn.service.code_words)
    if code is None and not is_mistyped(turn.incoming.text, turn.service.code_words):
        return False
    if turn.incoming.file is not None:
        await _keep_file(turn)
    if code is None:
        turn.reply("code-unknown")
        return True
    if await _tried_too_often(turn):
        turn.reply("code-wait")
        return True
    report = await _report_of(turn, code)
    if report is None:
        turn.reply("code-unknown")
    elif report.address_id == turn.address.id:
        await _take_along(turn, report)
        await _tell_state(turn, report)
    else:
        turn.tx.timers.put(Timer(_moving(turn), "forget", turn.now + TO_MOVE, report.id))
        move = Button(turn.say("button-code-move"), f"move:{report.id}", Style.PRIMARY)
        turn.reply("code-move", ((move,),))
    return True


async def _keep_file(turn: Turn) -> None:
    """The code stands under a photo or a voice: that is kept without it, and goes along as what was told before."""
    found = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    draft = found[-1] if found else (await reports.begin(turn))[0]
    said = turn.incoming
    turn.incoming = replace(said, text="")  # whoever reads the words could come back by it
    await entries.keep(turn, draft.id)
    turn.incoming = said


async def report_to_move(turn: Turn, argument: str) -> Report | None:
    """The report of that number, if its code was written in this chat just now."""
    asked = await turn.tx.timers.get(_moving(turn))
    return (
        await turn.tx.reports.get(asked.subject_id) if asked and asked.subject_id == id_in(argument) else None
    )


async def on_moved(turn: Turn, report: Report) -> None:
    """*Go on here*: from now on the report belongs to this chat. Who said no to news keeps to it."""
    tx = turn.tx
    tx.timers.remove(_moving(turn))
    if report.address_id != turn.address.id:
        for dialogue in await tx.dialogues.by(form=FORM.name, subject_id=report.id):
            is_open = dialogue.state is DialogueState.OPEN
            ended = dialogues.finish(turn, dialogue, DialogueState.FINISHED) if is_open else dialogue
            tx.dialogues.put(replace(ended, address_id=turn.address.id))
        before, consent = report, report.consent or "yes"
        report = tx.reports.put(replace(report, address_id=turn.address.id, consent=consent))
        tx.entries.add(Entry(tx.new_id(), report.id, turn.now, "moved", {}))
        await live_card.touch(tx, report.id)
        await _note_move(turn, before, report)
    await _take_along(turn, report)
    await _tell_state(turn, report)


async def _note_move(turn: Turn, before: Report, report: Report) -> None:
    tx = turn.tx
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return
    if before.consent is None:
        said = Saying("consent", str(report.consent), Certainty.GUESSED)
        case = await facts.note(tx, turn.service, case, sayings.claim_of(tx, report, said))
    await timeline.append(tx, case.id, 0, Line.MOVED, {})
    await tracking.touch_case(tx, case.id)


async def brings_back(turn: Turn) -> bool:
    """Whether this is the code of a report of this hidden chat, late enough: then it is answered again."""
    hidden, tx = turn.address.silenced_at, turn.tx
    if hidden is None or turn.now - hidden < RETURNS_AFTER or turn.incoming.kind is not Kind.MESSAGE:
        return False
    code = normalise_code(turn.incoming.text, turn.service.code_words)
    if code is None or await _tried_too_often(turn):
        return False
    report = await _report_of(turn, code)
    if report is None or report.address_id != turn.address.id:
        return False
    await entries.remember(turn)
    turn.address = await unhiding.unhide(tx, turn.address)
    if report.case_id is not None:
        await timeline.append(tx, report.case_id, 0, Line.ANSWERED_AGAIN, {})
        await tracking.touch_case(tx, report.case_id)
    await _tell_state(turn, report)
    return True


async def on_tries_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """Time is over: wrong codes, and what was asked about a right one, are forgotten (the timer that kept them is gone)."""


def _moving(turn: Turn) -> str:
    return f"move:{turn.address.id}"


async def _tried_too_often(turn: Turn) -> bool:
    tries = await turn.tx.timers.get(f"tries:{turn.address.id}")
    return tries is not None and tries.attempts >= TRIES


async def _report_of(turn: Turn, code: str) -> Report | None:
    """The report of a code; that nobody has it is counted."""
    found = await turn.tx.reports.by(receipt_lookup=lookup_of(turn, code))
    if found:
        return found[0]
    key = f"tries:{turn.address.id}"
    tries = await turn.tx.timers.get(key) or Timer(key, "forget", turn.now + WINDOW, turn.address.id)
    turn.tx.timers.put(replace(tries, attempts=tries.attempts + 1))
    return None


async def _take_along(turn: Turn, report: Report) -> None:
    """What this chat told before the code belongs to the report, and nothing else is asked any more."""
    if report.state is not ReportState.OPEN:
        return
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.subject_id != report.id:
        dialogues.finish(turn, dialogue, DialogueState.FINISHED)
    for draft in await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT):
        await which_report.settle(turn, draft, report, quiet=True)
        await drafts.touch(turn.tx, draft)


async def _tell_state(turn: Turn, report: Report) -> None:
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    told = case is not None and (case.alerting or case.state is CaseState.CLOSED)
    state = CaseState.CLOSED if case is None else case.state if told else "kept"
    how = turn.say(outcome_key(case.outcome or "other")) if case is not None else ""
    turn.show(Presentation(turn.with_hotline(turn.say(f"code-{state}", how=how))))
