"""Receipt codes: by which a reporter comes back from another phone. Two words and two digits, found by a keyed hash."""

from dataclasses import replace
from datetime import timedelta

from bot.core.casework.claims import Certainty
from bot.core.model import Report
from bot.core.presentation import Presentation
from bot.core.receipt_codes import make_code, normalise_code
from bot.core.traffic import Timer
from bot.core.vocabulary import CaseState, DialogueState, ReportState
from handlers.cards import case_lines
from handlers.casework import facts, sayings
from handlers.casework.sayings import Saying
from handlers.forms import dialogues
from handlers.forms.follow import Open
from handlers.forms.report import FORM
from handlers.reporting import drafts
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

TRIES = 5  # wrong codes within the hour; then nothing is looked up
WINDOW = timedelta(hours=1)


async def give(turn: Turn, report: Report) -> tuple[Report, str]:
    """A code that nobody has, in the reporter's language."""
    words = turn.service.receipt_words[turn.language]
    while True:
        code = make_code(words, turn.service.pick)
        lookup = _lookup(turn, normalise_code(code) or code)
        if not await turn.tx.reports.by(receipt_lookup=lookup):
            return turn.tx.reports.put(replace(report, receipt_lookup=lookup)), code


async def label(turn: Turn, report: Report) -> str:
    """How a person tells their own reports apart: the city and when."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    time = case_lines.local(report.created_at, turn.service.zone)
    place = case_lines.place_name(turn.service, turn.language, case) if case is not None else ""
    return f"{place} {time}".strip()


async def on_code_said(turn: Turn, opened: Open | None) -> bool:
    """If the words are somebody's receipt code: this chat is where the report goes on. False for other words.

    A code that nobody has is False where it may be an answer or more about a report.
    """
    if not turn.incoming.text or (opened is not None and not opened.follow.hears_codes):
        return False
    dialogue = opened.dialogue if opened is not None else None
    code = normalise_code(turn.incoming.text, turn.service.code_words)
    if code is None:
        return False
    key = f"tries:{turn.address.id}"
    tries = await turn.tx.timers.get(key)
    if tries is not None and tries.attempts >= TRIES:
        turn.reply("code-wait")
        return True
    found = await turn.tx.reports.by(receipt_lookup=_lookup(turn, code))
    if not found:
        counted = tries or Timer(key, "forget", turn.now + WINDOW, turn.address.id)
        turn.tx.timers.put(replace(counted, attempts=counted.attempts + 1))
        if dialogue is not None or await turn.tx.reports.by(
            address_id=turn.address.id, state=ReportState.OPEN
        ):
            return False
        turn.reply("code-unknown")
        return True
    if dialogue is not None and dialogue.subject_id != found[0].id:
        await drafts.leave(turn, dialogue)
    await _bring_here(turn, found[0])
    case = await turn.tx.cases.get(found[0].case_id) if found[0].case_id is not None else None
    state = (
        "closed"
        if case is None
        else case.state
        if case.alerting or case.state is CaseState.CLOSED
        else "kept"
    )
    turn.show(Presentation(turn.with_hotline(turn.say(f"code-{state}"))))
    return True


async def _bring_here(turn: Turn, report: Report) -> None:
    """From now on the report belongs to this chat; the old one gets nothing more. Who said no to news keeps to it."""
    if report.address_id == turn.address.id:
        return
    for dialogue in await turn.tx.dialogues.by(form=FORM.name, subject_id=report.id):
        is_open = dialogue.state is DialogueState.OPEN
        ended = dialogues.finish(turn, dialogue, DialogueState.FINISHED) if is_open else dialogue
        turn.tx.dialogues.put(replace(ended, address_id=turn.address.id))
    consent = report.consent or "yes"
    turn.tx.reports.put(replace(report, address_id=turn.address.id, consent=consent))
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None and report.consent is None:
        said = Saying("consent", consent, Certainty.GUESSED)
        await facts.note(turn.tx, turn.service, case, sayings.claim_of(turn.tx, report, said))


async def on_tries_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """The hour is over: wrong codes are forgotten (the timer that counted them is gone)."""


def _lookup(turn: Turn, code: str) -> bytes:
    return turn.tx.keyed_hash("receipt", code)
